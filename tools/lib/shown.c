/* shown: the text of a line as a reader sees it, and where it comes from */
#include <stdlib.h>

#include "die.h"
#include "inline.h"
#include "shown.h"

static void
add(struct shown *s, struct str text, struct shown_piece piece)
{
	if (text.n == 0)
		return;
	piece.at = s->text.n;
	piece.n = text.n;
	buf_adds(&s->text, text);
	s->pieces = mem_more(s->pieces, s->n, sizeof(*s->pieces));
	s->pieces[s->n++] = piece;
}

void
shown_read(struct shown *s, struct str line)
{
	struct piece p;
	size_t at = 0;

	buf_clear(&s->text);
	s->n = 0;
	while (inline_next(line, &at, &p)) {
		if (p.kind == PIECE_TEXT || p.kind == PIECE_ESCAPE)
			add(s, p.text,
			    (struct shown_piece){ .source = p.text.p });
		else if (p.kind == PIECE_MARK && p.mark.kind != MARK_IS_ERROR)
			add(s, p.mark.text,
			    (struct shown_piece){
				.source = p.whole.p, .mark = p.mark });
	}
}

const struct shown_piece *
shown_at(const struct shown *s, size_t at)
{
	size_t low = 0, high = s->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return s->pieces + low;
}

const char *
shown_source(const struct shown *s, size_t at)
{
	const struct shown_piece *p = shown_at(s, at);

	return p->mark.kind == MARK_IS_NONE ? p->source + (at - p->at)
					    : p->source;
}

void
shown_free(struct shown *s)
{
	buf_free(&s->text);
	free(s->pieces);
	*s = (struct shown){ 0 };
}

/* prosetext: the text of a paragraph of prose and of the footnotes in it */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "inline.h"
#include "prosetext.h"

void
prosetext_clear(struct prosetext *t)
{
	t->n = t->depth = 0;
	prosebuild_clear(&t->body);
	t->to = &t->body;
}

void
prosetext_line(struct prosetext *t, struct str whole, size_t number)
{
	prosebuild_line(&t->body, whole, number);
	if (t->to != &t->body)
		prosebuild_line(t->to, whole, number);
}

/* Starts a footnote, in the line that is read. */
static void
open_note(struct prosetext *t)
{
	const struct prose_source *s = &t->body.source;
	const struct prose_line *l = &s->lines[s->lines_n - 1];

	if (t->n == t->room) {
		t->notes =
		    mem_resize(t->notes, (t->room + 1) * sizeof(*t->notes));
		memset(&t->notes[t->room++], 0, sizeof(*t->notes));
	}
	t->to = &t->notes[t->n++];
	prosebuild_clear(t->to);
	prosebuild_line(t->to, l->whole, l->number);
	t->note_depth = t->depth;
}

static void
open_directive(struct prosetext *t, struct str name)
{
	t->depth++;
	if (t->to == &t->body && inline_note(name))
		open_note(t);
}

static void
close_directive(struct prosetext *t)
{
	if (t->depth == 0)
		return;
	if (t->to != &t->body && t->depth == t->note_depth)
		t->to = &t->body;
	t->depth--;
}

static void
add_mark(struct prosetext *t, const struct piece *p)
{
	static const struct str object = { "\xEF\xBF\xBC", 3 };

	if (p->mark.kind == MARK_IS_VALUE && mark_table(p->mark.text))
		prosebuild_add(t->to, object, PROSE_OPAQUE, p->whole);
	else if (p->mark.kind != MARK_IS_ERROR)
		prosebuild_add(t->to, p->mark.text,
		    p->mark.kind == MARK_IS_VALUE ? PROSE_VALUE : PROSE_MADE,
		    p->whole);
}

static void
add_piece(struct prosetext *t, const struct piece *p)
{
	static const struct str object = { "\xEF\xBF\xBC", 3 };

	switch (p->kind) {
	case PIECE_TEXT:
	case PIECE_ESCAPE:
		prosebuild_add(t->to, p->text, PROSE_TYPED, p->text);
		break;
	case PIECE_MARK:
		add_mark(t, p);
		break;
	case PIECE_PLACEHOLDER:
	case PIECE_REFERENCE:
		prosebuild_add(t->to, object, PROSE_OPAQUE, p->whole);
		break;
	case PIECE_DIRECTIVE:
		open_directive(t, p->text);
		break;
	case PIECE_CLOSE:
		close_directive(t);
		break;
	case PIECE_UNCLOSED:
		break;
	}
}

void
prosetext_add(struct prosetext *t, struct str text)
{
	struct piece p;
	size_t at = 0;

	while (inline_next(text, &at, &p))
		add_piece(t, &p);
}

void
prosetext_free(struct prosetext *t)
{
	while (t->room > 0)
		prosebuild_free(&t->notes[--t->room]);
	free(t->notes);
	prosebuild_free(&t->body);
}

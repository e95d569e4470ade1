/* sourcetext: the text of a report as a stream whose characters know their
 * places */
#include <stdlib.h>

#include "die.h"
#include "sourcetext.h"

/* A stream that is gathered. */
struct gathering {
	struct docstream stream;
	struct source_char *chars;
	size_t n;
};

struct reading {
	struct gathering body, notes;
	size_t row; /* the line of the row that is open, 0 for none */
	size_t notes_n;
};

static void
add_char(struct gathering *g, struct source_char c)
{
	g->chars = mem_more(g->chars, g->n, sizeof(*g->chars));
	g->chars[g->n++] = c;
}

static struct source_char
char_of(const struct prose *p, size_t i)
{
	struct spot s = prose_spot(p, i, i + 1);

	return (struct source_char){
		.section = p->section,
		.line = s.at.line,
		.column = s.at.column,
		.end_column = s.end_column,
		.origin = p->origin[i],
		.kind = (unsigned char)p->kind,
	};
}

/* Adds a paragraph and its end, which stands behind its last character. */
static void
add_paragraph(struct gathering *g, const struct prose *p, const char *ending)
{
	struct source_char last = { .section = p->section };
	size_t i;

	docstream_text(&g->stream,
	    str_cut(p->text, p->at[p->start], p->at[p->end] - p->at[p->start]));
	for (i = p->start; i < p->end; i++) {
		last = char_of(p, i);
		add_char(g, last);
	}
	docstream_end(&g->stream, ending);
	last.column = last.end_column;
	last.origin = PROSE_TYPED;
	last.kind = (unsigned char)p->kind;
	add_char(g, last);
}

/* Ends the row of a table: with it its last cell. */
static void
end_row(struct reading *r)
{
	if (r->row != 0)
		docstream_end(&r->body.stream, STREAM_ROW);
	r->row = 0;
}

static void
take(void *ctx, const struct prose *p)
{
	struct reading *r = ctx;
	size_t line;

	if (p->kind == PROSE_FOOTNOTE) {
		add_paragraph(&r->notes, p, STREAM_PARAGRAPH);
		r->notes_n++;
		return;
	}
	if (p->kind != PROSE_CELL) {
		end_row(r);
		add_paragraph(&r->body, p, STREAM_PARAGRAPH);
		return;
	}
	line = prose_spot(p, p->start, p->end).at.line;
	if (line != r->row)
		end_row(r);
	r->row = line;
	add_paragraph(&r->body, p, STREAM_CELL);
}

/* Puts the footnotes behind the text. */
static void
join(struct sourcetext *s, struct reading *r)
{
	size_t i;

	s->stream = r->body.stream;
	s->chars = r->body.chars;
	s->n = r->body.n;
	buf_adds(&s->stream.text, buf_str(&r->notes.stream.text));
	for (i = 0; i < r->notes.n; i++) {
		s->chars = mem_more(s->chars, s->n, sizeof(*s->chars));
		s->chars[s->n++] = r->notes.chars[i];
	}
	free(r->notes.chars);
	docstream_free(&r->notes.stream);
}

void
sourcetext_read(struct sourcetext *s, struct token_ids *ids, char *const *paths,
    const struct str *texts, size_t n)
{
	struct reading r = { .row = 0 };
	struct remarks rs = { 0 };
	struct prose_reader *reader = prose_new(&rs, take, &r);
	size_t i;

	for (i = 0; i < n; i++)
		prose_read(reader, paths[i], texts[i]);
	end_row(&r);
	prose_free(reader);
	remarks_free(&rs);
	join(s, &r);
	docstream_cut(&s->stream, ids);
	s->stream.notes_from = s->stream.n - r.notes_n;
}

void
sourcetext_free(struct sourcetext *s)
{
	docstream_free(&s->stream);
	free(s->chars);
	*s = (struct sourcetext){ .n = 0 };
}

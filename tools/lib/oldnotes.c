/* oldnotes: the footnotes, endnotes and comments of a Word document by their
 * ids */
#include <stdlib.h>

#include "die.h"
#include "oldnotes.h"

static struct oldnote *
add(struct oldnotes *notes, enum docread_notes kind, struct str id)
{
	struct oldnote *n;

	notes->list = mem_more(notes->list, notes->n, sizeof(*notes->list));
	n = &notes->list[notes->n++];
	*n = (struct oldnote){ .kind = kind };
	buf_adds(&n->id, id);
	return n;
}

static void
on_note(void *me, enum docread_notes kind, struct str id)
{
	add(me, kind, id);
}

static void
on_comment(void *me, struct str id, bool end, struct str author)
{
	(void)end;
	buf_adds(&add(me, DOCREAD_COMMENTS, id)->author, author);
}

static void
on_text(void *me, struct str text)
{
	struct oldnotes *notes = me;
	struct buf *to;
	size_t i;

	if (notes->n == 0)
		return;
	to = &notes->list[notes->n - 1].text;
	for (i = 0; i < text.n; i++)
		buf_addc(to,
		    text.p[i] == '\n' || text.p[i] == '\t' ? ' ' : text.p[i]);
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	(void)mark;
	on_text(me, STR(" "));
}

static int
compare(const void *a, const void *b)
{
	const struct oldnote *m = a, *n = b;

	if (m->kind != n->kind)
		return m->kind < n->kind ? -1 : 1;
	return str_compare(buf_str(&m->id), buf_str(&n->id));
}

bool
oldnotes_read(struct opc *o, bool rejected, struct oldnotes *notes)
{
	const struct docread_events events = {
		.rejects = rejected ? docread_reject_all : NULL,
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.note = on_note,
		.comment = on_comment,
	};
	bool fine = docread_walk_notes(o, DOCREAD_FOOTNOTES, &events, notes) &&
		    docread_walk_notes(o, DOCREAD_ENDNOTES, &events, notes) &&
		    docread_walk_notes(o, DOCREAD_COMMENTS, &events, notes);

	if (notes->n != 0)
		qsort(notes->list, notes->n, sizeof(*notes->list), compare);
	return fine;
}

struct oldnote *
oldnotes_find(struct oldnotes *notes, enum docread_notes kind, struct str id)
{
	struct oldnote key = { .kind = kind }, *found = NULL;

	buf_adds(&key.id, id);
	if (notes->n != 0)
		found = bsearch(
		    &key, notes->list, notes->n, sizeof(*notes->list), compare);
	buf_free(&key.id);
	return found;
}

void
oldnotes_free(struct oldnotes *notes)
{
	size_t i;

	for (i = 0; i < notes->n; i++) {
		buf_free(&notes->list[i].id);
		buf_free(&notes->list[i].text);
		buf_free(&notes->list[i].author);
	}
	free(notes->list);
	*notes = (struct oldnotes){ 0 };
}

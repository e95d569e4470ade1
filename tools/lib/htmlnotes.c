/* htmlnotes: the notes of a page, in the order of their marks */
#include <stdlib.h>

#include "die.h"
#include "htmlnotes.h"
#include "utf8.h"
#include "xmlout.h"

static void
put_number(size_t number, struct buf *out)
{
	if (number <= 20)
		utf8_add(out, 0x2460 + (uint32_t)number - 1);
	else if (number <= 35)
		utf8_add(out, 0x3251 + (uint32_t)number - 21);
	else if (number <= 50)
		utf8_add(out, 0x32B1 + (uint32_t)number - 36);
	else
		buf_addf(out, "(%zu)", number);
}

/* Adds the number of a note, as a link between its mark and its text. */
static void
put_link(size_t number, const char *here, const char *there, const char *role,
    struct buf *out)
{
	struct buf text = { 0 };

	xmlout_open(out, "a");
	buf_addf(&text, "%s-%zu", here, number);
	xmlout_attr(out, "id", buf_str(&text));
	buf_clear(&text);
	buf_addf(&text, "#%s-%zu", there, number);
	xmlout_attr(out, "href", buf_str(&text));
	xmlout_attrz(out, "role", role);
	xmlout_more(out);
	put_number(number, out);
	xmlout_end(out, "a");
	buf_free(&text);
}

void
htmlnotes_add(struct htmlnotes *ns, enum docread_notes kind, struct str id,
    struct buf *out)
{
	ns->list = mem_more(ns->list, ns->n, sizeof(*ns->list));
	ns->list[ns->n] = (struct htmlnote){
		.kind = kind,
		.number = ns->n + 1,
	};
	buf_adds(&ns->list[ns->n++].id, id);
	xmlout_start(out, "sup");
	put_link(ns->n, "mark", "note", "doc-noteref", out);
	xmlout_end(out, "sup");
}

static int
by_id(const void *a, const void *b)
{
	const struct htmlnote *l = ((const struct htmlnote_by_id *)a)->note;
	const struct htmlnote *r = ((const struct htmlnote_by_id *)b)->note;

	if (l->kind != r->kind)
		return l->kind < r->kind ? -1 : 1;
	return str_compare(buf_str(&l->id), buf_str(&r->id));
}

void
htmlnotes_sort(struct htmlnotes *ns)
{
	size_t i;

	ns->by_id = mem_alloc((ns->n + 1) * sizeof(struct htmlnote_by_id));
	for (i = 0; i < ns->n; i++)
		ns->by_id[i].note = ns->list + i;
	qsort(ns->by_id, ns->n, sizeof(struct htmlnote_by_id), by_id);
}

struct htmlnote *
htmlnotes_find(
    const struct htmlnotes *ns, enum docread_notes kind, struct str id)
{
	struct htmlnote key = { .kind = kind };
	const struct htmlnote_by_id at = { &key }, *found;

	buf_adds(&key.id, id);
	found = bsearch(
	    &at, ns->by_id, ns->n, sizeof(struct htmlnote_by_id), by_id);
	buf_free(&key.id);
	return found != NULL && !found->note->told ? found->note : NULL;
}

void
htmlnotes_tell(struct htmlnote *note, struct buf *out)
{
	put_link(note->number, "note", "mark", "doc-backlink", out);
	note->told = true;
}

void
htmlnotes_free(struct htmlnotes *ns)
{
	size_t i;

	for (i = 0; i < ns->n; i++) {
		buf_free(&ns->list[i].id);
		buf_free(&ns->list[i].content);
	}
	free(ns->list);
	free(ns->by_id);
}

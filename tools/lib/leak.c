/* leak: hidden values in a document, anywhere in its package */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "leak.h"
#include "path.h"
#include "zipread.h"

enum { NESTED = 4, TOLD = 1000 /* in one part */ };

static const size_t part_max = (size_t)256 << 20;

/* What was told last, since one place may prove a value in many ways. */
struct told {
	const struct hidden_value *value;
	enum leak_where where;
	size_t number;
};

struct scan {
	const struct leakset *ls;
	leak_tell *tell;
	void *ctx;
	struct buf *why;
	size_t depth;
	struct told *told; /* of the part that is searched */
	size_t told_n;
};

static void
take(void *ctx, const struct hidden_value *v, const struct leak_place *at)
{
	struct scan *s = ctx;
	size_t i;

	for (i = 0; i < s->told_n; i++)
		if (s->told[i].value == v && s->told[i].where == at->where &&
		    (s->told[i].number == at->number ||
			at->where == LEAK_BYTES || at->where == LEAK_BETWEEN))
			return;
	if (s->told_n == TOLD)
		return;
	s->told = mem_more(s->told, s->told_n, sizeof(*s->told));
	s->told[s->told_n++] = (struct told){ v, at->where, at->number };
	s->tell(s->ctx, v, at);
}

static void
fail(struct scan *s, struct str part, const char *reason)
{
	if (s->why->n != 0)
		buf_addz(s->why, "; ");
	if (part.n != 0) {
		path_show(s->why, part);
		buf_addz(s->why, ": ");
	}
	buf_addz(s->why, lang_text(reason));
}

static int
by_place(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	return (x->p > y->p) - (x->p < y->p);
}

/* A stretch between the parts. */
struct between {
	struct scan *scan;
	struct leak_place at;
};

static void
take_between(void *ctx, const struct leakset_hit *hit)
{
	struct between *b = ctx;
	struct leak_place at = b->at;

	at.number += hit->from;
	take(b->scan, hit->value, &at);
}

static void
search_between(
    struct scan *s, struct str part, struct str file, size_t from, size_t end)
{
	struct between b = { s,
		{ .where = LEAK_BETWEEN, .part = part, .number = from } };

	leakset_bytes(s->ls, str_cut(file, from, end - from), take_between, &b);
}

/* Searches headers, their comments and extra fields, the directory, and what
 * lies around. */
static void
search_gaps(
    struct scan *s, struct str part, struct str file, const struct zipread *z)
{
	size_t n = zipread_count(z), i, from = 0;
	struct str *packed = mem_alloc((n + 1) * sizeof(*packed));

	for (i = 0; i < n; i++)
		packed[i] = zipread_packed(z, i);
	qsort(packed, n, sizeof(*packed), by_place);
	for (i = 0; i < n; i++) {
		size_t at = (size_t)(packed[i].p - file.p);

		if (at > from)
			search_between(s, part, file, from, at);
		from = at + packed[i].n;
	}
	search_between(s, part, file, from, file.n);
	free(packed);
}

static bool
read_entry(struct zipread *z, size_t i, struct buf *out)
{
	struct str chunk;

	if (!zipread_start(z, i))
		return false;
	while (zipread_next(z, &chunk))
		if (out->n + chunk.n > part_max)
			return false;
		else
			buf_adds(out, chunk);
	return zipread_error(z) == NULL;
}

static void search(struct scan *s, struct str part, struct str bytes);

static void
search_entry(struct scan *s, struct str outer, struct zipread *z, size_t i)
{
	struct buf part = { 0 }, bytes = { 0 };
	struct leak_place at = { .where = LEAK_ENTRY };

	buf_adds(&part, outer);
	if (outer.n != 0)
		buf_addc(&part, '!');
	buf_adds(&part, zipread_name(z, i));
	s->told_n = 0;
	at.part = buf_str(&part);
	leakpart_text(s->ls, zipread_name(z, i), &at, take, s);
	if (read_entry(z, i, &bytes))
		search(s, buf_str(&part), buf_str(&bytes));
	else if (zipread_error(z) == NULL)
		fail(s, buf_str(&part), "larger than 256 MiB");
	buf_free(&part);
	buf_free(&bytes);
}

static void
search_zip(struct scan *s, struct str part, struct str file)
{
	struct zipread *z = zipread_open(file);
	size_t i;

	if (s->depth == NESTED) {
		fail(s, part, "a package in packages, more than four deep");
		zipread_free(z);
		return;
	}
	s->depth++;
	for (i = 0; i < zipread_count(z); i++)
		search_entry(s, part, z, i);
	s->told_n = 0;
	if (zipread_error(z) != NULL) {
		fail(s, part, zipread_error(z));
		search_between(s, part, file, 0, file.n);
	} else {
		search_gaps(s, part, file, z);
	}
	s->depth--;
	zipread_free(z);
}

static void
search(struct scan *s, struct str part, struct str bytes)
{
	if (str_starts(bytes, STR("PK\3\4")) ||
	    str_starts(bytes, STR("PK\5\6")))
		search_zip(s, part, bytes);
	else
		leakpart_find(s->ls, part, bytes, take, s);
}

bool
leak_package(const struct leakset *ls, const char *name, struct str file,
    leak_tell *tell, void *ctx, struct buf *why)
{
	struct scan s = { .ls = ls, .tell = tell, .ctx = ctx, .why = why };
	struct leak_place at = { .where = LEAK_FILE };
	const char *slash = strrchr(name, '/');
	size_t before = why->n;

	leakpart_text(
	    ls, str_of(slash != NULL ? slash + 1 : name), &at, take, &s);
	search(&s, STR(""), file);
	free(s.told);
	return why->n == before;
}

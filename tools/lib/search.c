/* search: which files, standing or committed, have the contents that a receipt
 * names */
#include <stdlib.h>

#include "die.h"
#include "lang.h"
#include "search.h"

/* A content of a receipt or of a list, by the first digits of its hash. */
struct content {
	struct str digits, path;
	bool paired;
};

struct contents {
	struct content *list;
	size_t n;
};

static enum receipt_group
first_group(const struct search *s)
{
	return s->what == HISTORY_STYLES ? RECEIPT_STYLES : RECEIPT_SECTIONS;
}

static enum receipt_group
end_group(const struct search *s)
{
	return s->what == HISTORY_STYLES ? RECEIPT_GROUPS : RECEIPT_STYLES;
}

static void
add(struct contents *c, struct str digits, struct str path)
{
	c->list = mem_more(c->list, c->n, sizeof(*c->list));
	c->list[c->n++] = (struct content){ digits, path, false };
}

static void
read_receipt(const struct receipt_part *part, struct contents *c)
{
	struct str rest = buf_str(&part->files);

	for (; rest.n >= RECEIPT_DIGITS; rest = str_from(rest, RECEIPT_DIGITS))
		add(c, str_cut(rest, 0, RECEIPT_DIGITS), STR(""));
}

static void
read_list(struct str list, enum receipt_group group, struct contents *c)
{
	enum receipt_group g;
	struct str hash, path;

	while (receipt_line(&list, &g, &hash, &path))
		if (g == group && hash.n > RECEIPT_DIGITS)
			add(c, str_cut(hash, 0, RECEIPT_DIGITS), path);
}

static int
by_digits(const void *a, const void *b)
{
	const struct content *const *x = a, *const *y = b;

	return str_compare((*x)->digits, (*y)->digits);
}

static const struct content **
sorted(const struct contents *c)
{
	const struct content **list = mem_alloc((c->n + 1) * sizeof(*list));
	size_t i;

	for (i = 0; i < c->n; i++)
		list[i] = &c->list[i];
	if (c->n != 0)
		qsort(list, c->n, sizeof(*list), by_digits);
	return list;
}

/* Pairs the contents that both have, each once; says how many these are. */
static size_t
pair(struct contents *a, struct contents *b)
{
	const struct content **x = sorted(a), **y = sorted(b);
	size_t i = 0, k = 0, n = 0;
	int c;

	while (i < a->n && k < b->n) {
		c = str_compare(x[i]->digits, y[k]->digits);
		if (c == 0) {
			a->list[x[i] - a->list].paired = true;
			b->list[y[k] - b->list].paired = true;
			n++;
		}
		i += c <= 0;
		k += c >= 0;
	}
	free(x);
	free(y);
	return n;
}

/* How many of the receipt's files a list has, and how many others. */
static size_t
count(const struct search *s, struct str list, size_t *files, size_t *others)
{
	size_t n = 0;
	int g;

	*files = *others = 0;
	for (g = (int)first_group(s); g < (int)end_group(s); g++) {
		struct contents a = { NULL, 0 }, b = { NULL, 0 };

		read_receipt(&s->receipt->part[g], &a);
		read_list(list, (enum receipt_group)g, &b);
		n += pair(&a, &b);
		*files += a.n;
		*others += b.n;
		free(a.list);
		free(b.list);
	}
	*others -= n;
	return n;
}

/* Says whether a commit with so many of the files, and so many others, is
 * nearer than the last; a commit says more than what stands for the moment. */
static bool
is_nearer(const struct search *s, size_t same, size_t others)
{
	if (!s->looked || same != s->same)
		return !s->looked || same > s->same;
	return others < s->others || (others == s->others && s->commit.n == 0);
}

static bool
fits(const struct search *s, struct str list)
{
	struct receipt r = { .version = { 0 } };
	bool same = true;
	int g;

	receipt_of(list, &r);
	for (g = (int)first_group(s); g < (int)end_group(s); g++)
		if (!str_equal(buf_str(&r.part[g].hash),
			buf_str(&s->receipt->part[g].hash)))
			same = false;
	receipt_free(&r);
	return same;
}

/* Keeps a list that fits, or is nearer than the last. */
static bool
consider(struct search *s, struct str commit, struct str list)
{
	bool fit = fits(s, list);
	size_t files, others, same = count(s, list, &files, &others);

	if (fit || (!s->found && is_nearer(s, same, others))) {
		buf_clear(&s->commit);
		buf_adds(&s->commit, commit);
		buf_clear(&s->list);
		buf_adds(&s->list, list);
		s->same = same;
		s->files = files;
		s->others = others;
		s->looked = true;
		s->found = s->found || fit;
	}
	return fit;
}

bool
search_standing(struct search *s, struct str list)
{
	return consider(s, STR(""), list);
}

bool
search_commit(struct search *s, struct str commit)
{
	struct buf list = { 0 };
	bool more = true;

	if (history_list(s->history, commit, s->overlay, &list) &&
	    !consider(s, commit, buf_str(&list)))
		more = !s->found || s->commit.n == 0;
	buf_free(&list);
	return more;
}

/* The sentence for a file that is another than the receipt names. */
static void
tell_file(
    const struct search *s, struct str path, struct str digits, struct buf *out)
{
	const struct history_place *p =
	    s->history != NULL ? history_find(s->history, digits) : NULL;

	if (p == NULL)
		buf_addf(out,
		    lang_text("  %.*s: the content that the receipt names is "
			      "not found\n"),
		    STR_ARG(path));
	else if (str_equal(buf_str(&p->path), path))
		buf_addf(out, lang_text("  %.*s: as it was in commit %.12s\n"),
		    STR_ARG(path), p->commit.p);
	else
		buf_addf(out,
		    lang_text("  %.*s: the receipt has %s of commit %.12s in "
			      "its place\n"),
		    STR_ARG(path), p->path.p, p->commit.p);
}

/* The sentence for a content that is in the receipt only. */
static void
tell_more(const struct search *s, enum receipt_group group, struct str digits,
    struct buf *out)
{
	const struct history_place *p =
	    s->history != NULL ? history_find(s->history, digits) : NULL;

	if (p != NULL)
		buf_addf(out,
		    lang_text("  %s: as it was in commit %.12s, is missing\n"),
		    p->path.p, p->commit.p);
	else if (group == RECEIPT_FACTS && s->overlay.n == 0)
		buf_addz(out,
		    lang_text(
			"  the receipt names one more file of facts: give the "
			"FACTS that the report was made with\n"));
	else
		buf_addf(out,
		    lang_text("  the receipt names one more file among %s, "
			      "which is not "
			      "found\n"),
		    receipt_property(group));
}

static void
tell_group(const struct search *s, enum receipt_group g, struct buf *out)
{
	struct contents a = { NULL, 0 }, b = { NULL, 0 };
	size_t i, k = 0, from = out->n;

	read_receipt(&s->receipt->part[g], &a);
	read_list(buf_str(&s->list), g, &b);
	pair(&a, &b);
	for (i = 0; i < b.n; i++) {
		if (b.list[i].paired)
			continue;
		while (k < a.n && a.list[k].paired)
			k++;
		if (k < a.n)
			tell_file(s, b.list[i].path, a.list[k++].digits, out);
		else
			buf_addf(out,
			    lang_text("  %.*s: not named by the receipt\n"),
			    STR_ARG(b.list[i].path));
	}
	for (; k < a.n; k++)
		if (!a.list[k].paired)
			tell_more(s, g, a.list[k].digits, out);
	if (out->n == from && a.n == 0)
		buf_addf(out, lang_text("  %s: other contents\n"),
		    receipt_property(g));
	else if (out->n == from)
		buf_addf(out,
		    lang_text(
			"  %s: the same files, but in another order, or the "
			"receipt was changed\n"),
		    receipt_property(g));
	free(a.list);
	free(b.list);
}

void
search_tell(const struct search *s, struct buf *out)
{
	struct receipt r = { .version = { 0 } };
	int g;

	receipt_of(buf_str(&s->list), &r);
	for (g = (int)first_group(s); g < (int)end_group(s); g++)
		if (!str_equal(buf_str(&r.part[g].hash),
			buf_str(&s->receipt->part[g].hash)))
			tell_group(s, (enum receipt_group)g, out);
	receipt_free(&r);
}

void
search_free(struct search *s)
{
	buf_free(&s->commit);
	buf_free(&s->list);
}

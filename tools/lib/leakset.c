/* leakset: all hidden values at once, looked for in a text or in bytes */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "leakbytes.h"
#include "leakforms.h"
#include "leaknear.h"
#include "leakset.h"
#include "leaktext.h"

enum {
	SLOTS = 4096,
	LEAST = 3, /* bytes of a text that is looked for */
	MOST = 24, /* digits of a code */
};

/* A text that proves itself; those of a slot begin with the same bytes. */
struct needle {
	struct buf form;
	const struct hidden_value *value;
	size_t next; /* in its slot, from 1; or 0 */
};

struct sum {
	struct worth worth;
	const struct hidden_value *value;
};

struct leakset {
	const struct hidden *hidden;
	struct needle *needles;
	size_t needles_n;
	size_t slots[SLOTS]; /* the first needle, from 1; or 0 */
	struct sum *sums; /* by worth */
	size_t sums_n;
	struct leakbytes *bytes;
	struct words is_short, is_vague;
};

static size_t
slot_of(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (b[0] * 961u + b[1] * 31u + b[2]) % SLOTS;
}

static void
add_needle(struct leakset *ls, struct str form, const struct hidden_value *v)
{
	struct needle *n;

	if (form.n < LEAST)
		return;
	ls->needles =
	    mem_more(ls->needles, ls->needles_n, sizeof(*ls->needles));
	n = &ls->needles[ls->needles_n++];
	*n = (struct needle){ .value = v };
	buf_adds(&n->form, form);
	n->next = ls->slots[slot_of(form.p)];
	ls->slots[slot_of(form.p)] = ls->needles_n;
	leakbytes_add(ls->bytes, form, v);
}

static void
add_value(struct leakset *ls, const struct hidden_value *v)
{
	struct leakforms f = { 0 };
	size_t i;

	leakforms_make(v, &f);
	for (i = 0; i < f.texts.n; i++)
		add_needle(ls, buf_str(&f.texts.list[i]), v);
	for (i = 0; i < f.worths_n; i++) {
		ls->sums = mem_more(ls->sums, ls->sums_n, sizeof(*ls->sums));
		ls->sums[ls->sums_n++] = (struct sum){ f.worths[i], v };
		if (worth_strong(f.worths[i]))
			leakbytes_add_worth(ls->bytes, f.worths[i], v);
	}
	if (f.is_vague)
		words_add(&ls->is_vague, buf_str(&v->fact));
	else if (f.is_short)
		words_add(&ls->is_short, buf_str(&v->fact));
	/* a text that names the value as it was written, too */
	if (f.worths_n == 0 && !f.is_short)
		leakbytes_add(ls->bytes, buf_str(&v->text), v);
	leakforms_free(&f);
}

static int
by_worth(const void *a, const void *b)
{
	const struct sum *x = a, *y = b;
	int order = worth_compare(x->worth, y->worth);

	return order != 0 ? order
			  : (x->value > y->value) - (x->value < y->value);
}

struct leakset *
leakset_new(const struct hidden *h)
{
	struct leakset *ls = mem_alloc(sizeof(*ls));
	size_t i;

	ls->hidden = h;
	ls->bytes = leakbytes_new();
	for (i = 0; i < h->n; i++)
		add_value(ls, &h->list[i]);
	for (i = 0; i < h->vague.n; i++)
		words_add(&ls->is_vague, buf_str(&h->vague.list[i]));
	if (ls->sums_n != 0)
		qsort(ls->sums, ls->sums_n, sizeof(*ls->sums), by_worth);
	leakbytes_end(ls->bytes);
	return ls;
}

/* Says whether what stands around a needle makes another word or number of it:
 * 13 in 2013, 13 in 13.5. */
static bool
goes_on(struct str form, size_t from, size_t end)
{
	if (leaktext_letter(form, from) && from > 0 &&
	    leaktext_letter(form, from - 1))
		return true;
	if (leaktext_digit(form, from) && from > 0 &&
	    (leaktext_digit(form, from - 1) ||
		(from > 1 && form.p[from - 1] == '.' &&
		    leaktext_digit(form, from - 2))))
		return true;
	if (leaktext_letter(form, end - 1) && leaktext_letter(form, end))
		return true;
	return leaktext_digit(form, end - 1) &&
	       (leaktext_digit(form, end) ||
		   (end < form.n && form.p[end] == '.' &&
		       leaktext_digit(form, end + 1)));
}

static void
find_texts(const struct leakset *ls, struct str form, size_t at,
    leakset_found *found, void *ctx)
{
	size_t i;

	if (at + LEAST > form.n)
		return;
	for (i = ls->slots[slot_of(form.p + at)]; i != 0;
	     i = ls->needles[i - 1].next) {
		struct str needle = buf_str(&ls->needles[i - 1].form);
		struct leakset_hit hit = { ls->needles[i - 1].value, at,
			at + needle.n, at, at + needle.n, STR(""), false };

		if (str_starts(str_from(form, at), needle) &&
		    !goes_on(form, at, hit.end))
			found(ctx, &hit);
	}
}

/* The first of the values that are worth so much, or NULL. */
static const struct sum *
find_worth(const struct leakset *ls, struct worth w)
{
	size_t low = 0, high = ls->sums_n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (worth_compare(ls->sums[middle].worth, w) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ls->sums_n && worth_compare(ls->sums[low].worth, w) == 0
		   ? ls->sums + low
		   : NULL;
}

static void
find_number(const struct leakset *ls, struct str form, size_t at,
    const struct leaknumber *n, bool row, leakset_found *found, void *ctx)
{
	const struct sum *s, *end = ls->sums + ls->sums_n;
	size_t i;

	for (i = 0; i < n->n; i++) {
		struct worth w = n->readings[i].worth;
		bool strong = worth_strong(w);

		for (s = find_worth(ls, w);
		     s != NULL && s < end && worth_compare(s->worth, w) == 0;
		     s++) {
			struct leakset_hit hit = { s->value, at,
				n->readings[i].end, at, n->readings[i].end,
				STR(""), true };

			if (strong
				? !row
				: !n->coded && leaknear_proves(form, &hit, row))
				found(ctx, &hit);
		}
	}
}

/* A number of seven digits and more, in groups up to end. */
static void
find_grouped(const struct leakset *ls, struct str form, size_t at, size_t end,
    leakset_found *found, void *ctx)
{
	struct leaknumber n = { .n = 1 };
	char digits[MOST];
	size_t count = 0, i;

	for (i = at; i < end && count < MOST; i++)
		if (leaktext_digit(form, i))
			digits[count++] = form.p[i];
	n.readings[0].end = end;
	if (count > 6 && count < MOST &&
	    worth_parse((struct str){ digits, count }, &n.readings[0].worth) &&
	    worth_strong(n.readings[0].worth))
		find_number(ls, form, at, &n, false, found, ctx);
}

/* The end of digits in groups that blanks or hyphens part; at for one group. */
static size_t
grouped_end(struct str form, size_t at)
{
	size_t end = at, groups = 1;

	while (leaktext_digit(form, end) ||
	       (end < form.n && (form.p[end] == '-' || form.p[end] == ' ') &&
		   leaktext_digit(form, end + 1)))
		groups += form.p[end++] < '0';
	return groups > 1 ? end : at;
}

void
leakset_form(const struct leakset *ls, struct str form, bool row,
    leakset_found *found, void *ctx)
{
	struct leaknumber n;
	size_t at, next = 0, grouped = 0;

	for (at = 0; at < form.n; at++) {
		if (!row && ((unsigned char)form.p[at] & 0xC0) != 0x80)
			find_texts(ls, form, at, found, ctx);
		if (at < next || ls->sums_n == 0 ||
		    !(leaktext_digit(form, at) ||
			(unsigned char)form.p[at] >= 0xE2))
			continue;
		if (!row && at >= grouped && leaktext_digit(form, at)) {
			grouped = grouped_end(form, at);
			if (grouped != at)
				find_grouped(ls, form, at, grouped, found, ctx);
		}
		if (leaknumber_read(form, at, &n))
			find_number(ls, form, at, &n, row, found, ctx);
		next = n.end;
	}
}

void
leakset_bytes(
    const struct leakset *ls, struct str bytes, leakset_found *found, void *ctx)
{
	leakbytes_find(ls->bytes, bytes, found, ctx);
}

/* Says whether a number is said by other facts of the edition, beside the same
 * noun; one that is said at all proves nothing without a noun. */
static bool
is_said(struct str form, const struct leakset_hit *hit)
{
	const struct words *said = &hit->value->said;
	struct leakset_hit again = *hit;

	if (!hit->number || said->n == 0)
		return false;
	if (hit->noun.n == 0 && words_hold(said, STR("*")) &&
	    !leaknear_proves(form, &again, false))
		return true;
	return again.noun.n != 0 && words_hold(said, again.noun);
}

bool
leakset_shown(
    const struct leakset *ls, struct str form, const struct leakset_hit *hit)
{
	const struct words *w = &ls->hidden->shown;
	size_t i, at;

	if (is_said(form, hit))
		return true;
	for (i = 0; i < w->n; i++) {
		struct str word = buf_str(&w->list[i]);

		if (word.n < hit->end - hit->from || word.n > form.n)
			continue;
		at = hit->end > word.n ? hit->end - word.n : 0;
		for (; at <= hit->from && at + word.n <= form.n; at++)
			if (str_starts(str_from(form, at), word))
				return true;
	}
	return false;
}

const struct words *
leakset_short(const struct leakset *ls)
{
	return &ls->is_short;
}

const struct words *
leakset_vague(const struct leakset *ls)
{
	return &ls->is_vague;
}

void
leakset_free(struct leakset *ls)
{
	if (ls == NULL)
		return;
	while (ls->needles_n > 0)
		buf_free(&ls->needles[--ls->needles_n].form);
	free(ls->needles);
	free(ls->sums);
	leakbytes_free(ls->bytes);
	words_free(&ls->is_short);
	words_free(&ls->is_vague);
	free(ls);
}

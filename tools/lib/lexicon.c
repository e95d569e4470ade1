/* lexicon: many words, looked for in a text all at once */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lexicon.h"
#include "utf8.h"

/* Sets of characters and of pairs of them, by a hash of 16 bits; what is in
 * none need not be looked at. */
enum { SET = 65536 / 8 };

struct lexicon {
	struct word {
		uint32_t *c;
		size_t n, number, order;
	} * words;
	size_t n;
	unsigned char firsts[SET]; /* of words */
	unsigned char alone[SET]; /* that are a word */
	unsigned char pairs[SET]; /* that begin one */
};

static unsigned
of_one(uint32_t c)
{
	return (c ^ c >> 16) & 0xFFFF;
}

static unsigned
of_two(uint32_t first, uint32_t second)
{
	return ((first * 0x9E3779B1u) ^ (second * 0x85EBCA6Bu)) >> 16;
}

static void
put(unsigned char *set, unsigned hash)
{
	set[hash / 8] |= (unsigned char)(1 << hash % 8);
}

static bool
has(const unsigned char *set, unsigned hash)
{
	return (set[hash / 8] >> hash % 8 & 1) != 0;
}

struct lexicon *
lexicon_new(void)
{
	return mem_alloc(sizeof(struct lexicon));
}

void
lexicon_add(struct lexicon *l, struct str word, size_t number)
{
	struct word w = { .number = number, .order = l->n };
	size_t at = 0, length;
	uint32_t c;

	w.c = mem_alloc((word.n + 1) * sizeof(*w.c));
	while (w.n < LEXICON_LONGEST && at < word.n &&
	       (length = utf8_next(word, at, &c)) != 0) {
		w.c[w.n++] = c;
		at += length;
	}
	if (w.n == 0) {
		free(w.c);
		return;
	}
	put(l->firsts, of_one(w.c[0]));
	if (w.n == 1)
		put(l->alone, of_one(w.c[0]));
	else
		put(l->pairs, of_two(w.c[0], w.c[1]));
	l->words = mem_more(l->words, l->n, sizeof(*l->words));
	l->words[l->n++] = w;
}

static int
compare(const void *left, const void *right)
{
	const struct word *a = left, *b = right;
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++)
		if (a->c[i] != b->c[i])
			return a->c[i] < b->c[i] ? -1 : 1;
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

void
lexicon_end(struct lexicon *l)
{
	if (l->n > 1)
		qsort(l->words, l->n, sizeof(*l->words), compare);
}

bool
lexicon_may(const struct lexicon *l, uint32_t first, uint32_t second)
{
	return has(l->firsts, of_one(first)) &&
	       (has(l->alone, of_one(first)) ||
		   has(l->pairs, of_two(first, second)));
}

/* Of words low to high, which agree in depth characters and have more, the
 * first whose next one is at least c. */
static size_t
bound(
    const struct lexicon *l, size_t low, size_t high, size_t depth, uint32_t c)
{
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->words[middle].c[depth] < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
lexicon_next(const struct lexicon *l, const uint32_t *c, size_t n,
    struct lexicon_walk *w, size_t *number, size_t *length)
{
	if (w->depth == 0)
		w->high = l->n;
	while (w->low < w->high) {
		if (w->depth > 0 && l->words[w->low].n == w->depth) {
			*number = l->words[w->low].number;
			*length = w->depth;
			w->low++;
			return true;
		}
		if (w->depth == n)
			break;
		w->low = bound(l, w->low, w->high, w->depth, c[w->depth]);
		w->high = bound(l, w->low, w->high, w->depth, c[w->depth] + 1);
		w->depth++;
	}
	return false;
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	while (l->n > 0)
		free(l->words[--l->n].c);
	free(l->words);
	free(l);
}

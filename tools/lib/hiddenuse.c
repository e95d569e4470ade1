/* hiddenuse: what the placeholders of hidden values stand beside */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "grammar.h"
#include "hiddenuse.h"
#include "importnouns.h"
#include "noun.h"
#include "shown.h"
#include "utf8.h"

enum {
	SIDE = 2, /* characters */
	BEHIND = 4,
	PLACES = 200, /* of one value, which tell all there is to be told */
};

struct hiddenuse {
	struct nouns *nouns;
	struct shown shown;
};

struct hiddenuse *
hiddenuse_new(void)
{
	struct hiddenuse *u = mem_alloc(sizeof(*u));

	u->nouns = nouns_new();
	return u;
}

/* The Han characters from byte at on, at most so many. */
static struct str
han_from(struct str s, size_t at, size_t most)
{
	size_t end = at, n;

	while (most-- != 0 && (n = importnouns_han(s, end)) != 0)
		end += n;
	return str_cut(s, at, end - at);
}

/* In a row of a table, the noun is what the row is called. */
static void
take_row(struct hidden_value *v, struct str before)
{
	size_t bar = str_find(before, STR("|"), 0);
	struct str trimmed = utf8_trim(before);

	if (bar == (size_t)-1 || !str_ends(trimmed, STR("|")))
		return;
	words_add(&v->nouns, utf8_trim(str_cut(before, 0, bar)));
}

static void
take_place(
    struct hiddenuse *u, struct hidden_value *v, const struct shown_piece *p)
{
	struct str text = buf_str(&u->shown.text), noun;
	size_t end = p->at + p->n, unit = importnouns_unit(text, end), from;

	v->places++;
	noun = noun_before(u->nouns, text, p->at);
	if (noun.n > 3)
		words_add(&v->nouns, noun);
	take_row(v, str_cut(text, 0, p->at));
	if (unit != 0 && v->unit.n == 0)
		buf_adds(&v->unit, str_cut(text, end, unit));
	noun = han_from(text, end + unit, BEHIND);
	if (noun.n == (size_t)BEHIND * 3)
		words_add(&v->nouns, noun);
	words_add(&v->after, han_from(text, end, SIDE));
	from = importnouns_run(text, p->at, SIDE);
	words_add(&v->before, str_cut(text, from, p->at - from));
}

static void
take_line(struct hiddenuse *u, struct hidden *h, struct str line)
{
	size_t i, k;

	shown_read(&u->shown, line);
	for (i = 0; i < u->shown.n; i++) {
		const struct shown_piece *p = &u->shown.pieces[i];

		if (p->mark.kind != MARK_IS_VALUE)
			continue;
		for (k = 0; k < h->n; k++) {
			struct hidden_value *v = &h->list[k];

			if (v->row == 0 && v->places < PLACES &&
			    str_equal(buf_str(&v->fact), mark_name(&p->mark)))
				take_place(u, v, p);
		}
	}
}

void
hiddenuse_take(struct hiddenuse *u, struct hidden *h, struct str text)
{
	struct str whole;

	while (str_line(&text, &whole)) {
		struct line l = line_read(whole);

		if (l.kind == LINE_TEXT || l.kind == LINE_OPEN)
			take_line(u, h, l.text);
	}
}

void
hiddenuse_free(struct hiddenuse *u)
{
	nouns_free(u->nouns);
	shown_free(&u->shown);
	free(u);
}

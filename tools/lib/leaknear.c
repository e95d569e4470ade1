/* leaknear: whether a number stands beside what a hidden number counts */
#include "importnouns.h"
#include "leaknear.h"
#include "leaktext.h"

enum { BEFORE = 12, AFTER = 8 }; /* characters of a clause that are looked at */

/* Says whether two units count the same: people are 名, 人 and 位. */
static bool
same_unit(struct str a, struct str b)
{
	static const char people[] = "名人位";

	if (str_equal(a, b))
		return true;
	return a.n == 3 && b.n == 3 &&
	       str_find(str_of(people), a, 0) != (size_t)-1 &&
	       str_find(str_of(people), b, 0) != (size_t)-1;
}

/* Takes the unit behind the number; false where it is another one's. */
static bool
take_unit(struct str form, const struct hidden_value *v, size_t *end)
{
	struct str rest = str_from(form, *end), unit = buf_str(&v->unit);
	size_t n = importnouns_unit(form, *end);

	if (unit.n != 0 && str_starts(rest, unit))
		n = unit.n;
	else if (unit.n != 0 && n != 0 && !same_unit(str_cut(rest, 0, n), unit))
		return false;
	*end += n;
	return true;
}

/* Words between a noun and its number. */
static size_t
lead_before(struct str s)
{
	static const struct str leads[] = { STR("|"), STR(":"), STR("共计"),
		STR("总计"), STR("合计"), STR("累计"), STR("达到"), STR("共有"),
		STR("现有"), STR("共"), STR("计"), STR("达"), STR("有"),
		STR("为"), STR("是"), STR("约"), STR("近"), STR("仅"),
		STR("了"), STR("数"), STR("总"), STR("人"), STR("次") };
	size_t i;

	for (i = 0; i < sizeof(leads) / sizeof(*leads); i++)
		if (str_ends(s, leads[i]))
			return leads[i].n;
	return 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Where the clause that ends at byte at begins, so far as it is looked at. A
 * number in it ends it, too, but not one in another cell. */
static size_t
clause_begin(struct str form, size_t at)
{
	bool crossed = false;
	size_t count, before;

	for (count = 0; count < BEFORE && at > 0; count++) {
		before = leaktext_before(form, at);
		crossed |= form.p[before] == '|';
		if (leaktext_clause(form, before) != 0 ||
		    (is_digit(form.p[before]) && !crossed))
			break;
		at = before;
		if (crossed && is_digit(form.p[at]))
			count--;
	}
	return at;
}

static size_t
clause_end(struct str form, size_t at)
{
	size_t count;

	for (count = 0; count < AFTER && at < form.n; count++) {
		if (leaktext_clause(form, at) != 0 || is_digit(form.p[at]) ||
		    form.p[at] == '|')
			break;
		at++;
		while (at < form.n && (form.p[at] & 0xC0) == 0x80)
			at++;
	}
	return at;
}

/* Looks for a noun before the number: right before it, or anywhere in its
 * clause where the number is no single digit. */
static bool
proved_before(struct str form, struct leakset_hit *hit, struct str noun,
    bool lax, bool cell)
{
	size_t from = clause_begin(form, hit->from), at, lead,
	       last = (size_t)-1;
	struct str clause = str_cut(form, from, hit->from - from),
		   near = clause;

	while (!str_ends(near, noun) && (lead = lead_before(near)) != 0)
		near.n -= lead;
	if (str_ends(near, noun))
		last = near.n - noun.n;
	else if (lax)
		for (at = 0; (at = str_find(clause, noun, at)) != (size_t)-1;
		     at++)
			last = at;
	if (last == (size_t)-1 || (cell && str_find(str_from(clause, last),
					       STR("|"), 0) == (size_t)-1))
		return false;
	hit->span = from + last;
	return true;
}

static bool
proved_after(
    struct str form, struct leakset_hit *hit, struct str noun, bool lax)
{
	size_t from = hit->span_end, end = clause_end(form, from), at;
	struct str clause = str_cut(form, from, end - from);

	at = str_find(clause, noun, 0);
	if (at == (size_t)-1 ||
	    (at != 0 && !lax && !(at == 3 && str_starts(clause, STR("的")))))
		return false;
	hit->span_end = from + at + noun.n;
	return true;
}

/* Says whether a number is a single digit. */
static bool
is_single(struct str form, const struct leakset_hit *hit)
{
	size_t n = hit->end - hit->from;

	return n == 1 || (n == 3 && (form.p[hit->from] & 0x80) != 0);
}

/* Says whether a single Han numeral is part of a word: 统一会议, 一线党员. With
 * its unit, or alone in a cell, it is a number. */
static bool
is_word(struct str form, const struct leakset_hit *hit)
{
	if ((form.p[hit->from] & 0x80) == 0 || !is_single(form, hit) ||
	    hit->span_end != hit->end)
		return false;
	return (hit->from != 0 && form.p[hit->from - 1] != '|') ||
	       (hit->end < form.n && form.p[hit->end] != '|');
}

bool
leaknear_proves(struct str form, struct leakset_hit *hit, bool cell)
{
	const struct hidden_value *v = hit->value;
	bool lax = !is_single(form, hit);
	size_t i;

	hit->span = hit->from;
	hit->span_end = hit->end;
	if (!take_unit(form, v, &hit->span_end) || is_word(form, hit))
		return false;
	for (i = 0; i < v->nouns.n; i++) {
		struct str noun = buf_str(&v->nouns.list[i]);

		if (noun.n == 0)
			continue;
		if (!proved_before(form, hit, noun, lax, cell) &&
		    (cell || !proved_after(form, hit, noun, lax)))
			continue;
		hit->noun = noun;
		return true;
	}
	return false;
}

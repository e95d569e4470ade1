/* series: things that a clause names one after another */
#include "ordinal.h"
#include "series.h"

enum { LIST_COMMA = 0x3001 };

static bool
opens(uint32_t c)
{
	/* “ ‘ 《 〈 （ ( */
	return c == 0x201C || c == 0x2018 || c == 0x300A || c == 0x3008 ||
	       c == 0xFF08 || c == '(';
}

static bool
closes(uint32_t c)
{
	return c == 0x201D || c == 0x2019 || c == 0x300B || c == 0x3009 ||
	       c == 0xFF09 || c == ')';
}

/* Ends a clause: 。 ， ； ： ！ ？ — … */
static bool
ends(uint32_t c)
{
	return c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A ||
	       c == 0xFF01 || c == 0xFF1F || c == 0x2014 || c == 0x2026 ||
	       c == ',' || c == ';' || c == ':';
}

static void
part(struct series *s, size_t at)
{
	/* 、、 is one mark twice, and no empty thing */
	if (s->n > 0 && s->seps[s->n - 1] + 1 == at)
		s->seps[s->n - 1] = at;
	else if (s->n < SERIES_ROOM)
		s->seps[s->n++] = at;
}

bool
series_step(struct series *s, const struct prose *p, size_t i)
{
	uint32_t c = p->c[i];

	if (opens(c)) {
		/* GB/T 15834-2011 4.5.3.5: no 、 between 《》《》 or “”“” */
		if (s->nest == 0 && i > s->start && closes(p->c[i - 1]) &&
		    (c == 0x201C || c == 0x300A))
			part(s, i - 1);
		if (s->nest++ == 0)
			s->inside = 0;
		return false;
	}
	if (closes(c)) {
		s->nest -= s->nest > 0;
		return false;
	}
	/* what is still open at a full stop was not closed */
	if (c == 0x3002 || (s->nest == 0 && ends(c))) {
		*s = (struct series){ .start = i + 1 };
		return true;
	}
	if (c == LIST_COMMA && s->nest == 0)
		part(s, i);
	else if (c == LIST_COMMA)
		s->inside++;
	return false;
}

static size_t
from(const struct series *s, size_t k)
{
	return k == 0 ? s->start : s->seps[k - 1] + 1;
}

static size_t
length(const struct series *s, size_t k, size_t end)
{
	return (k < s->n ? s->seps[k] : end) - from(s, k);
}

/* 和 与 及 暨 */
static bool
joins(uint32_t c)
{
	return c == 0x548C || c == 0x4E0E || c == 0x53CA || c == 0x66A8;
}

/* Says whether a 和 in the last thing parts two that are as long as others. */
static bool
parts_two(const struct series *s, size_t at, size_t end)
{
	size_t k = s->n > 1 ? 1 : 0, other = 0, count = 0, left, right;

	for (; k < s->n; k++) {
		other += length(s, k, end);
		count++;
	}
	other /= count != 0 ? count : 1;
	left = at - from(s, s->n);
	right = end - at - 1;
	return left > 1 && right > 1 && 3 * left >= 2 * other &&
	       3 * right >= 2 * other;
}

void
series_count(const struct series *s, const struct prose *p, size_t end,
    size_t *least, size_t *most)
{
	size_t i, nest = 0, joints = 0, last = 0;

	for (i = s->start; i < end; i++) {
		nest += opens(p->c[i]);
		nest -= closes(p->c[i]) && nest > 0;
		if (nest != 0 || !joins(p->c[i]))
			continue;
		joints++;
		if (i > from(s, s->n))
			last = i;
	}
	*least = s->n + 1;
	*most = *least + joints;
	if (last != 0 && parts_two(s, last, end))
		++*least;
}

bool
series_may_start_later(const struct series *s, size_t end, size_t too_many)
{
	size_t k, longest = 0;

	for (k = too_many + 1; k <= s->n; k++)
		if (length(s, k, end) > longest)
			longest = length(s, k, end);
	return too_many >= s->n || length(s, too_many, end) > longest + 1;
}

/* Says whether the n characters before two places are the same. */
static bool
same_end(const struct prose *p, size_t a, size_t b, size_t n)
{
	while (n > 0 && p->c[a - n] == p->c[b - n])
		n--;
	return n == 0;
}

bool
series_is_alike(
    const struct series *s, const struct prose *p, size_t end, size_t n)
{
	size_t k, i;

	for (k = 0; k < s->n; k++)
		if (length(s, k, end) <= n || !same_end(p, s->seps[k], end, n))
			return false;
	for (i = from(s, s->n) + 1; i + n < end; i++)
		if (joins(p->c[i]) && parts_two(s, i, end) &&
		    !same_end(p, i, end, n))
			return false;
	return s->n > 0 && length(s, s->n, end) > n;
}

bool
series_counts(const struct series *s, const struct prose *p)
{
	size_t k;

	for (k = 0; k < s->n; k++)
		if (s->seps[k] > s->start + 2 &&
		    ordinal_part(p->c[s->seps[k] - 2]))
			return true;
	return false;
}

size_t
series_longest(
    const struct series *s, const struct prose *p, size_t end, size_t *last)
{
	size_t k, longest = 0, i;

	for (k = 0; k < s->n; k++)
		if (length(s, k, end) > longest)
			longest = length(s, k, end);
	*last = length(s, s->n, end);
	for (i = from(s, s->n) + 1; i < end; i++)
		if (joins(p->c[i]) && parts_two(s, i, end))
			*last = end - i - 1;
	return longest;
}

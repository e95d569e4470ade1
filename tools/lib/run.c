/* run: runs of numerals in prose */
#include "chars.h"
#include "run.h"

struct run
run_at(const struct prose *p, size_t i)
{
	struct run r = { i, i, i < p->end && chars_digit(p->c[i]), 0 };

	if (r.arabic)
		for (; r.end < p->end && chars_digit(p->c[r.end]); r.end++)
			r.value = r.value < 100000
				      ? r.value * 10 + (p->c[r.end] - '0')
				      : r.value;
	else
		while (r.end < p->end && chars_numeral(p->c[r.end]))
			r.end++;
	return r;
}

size_t
run_length(const struct run *r)
{
	return r->end - r->from;
}

bool
run_spelled(const struct prose *p, const struct run *r)
{
	size_t i;

	for (i = r->from; i < r->end; i++)
		if (chars_in(p, i, "十百千两"))
			return false;
	return true;
}

bool
run_in_code(const struct prose *p, size_t i)
{
	uint32_t c = i > p->start ? p->c[i - 1] : 0;

	return c != 0 && c < 0x80 && c != ' ' && c != '(' && c != '"';
}

size_t
run_joint(const struct prose *p, size_t i)
{
	uint32_t c = i < p->end ? p->c[i] : 0;

	if (c == '-' || c == '~')
		return 1;
	return chars_word(p, i, "—— — – － ― ～ 至 到");
}

size_t
run_number_end(const struct prose *p, size_t i)
{
	while (i < p->end && chars_digit(p->c[i]))
		i++;
	while (i + 1 < p->end && (p->c[i] == '.' || p->c[i] == ',') &&
	       chars_digit(p->c[i + 1]))
		for (i++; i < p->end && chars_digit(p->c[i]); i++)
			;
	return i;
}

/* claimintro: the sentence that announces a list */
#include "claimintro.h"
#include "claimread.h"
#include "ordinal.h"

enum {
	FAR = 80, /* characters; an announcement is shorter */
	NEAR = 16, /* between a claim and the end */
	COLON = 0xFF1A,
	STOP = 0x3002,
	COMMA = 0xFF0C,
};

static bool
ends(uint32_t c)
{
	return c == STOP || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F;
}

/* 主要有三： has a number, but no unit. */
static bool
bare_number(const struct prose *p, size_t end, struct claim *c)
{
	static const struct str numbers = STR("二三四五六七八九十");
	size_t k;

	if (end < p->start + 2 || p->c[end - 2] != 0x6709)
		return false;
	for (k = 0; k < numbers.n; k += 3)
		if (claimread_before(p, end, str_cut(numbers, k, 3)))
			break;
	*c = (struct claim){ .value = k / 3 + 2,
		.from = end - 1,
		.number_end = end,
		.end = end,
		.names = true };
	return k < numbers.n;
}

void
claimintro_read(const struct prose *p, size_t end, struct claimintro *in)
{
	struct claim c, last = { 0 };
	size_t i, from, stop = end;
	uint32_t mark = stop > p->start ? p->c[stop - 1] : 0;
	bool far = false;

	*in = (struct claimintro){ 0 };
	if (mark == COLON || mark == ':' || mark == STOP || mark == COMMA)
		stop--;
	else if (end != p->end || p->kind != PROSE_HEADING)
		return;
	in->colon = mark == COLON || mark == ':';
	for (from = stop; from > p->start && stop - from < FAR; from--)
		if (ends(p->c[from - 1]))
			break;
	if (p->kind == PROSE_HEADING && from < p->number_end)
		from = p->number_end;
	for (i = from; i < stop; i++) {
		far = far || p->c[i] == COMMA || p->c[i] == COLON;
		if (!ordinal_part(p->c[i]) || !claimread(p, i, &c))
			continue;
		in->n++;
		last = c;
		far = false;
		i = c.end - 1;
	}
	if (in->n == 0 && in->colon && bare_number(p, stop, &last))
		in->n = 1;
	/* not 上述三个方面, nor one far from the list or of another matter */
	if (in->n == 0 || far || stop - last.end > NEAR ||
	    (!in->colon && !last.names) ||
	    claimread_before(
		p, last.from, STR("这 上述 前述 以上 其他 其余 另外")))
		in->n = 0;
	if (in->n == 0)
		return;
	in->value = last.value;
	in->spot = prose_spot(p, last.from, last.end);
}

/* when: dates in prose */
#include "chars.h"
#include "when.h"

void
when_day(const struct prose *p, size_t i, struct when *w)
{
	struct run day = run_at(p, i), last;

	if (run_length(&day) == 0 || run_length(&day) > 3)
		return;
	last = run_at(p, day.end + run_joint(p, day.end));
	if (last.from != day.end && run_length(&last) != 0 &&
	    last.arabic == day.arabic)
		day.end = last.end;
	if (!chars_in(p, day.end, "日号"))
		return;
	w->day = day;
	w->end = day.end + 1;
	w->hao = chars_in(p, day.end, "号") &&
		 !chars_in(p, day.end + 1, "楼院线令文机车船门厅井库桥路店仓");
}

/* Reads the month at i, and its day. */
static void
read_month(const struct prose *p, size_t i, struct when *w)
{
	struct run month = run_at(p, i);

	/* 三月三, 十月革命 */
	if (run_length(&month) == 0 || run_length(&month) > 2 ||
	    !chars_in(p, month.end, "月"))
		return;
	w->month = month;
	w->end = month.end + 1;
	when_day(p, month.end + 1, w);
	if (run_length(&w->day) == 0 && !month.arabic &&
	    (chars_numeral(p->c[w->end]) ||
		chars_word(p, w->end, "革命") != 0)) {
		w->month = (struct run){ 0 };
		w->end = month.from;
	}
}

bool
when_read(const struct prose *p, const struct run *r, struct when *w)
{
	*w = (struct when){ .end = r->from };
	if (chars_in(p, r->end, "年") &&
	    (run_length(r) == 4 || run_length(r) == 2) &&
	    (r->arabic || run_spelled(p, r))) {
		w->year = *r;
		w->end = r->end + 1;
		read_month(p, w->end, w);
	} else {
		read_month(p, r->from, w);
	}
	return w->end != r->from;
}

bool
when_padded(const struct prose *p, const struct run *r)
{
	return r->arabic && run_length(r) == 2 && p->c[r->from] == '0' &&
	       r->value != 0;
}

bool
when_mixed(const struct when *w)
{
	const struct run *const parts[] = { &w->year, &w->month, &w->day };
	int arabic = 0, han = 0, i;

	for (i = 0; i < 3; i++) {
		arabic += run_length(parts[i]) != 0 && parts[i]->arabic;
		han += run_length(parts[i]) != 0 && !parts[i]->arabic;
	}
	return arabic != 0 && han != 0;
}

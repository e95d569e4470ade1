/* chartpie: how a pie lies, so that the words beside its slices do not */
#include <stdint.h>
#include <stdlib.h>

#include "chartpie.h"
#include "utf8.h"

enum {
	EMU_A_HUNDREDTH = 127, /* of a point */
	STEP = 10, /* degrees from one try to the next */
	GAP = 600, /* from the circle to the words, hundredths of a point */
	PARTS = 3600, /* of the circle: tenths of a degree */
	ONE = 1000, /* of a sine */
	LARGE = PARTS / 20, /* a slice that has room for a number */
};

/* The words beside a slice; hundredths of a point from the circle's centre. */
struct words {
	long middle; /* of its slice, from the first's beginning, in PARTS */
	long share; /* of the circle */
	long width;
	long x, y; /* the middle of the words */
};

struct pie {
	const struct chart *c;
	long size;
	struct words words[CHART_SLICES];
	size_t n;
};

/* The sine of tenths of a degree, as Bhaskara I. approximated it: right to
 * two in a thousand. */
static long
sine(long angle)
{
	long half = angle % (PARTS / 2), product;

	product = half * (PARTS / 2 - half);
	half = 4 * product * ONE / (40500L * 100 - product);
	return angle % PARTS < PARTS / 2 ? half : -half;
}

static double
value(const struct chart *c, size_t slice)
{
	const struct buf *cell = chart_cell(c, slice + 1, 1);

	return cell->n != 0 ? strtod(cell->p, NULL) : 0;
}

/* The width of a text in halves of a Chinese character. */
static long
halves(struct str s)
{
	long sum = 0;
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n && (n = utf8_next(s, i, &c)) != 0; i += n)
		sum += utf8_chinese(c) ? 2 : 1;
	return sum;
}

static void
measure(struct pie *p)
{
	double all = 0, before = 0;
	size_t i;

	for (i = 0; i < p->n; i++)
		all += value(p->c, i);
	if (!(all > 0))
		return;
	for (i = 0; i < p->n; i++) {
		struct words *w = &p->words[i];
		double v = value(p->c, i);

		w->share = (long)(v / all * PARTS);
		w->middle = (long)((before + v / 2) / all * PARTS);
		/* name, value, per cent, and the commas between */
		w->width =
		    (halves(buf_str(chart_cell(p->c, i + 1, 0))) +
			halves(buf_str(chart_cell(p->c, i + 1, 1))) + 7) *
		    p->size / 2;
		before += v;
	}
}

/* Lays the words down for a turn of the pie. */
static void
lay(struct pie *p, long turn)
{
	long radius =
	    p->c->height / EMU_A_HUNDREDTH * CHARTPIE_HEIGHT / 200 + GAP;
	size_t i;

	for (i = 0; i < p->n; i++) {
		struct words *w = &p->words[i];
		long angle = w->middle + turn * 10;
		long across = sine(angle), up = sine(angle + PARTS / 4);

		w->x = (radius + w->width / 2) * across / ONE;
		w->y = -(radius + p->size / 2) * up / ONE;
	}
}

static bool
collide(const struct pie *p, const struct words *a, const struct words *b)
{
	return labs(a->x - b->x) < (a->width + b->width) / 2 &&
	       labs(a->y - b->y) < p->size * 5 / 4;
}

/* Counts the words that lie on others, or beyond the chart's edge. */
static size_t
faults(const struct pie *p)
{
	long edge = p->c->width / EMU_A_HUNDREDTH / 2;
	size_t i, j, n = 0;

	for (i = 0; i < p->n; i++) {
		const struct words *w = &p->words[i];

		if (value(p->c, i) == 0)
			continue;
		n += w->width > edge || labs(w->x) + w->width / 2 > edge;
		for (j = 0; j < i; j++)
			n += value(p->c, j) != 0 && collide(p, w, &p->words[j]);
	}
	return n;
}

struct chartpie
chartpie_plan(const struct chart *c, long size)
{
	struct pie p = { .c = c, .size = size };
	struct chartpie plan = { 0 };
	size_t best = (size_t)-1, turn, i;

	p.n = c->points < CHART_SLICES ? c->points : CHART_SLICES;
	measure(&p);
	for (turn = 0; turn < 360 && best != 0; turn += STEP) {
		size_t n;

		lay(&p, (long)turn);
		n = faults(&p);
		if (n < best) {
			best = n;
			plan.turn = turn;
		}
	}
	plan.crowded = best != 0;
	if (plan.crowded)
		plan.turn = 0;
	for (i = 0; i < p.n; i++)
		plan.labelled[i] =
		    plan.crowded ? p.words[i].share >= LARGE : value(c, i) != 0;
	return plan;
}

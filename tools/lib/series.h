/* series: things that a clause names one after another: A、B、C和D */
#ifndef SERIES_H
#define SERIES_H

#include "prose.h"

enum { SERIES_ROOM = 64 };

/* The series that a clause may hold; starts as { .start = a character }. */
struct series {
	size_t start; /* of the clause */
	size_t seps[SERIES_ROOM], n; /* the 、 outside brackets */
	size_t nest; /* brackets and quotation marks that are open */
	size_t inside; /* the 、 in the last of those */
};

/* Takes the next character; true where the clause ends there. */
bool series_step(struct series *s, const struct prose *p, size_t i);
/* Finds how many things it has, up to a character, at least and at most: 和 may
 * stand between two or in one. */
void series_count(const struct series *s, const struct prose *p, size_t end,
    size_t *least, size_t *most);
/* Says whether the things that would be too many may belong to a phrase before
 * the series: 在省、市支持下抓好A、B、C. */
bool series_may_start_later(
    const struct series *s, size_t end, size_t too_many);
/* Says whether all of its things end as the last does, 县财政局、县审计局 or
 * 农业、工业和服务业, which has n characters of it in common: 1 or more. */
bool series_is_alike(
    const struct series *s, const struct prose *p, size_t end, size_t n);
/* Says whether its things are sums themselves: 春秋两季、城乡两端. */
bool series_counts(const struct series *s, const struct prose *p);
/* The longest thing but the last, and the last, in characters; of A和B, B. */
size_t series_longest(
    const struct series *s, const struct prose *p, size_t end, size_t *last);

#endif

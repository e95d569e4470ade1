/* openlists: the lists that are open at a place of a report, each in the one
 * before; what enumeration works on */
#ifndef OPENLISTS_H
#define OPENLISTS_H

#include "enumeration.h"

enum { OPENLISTS_ROOM = 16 }; /* lists in each other; no reader follows more */

/* At most OPENLISTS_ROOM outside, and as many in a cell or a note. */
struct enumeration {
	struct enumeration_taker taker;
	struct enumeration_list lists[2 * OPENLISTS_ROOM];
	size_t n, base; /* below base are those outside a cell or a note */
	size_t paragraph; /* from 1 */
	bool has_text; /* there is a paragraph before */
	/* of the paragraph: */
	bool heading, in_item; /* it is one; it begins with an item */
	bool quote, inner_quote, bracket; /* is open */
	bool other, then; /* 一来, 一方面; 然后 stands in it */
	bool loose[LISTITEM_KINDS]; /* 一是 where no clause begins */
};
/* How many quotations and brackets are open. */
size_t openlists_depth(const struct enumeration *e);
/* Tells that an item is at fault; the list cannot be counted any more. */
void openlists_tell(struct enumeration *e, struct enumeration_list *l,
    struct spot spot, enum enumeration_fault fault, size_t value,
    size_t should_be);
/* Ends the lists from the one numbered n on. */
void openlists_drop(struct enumeration *e, size_t n);
/* Opens a list with an item, inside all that are open. */
struct enumeration_list *openlists_push(struct enumeration *e,
    const struct prose *p, const struct listitem *it, bool at_start);
/* Says whether two of the same number in a row are a mistake: 一靠……一靠…… is
 * none. */
bool openlists_strict(const struct enumeration_list *l);
/* Says whether an item can be of a list: 二要 may follow 一是, unless another
 * list has the same verb. */
bool openlists_suits(const struct enumeration_list *l,
    const struct listitem *it, bool same_verb);
/* The innermost list in the paragraph that an item is of, and that it fits if
 * need be; or NULL. */
struct enumeration_list *openlists_here(
    struct enumeration *e, const struct listitem *it, bool fits);
/* The list below another, of its kind, with an item in this paragraph. */
struct enumeration_list *openlists_below(
    struct enumeration *e, const struct enumeration_list *l);
/* Says whether a list has one item, in this paragraph, that may be an item of
 * the list outside with a wrong number. */
bool openlists_stray(
    const struct enumeration *e, const struct enumeration_list *l);
/* The innermost list over paragraphs that an item is of. */
struct enumeration_list *openlists_outer(
    struct enumeration *e, const struct listitem *it);
/* A list that began in the middle of a paragraph, and may go on in those that
 * come. */
struct enumeration_list *openlists_carried(
    struct enumeration *e, const struct listitem *it, bool fits);
#endif

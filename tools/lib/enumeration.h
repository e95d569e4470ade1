/*
 * enumeration: the lists of a report, in running text (一是……；二是……) and over
 * paragraphs, as they open, go on and end
 *
 * Lists nest; a list in a quotation or in brackets is its own. What is doubtful
 * is no fault: a list of one item, an item whose list began in other words.
 */
#ifndef ENUMERATION_H
#define ENUMERATION_H

#include "listitem.h"
#include "succession.h"

enum enumeration_fault {
	ENUMERATION_GAP, /* items before this one are missing */
	ENUMERATION_START, /* this is the first item, but not by its number */
	ENUMERATION_REPEAT, /* this number, or a later one, was there before */
};

/* A list as long as it is open. */
struct enumeration_list {
	enum listitem_kind kind;
	uint32_t verb;
	struct succession numbers;
	size_t items, first; /* how many, and the number of the first */
	size_t began, paragraph; /* of its first and its latest item */
	size_t depth; /* how many quotations and brackets are around it */
	bool at_start; /* its items begin paragraphs */
	bool quoted; /* it stood in quotation marks or brackets that closed */
	bool in_item; /* it stands in an item that begins its paragraph */
	bool colon; /* introduces it */
	bool ended; /* by 最后 */
	bool faulty; /* its number of items says nothing */
	bool waits; /* its first item is at fault, if another follows */
	bool nested; /* spot is that of a list inside its only item */
	struct spot spot; /* of its first item, or of the list in it */
	size_t tag; /* what opened says */
};

/* Who takes what is found; any may be NULL. */
struct enumeration_taker {
	void *ctx;
	/* A list opens with an item of a paragraph; returns a tag. */
	size_t (*opened)(
	    void *ctx, const struct prose *p, const struct listitem *it);
	/* A list ends. */
	void (*ended)(void *ctx, const struct enumeration_list *l);
	/* An item is at fault; the value should be another. */
	void (*fault)(void *ctx, struct spot spot, enum enumeration_fault fault,
	    enum listitem_kind kind, uint32_t verb, size_t value,
	    size_t should_be);
};

struct enumeration;
struct enumeration *enumeration_new(const struct enumeration_taker *t);
/* Takes the next paragraph of any kind. */
void enumeration_take(struct enumeration *e, const struct prose *p);
/* Ends all lists, and frees e. */
void enumeration_end(struct enumeration *e);

#endif

/* docchange: the tracked changes that are open while a document is read
 * (ISO/IEC 29500-1, 17.13.5) */
#ifndef DOCCHANGE_H
#define DOCCHANGE_H

#include "docread.h"
#include "xml.h"

/* A change; its author and date lie in docchanges.names. */
struct docchange {
	enum docread_change change; /* together with those around it */
	bool gone; /* inside of a w:del, accepted or not */
	unsigned serial;
	size_t author, date, end;
};

/* Starts as { 0 }, followed by docchange_start; it may not move after. */
struct docchanges {
	struct docchange open[XML_DEPTH + 1], *last;
	unsigned serial, told;
	struct buf names;
};

void docchange_start(struct docchanges *cs);
/* Opens a change inside of the last; gone says whether it is a w:del. */
void docchange_begin(struct docchanges *cs, enum docread_change change,
    bool gone, struct str author, struct str date);
/* Ends the last. */
void docchange_end(struct docchanges *cs);
/* Tells what text is from here on, unless that was told already. */
void docchange_tell(
    struct docchanges *cs, const struct docread_events *on, void *me);
void docchange_free(struct docchanges *cs);

#endif

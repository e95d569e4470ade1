/* listitem: the words that begin the items of a list in running text: 一是
 * 第一， 首先 其一， （1） ① */
#ifndef LISTITEM_H
#define LISTITEM_H

#include "prose.h"

enum listitem_kind {
	LISTITEM_NONE,
	LISTITEM_IS, /* 一是 一要 一在 一靠 一看 一抓 */
	LISTITEM_ORDINAL, /* 第一， 第一是 第一步， */
	LISTITEM_FIRST, /* 首先 其次 再次 最后 */
	LISTITEM_ITS, /* 其一， */
	LISTITEM_BRACKET, /* （1） （一） */
	LISTITEM_CIRCLE, /* ① */
	LISTITEM_KINDS,
	LISTITEM_OPEN, /* “ ‘ （ */
	LISTITEM_CLOSE, /* ” ’ ） */
	LISTITEM_OTHER, /* 一来 一方面 然后: begins a list of another kind */
};

enum { LISTITEM_LAST = 1000 }; /* the value of 最后 */

struct listitem {
	enum listitem_kind kind;
	size_t value;
	/* of LISTITEM_IS; 步 of 第一步; of a bracket, which, as it opens */
	uint32_t verb;
	size_t from, end; /* characters */
	bool begins; /* it stands where a clause begins */
	bool colon; /* a colon stands before it */
};

/* Finds the next item, bracket or quotation mark at or after character *at;
 * moves *at behind it. */
bool listitem_next(const struct prose *p, size_t *at, struct listitem *it);
/* Says whether an item that is not the first, as 其次，, shows that the first
 * is missing: nothing before it says that the list began in other words. */
bool listitem_begins_late(const struct prose *p, const struct listitem *it);

#endif

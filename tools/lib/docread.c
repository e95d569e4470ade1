/* docread: the main document of a DOCX as events; clauses are those of
 * ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "docread.h"
#include "wordml.h"

/* An element that is open. */
struct level {
	enum wordml word;
	bool preserve; /* xml:space, inherited: XML 1.0, 2.10 */
	bool chosen; /* a Choice was taken */
};

/* What holds paragraphs (the body, a cell, a box) or cells (a row). */
struct frame {
	enum wordml word;
	bool told; /* its event went out */
	bool open; /* a paragraph's event went out, its end not yet */
	bool joined; /* that paragraph goes on in the next */
	enum docread_change change, mark; /* its own; its paragraph's */
};

/* A tracked change that is open; its texts lie in walk.names. */
struct revision {
	enum docread_change change;
	unsigned serial;
	size_t author, date, end;
};

enum { FIELDS = 64 };

struct walk {
	const struct docread_events *on;
	void *me;
	struct level levels[XML_DEPTH];
	struct frame frames[XML_DEPTH + 1], *frame;
	struct revision revisions[XML_DEPTH + 1], *revision;
	size_t depth, skip;
	unsigned serial, told;
	bool collects;
	char fields[FIELDS]; /* 'i' in its instruction, 'r' in its result */
	size_t nfields;
	struct buf style, names, word;
};

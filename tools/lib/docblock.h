/*
 * docblock: the blocks of a document that is being read, and when their events
 * go out
 *
 * Whether a row, a cell or a paragraph's mark was deleted is read after its
 * start, so each is told late: with the first thing in it, or at its end.
 */
#ifndef DOCBLOCK_H
#define DOCBLOCK_H

#include <stdbool.h>

#include "docread.h"
#include "str.h"
#include "xml.h"

enum docblock_kind { DOCBLOCK_BODY, DOCBLOCK_ROW, DOCBLOCK_CELL, DOCBLOCK_BOX };

/* What holds paragraphs and tables, or, as a row, cells. */
struct docblock_frame {
	enum docblock_kind kind;
	bool told; /* its event went out */
	bool inside; /* a paragraph has begun and not ended */
	bool open; /* a paragraph's event went out, its end's not yet */
	bool joined; /* the open paragraph goes on in the next */
	size_t tables; /* that are open in it */
	enum docread_change change, mark; /* its own; its paragraph's */
};

/* Starts as { .on = events, .me = me }, followed by docblock_begin. */
struct docblock {
	const struct docread_events *on;
	void *me;
	struct docblock_frame frames[XML_DEPTH + 1], *frame;
	struct buf style; /* of the paragraph that begins */
};

/* What text is that was changed twice, one change inside the other. */
enum docread_change docblock_combine(
    enum docread_change outer, enum docread_change inner);
/* Says whether what was changed so is not to be seen. */
bool docblock_gone(const struct docblock *b, enum docread_change change);

/* Starts the body. */
void docblock_begin(struct docblock *b);
/* Ends the body and frees what b owns. */
void docblock_end(struct docblock *b);
/* Notes a change of the row or cell that has begun, unless it was told. */
void docblock_change(
    struct docblock *b, enum docblock_kind kind, enum docread_change change);
/* Says whether paragraphs and tables may stand here and be seen. */
bool docblock_holds(const struct docblock *b);
/* Tells the paragraph, for something that stands in it. */
void docblock_need(struct docblock *b);

/* Each starts a block and is false where it may not stand or is not to be
 * seen: then neither what is in it nor its end is told. */
bool docblock_paragraph(struct docblock *b);
bool docblock_table(struct docblock *b);
bool docblock_row(struct docblock *b);
bool docblock_cell(struct docblock *b);
bool docblock_box(struct docblock *b);
/* Each ends what its counterpart started. */
void docblock_paragraph_end(struct docblock *b);
void docblock_table_end(struct docblock *b);
void docblock_row_end(struct docblock *b);
void docblock_cell_end(struct docblock *b);
void docblock_box_end(struct docblock *b);

#endif

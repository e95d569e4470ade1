/* htmlblock: paragraphs, figures and tables as the blocks of a page */
#ifndef HTMLBLOCK_H
#define HTMLBLOCK_H

#include <stdbool.h>

#include "docread.h"
#include "htmlstyles.h"
#include "htmltable.h"

enum htmlframe_kind { FRAME_BODY, FRAME_CELL, FRAME_BOX, FRAME_NOTE };

/* What a paragraph is beside its looks. */
enum htmlrole {
	ROLE_TEXT,
	ROLE_TITLE,
	ROLE_HEADING, /* that Word does not count as one: of a page */
	ROLE_CAPTION, /* of the table that follows */
	ROLE_FIGURE_CAPTION, /* of the figure before */
};

/* What holds paragraphs and tables; starts as { .kind = ... }. */
struct htmlframe {
	enum htmlframe_kind kind;
	struct buf out; /* the blocks that are whole */
	struct buf boxes; /* that wait for the paragraph's end */
	/* the paragraph that is open */
	struct buf text;
	struct look look;
	struct htmlstyle *style;
	enum htmlrole role;
	struct buf link; /* where all of it leads to */
	bool tabbed, words, drawing, marked;
	bool broken; /* its beginning stands on the sheet before */
	/* a figure whose caption may follow, a caption whose table may */
	bool figure;
	struct buf caption;
	struct htmltable *tables; /* the open ones, one in the other's cell */
	size_t tables_n;
};

/* Adds text to the open paragraph, in the looks of a run. */
void htmlblock_text(struct htmlframe *f, struct str text,
    struct htmlstyle *style, const struct look *run, long base);
/* Ends the open paragraph. */
void htmlblock_end(struct htmlframe *f, long base);
/* Begins a table, and ends it. */
void htmlblock_table(struct htmlframe *f);
void htmlblock_table_end(struct htmlframe *f, long base);
/* Ends a figure or a caption that waits for more. */
void htmlblock_settle(struct htmlframe *f);
void htmlblock_free(struct htmlframe *f);

#endif

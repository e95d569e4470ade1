/*
 * prose: the text of a report as it is proofread: paragraphs of characters,
 * each of which knows its place in the author's file
 *
 * Read from a section as its author wrote it, or as fill or outline hands it
 * on. A paragraph is the lines that `\` joins, without markup; each cell of a
 * table, each footnote and each caption is one of its own. What a fact put in
 * stands there as a reader sees it; a placeholder that is not filled, and a
 * table that a fact is, stand as U+FFFC.
 */
#ifndef PROSE_H
#define PROSE_H

#include <stdint.h>

#include "diag.h"
#include "heading.h"
#include "remarks.h"
#include "str.h"

enum prose_kind {
	PROSE_TEXT, /* a paragraph of a section */
	PROSE_HEADING, /* one that begins with the number of a heading */
	PROSE_TITLE, /* a line of 标题, or of 附件页 */
	PROSE_NAME, /* of 主送, 署名, 落款, 附件; a value of 版头, 版记 */
	PROSE_CELL, /* of a table */
	PROSE_CAPTION, /* of a table or a figure, or what a picture shows */
	PROSE_FOOTNOTE,
};

/* Where a character comes from. */
enum prose_origin {
	PROSE_TYPED, /* by the author, as it stands */
	PROSE_VALUE, /* a fact put it in */
	PROSE_MADE, /* outline made the number, or lines were joined by it */
	PROSE_OPAQUE, /* U+FFFC: what is not known here */
};

enum { PROSE_OBJECT = 0xFFFC };

/* A paragraph; good only while it is handed to a prose_take. Its text has the
 * blanks around it (ends of lines inside it have none): what the author wrote
 * goes from character start to end. */
struct prose {
	enum prose_kind kind;
	struct str text; /* UTF-8 */
	const uint32_t *c; /* its characters; c[n] is 0 */
	const size_t *at; /* the byte of each in text; at[n] is text.n */
	const unsigned char *origin; /* enum prose_origin of each */
	size_t n, start, end;
	/* of a heading: its number, where that ends (with a # unnumbered: at
	 * start), where its sentence ends; before end, it is run in */
	struct heading heading;
	size_t number_end, heading_end;
	const char *path;
	size_t section, number; /* from 0, in the report */
	size_t remark; /* what the author said of it (remarks.h) */
	struct prose_source *source;
};

/* A stretch of a paragraph, in the author's file; lasts as long as the path.
 * The end is behind its last character. */
struct spot {
	struct place at;
	size_t end_line, end_column;
	size_t section;
	size_t remark;
	bool typed; /* all of it by the author, in one line, without markup */
};

/* The stretch of characters from to end of a paragraph. */
struct spot prose_spot(const struct prose *p, size_t from, size_t end);

/* Copies what a rule needs that looks at the whole report: the characters and
 * their places (prose_spot), but no text, no bytes, no origins. Freed with
 * prose_drop. */
struct prose *prose_keep(const struct prose *p);
void prose_drop(struct prose *kept);
/* The name of the fact that put character i in; empty for any other. */
struct str prose_fact(const struct prose *p, size_t i);

/* Takes a paragraph. */
typedef void prose_take(void *ctx, const struct prose *p);

struct prose_reader;
/* Starts a report whose remarks are kept in rs. Freed with prose_free. */
struct prose_reader *prose_new(struct remarks *rs, prose_take *take, void *ctx);
/* Reads the next section, and hands its paragraphs to take, in order; path
 * must last as long as the spots. Faults of markup are no matter here: other
 * filters report them. */
void prose_read(struct prose_reader *r, const char *path, struct str text);
void prose_free(struct prose_reader *r);

#endif

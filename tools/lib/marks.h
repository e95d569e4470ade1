/*
 * marks: how filters hand on what they know, inside the text
 *
 * A mark is one of Unicode's noncharacters, which an author's text may not
 * hold. A marked piece of text keeps what the author typed there, so that any
 * later stage can give the place of a fault in the author's own line:
 *
 *     OPEN  what the author typed  MARK_TEXT  what stands there now  MARK_END
 *
 *     MARK_VALUE   a filled value; typed: the inside of {{name|format}}
 *     MARK_NUMBER  a number that outline made; typed: # or {{#label}}
 *     MARK_ERROR   a fault that was reported; no later stage reports it again,
 *                  and no document is made of a text that holds one
 *
 * The text of a value that is a table holds its cells, with MARK_CELL between
 * the cells of a row and MARK_ROW behind each row, of which the first is the
 * head. It stays in one line, so that lines keep their numbers.
 *
 * Marks do not nest. The rest of U+FDD0 to U+FDEF is kept for insertions and
 * deletions.
 */
#ifndef MARKS_H
#define MARKS_H

#include "str.h"

#define MARK_VALUE "\xEF\xB7\x90" /* U+FDD0 */
#define MARK_NUMBER "\xEF\xB7\x91" /* U+FDD1 */
#define MARK_ERROR "\xEF\xB7\x92" /* U+FDD2 */
#define MARK_TEXT "\xEF\xB7\x93" /* U+FDD3 */
#define MARK_END "\xEF\xB7\x94" /* U+FDD4 */
#define MARK_CELL "\xEF\xB7\x95" /* U+FDD5 */
#define MARK_ROW "\xEF\xB7\x96" /* U+FDD6 */

/* The last byte of each mark, and 0 where there is none. */
enum mark_kind {
	MARK_IS_NONE = 0,
	MARK_IS_VALUE = 0x90,
	MARK_IS_NUMBER,
	MARK_IS_ERROR,
	MARK_IS_TEXT,
	MARK_IS_END,
	MARK_IS_CELL,
	MARK_IS_ROW,
};

/* A marked piece of text: what was typed, what stands there, its whole length.
 */
struct mark {
	enum mark_kind kind;
	struct str typed, text;
	size_t length;
};

/* Says whether the text of a value is a table. */
bool mark_table(struct str text);
/* The kind of the mark at byte at, MARK_IS_NONE where there is none. */
enum mark_kind mark_at(struct str s, size_t at);
/* Reads the marked piece that opens at byte at into *m; false when there is
 * none, or it is broken off. */
bool mark_read(struct str s, size_t at, struct mark *m);
/* The name of the fact that a filled value was typed as: name|format. */
struct str mark_name(const struct mark *m);
/* Adds a marked piece: open is MARK_VALUE, MARK_NUMBER or MARK_ERROR. */
void mark_add(
    struct buf *out, const char *open, struct str typed, struct str text);
/* Says whether the marks of one line are whole and in order. */
bool marks_whole(struct str line);
/* Says whether a fault was reported in this line. */
bool marks_error(struct str line);
/* Adds what the author typed for a text with marks. */
void marks_typed(struct str s, struct buf *out);
/* The column, from 1, in the author's line, of what stands at byte at of the
 * same line of a later stage. */
size_t marks_column(struct str line, size_t at);

/* How far the columns of a line have been counted, since a line may have a
 * million places to tell of; starts as { line.p, 1 }. */
struct marks_count {
	const char *p;
	size_t column;
};

/* The column of p, which is not before the last one asked for. */
size_t marks_column_at(struct marks_count *count, const char *p);

#endif

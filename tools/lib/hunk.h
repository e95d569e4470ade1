/* hunk: one change between the copy that was sent and the one that came back,
 * and where it belongs in the author's files */
#ifndef HUNK_H
#define HUNK_H

#include "merge.h"

/* Tokens of the sent copy that are gone, and of the other that have come. */
struct hunk {
	size_t old_at, old_n, new_at, new_n;
};

/* The placing of all hunks of a copy. */
struct hunks {
	struct merge *m;
	const struct docstream *back;
	const struct merged *skip;
	struct merged *out;
	size_t *to_sent; /* of each paragraph of back: that of sent, or -1 */
};

/* Finds the edits, or the notes, that a hunk is, and adds them. */
void hunk_place(struct hunks *h, const struct hunk *k);
/* Places a paragraph that stands elsewhere as a whole. */
void hunk_move(struct hunks *h, size_t old, size_t new);

/* Adds an edit, unless it is among those to skip; takes text over. */
void hunk_edit(struct hunks *h, struct merge_edit e);
/* Adds a note of what was there and is now, with its place where at is not
 * NULL. */
void hunk_note(struct hunks *h, enum merge_kind kind,
    const struct source_char *at, struct str fact, struct str old,
    struct str new);

/* Adds tokens as plain text. */
void hunk_text(const struct docstream *s, size_t at, size_t n, struct buf *out);
/* Adds text that was typed in a document as a section wants it: what would be
 * markup there, at the start of a line or in a cell, is escaped. */
void hunk_escape(struct str text, bool start, bool cell, struct buf *out);
/* The characters of base that tokens of the sent copy stand for: adds them to
 * *list, in order; returns how many there are. */
size_t hunk_chars(const struct merge *m, size_t at, size_t n, size_t **list);

/* Places a hunk that is whole paragraphs on both sides (hunklines.c); false
 * where it cannot. */
bool hunk_lines(struct hunks *h, const struct hunk *k);
/* Places lines, each of them ended, behind the paragraph of back before the
 * one given; false where it cannot. */
bool hunk_insert(struct hunks *h, size_t paragraph, bool row, struct str lines);
/* Takes away what characters of base the list has, whole lines where nothing
 * of them stays. */
void hunk_delete(struct hunks *h, const size_t *list, size_t n);

#endif

/* hunk: one change between the copy that was sent and the one that came back,
 * and where it belongs in the author's files */
#ifndef HUNK_H
#define HUNK_H

#include "compare.h"
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
	bool *edits, *notes; /* those of skip that were met: each counts once */
	struct merged *out;
	size_t *to_sent; /* of each paragraph of back: that of sent, or -1 */
};

/* Finds the edits, or the notes, that a hunk is, and adds them. */
void hunk_place(struct hunks *h, const struct hunk *k);
/* Places what a comparison tells of stretches that begin at old and new, and
 * what was changed in the footnotes whose marks stay. */
void hunk_places(
    struct hunks *h, const struct comparison *c, size_t old, size_t new);
/* Places what was changed inside a paragraph. */
void hunk_inside(struct hunks *h, size_t old, size_t new);
/* Tells a hunk that has no place, with what was there and what has come; list
 * are the n characters of base that go. */
void hunk_unplaced(
    struct hunks *h, const struct hunk *k, const size_t *list, size_t n);

/* hunkedit.c */
/* Adds an edit, unless it is among those to skip; takes text over. */
void hunk_edit(struct hunks *h, struct merge_edit e);
/* Adds a note of what was there and is now, with its place where at is not
 * NULL. */
void hunk_note(struct hunks *h, enum merge_kind kind,
    const struct source_char *at, struct str fact, struct str old,
    struct str new);
/* Adds tokens as plain text. */
void hunk_text(const struct docstream *s, size_t at, size_t n, struct buf *out);
/* Says whether among tokens one ends a paragraph, or a cell or a row. */
bool hunk_ends(const struct docstream *s, size_t at, size_t n, bool paragraph);
/* Adds tokens of the copy that came back as a section wants them at a place,
 * or behind a line's start where start is set: what would be markup there is
 * escaped, a footnote is {{!注:...}}. What a section cannot hold is told. */
void hunk_typed(struct hunks *h, size_t at, size_t n,
    const struct source_char *place, bool start, struct buf *out);
/* The characters of base that tokens of the sent copy stand for: adds them to
 * *list, in order; returns how many there are. */
size_t hunk_chars(const struct merge *m, size_t at, size_t n, size_t **list);
/* Says whether two characters are of one placeholder, or one number. */
bool hunk_same(const struct source_char *a, const struct source_char *b);

/* hunkvalue.c */
/* Places a change inside a paragraph that deletes n characters of base, cut at
 * the borders of placeholders. */
void hunk_change(
    struct hunks *h, const struct hunk *k, const size_t *list, size_t n);
/* Tells that text was put inside of the value at a character of base. */
void hunk_value(struct hunks *h, size_t at, struct str come);

/* hunkjoin.c */
/* Joins paragraphs: among what a hunk deletes, n characters of base, is the end
 * of one; false where they cannot be joined. */
bool hunk_join(
    struct hunks *h, const struct hunk *k, const size_t *list, size_t n);

/* hunklines.c */
/* Places a hunk that is whole paragraphs, or rows, on both sides; false where
 * it cannot. */
bool hunk_lines(struct hunks *h, const struct hunk *k);
/* Places lines, each of them ended, behind the paragraph of back before the
 * one given; false where it cannot. */
bool hunk_insert(struct hunks *h, size_t paragraph, struct str lines);
/* Places a paragraph that stands elsewhere as a whole. */
void hunk_move(struct hunks *h, size_t old, size_t new);
/* How many characters of base stand in the line of one, from *from on. */
size_t hunk_line(const struct merge *m, size_t at, size_t *from);

/* hunkcell.c */
/* Puts what has come into an empty cell of a row; false where a hunk is no such
 * thing. */
bool hunk_fill(struct hunks *h, const struct hunk *k);

/* hunkdelete.c */
/* A line of the author's file, without its line feed. */
struct str hunk_raw(const struct merge *m, size_t section, size_t number);
/* Takes away what characters of base the list has, whole lines where nothing
 * of them stays, whole blocks where no line does. */
void hunk_delete(struct hunks *h, const size_t *list, size_t n);
/* The lines of the outermost block around a line of a section that wants lines
 * rather than paragraphs: its opening and its closing; false for none. */
bool hunk_block(const struct merge *m, size_t section, size_t line,
    size_t *open, size_t *close);
/* Takes a footnote away, by its paragraph in the sent copy; false where its
 * place is not known. */
bool hunk_unnote(struct hunks *h, size_t paragraph);
/* Adds what the author typed for a footnote of the sent copy; false where its
 * place is not known. */
bool hunk_typed_note(const struct merge *m, size_t paragraph, struct buf *out);

#endif

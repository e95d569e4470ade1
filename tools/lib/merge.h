/*
 * merge: the edits of a reviewer, brought from a Word document back to the
 * author's lines
 *
 * Three texts: the author's files (base), the copy that was sent out, built
 * from them (sent), and what came back. What the reader of documents loses is
 * lost in both copies, so that only edits differ between them. An edit is cut
 * at the borders of values and of numbers that outline made: no edit changes a
 * placeholder but by removing it as a whole.
 */
#ifndef MERGE_H
#define MERGE_H

#include "manifest.h"
#include "sourcetext.h"
#include "streamdiff.h"

/* A change to one file: lines and columns from 1, the end behind it. */
struct merge_edit {
	size_t section, line, column, end_line, end_column;
	struct buf text;
};

/* Something to be told: where it is known, else line is 0. */
struct merge_note {
	enum merge_kind {
		MERGE_PROPOSAL, /* another value of a fact */
		MERGE_MADE, /* a number that outline makes was edited */
		MERGE_UNPLACED, /* no place in the author's files */
	} kind;
	size_t section, line, column;
	struct buf fact, old, new; /* texts; the fact of a proposal */
};

/* The base; the caller fills in what is not private. */
struct merge {
	struct token_ids ids;
	struct sourcetext base;
	struct docstream sent;
	const struct manifest *marks; /* of the sent copy */
	const struct str *files; /* the author's files, as they are */
	const struct str *texts; /* as outline wrote them */
	char *const *paths;
	size_t files_n;
	size_t *to_base; /* of each character of sent */
	struct buf plain; /* the text of base, and where its characters are */
	size_t *plain_at;
};

struct merged {
	struct merge_edit *edits;
	size_t n;
	struct merge_note *notes;
	size_t notes_n;
};

/* Maps the sent copy to the base, both of which have been read. */
void merge_begin(struct merge *m);
/* Finds the edits between the sent copy and one that came back; skip, if it is
 * not NULL, are the edits that another reading has told already. */
void merge_find(struct merge *m, const struct docstream *back,
    const struct merged *skip, struct merged *out);
/* The character of base that a byte of what came back stands for, or the
 * nearest before it; NULL for none. to is what merge_map made of that copy. */
const struct source_char *merge_place(const struct merge *m,
    const struct docstream *back, const size_t *to, size_t byte);
/* The token of the sent copy that each token of one that came back is, or -1;
 * the caller frees it. */
size_t *merge_map(const struct merge *m, const struct docstream *back);
/* Adds file i with the edits that are for it. */
void merge_apply(const struct merge *m, const struct merged *found, size_t i,
    struct buf *out);
/* Adds the lines first to last of a section with the edits, all of which stand
 * in them. */
void merge_slice(const struct merge *m, const struct merged *found,
    size_t section, size_t first, size_t last, struct buf *out);
/* Finds what all reviewers of a copy did together that is not what each did
 * for himself, who are in told: an edit inside of another's. It is told, and no
 * edit. */
void merge_together(struct merge *m, const struct docstream *back,
    const struct merged *told, struct merged *out);
/* Adds copies of the edits. */
void merged_copy(struct merged *to, const struct merged *from);
void merged_free(struct merged *found);
void merge_free(struct merge *m);

#endif

/* htmlnotes: the notes of a page, in the order of their marks */
#ifndef HTMLNOTES_H
#define HTMLNOTES_H

#include <stdbool.h>

#include "docread.h"
#include "str.h"

/* A note whose mark was met. */
struct htmlnote {
	enum docread_notes kind;
	struct buf id, content;
	size_t number; /* from 1, in the order of the marks */
	bool told;
};

/* Starts as { 0 }. */
struct htmlnotes {
	struct htmlnote *list;
	size_t n;
	struct htmlnote_by_id {
		struct htmlnote *note;
	} * by_id; /* the same by their ids */
};

/* Takes a note whose mark was met, and adds the mark to out: ① to ㊿, then a
 * number in brackets, as a link to the note. */
void htmlnotes_add(struct htmlnotes *ns, enum docread_notes kind, struct str id,
    struct buf *out);
/* Makes notes findable by their ids; none is added after. */
void htmlnotes_sort(struct htmlnotes *ns);
/* The note of that id whose text was not told yet; NULL where there is none. */
struct htmlnote *htmlnotes_find(
    const struct htmlnotes *ns, enum docread_notes kind, struct str id);
/* Begins the text of a note: adds its mark to out, as a link back. */
void htmlnotes_tell(struct htmlnote *note, struct buf *out);
void htmlnotes_free(struct htmlnotes *ns);

#endif

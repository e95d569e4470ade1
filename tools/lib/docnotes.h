/* docnotes: the notes of a document, in the order of their marks */
#ifndef DOCNOTES_H
#define DOCNOTES_H

#include "docread.h"
#include "docstream.h"

/* A note, by its kind and id; its paragraphs are parted by breaks. */
struct docnote {
	struct buf id, text;
	bool ended, placed;
};

/* Where in a note what a comment is about begins. */
struct docanchor {
	size_t comment, note, byte;
};

/* Starts as { 0 }. */
struct docnotes {
	struct docnote *notes, *marks; /* those read; ids alone, at marks */
	size_t notes_n, marks_n;
	struct docanchor *anchors;
	size_t anchors_n;
};

/* A note's mark stands at the end of the stream. */
void docnotes_mark(struct docnotes *r, enum docread_notes kind, struct str id,
    struct docstream *s);
/* A note begins; then its text, the ends of its paragraphs, and what comments
 * are about. */
void docnotes_begin(struct docnotes *r, enum docread_notes kind, struct str id);
void docnotes_text(struct docnotes *r, struct str text);
void docnotes_end_paragraph(struct docnotes *r);
void docnotes_anchor(struct docnotes *r, size_t comment);
/* Puts the notes behind the text, in the order of their marks, each once; gives
 * the comments in them their places. */
void docnotes_put(struct docnotes *r, struct docstream *s);
void docnotes_free(struct docnotes *r);

#endif

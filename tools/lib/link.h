/*
 * link: the bodies of the sections as one document: what typeset left open
 * (reloc.h) is settled here, where all of them are known
 */
#ifndef LINK_H
#define LINK_H

#include "chart.h"
#include "image.h"
#include "stylesheet.h"

/* A picture of the document: a part of its own, each content once. */
struct medium {
	struct buf bytes, hash;
	enum image_kind kind;
};

/* The document: views of the bodies, and what was made between them. */
struct linked {
	const struct stylesheet *sheet;
	bool line_numbers; /* of pages, in the margin */
	struct str *pieces; /* in their order, once link_end was called */
	size_t n;
	struct buf footnotes; /* the notes' elements; empty where none are */
	size_t notes;
	struct buf comments; /* the comments' elements */
	size_t comments_n;
	struct medium *media;
	size_t media_n;
	struct chart *charts;
	size_t charts_n;

	struct made *made; /* which pieces are made, and where they stand */
	struct buf text; /* what was made */
	size_t drawings;
	bool turned, wanted; /* the pages' side, now and from here on */
	bool lying; /* some pages lie on their side */
	bool begun; /* something stands on a page */
	size_t note_at; /* where the open note's runs begin, in footnotes */
	bool in_note, in_comment;
	struct toc *toc;
	struct buf *kept; /* bodies that were changed */
	size_t kept_n;
};

/* Starts a document in the measures of a sheet, which must last as long. */
void link_begin(struct linked *l, const struct stylesheet *sheet);
/* Adds the bodies, which must last as long as the document, and settles what
 * was left open; a view is put in the place of a body that has to change. Ends
 * the program where a picture vanished meanwhile, or a body holds what typeset
 * never writes. */
void link_bodies(struct linked *l, struct str *bodies, size_t n);
/* The properties of the last section end the document. */
void link_end(struct linked *l);
/* The name of picture i in the package, below word/, added to out. */
void link_medium(const struct linked *l, size_t i, struct buf *out);
void link_free(struct linked *l);

#endif

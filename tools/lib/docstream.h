/*
 * docstream: the text of a report as one row of tokens, whether it stands in a
 * Word document or in the author's files
 *
 * Each paragraph ends with a token of its own, as does each cell and each row
 * of a table: so the two texts of a report, or two copies of it, can be
 * compared as a whole.
 */
#ifndef DOCSTREAM_H
#define DOCSTREAM_H

#include "tokens.h"

/* What ends a paragraph, a cell, a row; what stands for a line break and for
 * the mark of a footnote. */
#define STREAM_PARAGRAPH "\n"
#define STREAM_CELL "\xEF\xB7\x95" /* U+FDD5 */
#define STREAM_ROW "\xEF\xB7\x96" /* U+FDD6 */
#define STREAM_BREAK "\xE2\x80\xA8" /* U+2028 */
#define STREAM_NOTE "\xEF\xBF\xBC" /* U+FFFC */

/* A paragraph, or what stands in a cell, with the token that ends it. */
struct stream_paragraph {
	size_t from, end; /* tokens */
	size_t block; /* N of its bookmark wgN, or of its row's; 0 for none */
	size_t value; /* N of the first wgvN in it, 0 for none */
	bool note; /* it stands in a footnote */
};

/* A comment, and where what it is about begins. */
struct stream_comment {
	struct buf id, author, text;
	size_t byte; /* of the stream's text; (size_t)-1 for nowhere */
};

/* Starts as { 0 }; its tokens are views of text, escaped as in XML. */
struct docstream {
	struct buf text;
	struct tokens tokens;
	struct stream_paragraph *list;
	size_t n;
	size_t *chars; /* of the characters before each token; one more */
	struct buf boxes; /* what stands in text boxes, a line a paragraph */
	size_t *marks; /* of notes, in order: bytes of the text */
	size_t marks_n;
	size_t notes_from; /* the paragraph that is the first note; each note
			      is one, in the order of their marks */
	struct stream_comment *comments;
	size_t comments_n;
};

/* Adds text to the paragraph that is gathered, unescaped. */
void docstream_text(struct docstream *s, struct str text);
/* Ends a paragraph: with a cell or a row, the last one in it. */
void docstream_end(struct docstream *s, const char *ending);
/* Says whether the text so far ends with an ending. */
bool docstream_ends(const struct docstream *s, const char *ending);
/* Adds what is known of the next paragraph before it is cut. */
void docstream_add(struct docstream *s, struct stream_paragraph p);
/* Cuts all that was gathered into tokens, whose ids go by ids. */
void docstream_cut(struct docstream *s, struct token_ids *ids);

/* Whose changes count as accepted in a reading. */
enum docstream_view {
	STREAM_NONE, /* nobody's: as it was sent out */
	STREAM_ALL,
	STREAM_AUTHOR, /* one author's */
};

/* Reads a DOCX, and adds the names of all authors of tracked changes to
 * authors (authors.h), where that is not NULL; false, with the reason added to
 * *why, where it is no sound document. The stream is cut. */
bool docstream_read(struct docstream *s, struct token_ids *ids, struct str file,
    enum docstream_view view, struct str author, struct buf *authors,
    struct buf *why);
/* The token that holds a byte of the stream's text. */
size_t docstream_token(const struct docstream *s, size_t byte);
/* The paragraph of the note whose mark a token is; (size_t)-1 for none. */
size_t docstream_note(const struct docstream *s, size_t token);
/* The paragraph that a token stands in. */
size_t docstream_paragraph(const struct docstream *s, size_t token);
void docstream_free(struct docstream *s);

#endif

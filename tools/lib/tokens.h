/*
 * tokens: the runs of a paragraph as the pieces by which two texts are compared
 *
 * A Chinese character is a token of its own; a number (12,860.00, 45.2%, 十五),
 * a Latin word, a filled value, a number of outline's, a picture and a footnote
 * are each one, so that no change ever cuts them.
 */
#ifndef TOKENS_H
#define TOKENS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

enum token_kind {
	TOKEN_HAN,
	TOKEN_MARK, /* of punctuation */
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_BLANK,
	TOKEN_TAB,
	TOKEN_BREAK, /* of a line or a page: a whole w:r */
	TOKEN_OBJECT, /* of the linker's: a picture, a chart, a footnote */
};

struct token {
	enum token_kind kind;
	struct str text; /* as it stands in XML: escaped, or whole */
	struct str style; /* w:rStyle, or empty */
	struct str properties; /* what else w:rPr holds, but for the hint */
	struct str value; /* NAME|FORMAT of a filled value, or empty */
	bool made; /* a number of outline's */
	bool ends; /* a sentence or a clause: 。！？； */
	uint32_t id; /* the same for the same text, kind and properties */
};

struct tokens {
	struct token *list;
	size_t n;
};

/* Ids that all texts of a comparison share; starts as { 0 }. */
struct token_ids {
	struct token_id {
		struct token token;
		char *text; /* the token's: it outlives what it was read from */
		uint32_t next;
	} * list;
	size_t n;
	uint32_t *slots; /* 1 and more */
	size_t slots_n;
};

/* Adds the tokens of a paragraph's content (wml.h), views of it; false where it
 * holds what typeset does not write. */
bool tokens_read(struct tokens *ts, struct token_ids *ids, struct str content);
/* Adds the tokens of text that is escaped as in XML and has no markup; each
 * line feed, U+2028, U+FFFC, U+FDD5 and U+FDD6 is a TOKEN_BREAK. */
void tokens_plain(struct tokens *ts, struct token_ids *ids, struct str text);
/* The characters of a token as a reader counts them. */
size_t token_width(const struct token *t);
void tokens_free(struct tokens *ts);
void token_ids_free(struct token_ids *ids);

#endif

/* tokenlines: a text with a token a line */
#include "marks.h"
#include "tokenlines.h"
#include "tokens.h"
#include "xmlout.h"

/* A line feed among the tokens: U+FDD0. */
#define FEED MARK_VALUE

void
tokenlines_split(struct str text, struct buf *out)
{
	struct token_ids ids = { 0 };
	struct tokens ts = { 0 };
	struct buf escaped = { 0 };
	size_t i;

	xmlout_text(&escaped, text);
	tokens_plain(&ts, &ids, buf_str(&escaped));
	for (i = 0; i < ts.n; i++) {
		if (str_equal(ts.list[i].text, STR("\n")))
			buf_addz(out, FEED);
		else
			xmlout_plain(out, ts.list[i].text);
		buf_addc(out, '\n');
	}
	tokens_free(&ts);
	token_ids_free(&ids);
	buf_free(&escaped);
}

void
tokenlines_join(struct str lines, struct buf *out)
{
	struct str line;

	while (str_line(&lines, &line))
		if (str_equal(line, STR(FEED)))
			buf_addc(out, '\n');
		else
			buf_adds(out, line);
}

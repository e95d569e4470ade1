/* accepted: what a body with tracked changes is once all are accepted */
#include "accepted.h"

#define NONE ((size_t)-1)

/* What redline puts around runs and beside paragraphs (revision.c). */
static const struct change {
	struct str open, close;
	bool gone;
} changes[] = {
	{ STR("<w:del "), STR("</w:del>"), true },
	{ STR("<w:moveFrom "), STR("</w:moveFrom>"), true },
	{ STR("<w:ins "), STR("</w:ins>"), false },
	{ STR("<w:moveTo "), STR("</w:moveTo>"), false },
	{ STR("<w:moveFromRangeStart "), STR(""), false },
	{ STR("<w:moveFromRangeEnd "), STR(""), false },
	{ STR("<w:moveToRangeStart "), STR(""), false },
	{ STR("<w:moveToRangeEnd "), STR(""), false },
	{ STR("<w:pPrChange "), STR("</w:pPrChange>"), true },
	/* and what review and redline put beside them */
	{ STR("<w:bookmarkStart "), STR(""), false },
	{ STR("<w:bookmarkEnd "), STR(""), false },
	{ STR("<?wengao comment "), STR("<?wengao /comment?>"), false },
};

static const struct str strike = STR("<w:strike/>");

/* The change that text begins with, or whose end it begins with; NULL for
 * none. */
static const struct change *
change_at(struct str text)
{
	size_t i;

	for (i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		if (str_starts(text, changes[i].open) ||
		    (changes[i].close.n != 0 &&
			str_starts(text, changes[i].close)))
			return &changes[i];
	return NULL;
}

/* The length of text up to and with end; all of it where it has none. */
static size_t
through(struct str text, struct str end)
{
	size_t at = str_find(text, end, 0);

	return at != NONE ? at + end.n : text.n;
}

/* How much of text, which begins with a change, is no text of the new one. */
static size_t
change_length(struct str text, const struct change *c)
{
	size_t tag = through(text, STR(">"));

	if (!c->gone || !str_starts(text, c->open) || text.p[tag - 2] == '/')
		return tag;
	return through(text, c->close);
}

bool
accepted_wanted(struct str body)
{
	return str_find(body, STR(" w:author=\""), 0) != NONE ||
	       str_find(body, STR("<w:bookmarkStart "), 0) != NONE ||
	       str_find(body, strike, 0) != NONE;
}

/* Says whether all that a paragraph holds is struck through. */
static bool
all_struck(struct str p)
{
	bool any = false;
	size_t at = 0, end;

	while ((at = str_find(p, STR("<w:r>"), at)) != NONE) {
		end = at + through(str_from(p, at), STR("</w:r>"));
		if (str_find(str_cut(p, at, end - at), strike, 0) == NONE)
			return false;
		any = true;
		at = end;
	}
	return any;
}

/* Says whether the properties that text begins with have the mark of what is
 * gone. */
static bool
marked(struct str properties)
{
	return str_find(properties, changes[0].open, 0) != NONE ||
	       str_find(properties, changes[1].open, 0) != NONE;
}

bool
accepted_gone(struct str text)
{
	struct str p = str_cut(text, 0, through(text, STR("</w:p>")));
	const struct str open = STR("<w:p><w:pPr>");

	if (!str_starts(p, open))
		return false;
	return marked(str_cut(p, 0, through(p, STR("</w:pPr>")))) ||
	       all_struck(p);
}

static bool
row_gone(struct str row)
{
	return str_starts(row, STR("<w:tr><w:trPr>")) &&
	       marked(str_cut(row, 0, through(row, STR("</w:trPr>"))));
}

/* Says whether every row of a table is gone. */
static bool
table_gone(struct str table)
{
	size_t at = 0;

	while ((at = str_find(table, STR("<w:tr>"), at)) != NONE) {
		if (!row_gone(str_from(table, at)))
			return false;
		at++;
	}
	return true;
}

size_t
accepted_before(struct str text)
{
	const struct change *c;
	size_t n = 0;

	while ((c = change_at(str_from(text, n))) != NULL)
		n += change_length(str_from(text, n), c);
	return n;
}

/* How much of text, which begins with a tag, is gone. */
static size_t
gone_length(struct str text)
{
	const struct change *c;
	struct str run;

	if (str_starts(text, STR("<w:p>")) && accepted_gone(text))
		return through(text, STR("</w:p>"));
	if (str_starts(text, STR("<w:tr>")) && row_gone(text))
		return through(text, STR("</w:tr>"));
	if (str_starts(text, STR("<w:tbl>"))) {
		run = str_cut(text, 0, through(text, STR("</w:tbl>")));
		return table_gone(run) ? run.n : 0;
	}
	if (str_starts(text, STR("<w:r>"))) {
		run = str_cut(text, 0, through(text, STR("</w:r>")));
		return str_find(run, strike, 0) != NONE ? run.n : 0;
	}
	c = change_at(text);
	return c != NULL ? change_length(text, c) : 0;
}

void
accepted_put(struct str body, struct buf *out)
{
	size_t at, gone;

	while ((at = str_find(body, STR("<"), 0)) != NONE) {
		buf_adds(out, str_cut(body, 0, at));
		body = str_from(body, at);
		gone = gone_length(body);
		if (gone == 0) {
			buf_addc(out, '<');
			gone = 1;
		}
		body = str_from(body, gone);
	}
	buf_adds(out, body);
}

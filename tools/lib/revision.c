/* revision: tracked changes, or their picture on paper */
#include "reloc.h"
#include "revision.h"
#include "utf8.h"
#include "xmlout.h"

#define HINT "<w:rFonts w:hint=\"eastAsia\"/>"

static void
put_attributes(struct revisions *rs, const struct revision *r)
{
	xmlout_attrn(rs->out, "w:id", (long)++rs->id);
	xmlout_attr(rs->out, "w:author", r->author.name);
	if (r->author.date.n != 0)
		xmlout_attr(rs->out, "w:date", r->author.date);
}

/* The element around what changes (17.13.5.14, .18, .22, .25). */
static const char *
element(const struct revision *r)
{
	bool gone = r->change == CHANGE_DELETED;

	if (r->move != 0)
		return gone ? "w:moveFrom" : "w:moveTo";
	return gone ? "w:del" : "w:ins";
}

static void
put_mark(struct revisions *rs, const struct revision *r)
{
	xmlout_open(rs->out, element(r));
	put_attributes(rs, r);
	xmlout_empty(rs->out);
}

/* Adds properties up to the element before, in the order of CT_RPr. */
static void
put_rest(struct str properties, const struct revision *r, bool paper,
    struct buf *out)
{
	size_t at = str_find(properties, STR("<w:w "), 0);

	if (at == (size_t)-1)
		at = properties.n;
	buf_adds(out, str_cut(properties, 0, at));
	if (paper && r->change == CHANGE_DELETED)
		xmlout_element(out, "w:strike", NULL, NULL);
	buf_adds(out, str_from(properties, at));
	if (paper && r->change == CHANGE_INSERTED) {
		xmlout_open(out, "w:bdr"); /* 17.3.2.4 */
		xmlout_attrz(out, "w:val", "single");
		xmlout_attrn(out, "w:sz", 4);
		xmlout_attrn(out, "w:space", 0);
		xmlout_attrz(out, "w:color", "auto");
		xmlout_empty(out);
	}
}

static void
put_rPr(struct revisions *rs, const struct revision *r, const struct token *t,
    bool chinese)
{
	size_t from;

	xmlout_start(rs->out, "w:rPr");
	from = rs->out->n;
	buf_adds(rs->out, t->style);
	if (chinese)
		buf_addz(rs->out, HINT);
	put_rest(t->properties, r, rs->paper, rs->out);
	if (rs->out->n == from)
		rs->out->n -= sizeof("<w:rPr>") - 1;
	else
		xmlout_end(rs->out, "w:rPr");
}

static bool
is_blank(struct str s, size_t at)
{
	return at < s.n && s.p[at] == ' ';
}

/* Adds a stretch of escaped text (17.3.3.31, 17.3.3.7). */
static void
put_text(struct revisions *rs, const struct revision *r, struct str text)
{
	/* what was moved keeps its w:t on both sides */
	bool gone = r->change == CHANGE_DELETED && !rs->paper && r->move == 0;
	const char *name = gone ? "w:delText" : "w:t";

	if (text.n == 0)
		return;
	xmlout_open(rs->out, name);
	if (is_blank(text, 0) || is_blank(text, text.n - 1) ||
	    str_find(text, STR("  "), 0) != (size_t)-1)
		xmlout_attrz(rs->out, "xml:space", "preserve");
	xmlout_more(rs->out);
	buf_adds(rs->out, text);
	xmlout_end(rs->out, name);
}

static bool
whole(const struct token *t)
{
	return t->kind == TOKEN_BREAK || t->kind == TOKEN_OBJECT;
}

static bool
same_look(const struct token *a, const struct token *b)
{
	return !whole(a) && !whole(b) && str_equal(a->style, b->style) &&
	       str_equal(a->properties, b->properties);
}

/* Adds one run of n tokens that look alike. */
static void
put_run(struct revisions *rs, const struct revision *r, const struct token *t,
    size_t n)
{
	struct buf text = { 0 };
	bool chinese = false;
	size_t i;

	for (i = 0; i < n; i++)
		chinese = chinese || utf8_any_chinese(t[i].text);
	xmlout_start(rs->out, "w:r");
	put_rPr(rs, r, t, chinese);
	for (i = 0; i < n; i++) {
		if (t[i].kind != TOKEN_TAB) {
			buf_adds(&text, t[i].text);
			continue;
		}
		put_text(rs, r, buf_str(&text));
		buf_clear(&text);
		xmlout_element(rs->out, "w:tab", NULL, NULL);
	}
	put_text(rs, r, buf_str(&text));
	xmlout_end(rs->out, "w:r");
	buf_free(&text);
}

/* Adds a footnote on paper, its text struck through or boxed. */
static bool
put_note(struct revisions *rs, const struct revision *r, struct str note)
{
	static const struct str open = STR("<?wengao note?>"),
				close = STR("<?wengao /note?>");
	struct token_ids ids = { 0 };
	struct tokens ts = { 0 };
	bool is = str_starts(note, open) && str_ends(note, close) &&
		  tokens_read(&ts, &ids,
		      str_cut(note, open.n, note.n - open.n - close.n));

	if (is) {
		buf_adds(rs->out, open);
		revision_runs(rs, r, ts.list, ts.n);
		buf_adds(rs->out, close);
	}
	tokens_free(&ts);
	token_ids_free(&ids);
	return is;
}

/* Adds what is no text. A picture or a chart cannot be struck through on paper:
 * words before it say which is which. */
static void
put_object(
    struct revisions *rs, const struct revision *r, const struct token *t)
{
	struct token words = { .kind = TOKEN_HAN };

	if (!rs->paper || r->change == CHANGE_NONE || t->kind == TOKEN_BREAK) {
		buf_adds(rs->out, t->text);
	} else if (!put_note(rs, r, t->text)) {
		words.style = words.properties = STR("");
		words.text = r->change == CHANGE_DELETED ? STR("〔原图〕")
							 : STR("〔新图〕");
		put_run(rs, r, &words, 1);
		buf_adds(rs->out, t->text);
	}
}

void
revision_runs(struct revisions *rs, const struct revision *r,
    const struct token *tokens, size_t n)
{
	bool marked = r->change != CHANGE_NONE && !rs->paper;
	size_t i, end;

	if (n == 0)
		return;
	if (marked) {
		xmlout_open(rs->out, element(r));
		put_attributes(rs, r);
		xmlout_more(rs->out);
	}
	for (i = 0; i < n; i = end) {
		end = i + 1;
		if (whole(&tokens[i])) {
			put_object(rs, r, &tokens[i]);
			continue;
		}
		while (end < n && same_look(&tokens[i], &tokens[end]))
			end++;
		put_run(rs, r, tokens + i, end - i);
	}
	if (marked)
		xmlout_end(rs->out, element(r));
}

/* The ends of a move's range (17.13.5.24, .28); returns the range's id. */
static size_t
begin_range(struct revisions *rs, const struct revision *r)
{
	struct buf name = { 0 };

	struct revision dated = *r;

	if (dated.author.date.n == 0)
		dated.author.date =
		    rs->since.n != 0 ? rs->since : STR("1970-01-01T00:00:00Z");
	buf_addf(&name, "move%zu", r->move);
	xmlout_open(rs->out, r->change == CHANGE_DELETED
				 ? "w:moveFromRangeStart"
				 : "w:moveToRangeStart");
	put_attributes(rs, &dated);
	xmlout_attr(rs->out, "w:name", buf_str(&name));
	xmlout_empty(rs->out);
	buf_free(&name);
	return rs->id;
}

static void
end_range(struct revisions *rs, const struct revision *r, size_t id)
{
	xmlout_open(rs->out, r->change == CHANGE_DELETED ? "w:moveFromRangeEnd"
							 : "w:moveToRangeEnd");
	xmlout_attrn(rs->out, "w:id", (long)id);
	xmlout_empty(rs->out);
}

void
revision_paragraph(struct revisions *rs, const struct revision *r,
    struct str properties, const struct tokens *ts)
{
	bool moves = r->move != 0 && !rs->paper;
	size_t range = 0;

	xmlout_start(rs->out, "w:p");
	xmlout_start(rs->out, "w:pPr");
	buf_adds(rs->out, properties);
	if (!rs->paper && r->change != CHANGE_NONE) {
		xmlout_start(rs->out, "w:rPr");
		put_mark(rs, r);
		xmlout_end(rs->out, "w:rPr");
	}
	xmlout_end(rs->out, "w:pPr");
	if (moves)
		range = begin_range(rs, r);
	revision_runs(rs, r, ts->list, ts->n);
	xmlout_end(rs->out, "w:p");
	if (moves)
		end_range(rs, r, range);
}

void
revision_row(
    struct revisions *rs, const struct revision *r, struct str properties)
{
	struct revision row = *r;

	row.move = 0;
	xmlout_start(rs->out, "w:trPr");
	buf_adds(rs->out, properties);
	if (!rs->paper)
		put_mark(rs, &row);
	xmlout_end(rs->out, "w:trPr");
}

void
revision_properties(struct revisions *rs, const struct revision *r,
    struct str properties, struct str old)
{
	xmlout_start(rs->out, "w:pPr");
	buf_adds(rs->out, properties);
	if (!rs->paper) {
		xmlout_open(rs->out, "w:pPrChange");
		put_attributes(rs, r);
		xmlout_more(rs->out);
		xmlout_start(rs->out, "w:pPr");
		buf_adds(rs->out, old);
		xmlout_end(rs->out, "w:pPr");
		xmlout_end(rs->out, "w:pPrChange");
	}
	xmlout_end(rs->out, "w:pPr");
}

void
revision_parting(struct revisions *rs, const struct revision *r)
{
	struct revision both = *r;

	xmlout_start(rs->out, "w:p");
	if (!rs->paper) {
		both.move = 0;
		xmlout_start(rs->out, "w:pPr");
		xmlout_start(rs->out, "w:rPr");
		both.change = CHANGE_INSERTED;
		put_mark(rs, &both);
		both.change = CHANGE_DELETED;
		put_mark(rs, &both);
		xmlout_end(rs->out, "w:rPr");
		xmlout_end(rs->out, "w:pPr");
	}
	xmlout_end(rs->out, "w:p");
}

/* leakxml: what stands in XML, seen and unseen, as one reads it */
#include <string.h>

#include "leakxml.h"
#include "utf8.h"

enum { DEPTH = 64, HELD = 1 << 16 };

/* What a tag does, by its name without a prefix. */
enum action {
	PASS, /* nothing in a paragraph, a blank outside */
	PARAGRAPH, /* holds text that is read as one */
	ROW,
	CELL,
	BLANK, /* a tabulator or a line break */
	INSERT,
	DELETE,
	CODE,
	LEAF, /* its text stands alone, outside of a paragraph */
};

static const struct {
	struct str name;
	enum action action;
} actions[] = { { STR("p"), PARAGRAPH }, { STR("tr"), ROW },
	{ STR("row"), ROW }, { STR("tc"), CELL }, { STR("td"), CELL },
	{ STR("th"), CELL }, { STR("c"), CELL }, { STR("tab"), BLANK },
	{ STR("br"), BLANK }, { STR("cr"), BLANK }, { STR("ptab"), BLANK },
	{ STR("ins"), INSERT }, { STR("moveTo"), INSERT },
	{ STR("del"), DELETE }, { STR("moveFrom"), DELETE },
	{ STR("instrText"), CODE }, { STR("delInstrText"), CODE },
	{ STR("v"), LEAF }, { STR("f"), LEAF }, { STR("si"), LEAF },
	{ STR("pt"), LEAF }, { STR("li"), LEAF }, { STR("div"), LEAF } };

/* Where the text of a paragraph, or of a row, begins in what is held. */
struct level {
	size_t now, was, code, paragraph;
	bool changed;
};

struct reading {
	struct str xml;
	size_t at;
	leakxml_see *see;
	void *ctx;
	struct buf now, was, code; /* texts of the open levels */
	struct level levels[DEPTH];
	size_t depth; /* of levels; the first is the whole */
	struct buf row;
	size_t rows[DEPTH], rows_n;
	size_t inserted, deleted, codes; /* how many of them are open */
	size_t paragraphs;
	struct buf room; /* decoded text */
};

static void
show(const struct reading *r, enum leakxml_kind kind, struct str text,
    struct str name)
{
	struct leakxml_piece p = { kind, text, name,
		r->levels[r->depth - 1].paragraph, r->at };

	if (text.n != 0)
		r->see(r->ctx, &p);
}

static void
cut(struct buf *b, size_t n)
{
	b->n = n < b->n ? n : b->n;
}

/* Shows the text of the innermost level, and begins anew. */
static void
flush(struct reading *r)
{
	struct level *l = &r->levels[r->depth - 1];
	struct str now = str_from(buf_str(&r->now), l->now);

	show(r, LEAKXML_TEXT, now, STR(""));
	if (l->changed)
		show(r, LEAKXML_DELETED, str_from(buf_str(&r->was), l->was),
		    STR(""));
	show(r, LEAKXML_CODE, str_from(buf_str(&r->code), l->code), STR(""));
	if (r->rows_n != 0)
		buf_adds(&r->row, now);
	cut(&r->now, l->now);
	cut(&r->was, l->was);
	cut(&r->code, l->code);
	l->changed = false;
}

/* Adds the character that &NAME; stands for; false where it stands for itself.
 */
static bool
put_entity(struct str name, struct buf *out)
{
	static const struct {
		struct str name;
		uint32_t c;
	} known[] = { { STR("amp"), '&' }, { STR("lt"), '<' },
		{ STR("gt"), '>' }, { STR("quot"), '"' }, { STR("apos"), '\'' },
		{ STR("nbsp"), 0xA0 } };
	uint32_t c = 0;
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_equal(name, known[i].name))
			c = known[i].c;
	if (name.n > 1 && name.p[0] == '#') {
		bool hex = name.p[1] == 'x' || name.p[1] == 'X';

		for (i = hex ? 2 : 1; i < name.n && c < 0x110000; i++) {
			const char *digits = "0123456789abcdef";
			char small = (char)(name.p[i] | 0x20);
			const char *at =
			    memchr(digits, name.p[i] <= '9' ? name.p[i] : small,
				hex ? 16 : 10);

			if (at == NULL)
				return false;
			c = c * (hex ? 16 : 10) + (uint32_t)(at - digits);
		}
	}
	if (c == 0 || c >= 0x110000 || (c >= 0xD800 && c < 0xE000))
		return false;
	utf8_add(out, c);
	return true;
}

/* The text with its references resolved; good until the next call. */
static struct str
decode(struct reading *r, struct str text)
{
	size_t from = 0, at, end;

	if (text.n == 0 || memchr(text.p, '&', text.n) == NULL)
		return text;
	buf_clear(&r->room);
	while ((at = str_find(text, STR("&"), from)) != (size_t)-1) {
		buf_adds(&r->room, str_cut(text, from, at - from));
		end = text.n - at < 12 ? text.n : at + 12;
		end = str_find(str_cut(text, 0, end), STR(";"), at);
		if (end != (size_t)-1 &&
		    put_entity(str_cut(text, at + 1, end - at - 1), &r->room)) {
			from = end + 1;
		} else {
			buf_addc(&r->room, '&');
			from = at + 1;
		}
	}
	buf_adds(&r->room, str_from(text, from));
	return buf_str(&r->room);
}

static void
take_text(struct reading *r, struct str text)
{
	struct level *l = &r->levels[r->depth - 1];

	if (text.n == 0)
		return;
	if (r->codes != 0) {
		buf_adds(&r->code, text);
		return;
	}
	l->changed |= r->deleted + r->inserted != 0;
	if (r->deleted == 0)
		buf_adds(&r->now, text);
	if (r->deleted != 0 || r->inserted == 0)
		buf_adds(&r->was, text);
	if (r->depth == 1 && r->now.n > HELD)
		flush(r);
}

static void
begin_paragraph(struct reading *r)
{
	if (r->depth == DEPTH) {
		take_text(r, STR("\n"));
		return;
	}
	r->levels[r->depth++] = (struct level){ r->now.n, r->was.n, r->code.n,
		++r->paragraphs, false };
}

static void
end_row(struct reading *r)
{
	size_t from = r->rows[r->rows_n - 1];

	show(r, LEAKXML_ROW, str_from(buf_str(&r->row), from), STR(""));
	cut(&r->row, from);
	r->rows_n--;
}

static void
start_tag(struct reading *r, enum action action, bool empty)
{
	if (action == BLANK || (action == PASS && r->depth == 1))
		take_text(r, STR(" "));
	if (empty)
		return;
	if (action == PARAGRAPH)
		begin_paragraph(r);
	else if (action == ROW && r->rows_n < DEPTH)
		r->rows[r->rows_n++] = r->row.n;
	r->inserted += action == INSERT;
	r->deleted += action == DELETE;
	r->codes += action == CODE;
}

static void
end_tag(struct reading *r, enum action action)
{
	bool outside = r->depth == 1;

	if (action == PARAGRAPH && !outside) {
		flush(r);
		r->depth--;
	} else if (outside &&
		   (action == LEAF || action == CELL || action == ROW)) {
		flush(r);
	} else if (outside) {
		take_text(r, STR(" "));
	}
	if (action == CELL && r->rows_n != 0)
		buf_addc(&r->row, '|');
	if (action == ROW && r->rows_n != 0)
		end_row(r);
	r->inserted -= action == INSERT && r->inserted != 0;
	r->deleted -= action == DELETE && r->deleted != 0;
	r->codes -= action == CODE && r->codes != 0;
}

static enum action
action_of(struct str tag)
{
	size_t i, at = str_find(tag, STR(":"), 0);
	struct str name = at != (size_t)-1 ? str_from(tag, at + 1) : tag;

	for (i = 0; i < sizeof(actions) / sizeof(*actions); i++)
		if (name.n == actions[i].name.n &&
		    name.p[0] == actions[i].name.p[0] &&
		    str_equal(name, actions[i].name))
			return actions[i].action;
	return PASS;
}

static bool
is_ascii(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] & 0x80) != 0)
			return false;
	return true;
}

static bool
is_measure(struct str value)
{
	size_t i;

	for (i = 0; i < value.n; i++)
		if (strchr("0123456789.-+%", value.p[i]) == NULL)
			return false;
	return true;
}

/* Says whether an attribute that is a bare number measures something: not where
 * its name, or its element's, says that it is a text. */
static bool
measures(struct str tag, struct str name)
{
	static const struct str texts[] = { STR("name"), STR("descr"),
		STR("title"), STR("author"), STR("initials"), STR("alt"),
		STR("tooltip"), STR("displayText"), STR("value"), STR("Target"),
		STR("content"), STR("docVar"), STR("alias"), STR("tag"),
		STR("default"), STR("result"), STR("statusText"),
		STR("helpText"), STR("listEntry") };
	size_t i, at;

	at = str_find(name, STR(":"), 0);
	name = at != (size_t)-1 ? str_from(name, at + 1) : name;
	at = str_find(tag, STR(":"), 0);
	if (at == (size_t)-1)
		return false; /* of nobody's that we know */
	tag = str_from(tag, at + 1);
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (str_equal(name, texts[i]) || str_equal(tag, texts[i]))
			return false;
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Shows the attributes of a tag, which stand from byte at of it on. */
static void
take_attributes(struct reading *r, struct str name, struct str tag, size_t at)
{
	while (at < tag.n) {
		struct str attribute, value;
		size_t from, end;
		char quote;

		while (at < tag.n && (is_blank(tag.p[at]) || tag.p[at] == '/'))
			at++;
		for (from = at;
		     at < tag.n && tag.p[at] != '=' && !is_blank(tag.p[at]);
		     at++)
			;
		attribute = str_cut(tag, from, at - from);
		if (!is_ascii(attribute))
			show(r, LEAKXML_NAME, attribute, STR(""));
		while (at < tag.n && (is_blank(tag.p[at]) || tag.p[at] == '='))
			at++;
		if (at == tag.n)
			break;
		quote = tag.p[at];
		if (quote != '"' && quote != '\'') {
			at += at == from;
			continue;
		}
		for (end = ++at; end < tag.n && tag.p[end] != quote; end++)
			;
		value = str_cut(tag, at, end - at);
		at = end < tag.n ? end + 1 : end;
		if (value.n < 3 || str_find(attribute, STR("rsid"), 0) == 2 ||
		    (is_measure(value) && measures(name, attribute)))
			continue;
		show(r, LEAKXML_ATTRIBUTE, decode(r, value), attribute);
	}
}

/* The end of the tag that begins at r->at, behind quotes. */
static size_t
tag_end(const struct reading *r)
{
	struct str x = r->xml;
	char quote = '\0';
	size_t i;

	for (i = r->at; i < x.n; i++) {
		if (quote != '\0')
			quote = x.p[i] == quote ? '\0' : quote;
		else if (x.p[i] == '"' || x.p[i] == '\'')
			quote = x.p[i];
		else if (x.p[i] == '>')
			return i;
	}
	return x.n;
}

static void
take_tag(struct reading *r)
{
	size_t end = tag_end(r), n, from = r->at + 1;
	struct str tag, name;
	bool closes, empty;

	closes = from < end && r->xml.p[from] == '/';
	from += closes;
	tag = str_cut(
	    r->xml, from < end ? from : end, end - (from < end ? from : end));
	for (n = 0; n < tag.n && !is_blank(tag.p[n]) && tag.p[n] != '/'; n++)
		;
	name = str_cut(tag, 0, n);
	empty = tag.n != 0 && tag.p[tag.n - 1] == '/';
	r->at = end < r->xml.n ? end + 1 : end;
	if (!is_ascii(name) && !closes)
		show(r, LEAKXML_NAME, name, STR(""));
	if (closes) {
		end_tag(r, action_of(name));
		return;
	}
	take_attributes(r, name, tag, n);
	start_tag(r, action_of(name), empty);
}

/* Takes what begins with head, up to tail; false where it does not. */
static bool
take_until(
    struct reading *r, struct str head, struct str tail, struct str *inside)
{
	size_t end;

	if (!str_starts(str_from(r->xml, r->at), head))
		return false;
	end = str_find(r->xml, tail, r->at + head.n);
	if (end == (size_t)-1)
		end = r->xml.n;
	*inside = str_cut(r->xml, r->at + head.n, end - r->at - head.n);
	r->at = end + tail.n < r->xml.n ? end + tail.n : r->xml.n;
	return true;
}

static void
take_markup(struct reading *r)
{
	char next = r->at + 1 < r->xml.n ? r->xml.p[r->at + 1] : '\0';
	struct str inside;

	if (next != '!' && next != '?')
		take_tag(r);
	else if (take_until(r, STR("<![CDATA["), STR("]]>"), &inside))
		take_text(r, inside);
	else if (take_until(r, STR("<!--"), STR("-->"), &inside) ||
		 take_until(r, STR("<?"), STR("?>"), &inside) ||
		 take_until(r, STR("<!"), STR(">"), &inside))
		show(r, LEAKXML_REMARK, inside, STR(""));
	else
		take_tag(r);
}

void
leakxml_read(struct str xml, leakxml_see *see, void *ctx)
{
	struct reading r = { .xml = xml, .see = see, .ctx = ctx, .depth = 1 };
	size_t next;

	while (r.at < xml.n) {
		next = str_find(xml, STR("<"), r.at);
		if (next == (size_t)-1)
			next = xml.n;
		take_text(&r, decode(&r, str_cut(xml, r.at, next - r.at)));
		r.at = next;
		if (r.at < xml.n)
			take_markup(&r);
	}
	while (r.depth > 1) {
		flush(&r);
		r.depth--;
	}
	flush(&r);
	while (r.rows_n > 0)
		end_row(&r);
	buf_free(&r.now);
	buf_free(&r.was);
	buf_free(&r.code);
	buf_free(&r.row);
	buf_free(&r.room);
}

/* leakxml: what stands in XML, seen and unseen, as one reads it */
#include "leaktag.h"
#include "leakxml.h"

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

/* Shows the names of a tag that are no ASCII, and its attributes. */
static void
take_attributes(struct reading *r, struct leaktag *t)
{
	struct str name, value;

	if (!leaktag_ascii(t->name))
		show(r, LEAKXML_NAME, t->name, STR(""));
	while (leaktag_next(t, &name, &value)) {
		if (!leaktag_ascii(name))
			show(r, LEAKXML_NAME, name, STR(""));
		if (value.n < 3 || leaktag_measures(t->name, name, value))
			continue;
		show(r, LEAKXML_ATTRIBUTE, leaktag_decode(value, &r->room),
		    name);
	}
}

static void
take_tag(struct reading *r)
{
	struct leaktag t;

	r->at = leaktag_read(r->xml, r->at, &t);
	if (t.closes) {
		end_tag(r, action_of(t.name));
		return;
	}
	take_attributes(r, &t);
	start_tag(r, action_of(t.name), t.empty);
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

	if (next != '!' && next != '?') {
		take_tag(r);
		return;
	}
	if (take_until(r, STR("<![CDATA["), STR("]]>"), &inside))
		take_text(r, inside);
	else if (take_until(r, STR("<!--"), STR("-->"), &inside) ||
		 take_until(r, STR("<?"), STR("?>"), &inside) ||
		 take_until(r, STR("<!"), STR(">"), &inside))
		show(r, LEAKXML_REMARK, inside, STR(""));
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
		take_text(&r,
		    leaktag_decode(str_cut(xml, r.at, next - r.at), &r.room));
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

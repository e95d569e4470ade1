/*
 * redline: pairs of revisions of made-up reports; with all changes accepted
 * each redline is the new one, with all rejected the old one, to the character
 *
 *   redline [-n COUNT] [-s SEED] [-d FOLDER -k KEEP] [-v]
 *
 * COUNT pairs from seed SEED on; the first KEEP go to FOLDER: N.docx, what is
 * to be read in it as N.new.txt and N.old.txt, and both as N.new.docx and
 * N.old.docx. It is run at the top of a checkout, where it finds pictures.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "docopen.h"
#include "docread.h"
#include "doctext.h"
#include "docx.h"
#include "factfile.h"
#include "fill.h"
#include "io.h"
#include "outline.h"
#include "redline.h"
#include "typeset.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* Numerical Recipes' linear congruence: the same pairs everywhere. */
static uint64_t state;

static size_t
any(size_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(state >> 33) % n;
}

#define PICK(list) list[any(COUNT(list))]

/* What the sentences are made of. */
static const char *const who[] = { "局党支部", "各党小组", "全体党员",
	"机关干部", "支部委员会", "第三党小组", "入党积极分子", "驻村工作队",
	"青年理论学习小组" };
static const char *const when[] = { "", "", "年初以来，", "上半年，",
	"按照县委部署，", "2022年8月，", "对照“六对照六查”，", "结合行业特点，",
	"会后，" };
static const char *const does[] = { "组织学习了", "认真落实", "持续推进",
	"深入开展", "研究制定", "及时通报", "逐条梳理", "带头宣讲",
	"专题讨论" };
static const char *const what[] = { "党的二十大精神", "《中国共产党章程》",
	"“三会一课”制度", "主题党日活动", "助企纾困政策", "党风廉政建设责任制",
	"谈心谈话制度", "“我为群众办实事”实践活动", "ETC通道改造",
	"GDP核算口径", "支部年度工作要点" };
static const char *const counts[] = { "，共%zu次", "，覆盖企业%zu家",
	"，完成率%zu.5%%", "，收缴党费12,%zu0元", "，参加党员%zu人次",
	"，整改问题%zu个", "，办结诉求%zu件", "，比上年增长%zu.3%%",
	"，选举产生第十%zu届支部委员会" };
static const char *const tails[] = { "。", "。", "。", "；",
	"，取得了明显成效。", "，职工群众的满意度不断提高。",
	"，做到了学有所思、学有所悟、学有所得。", "，但是还存在着一些问题。",
	"，涉及A类、B类和ISO 9001体系。", "！" };
static const char *const values[] = { "现有党员{{党员总数}}名。",
	"收缴党费{{党费|money}}元。", "办结率{{办结率|pct}}，居全县前列。",
	"截至{{截止|date}}，{{单位}}已完成全部任务。",
	"选举产生第{{届数|cn}}届支部委员会。", "{{单位}}高度重视。" };
static const char *const cells[] = { "党员大会", "支委会", "党课", "7", "12",
	"36.5%", "1,200", "第一季度", "县工业和信息化局", "", "A & B", "已办结",
	"——", "<b>" };

static void
sentence(struct buf *out)
{
	size_t shape = any(12);

	if (shape == 0) {
		buf_addz(out, PICK(values));
		return;
	}
	buf_addz(out, PICK(when));
	buf_addz(out, PICK(who));
	if (shape == 1)
		buf_addf(out, "{{!粗:%s}}", PICK(does));
	else
		buf_addz(out, PICK(does));
	buf_addz(out, PICK(what));
	if (shape == 2)
		buf_addf(out, "{{!注:见%s第%zu条。}}", PICK(what), any(40));
	if (any(3) == 0) {
		const char *at = PICK(counts);
		char *number = strstr(at, "%zu");

		buf_add(out, at, (size_t)(number - at));
		buf_addf(out, "%zu", 1 + any(90));
		for (at = number + 3; *at != '\0'; at++)
			if (*at != '%' || at[1] != '%')
				buf_addc(out, *at);
	}
	if (shape == 3)
		buf_addf(out, "（见{{#标%zu}}）", 1 + any(4));
	buf_addz(out, PICK(tails));
}

enum kind {
	SECTION, /* a new one begins */
	PARAGRAPH, /* its lines are sentences */
	HEADING, /* the first is the heading */
	LINES, /* a block: its opening, and lines */
	SINGLE, /* a block that is not closed */
	TABLE,
	LYING, /* a table on pages of its own */
	FIXED, /* LINES that stay at their place */
};

enum { PARTS = 16 };

struct part {
	enum kind kind;
	size_t level; /* of a heading; over 4, typed */
	size_t columns;
	char *lines[PARTS];
	size_t n;
};

struct report {
	struct part *list;
	size_t n;
};

static char *
keep(struct buf *b)
{
	char *p = b->p != NULL ? b->p : strdup("");

	*b = (struct buf){ 0 };
	return p;
}

static char *
made(void (*make)(struct buf *out))
{
	struct buf b = { 0 };

	make(&b);
	return keep(&b);
}

static void
add_line(struct part *p, char *line)
{
	if (p->n < PARTS)
		p->lines[p->n++] = line;
	else
		free(line);
}

static void
row(struct buf *out)
{
	size_t i;

	for (i = 0; i < 6; i++) {
		/* joined cells stay where no other row can spoil them */
		if (i == 0 && any(6) == 0)
			buf_addz(out, "^|");
		else if (i >= 2 && any(8) == 0)
			buf_addz(out, "<|");
		else
			buf_addf(out, "%s|", PICK(cells));
	}
}

static struct part
table(void)
{
	struct part p = { .kind = any(6) == 0 ? LYING : TABLE };
	struct buf b = { 0 };
	size_t i, rows = 2 + any(5);

	p.columns = 2 + any(4);
	buf_addz(&b, ":::表");
	if (any(3) != 0)
		buf_addf(&b, " %s情况 #标%zu", PICK(what), 1 + any(4));
	add_line(&p, keep(&b));
	for (i = 0; i < rows; i++)
		add_line(&p, made(row));
	return p;
}

static struct part
lines(enum kind kind, const char *opening, size_t n,
    void (*make)(struct buf *out))
{
	struct part p = { .kind = kind };

	add_line(&p, strdup(opening));
	while (n-- > 0)
		add_line(&p, made(make));
	return p;
}

static void
short_line(struct buf *out)
{
	buf_addf(out, "%s%s%zu期", PICK(who), PICK(what), any(30));
}

static void
picture(struct buf *out)
{
	static const char *const files[] = { "small", "wide", "high" };

	buf_addf(out, "pictures/%s.png | %s", PICK(files), PICK(what));
}

static void
bars(struct buf *out)
{
	buf_addf(
	    out, "%s%zu | %zu | %zu.5", PICK(who), any(1000), any(90), any(40));
}

static struct part
block(void)
{
	struct part p;

	switch (any(7)) {
	case 0:
		return lines(LINES, ":::图片 支部活动", 1, picture);
	case 1:
		p = lines(LINES, ":::图 柱 会议情况", 2 + any(3), bars);
		free(p.lines[1]);
		p.lines[1] = strdup("类别 | 上半年 | 下半年");
		return p;
	case 2:
		return lines(LINES, ":::附件", 1 + any(3), short_line);
	case 3:
		return lines(LINES, ":::落款", 1 + any(2), short_line);
	case 4:
		return lines(SINGLE, any(2) ? ":::分页" : ":::目录", 0, NULL);
	case 5:
		return lines(LINES, ":::附件页 1", 1, short_line);
	default:
		return lines(LINES, ":::附注", 1, short_line);
	}
}

static struct part
part(void)
{
	struct part p = { .kind = PARAGRAPH };
	size_t i, n = 1 + any(5);

	switch (any(12)) {
	case 0:
	case 1:
		p.kind = HEADING;
		p.level = 1 + any(6);
		add_line(&p, made(short_line));
		n = any(3);
		break;
	case 2:
		return table();
	case 3:
		return block();
	}
	for (i = 0; i < n; i++)
		add_line(&p, made(sentence));
	return p;
}

static void
insert(struct report *r, size_t at, struct part p)
{
	r->list = mem_more(r->list, r->n, sizeof(*r->list));
	memmove(
	    &r->list[at + 1], &r->list[at], (r->n++ - at) * sizeof(*r->list));
	r->list[at] = p;
}

static struct part
take(struct report *r, size_t at)
{
	struct part p = r->list[at];

	memmove(
	    &r->list[at], &r->list[at + 1], (--r->n - at) * sizeof(*r->list));
	return p;
}

static void
drop(struct part *p)
{
	while (p->n > 0)
		free(p->lines[--p->n]);
}

static void
clear(struct report *r)
{
	while (r->n > 0)
		drop(&r->list[--r->n]);
	free(r->list);
	*r = (struct report){ 0 };
}

/* A report of several sections, in an order that may be odd. */
static void
generate(struct report *r)
{
	struct part section = { .kind = SECTION };
	size_t i, n = any(20) == 0 ? 0 : 3 + any(25);

	insert(r, r->n, section);
	if (any(4) == 0) {
		insert(r, r->n, lines(FIXED, ":::版头", 0, NULL));
		add_line(&r->list[r->n - 1], strdup("标志 = 中共澜浦县委文件"));
		add_line(&r->list[r->n - 1],
		    strdup(any(2) ? "文号 = 澜委〔2026〕12号" : ""));
	}
	if (any(3) != 0)
		insert(r, r->n, lines(LINES, ":::标题", 1, short_line));
	for (i = 0; i < n; i++) {
		if (any(6) == 0)
			insert(r, r->n, section);
		insert(r, r->n, part());
	}
	if (any(4) == 0) {
		insert(r, r->n, lines(FIXED, ":::版记", 0, NULL));
		add_line(
		    &r->list[r->n - 1], strdup("抄送 = 县人大常委会办公室"));
		add_line(
		    &r->list[r->n - 1], strdup("印发日期 = 2026年11月23日"));
	}
}

/* A place to insert at: not before the first section or a masthead, nor behind
 * a colophon. */
static size_t
place(const struct report *r)
{
	size_t low = 1, high = r->n;

	if (low < high && r->list[low].kind == FIXED)
		low++;
	if (high > low && r->list[high - 1].kind == FIXED)
		high--;
	return low + any(high - low + 1);
}

/* Changes a character's worth of a line, or a word. */
static char *
edit(char *line)
{
	struct buf b = { 0 };
	size_t i, n = strlen(line), at, end;

	for (at = n != 0 ? any(n) : 0; at > 0 && (line[at] & 0xC0) == 0x80;)
		at--;
	/* neither inside nor across markup */
	for (i = 0; i < n; i++)
		if (strchr("{}|<^:=#\\", line[i]) != NULL)
			return line;
	for (end = at, i = any(4); i > 0 && end < n; i--)
		for (end++; end < n && (line[end] & 0xC0) == 0x80;)
			end++;
	buf_add(&b, line, at);
	if (any(3) != 0)
		buf_addz(&b, any(2) ? PICK(does) : PICK(who));
	else if (any(2))
		buf_addf(&b, "%zu", 1 + any(300));
	buf_addz(&b, line + end);
	free(line);
	return keep(&b);
}

static void
remove_line(struct part *p, size_t at)
{
	free(p->lines[at]);
	memmove(&p->lines[at], &p->lines[at + 1],
	    (--p->n - at) * sizeof(*p->lines));
}

static void
insert_line(struct part *p, size_t at, char *line)
{
	if (p->n == PARTS) {
		free(line);
		return;
	}
	memmove(&p->lines[at + 1], &p->lines[at],
	    (p->n++ - at) * sizeof(*p->lines));
	p->lines[at] = line;
}

/* Changes a part: words, sentences, rows, columns, a picture. */
static void
change(struct part *p)
{
	size_t at = p->n != 0 ? any(p->n) : 0;
	bool text = p->kind == PARAGRAPH || p->kind == HEADING;

	if (p->kind == SECTION || p->kind == SINGLE || p->n == 0)
		return;
	if (text && any(2)) {
		p->lines[at] = edit(p->lines[at]);
	} else if (text) {
		if (any(2) && p->n > 1 && at > 0)
			remove_line(p, at);
		else
			insert_line(p, p->kind == HEADING ? at + 1 : at,
			    made(sentence));
	} else if (p->kind == TABLE || p->kind == LYING) {
		if (any(4) == 0)
			p->columns = 2 + any(4);
		else if (at > 0 && any(2) && p->n > 3)
			remove_line(p, at);
		else
			insert_line(p, at + 1, made(row));
	} else if (p->kind == LINES && at > 0) {
		struct buf b = { 0 };

		if (strncmp(p->lines[0], ":::图 ", 7) == 0) {
			if (at == 1)
				return;
			bars(&b);
		} else if (strncmp(p->lines[0], ":::图片", 9) == 0) {
			picture(&b);
		} else {
			short_line(&b);
		}
		free(p->lines[at]);
		p->lines[at] = keep(&b);
	}
}

static bool
movable(const struct report *r, size_t i)
{
	return i > 0 && i < r->n && r->list[i].kind != FIXED;
}

/* Splits a paragraph in two, or joins it with the next. */
static void
split_or_join(struct report *r, size_t i)
{
	struct part *p = &r->list[i], rest = { .kind = PARAGRAPH };

	if (p->kind != PARAGRAPH)
		return;
	if (i + 1 < r->n && r->list[i + 1].kind == PARAGRAPH && any(2)) {
		rest = take(r, i + 1);
		for (i = 0; i < rest.n; i++)
			add_line(p, rest.lines[i]);
	} else if (p->n > 1) {
		size_t j, at = 1 + any(p->n - 1);

		for (j = at; j < p->n; j++)
			rest.lines[rest.n++] = p->lines[j];
		p->n = at;
		insert(r, i + 1, rest);
	}
}

/* Makes another revision of a report. */
static void
mutate(struct report *r)
{
	size_t edits = any(10), shape = any(40), i, at;
	struct part p = { .kind = SECTION };

	if (shape == 0 || shape == 1) {
		clear(r);
		if (shape == 0)
			insert(r, 0, p);
		else
			generate(r);
		return;
	}
	for (i = 0; i < edits; i++) {
		at = any(r->n);
		switch (any(9)) {
		case 0:
			insert(r, place(r), part());
			break;
		case 1:
			if (movable(r, at)) {
				p = take(r, at);
				drop(&p);
			}
			break;
		case 2:
			if (movable(r, at)) {
				p = take(r, at);
				insert(r, place(r), p);
			}
			break;
		case 3:
			p = (struct part){ .kind = SECTION };
			insert(r, place(r), p);
			break;
		case 4:
			split_or_join(r, at);
			break;
		case 5:
			p = (struct part){ .kind = HEADING,
				.level = 1 + any(3) };
			add_line(&p, made(short_line));
			insert(r, place(r), p);
			break;
		default:
			change(&r->list[at]);
		}
	}
}

static void
put_row(const char *line, size_t columns, bool first, struct buf *out)
{
	size_t i, n;

	for (i = 0; i < columns; i++, line += n + 1) {
		n = strcspn(line, "|");
		if (first && *line == '^')
			buf_addz(out, "项目");
		else
			buf_add(out, line, n);
		if (i + 1 < columns)
			buf_addz(out, " | ");
	}
	buf_addc(out, '\n');
}

static void
put_part(const struct part *p, struct buf *out)
{
	static const char *const typed[] = { "（二）", "3." };
	bool cells_ = p->kind == TABLE || p->kind == LYING;
	size_t i;

	if (p->kind == LYING)
		buf_addz(out, ":::横排\n");
	if (p->kind == HEADING && p->level > 4)
		buf_addz(out, typed[p->level - 5]);
	else if (p->kind == HEADING)
		buf_addf(out, "%.*s ", (int)p->level, "####");
	for (i = 0; i < p->n; i++) {
		if (cells_ && i > 0)
			put_row(p->lines[i], p->columns, i == 1, out);
		else
			buf_addz(out, p->lines[i]);
		if (p->kind == HEADING && i == 0 && p->n > 1)
			buf_addz(out, "。");
		if (p->kind != PARAGRAPH && p->kind != HEADING)
			buf_addc(out, '\n');
	}
	if (p->kind == LINES || p->kind == FIXED || cells_)
		buf_addz(out, ":::\n");
	if (p->kind == LYING)
		buf_addz(out, ":::\n");
	buf_addz(out, "\n");
}

/* Takes references to tables that are not there, and labels that are there
 * twice, out of a text. */
static void
settle(struct buf *sections, size_t n)
{
	bool seen[10] = { false };
	size_t i, at, label;
	char *p;

	for (i = 0; i < n; i++)
		for (at = 0; (at = str_find(buf_str(&sections[i]), STR(" #标"),
				  at)) != (size_t)-1;
		     at += 6) {
			p = sections[i].p + at;
			label = (size_t)(p[5] - '0');
			if (seen[label])
				memcpy(p, "再次", 6);
			seen[label] = true;
		}
	for (i = 0; i < n; i++)
		for (at = 0; (at = str_find(buf_str(&sections[i]), STR("{{#标"),
				  at)) != (size_t)-1;
		     at += 6) {
			p = sections[i].p + at;
			if (!seen[p[6] - '0'])
				memcpy(p, "下一页", 9);
		}
}

enum { SECTIONS = 64 };

/* A revision on its way through the filters. */
struct made {
	struct buf text[SECTIONS], filled[SECTIONS], outlined[SECTIONS],
	    wml[SECTIONS];
	size_t n;
	struct buf docx, shown;
};

static void
put_report(const struct report *r, struct made *m)
{
	size_t i;

	for (i = 0; i < r->n; i++) {
		if (r->list[i].kind != SECTION)
			put_part(&r->list[i], &m->text[m->n - 1]);
		else if (m->n < SECTIONS)
			buf_addz(&m->text[m->n++], "");
	}
	settle(m->text, m->n);
}

static struct stylesheet sheet;
static bool verbose;
static char *paths[SECTIONS];

static void
link_up(const struct buf *wml, size_t n, struct buf *out)
{
	struct docx doc = { 0 };
	struct diag d = { .to = stderr };
	size_t i;

	assert(docx_read_style(&doc, NULL, &d));
	for (i = 0; i < n; i++)
		assert(docx_add(&doc, buf_str(&wml[i])));
	docx_write(&doc, out);
	docx_free(&doc);
}

static void
read_back(const struct buf *docx, bool rejected, struct buf *out)
{
	struct buf why = { 0 };

	if (!doctext_read(buf_str(docx), rejected, out, &why)) {
		fprintf(stderr, "%s\n", why.p);
		abort();
	}
	buf_free(&why);
}

/* Facts of one side. */
static void
facts_text(struct buf *out)
{
	buf_addf(out,
	    "党员总数 = %zu\n党费 = 1%zu60\n办结率 = 9%zu.5\n"
	    "截止 = 2022-%zu-10\n届数 = 1%zu\n单位 = %s\n",
	    30 + any(4), any(3), any(3), 10 + any(2), any(2), PICK(who));
}

/* Puts a report through the filters; false where it has faults, as a made-up
 * one may. */
static bool
build(const struct report *r, struct made *m)
{
	struct diag d = { .to = verbose ? stderr : NULL };
	struct facts fs = { 0 };
	struct buf facts = { 0 };
	struct outline *o = outline_new(STR(""), &d);
	bool fine = true;
	size_t i;

	facts_text(&facts);
	factfile_read(&fs, buf_str(&facts), "-", FACTFILE_DEFINES, &d);
	put_report(r, m);
	for (i = 0; i < m->n; i++)
		fill_text(
		    buf_str(&m->text[i]), paths[i], &fs, &d, &m->filled[i]);
	for (i = 0; i < m->n; i++)
		outline_add(o, paths[i], buf_str(&m->filled[i]));
	for (i = 0; i < m->n; i++) {
		outline_put(o, i, &m->outlined[i]);
		fine = typeset_text(buf_str(&m->outlined[i]), paths[i], &sheet,
			   true, &d, &m->wml[i]) &&
		       fine;
	}
	outline_free(o);
	facts_free(&fs);
	buf_free(&facts);
	if (!fine)
		return false;
	link_up(m->wml, m->n, &m->docx);
	read_back(&m->docx, false, &m->shown);
	return true;
}

static void
clear_made(struct made *m)
{
	size_t i;

	for (i = 0; i < SECTIONS; i++) {
		buf_free(&m->text[i]);
		buf_free(&m->filled[i]);
		buf_free(&m->outlined[i]);
		buf_free(&m->wml[i]);
	}
	buf_free(&m->docx);
	buf_free(&m->shown);
}

/* What a redline's changes are. */
struct watch {
	enum docread_change now;
	int last[2]; /* the last byte of the new text and the old */
	enum docread_change was[2];
	size_t cut, nameless, changes;
};

static void
on_paragraph(void *me, struct str style)
{
	struct watch *w = me;

	(void)style;
	w->last[0] = w->last[1] = 0;
}

static void
on_change(void *me, enum docread_change how, struct str author, struct str date)
{
	struct watch *w = me;

	(void)date;
	w->now = how;
	w->changes += how != DOCREAD_KEPT;
	w->nameless += how != DOCREAD_KEPT && author.n == 0;
}

static bool
digit(int c)
{
	return c >= '0' && c <= '9';
}

/* A number is cut where one of its digits changes and the next does not. */
static void
on_text(void *me, struct str text)
{
	static const enum docread_change out[] = { DOCREAD_DELETED,
		DOCREAD_INSERTED };
	struct watch *w = me;
	size_t i;

	for (i = 0; text.n != 0 && i < 2; i++) {
		if (w->now == out[i])
			continue;
		w->cut += w->was[i] != w->now && digit(w->last[i]) &&
			  (digit(text.p[0]) || text.p[0] == '%');
		w->last[i] = text.p[text.n - 1];
		w->was[i] = w->now;
	}
}

static void
watch(const struct buf *docx, struct watch *w)
{
	static const struct docread_events events = {
		.paragraph = on_paragraph,
		.text = on_text,
		.change = on_change,
	};
	struct buf why = { 0 };
	struct opc *o = docopen_file(buf_str(docx), &why);

	assert(o != NULL && docread_walk(o, &events, w));
	opc_free(o);
	buf_free(&why);
}

static void
take_text(void *me, struct str text)
{
	static const struct str words[] = { { "〔原图〕", 12 },
		{ "〔新图〕", 12 } };

	if (!str_equal(text, words[0]) && !str_equal(text, words[1]))
		buf_adds(me, text);
}

static void
any_change(
    void *me, enum docread_change how, struct str author, struct str date)
{
	(void)me, (void)how, (void)author, (void)date;
}

/* All that stands in a document, gone or not. */
static void
everything(const struct buf *docx, struct buf *out)
{
	static const struct docread_events events = {
		.text = take_text,
		.change = any_change,
	};
	struct buf why = { 0 };
	struct opc *o = docopen_file(buf_str(docx), &why);

	assert(o != NULL && docread_walk(o, &events, out));
	opc_free(o);
	buf_free(&why);
}

/* On paper there is all that the tracked changes are, and none of them; the
 * words before pictures may move the pages that contents tell. */
static bool
paper_fine(struct redline *r, size_t n, const struct buf *tracked, bool loosely)
{
	struct buf bodies[SECTIONS] = { { 0 } }, docx = { 0 };
	struct buf all[2] = { { 0 }, { 0 } };
	struct watch w = { .now = DOCREAD_KEPT };
	bool fine;
	size_t i;

	r->paper = true;
	assert(redline(r, bodies));
	link_up(bodies, n, &docx);
	everything(tracked, &all[0]);
	everything(&docx, &all[1]);
	watch(&docx, &w);
	fine = (loosely || str_equal(buf_str(&all[0]), buf_str(&all[1]))) &&
	       w.changes == 0;
	if (!fine)
		fprintf(stderr, "on paper: %s\nbut: %s\n", all[1].p, all[0].p);
	for (i = 0; i < n; i++)
		buf_free(&bodies[i]);
	buf_free(&docx);
	buf_free(&all[0]);
	buf_free(&all[1]);
	return fine;
}

static void
save(const char *folder, size_t i, const char *ending, const struct buf *b)
{
	struct buf path = { 0 };

	if (folder == NULL)
		return;
	buf_addf(&path, "%s/%zu%s", folder, i, ending);
	io_output(path.p, buf_str(b));
	buf_free(&path);
}

/* Adds a text without the contents, which are always those of the new one, and
 * without empty lines, as pages that turn make them. */
static void
plain(struct str text, struct buf *out)
{
	struct str line;
	size_t n;

	while (str_line(&text, &line)) {
		for (n = line.n; n > 0 && digit(line.p[n - 1]);)
			n--;
		if (line.n == 0 || str_equal(line, STR("目录")) ||
		    (n > 0 && n < line.n && line.p[n - 1] == '\t'))
			continue;
		buf_adds(out, line);
		buf_addc(out, '\n');
	}
}

/* Says whether a body has contents or pages that turn. */
static bool
loose(const struct made *m)
{
	size_t i;

	for (i = 0; i < m->n; i++)
		if (str_find(buf_str(&m->wml[i]), STR("<?wengao toc"), 0) !=
			(size_t)-1 ||
		    str_find(buf_str(&m->wml[i]), STR("<?wengao landscape"),
			0) != (size_t)-1)
			return true;
	return false;
}

static bool
same_text(const struct buf *got, const struct buf *want, bool loosely,
    const char *how)
{
	struct buf a = { 0 }, b = { 0 };
	bool fine = str_equal(buf_str(got), buf_str(want));

	if (!fine && loosely) {
		plain(buf_str(got), &a);
		plain(buf_str(want), &b);
		fine = str_equal(buf_str(&a), buf_str(&b));
		buf_free(&a);
		buf_free(&b);
	}
	if (!fine)
		fprintf(stderr, "%s: got:\n%s\nwant:\n%s\n", how,
		    got->n != 0 ? got->p : "", want->n != 0 ? want->p : "");
	return fine;
}

/* Compares two revisions; false where the redline is not both. */
static bool
pair_fine(const struct made *old, const struct made *new, const char *folder,
    size_t i)
{
	struct redline r = { .paper = false };
	struct buf bodies[SECTIONS] = { { 0 } }, docx = { 0 };
	struct buf accepted = { 0 }, rejected = { 0 };
	struct watch w = { .now = DOCREAD_KEPT };
	bool fine, loosely = loose(old) || loose(new);
	size_t j;

	r.ledger = STR("台账");
	r.numbering = STR("自动编号");
	r.old.blame.other.name = r.new.blame.other.name = STR("张三");
	r.old.blame.other.date = r.new.blame.other.date =
	    i % 2 != 0 ? STR("2026-01-02T03:04:05Z") : STR("");
	r.old.paths = r.new.paths = paths;
	for (j = 0; j < old->n; j++)
		assert(wml_read(&r.old.wml, buf_str(&old->wml[j])));
	for (j = 0; j < new->n; j++)
		assert(wml_read(&r.new.wml, buf_str(&new->wml[j])));
	assert(redline(&r, bodies));
	link_up(bodies, new->n, &docx);
	read_back(&docx, false, &accepted);
	read_back(&docx, true, &rejected);
	watch(&docx, &w);
	fine = same_text(&accepted, &new->shown, loosely, "accepted");
	fine = same_text(&rejected, &old->shown, loosely, "rejected") && fine;
	if (w.cut != 0 || w.nameless != 0)
		fprintf(stderr, "%zu numbers cut, %zu changes by nobody\n",
		    w.cut, w.nameless);
	fine = paper_fine(&r, new->n, &docx, loosely) && fine;
	save(folder, i, ".docx", &docx);
	save(folder, i, ".new.docx", &new->docx);
	save(folder, i, ".old.docx", &old->docx);
	save(folder, i, ".new.txt", &new->shown);
	save(folder, i, ".old.txt", &old->shown);
	wml_free(&r.old.wml);
	wml_free(&r.new.wml);
	for (j = 0; j < new->n; j++)
		buf_free(&bodies[j]);
	buf_free(&docx);
	buf_free(&accepted);
	buf_free(&rejected);
	return fine && w.cut == 0 && w.nameless == 0;
}

/* Makes a pair of revisions from a seed and compares them; -1 where one has
 * faults, otherwise whether the redline is right. */
static int
try(size_t seed, const char *folder)
{
	struct report r = { 0 };
	struct made *m = mem_alloc(2 * sizeof(*m));
	int verdict = -1;

	memset(m, 0, 2 * sizeof(*m));
	state = seed * 0x9E3779B97F4A7C15u + 1;
	generate(&r);
	if (build(&r, &m[0])) {
		mutate(&r);
		if (build(&r, &m[1]))
			verdict = pair_fine(&m[0], &m[1], folder, seed);
	}
	clear(&r);
	clear_made(&m[0]);
	clear_made(&m[1]);
	free(m);
	return verdict;
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	size_t count = 200, seed = 1, kept = 0, done = 0, odd = 0, bad = 0, i;
	const char *folder = NULL;
	int c, verdict;

	while ((c = getopt(argc, argv, "d:k:n:s:v")) != -1) {
		if (c == 'd')
			folder = optarg;
		else if (c == 'k')
			kept = strtoul(optarg, NULL, 10);
		else if (c == 'n')
			count = strtoul(optarg, NULL, 10);
		else if (c == 's')
			seed = strtoul(optarg, NULL, 10);
		else
			verbose = true;
	}
	assert(stylesheet_read(&sheet, NULL, &d));
	for (i = 0; i < SECTIONS; i++) {
		struct buf b = { 0 };

		buf_addf(&b, "tests/typeset/%02zu.txt", i);
		paths[i] = keep(&b);
	}
	for (; done < count && odd <= count; seed++) {
		verdict = try(seed, done < kept ? folder : NULL);
		odd += verdict < 0;
		done += verdict >= 0;
		if (verdict == 0) {
			fprintf(stderr, "seed %zu is wrong\n", seed);
			bad++;
		}
	}
	printf(
	    "%zu pairs, %zu wrong; %zu with faults left out\n", done, bad, odd);
	for (i = 0; i < SECTIONS; i++)
		free(paths[i]);
	stylesheet_free(&sheet);
	return bad != 0 || done != count;
}

/* oldlist: the automatic numbers of a Word document's lists, as text; clauses
 * are those of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "format.h"
#include "oldlist.h"
#include "utf8.h"

enum {
	LEVELS = 9, /* 17.9.6 */
	LABEL_MAX = 64, /* bytes of a level's text; real ones have ten */
	COUNT_MAX = 1000000,
};

/* A w:lvl (17.9.6). */
struct level {
	long start;
	struct buf format, text;
	bool tight; /* nothing between number and text: w:suff */
};

/* A w:abstractNum (17.9.1), and where its count stands. */
struct abstract {
	struct buf id;
	struct level levels[LEVELS];
	long counts[LEVELS]; /* 0 where none was counted */
	bool counted[LEVELS];
};

/* A w:num (17.9.15): an abstract one, or with other starts. */
struct num {
	struct buf id, abstract;
	long starts[LEVELS]; /* -1: as the abstract one */
	bool used[LEVELS];
};

struct oldlists {
	struct abstract *abstracts;
	size_t abstracts_n;
	struct num *nums;
	size_t nums_n;
	size_t depth;
	bool in_num, in_abstract;
	size_t level; /* of the w:lvl or w:lvlOverride that is read */
};

static struct str
attribute(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };

	xml_attribute(e, e->space, name, &value);
	return value;
}

/* A number as written; -1 where there is none or it is out of reason. */
static long
number_of(struct str s)
{
	long n = 0;
	size_t i;

	if (s.n == 0)
		return -1;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || n > COUNT_MAX)
			return -1;
		n = 10 * n + s.p[i] - '0';
	}
	return n;
}

static size_t
level_of(struct str s)
{
	long n = number_of(s);

	return n >= 0 && n < LEVELS ? (size_t)n : 0;
}

static void
begin_abstract(struct oldlists *l, const struct xml_element *e)
{
	struct abstract *a;

	l->abstracts =
	    mem_more(l->abstracts, l->abstracts_n, sizeof(*l->abstracts));
	a = &l->abstracts[l->abstracts_n++];
	memset(a, 0, sizeof(*a));
	buf_adds(&a->id, attribute(e, "abstractNumId"));
	l->in_abstract = true;
}

static void
begin_num(struct oldlists *l, const struct xml_element *e)
{
	struct num *n;
	size_t i;

	l->nums = mem_more(l->nums, l->nums_n, sizeof(*l->nums));
	n = &l->nums[l->nums_n++];
	memset(n, 0, sizeof(*n));
	buf_adds(&n->id, attribute(e, "numId"));
	for (i = 0; i < LEVELS; i++)
		n->starts[i] = -1;
	l->in_num = true;
}

static void
set(struct buf *b, struct str s)
{
	buf_clear(b);
	buf_adds(b, str_cut(s, 0, s.n < LABEL_MAX ? s.n : LABEL_MAX));
}

/* What stands in a w:lvl. */
static void
read_level(struct level *v, const struct xml_element *e)
{
	struct str val = attribute(e, "val");
	long n;

	if (strcmp(e->name, "start") == 0) {
		n = number_of(val);
		v->start = n < 0 ? 0 : n;
	} else if (strcmp(e->name, "numFmt") == 0) {
		set(&v->format, val);
	} else if (strcmp(e->name, "lvlText") == 0) {
		set(&v->text, val);
	} else if (strcmp(e->name, "suff") == 0) {
		v->tight = str_equal(val, STR("nothing"));
	}
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct oldlists *l = me;
	struct num *num = l->nums_n != 0 ? &l->nums[l->nums_n - 1] : NULL;

	(void)x;
	l->depth++;
	if (l->depth == 2 && strcmp(e->name, "abstractNum") == 0)
		begin_abstract(l, e);
	else if (l->depth == 2 && strcmp(e->name, "num") == 0)
		begin_num(l, e);
	else if (strcmp(e->name, "lvl") == 0 ||
		 strcmp(e->name, "lvlOverride") == 0)
		l->level = level_of(attribute(e, "ilvl"));
	else if (l->in_abstract && l->depth == 4)
		read_level(
		    &l->abstracts[l->abstracts_n - 1].levels[l->level], e);
	else if (num != NULL && l->in_num && l->depth == 3 &&
		 strcmp(e->name, "abstractNumId") == 0)
		set(&num->abstract, attribute(e, "val"));
	else if (num != NULL && l->in_num && l->depth == 4 &&
		 strcmp(e->name, "startOverride") == 0)
		num->starts[l->level] = number_of(attribute(e, "val"));
}

static void
on_end(void *me)
{
	struct oldlists *l = me;

	if (--l->depth == 1)
		l->in_abstract = l->in_num = false;
}

static int
by_num(const void *a, const void *b)
{
	const struct num *m = a, *n = b;

	return str_compare(buf_str(&m->id), buf_str(&n->id));
}

static int
by_abstract(const void *a, const void *b)
{
	const struct abstract *m = a, *n = b;

	return str_compare(buf_str(&m->id), buf_str(&n->id));
}

struct oldlists *
oldlists_read(struct opc *o, struct str part)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
	};
	struct oldlists *l = mem_alloc(sizeof(*l));
	struct str numbering = opc_target(o, part, "numbering");

	if (numbering.n != 0 && opc_find(o, numbering) != (size_t)-1)
		opc_parse(o, numbering, &handler, l);
	if (l->nums_n != 0)
		qsort(l->nums, l->nums_n, sizeof(*l->nums), by_num);
	if (l->abstracts_n != 0)
		qsort(l->abstracts, l->abstracts_n, sizeof(*l->abstracts),
		    by_abstract);
	return l;
}

static void
put_cn(long n, const char *format, struct buf *out)
{
	struct buf number = { 0 };

	buf_addf(&number, "%ld", n);
	format_value(buf_str(&number), str_of(format), out);
	buf_free(&number);
}

static void
put_roman(long n, bool upper, struct buf *out)
{
	static const struct {
		long value;
		const char *upper, *lower;
	} digits[] = { { 1000, "M", "m" }, { 900, "CM", "cm" },
		{ 500, "D", "d" }, { 400, "CD", "cd" }, { 100, "C", "c" },
		{ 90, "XC", "xc" }, { 50, "L", "l" }, { 40, "XL", "xl" },
		{ 10, "X", "x" }, { 9, "IX", "ix" }, { 5, "V", "v" },
		{ 4, "IV", "iv" }, { 1, "I", "i" } };
	size_t i = 0;

	n %= 4000;
	while (n > 0) {
		if (n < digits[i].value) {
			i++;
			continue;
		}
		buf_addz(out, upper ? digits[i].upper : digits[i].lower);
		n -= digits[i].value;
	}
}

/* a to z, then aa to zz (17.18.59). */
static void
put_letters(long n, char a, struct buf *out)
{
	long i, times = n > 0 ? (n - 1) / 26 % 8 + 1 : 0;

	for (i = 0; i < times; i++)
		buf_addc(out, (char)(a + (n - 1) % 26));
}

/* Digit by digit, as 二〇, or in full width. */
static void
put_digits(long n, bool han, struct buf *out)
{
	static const char zero[] = "〇一二三四五六七八九";
	struct buf number = { 0 };
	size_t i;

	buf_addf(&number, "%ld", n);
	for (i = 0; i < number.n; i++) {
		if (han)
			buf_add(out,
			    zero + (size_t)3 * (size_t)(number.p[i] - '0'), 3);
		else
			utf8_add(out, 0xFF10u + (uint32_t)(number.p[i] - '0'));
	}
	buf_free(&number);
}

/* A count as w:numFmt says (17.18.59); what is not known, in digits. */
static void
put_count(long n, struct str format, struct buf *out)
{
	if (str_starts(format, STR("chineseCounting")) ||
	    str_starts(format, STR("taiwaneseCounting")) ||
	    str_equal(format, STR("japaneseCounting")))
		put_cn(n, "cn", out);
	else if (str_starts(format, STR("chineseLegal")) ||
		 str_starts(format, STR("ideographLegal")))
		put_cn(n, "CN", out);
	else if (str_equal(format, STR("ideographDigital")) ||
		 str_equal(format, STR("japaneseDigitalTenThousand")) ||
		 str_equal(format, STR("taiwaneseDigital")))
		put_digits(n, true, out);
	else if (str_starts(format, STR("decimalFullWidth")))
		put_digits(n, false, out);
	else if (str_starts(format, STR("decimalEnclosedCircle")) && n >= 1 &&
		 n <= 20)
		utf8_add(out, 0x2460u + (uint32_t)(n - 1));
	else if (str_equal(format, STR("upperRoman")))
		put_roman(n, true, out);
	else if (str_equal(format, STR("lowerRoman")))
		put_roman(n, false, out);
	else if (str_equal(format, STR("upperLetter")))
		put_letters(n, 'A', out);
	else if (str_equal(format, STR("lowerLetter")))
		put_letters(n, 'a', out);
	else if (!str_equal(format, STR("none")))
		buf_addf(out,
		    str_equal(format, STR("decimalZero")) ? "%02ld" : "%ld", n);
}

static struct num *
find_num(const struct oldlists *l, struct str id)
{
	struct num key = { 0 }, *found = NULL;

	buf_adds(&key.id, id);
	if (l->nums_n != 0)
		found =
		    bsearch(&key, l->nums, l->nums_n, sizeof(*l->nums), by_num);
	buf_free(&key.id);
	return found;
}

static struct abstract *
find_abstract(const struct oldlists *l, struct str id)
{
	struct abstract key = { 0 }, *found = NULL;

	buf_adds(&key.id, id);
	if (l->abstracts_n != 0)
		found = bsearch(&key, l->abstracts, l->abstracts_n,
		    sizeof(*l->abstracts), by_abstract);
	buf_free(&key.id);
	return found;
}

/* Counts on at a level; deeper ones begin anew (17.9.10). */
static void
count(struct abstract *a, struct num *num, size_t level)
{
	size_t i;

	if (num->starts[level] >= 0 && !num->used[level]) {
		a->counts[level] = num->starts[level];
		a->counted[level] = true;
	} else if (!a->counted[level]) {
		a->counts[level] = a->levels[level].start;
		a->counted[level] = true;
	} else if (a->counts[level] < COUNT_MAX) {
		a->counts[level]++;
	}
	num->used[level] = true;
	for (i = level + 1; i < LEVELS; i++)
		a->counted[i] = false;
}

/* Writes a level's text with its %1 to %9 (17.9.11). */
static void
put_label(const struct abstract *a, size_t level, struct buf *out)
{
	struct str text = buf_str(&a->levels[level].text);
	size_t i, k, n = 0;

	for (i = 0; i < text.n; i++) {
		if (n == LEVELS || text.p[i] != '%' || i + 1 == text.n ||
		    text.p[i + 1] < '1' || text.p[i + 1] > '9') {
			buf_addc(out, text.p[i]);
			continue;
		}
		k = (size_t)(text.p[++i] - '1');
		n++;
		put_count(a->counted[k] ? a->counts[k] : a->levels[k].start,
		    buf_str(&a->levels[k].format), out);
	}
}

bool
oldlists_count(
    struct oldlists *l, struct str list, struct str level, struct buf *out)
{
	struct num *num = find_num(l, list);
	struct abstract *a =
	    num != NULL ? find_abstract(l, buf_str(&num->abstract)) : NULL;
	size_t at = level_of(level), before = out->n;
	struct str label;

	if (a == NULL)
		return true;
	if (str_equal(buf_str(&a->levels[at].format), STR("bullet")))
		return false;
	count(a, num, at);
	put_label(a, at, out);
	label = str_from(buf_str(out), before);
	/* Word sets a tab; a Chinese mark has its own room */
	if (label.n != 0 && !a->levels[at].tight &&
	    !utf8_chinese_before(label, label.n) && !str_ends(label, STR(".")))
		buf_addc(out, ' ');
	return true;
}

void
oldlists_free(struct oldlists *l)
{
	size_t i, k;

	for (i = 0; i < l->abstracts_n; i++) {
		buf_free(&l->abstracts[i].id);
		for (k = 0; k < LEVELS; k++) {
			buf_free(&l->abstracts[i].levels[k].format);
			buf_free(&l->abstracts[i].levels[k].text);
		}
	}
	free(l->abstracts);
	for (i = 0; i < l->nums_n; i++) {
		buf_free(&l->nums[i].id);
		buf_free(&l->nums[i].abstract);
	}
	free(l->nums);
	free(l);
}

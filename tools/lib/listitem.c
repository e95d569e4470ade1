/* listitem: the words that begin the items of a list in running text */
#include "listitem.h"
#include "ordinal.h"

enum {
	IS = 0x662F, /* 是 */
	ORDER = 0x7B2C, /* 第 */
	LIST_COMMA = 0x3001,
	COMMA = 0xFF0C,
	COLON = 0xFF1A,
	YAO = 0x8981, /* 要 */
	BACK = 200, /* characters in which a list may have begun */
};

/* Says whether a clause begins behind a character. */
static bool
is_boundary(uint32_t c)
{
	switch (c) {
	case 0x3002: /* 。 */
	case 0xFF1B: /* ； */
	case COLON:
	case COMMA:
	case LIST_COMMA:
	case 0xFF01: /* ！ */
	case 0xFF1F: /* ？ */
	case 0x201C: /* “ ” ‘ ’ */
	case 0x201D:
	case 0x2018:
	case 0x2019:
	case 0xFF08: /* （ ） 》 */
	case 0xFF09:
	case 0x300B:
	case 0x2014: /* — … */
	case 0x2026:
	case 0x3000:
	case 0xA0:
	case ' ':
	case '\t':
	case ',':
	case '.':
	case ';':
	case ':':
	case '!':
	case '?':
	case '"':
	case '(':
	case ')':
	case PROSE_OBJECT:
		return true;
	default:
		return false;
	}
}

static bool
is_pause(uint32_t c)
{
	return c == COMMA || c == ',' || c == COLON || c == ':';
}

/* 要素 要点 要件 要务 要职 要地 要害 要求 要闻: 五要素 counts, 五要 lists. */
static bool
is_word_with_yao(uint32_t c)
{
	return c == 0x7D20 || c == 0x70B9 || c == 0x4EF6 || c == 0x52A1 ||
	       c == 0x804C || c == 0x5730 || c == 0x5BB3 || c == 0x6C42 ||
	       c == 0x95FB;
}

/* 来 则 者 为 方 个 有 behind 一: a list of another kind, or 一个是 */
static bool
begins_other(uint32_t c)
{
	return c == 0x6765 || c == 0x5219 || c == 0x8005 || c == 0x4E3A ||
	       c == 0x65B9 || c == 0x4E2A || c == 0x6709;
}

static bool
is_boundary_or_number(uint32_t c)
{
	return c == 0 || is_boundary(c) || ordinal_digit(c) != 0;
}

/* 一是 一要, at a Chinese number. 一是一、二是二 tells the plain truth. */
static bool
read_is(const uint32_t *c, struct listitem *it)
{
	size_t n = ordinal_chinese(c, &it->value);

	if (n == 0 || c[0] == 0x4E24)
		return false;
	it->verb = c[n];
	it->end = n + 1;
	it->kind = LISTITEM_IS;
	switch (it->verb) {
	case IS:
		return c[n + 1] != c[0] || !is_boundary_or_number(c[n + 2]);
	case 0x8981: /* 要 */
		return !is_word_with_yao(c[n + 1]);
	case 0x5728: /* 在 靠 看 抓 */
	case 0x9760:
	case 0x770B:
	case 0x6293:
		return true;
	default:
		it->kind = LISTITEM_OTHER;
		return it->value == 1 && begins_other(it->verb);
	}
}

/* 第一， 第一： 第一是 第一、; but 第一、第二季度 counts quarters. */
static bool
read_ordinal(const uint32_t *c, struct listitem *it)
{
	size_t n = ordinal_chinese(c + 1, &it->value) + 1;

	it->kind = LISTITEM_ORDINAL;
	it->end = n + 1;
	if (n == 1)
		return false;
	if (c[n] == LIST_COMMA)
		return c[n + 1] != ORDER && !ordinal_part(c[n + 1]);
	/* 第一步， 第一点： */
	if ((c[n] == 0x6B65 || c[n] == 0x70B9) && is_pause(c[n + 1])) {
		it->verb = c[n];
		it->end++;
		return true;
	}
	return is_pause(c[n]) || c[n] == IS;
}

/* 首先 其次 再次 最后; the last two are adverbs where no comma follows. */
static bool
read_first(const uint32_t *c, struct listitem *it)
{
	it->kind = LISTITEM_FIRST;
	it->end = 2;
	if (c[0] == 0x9996 && c[1] == 0x5148)
		it->value = 1;
	else if (c[0] == 0x5176 && c[1] == 0x6B21)
		it->value = 2;
	else if (c[0] == 0x518D && c[1] == 0x6B21)
		it->value = 3;
	else if (c[0] == 0x6700 && c[1] == 0x540E)
		it->value = LISTITEM_LAST;
	else
		return false;
	return it->value < 3 || is_pause(c[2]) ||
	       (it->value == 3 &&
		   (c[2] == IS || (c[2] == YAO && !is_word_with_yao(c[3]))));
}

static bool
read_its(const uint32_t *c, struct listitem *it)
{
	size_t n = ordinal_chinese(c + 1, &it->value) + 1;

	it->kind = LISTITEM_ITS;
	it->end = n + 1;
	return n > 1 && (is_pause(c[n]) || c[n] == IS || c[n] == LIST_COMMA);
}

/* 然后 接着 stand for 其次. */
static bool
read_then(const uint32_t *c, struct listitem *it)
{
	it->kind = LISTITEM_OTHER;
	it->end = 2;
	it->value = 2;
	return (c[0] == 0x7136 && c[1] == 0x540E) ||
	       (c[0] == 0x63A5 && c[1] == 0x7740);
}

static bool
read_bracket(const uint32_t *c, struct listitem *it)
{
	size_t n = ordinal_chinese(c + 1, &it->value);

	it->verb = 0x4E00; /* 一 */
	if (n == 0) {
		n = ordinal_arabic(c + 1, &it->value);
		it->verb = '1';
	}
	it->kind = LISTITEM_BRACKET;
	it->end = n + 2;
	if (n != 0 && n < 3 && c[n + 1] == 0xFF09)
		return true;
	*it = (struct listitem){
		.kind = LISTITEM_OPEN, .verb = 0xFF08, .end = 1
	};
	return true;
}

static bool
is_mark(struct listitem *it, enum listitem_kind kind, uint32_t open)
{
	*it = (struct listitem){ .kind = kind, .verb = open, .end = 1 };
	return true;
}

/* Reads what stands at the start of some characters; the end counts from there.
 */
static bool
read(const uint32_t *c, struct listitem *it)
{
	it->verb = 0;
	switch (c[0]) {
	case ORDER:
		return read_ordinal(c, it);
	case 0x9996: /* 首 再 最 */
	case 0x518D:
	case 0x6700:
		return read_first(c, it);
	case 0x5176: /* 其 */
		return read_first(c, it) || read_its(c, it);
	case 0x7136: /* 然 接 */
	case 0x63A5:
		return read_then(c, it);
	case 0xFF08:
		return read_bracket(c, it);
	case 0x201C:
	case 0x2018:
		return is_mark(it, LISTITEM_OPEN, c[0]);
	case 0x201D:
	case 0x2019:
		return is_mark(it, LISTITEM_CLOSE, c[0] - 1);
	case 0xFF09:
		return is_mark(it, LISTITEM_CLOSE, 0xFF08);
	default:
		it->kind = LISTITEM_CIRCLE;
		it->end = 1;
		it->value = ordinal_sign(c[0], 0x2460, 0x2473);
		return it->value != 0 || read_is(c, it);
	}
}

/* Says whether a character may begin anything that read knows. */
static bool
may_begin(uint32_t c)
{
	if (c < 0x2018)
		return false;
	switch (c) {
	case ORDER:
	case 0x9996:
	case 0x518D:
	case 0x6700:
	case 0x5176:
	case 0x7136:
	case 0x63A5:
	case 0xFF08:
	case 0xFF09:
	case 0x2018:
	case 0x2019:
	case 0x201C:
	case 0x201D:
	case 0x5341:
		return true;
	default:
		return ordinal_digit(c) != 0 || (c >= 0x2460 && c <= 0x2473);
	}
}

/* Says whether an item stands where a clause begins: not 统一是, nor
 * 第一、第二， which names two things, nor “一是”, which speaks of the word. */
static void
place(const struct prose *p, struct listitem *it)
{
	size_t from = it->from;
	uint32_t before = from > p->start ? p->c[from - 1] : 0;

	it->begins =
	    from == p->start || from == p->number_end || is_boundary(before);
	it->colon = before == COLON || before == ':';
	if (it->kind == LISTITEM_ORDINAL && before == LIST_COMMA &&
	    from >= p->start + 3 && p->c[from - 3] == ORDER)
		it->begins = false;
	/* in a sentence brackets may refer: 对（1）、（2）两项 */
	if ((it->kind == LISTITEM_BRACKET || it->kind == LISTITEM_CIRCLE) &&
	    (before == LIST_COMMA || before == 0x300B || before == 0x201D))
		it->begins = false;
	if (it->end < p->end &&
	    (p->c[it->end] == 0x201D || p->c[it->end] == 0x2019))
		it->begins = false;
}

bool
listitem_next(const struct prose *p, size_t *at, struct listitem *it)
{
	size_t i;

	for (i = *at; i < p->end; i++) {
		if (!may_begin(p->c[i]) || !read(p->c + i, it) ||
		    i + it->end > p->end)
			continue;
		it->from = i;
		it->end += i;
		place(p, it);
		*at = it->end;
		return true;
	}
	*at = i;
	return false;
}

bool
listitem_begins_late(const struct prose *p, const struct listitem *it)
{
	size_t i = it->from, left = BACK;

	if (it->kind == LISTITEM_IS)
		return it->verb == YAO;
	if (it->kind != LISTITEM_FIRST || p->c[it->end] != 0xFF0C)
		return false;
	while (i > p->start && left-- > 0) {
		uint32_t c = p->c[--i];

		/* 最 主 先 首 */
		if (c == 0x6700 || c == 0x4E3B || c == 0x5148 || c == 0x9996)
			return false;
	}
	return true;
}

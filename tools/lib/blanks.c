/* blanks: blanks and invisible characters inside Chinese text */
#include <stdlib.h>

#include "blanks.h"
#include "die.h"
#include "signs.h"

enum { BLANK, INVISIBLE, NBSP };

static const struct rule rules[] = {
	[BLANK] = { "blank", "空白", LEVEL_NOTE,
	    "a blank between Chinese characters or beside a Chinese mark, or a "
	    "tab in the text",
	    false },
	[INVISIBLE] = { "blank", "空白", LEVEL_WARNING,
	    "an invisible character, as U+200B or U+FEFF", false },
	[NBSP] = { "nbsp", "不间断空格", LEVEL_NOTE, "a no-break space",
	    false },
};

struct blanks {
	const struct proofing *p;
	const struct rule *rules;
	size_t asked; /* the paragraph's number + 1 */
	bool is_laid_out; /* as was found then */
};

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct blanks *b = mem_alloc(sizeof(*b));

	*b = (struct blanks){ .p = p, .rules = own };
	return b;
}

static bool
is_nbsp(uint32_t c)
{
	return c == 0xA0 || c == 0x202F;
}

/* Not U+200D, which joins emoji. */
static bool
is_invisible(uint32_t c)
{
	return c == 0x200B || c == 0x200C || c == 0x200E || c == 0x200F ||
	       c == 0x2060 || c == 0xFEFF || c == 0xAD ||
	       (c >= 0x202A && c <= 0x202E);
}

/* The marks that Latin text has, too: · — ‘ ’ “ ” … */
static bool
is_shared(uint32_t c)
{
	return c == 0xB7 || c == 0x2014 || c == 0x2018 || c == 0x2019 ||
	       c == 0x201C || c == 0x201D || c == 0x2026;
}

/* Says whether c is what an author hides something with: **县 */
static bool
is_mask(uint32_t c)
{
	return c == '*' || c == 0xD7;
}

/* The character before from, or the one before a mask there. */
static uint32_t
left_of(const struct prose *p, size_t from)
{
	while (from > p->start + 1 && is_mask(p->c[from - 1]))
		from--;
	/* a mark beside Latin text is Latin text's */
	if (from > p->start + 1 && is_shared(p->c[from - 1]) &&
	    sign_latin(p->c[from - 2]))
		from--;
	return sign_before(p, from);
}

static uint32_t
right_of(const struct prose *p, size_t end)
{
	while (end + 1 < p->end && is_mask(p->c[end]))
		end++;
	if (end + 1 < p->end && is_shared(p->c[end]) &&
	    sign_latin(p->c[end + 1]))
		end++;
	return end < p->end ? p->c[end] : 0;
}

/* Says whether c is a surname of one character, one of the commonest. */
static bool
is_surname(uint32_t c)
{
	static const char names[] =
	    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾"
	    "肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏"
	    "韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
	    "莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关"
	    "兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆"
	    "蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车"
	    "项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞"
	    "姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
	size_t i;

	for (i = 0; i + 3 < sizeof(names); i += 3)
		if (((uint32_t)(names[i] & 0x0F) << 12 |
			(uint32_t)(names[i + 1] & 0x3F) << 6 |
			(uint32_t)(names[i + 2] & 0x3F)) == c)
			return true;
	return false;
}

/* Says whether the text may break at c: it is no Han character. */
static bool
bounds(uint32_t c)
{
	return c == 0 || !sign_han(c);
}

/* Says whether the blanks at from stand behind what counts a part of a text, at
 * the start of its heading: 第一部分　工作情况, 第三条 党员. */
static bool
is_behind_part(const struct prose *p, size_t from)
{
	static const uint32_t parts[] = { 0x5206, 0x7AE0, 0x8282, 0x6761,
		0x6B3E, 0x7F16, 0x7BC7, 0x8BB2 }; /* 分章节条款编篇讲 */
	size_t i;

	if (p->c[p->start] != 0x7B2C || from > p->start + 8) /* 第 */
		return false;
	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (p->c[from - 1] == parts[i])
			return true;
	return false;
}

/* Says whether c ends what a person is, or joins two: 长记员任席志授士生事,
 * 和与
 */
static bool
leads_to_name(uint32_t c)
{
	return c == 0x548C || c == 0x7531 || c == 0x4E0E || c == 0x957F ||
	       c == 0x8BB0 || c == 0x5458 || c == 0x4EFB || c == 0x5E2D ||
	       c == 0x5FD7 || c == 0x6388 || c == 0x58EB || c == 0x751F ||
	       c == 0x4E8B;
}

/* Says whether the blanks at from stand behind a name that is called: @张三 好.
 */
static bool
is_behind_call(const struct prose *p, size_t from)
{
	size_t i = from;

	while (i > p->start && from - i < 12 &&
	       (sign_han(p->c[i - 1]) || sign_latin(p->c[i - 1])))
		i--;
	return i < from && i > p->start && p->c[i - 1] == '@';
}

/*
 * Says whether the blanks from..end space two characters out, as names and the
 * words of lists are: 张　三, 组　长：. Between the two stand a whole
 * ideographic blank or several.
 */
static bool
spaces_out(const struct prose *p, size_t from, size_t end)
{
	uint32_t left = sign_before(p, from), right = p->c[end];
	uint32_t before = from > p->start + 1 ? p->c[from - 2] : 0;
	uint32_t after = sign_after(p, end);
	bool wide = p->c[from] == 0x3000 || end - from > 1;

	if (!sign_han(left) || !sign_han(right))
		return false;
	if (is_behind_part(p, from) || is_behind_call(p, from))
		return true;
	if (bounds(before) && bounds(after) && (wide || after == 0xFF1A))
		return true;
	if (!is_surname(left) || (!wide && !(bounds(before) && bounds(after))))
		return false;
	/* 乡村教师　周转房 is none: a name has a bound or a title beside it */
	return bounds(before) || bounds(after) || leads_to_name(before);
}

/* The marks that Latin text has not. */
static bool
is_mark(uint32_t c)
{
	return c >= 0x3000 &&
	       (sign_stop(c) != 0 || sign_opens(c) || sign_closes(c));
}

/* Says whether a blank between left and right is none of Chinese text; beside
 * Latin text authors differ. */
static bool
is_wrong(uint32_t left, uint32_t right)
{
	bool left_mark = is_mark(left), right_mark = is_mark(right);

	if (left == 0 || right == 0 || left == PROSE_OBJECT ||
	    right == PROSE_OBJECT)
		return false;
	if (left_mark || right_mark)
		return true;
	return (sign_han(left) || is_shared(left)) &&
	       (sign_han(right) || is_shared(right));
}

/* 。 ， and their like, beside which no blank can be meant */
static bool
is_pause(uint32_t c)
{
	return c != 0xFF1A && c >= 0x3000 && sign_stop(c) != 0;
}

static void
tell_blank(struct blanks *b, const struct prose *p, size_t from, size_t end)
{
	uint32_t left = p->c[from - 1], right = p->c[end];
	struct finding *found;

	if (sign_han(left) && sign_han(right))
		found = findings_add(b->p->findings, prose_spot(p, from, end),
		    &b->rules[BLANK],
		    "a blank stands between Chinese characters: take it out, "
		    "or write the mark that belongs there");
	else
		found = findings_add(b->p->findings, prose_spot(p, from, end),
		    &b->rules[BLANK],
		    "a blank stands beside a Chinese character or mark, which "
		    "has its own room: take it out");
	findings_replace(found, STR(""), is_pause(left) || is_pause(right));
}

/* Says whether blanks part the columns of a line that is no sentence: a list of
 * names, or what follows a label. */
static bool
is_laid_out(struct blanks *b, const struct prose *p)
{
	size_t i, runs = 0;

	if (b->asked == p->number + 1)
		return b->is_laid_out;
	b->asked = p->number + 1;
	b->is_laid_out = false;
	for (i = p->start; i < p->end; i++) {
		uint32_t c = p->c[i];

		if (is_pause(c) && c != 0x3001)
			return false;
		if (c == 0xFF1A || (sign_blank(c) && !sign_blank(p->c[i + 1])))
			runs++;
	}
	return b->is_laid_out = runs > 1;
}

/* Says whether the blank at from follows the number of an article: 第一条　 */
static bool
follows_article(const struct prose *p, size_t from)
{
	uint32_t c = p->c[from - 1];

	/* 第; 条 章 节 编 */
	return p->c[p->start] == 0x7B2C && from - p->start < 8 &&
	       (c == 0x6761 || c == 0x7AE0 || c == 0x8282 || c == 0x7F16);
}

/* Looks at the blanks from..end, which stand inside the text; in_title, of
 * those in 《 》 one was told. */
static void
take_blanks(struct blanks *b, const struct prose *p, size_t from, size_t end,
    size_t *titles, bool in_title)
{
	size_t i;

	for (i = from; i < end; i++) {
		if (p->origin[i] != PROSE_TYPED)
			return;
		if (p->c[i] == '\t' && p->kind != PROSE_NAME) {
			findings_add(b->p->findings, prose_spot(p, i, i + 1),
			    &b->rules[BLANK],
			    "a tab stands in the text: take it out");
			return;
		}
	}
	if (p->kind == PROSE_CELL || p->kind == PROSE_NAME ||
	    p->kind == PROSE_TITLE)
		return;
	if (!is_wrong(left_of(p, from), right_of(p, end)) ||
	    spaces_out(p, from, end) || follows_article(p, from) ||
	    ((end - from > 1 || p->c[from] == 0x3000) && is_laid_out(b, p)))
		return;
	/* a title may join its two lines with one: once is enough */
	if (in_title && (*titles)++ > 0)
		return;
	tell_blank(b, p, from, end);
}

static void
tell_invisible(struct blanks *b, const struct prose *p, size_t from, size_t end)
{
	findings_replace(
	    findings_add(b->p->findings, prose_spot(p, from, end),
		&b->rules[INVISIBLE],
		"an invisible character stands here, U+%04X: take it out",
		(unsigned int)p->c[from]),
	    STR(""), p->c[from] == 0x200B || p->c[from] == 0xFEFF);
}

static void
tell_nbsp(struct blanks *b, const struct prose *p, size_t from, size_t end)
{
	findings_add(b->p->findings, prose_spot(p, from, end), &b->rules[NBSP],
	    "a no-break space stands here, which lines do not break at: take "
	    "it out, or type a plain one");
}

/* The end of the blanks from i on; *no_break is set where a no-break space is
 * among them. */
static size_t
blanks_end(const struct prose *p, size_t i, size_t *no_break)
{
	*no_break = p->n;
	for (; i < p->n && sign_blank(p->c[i]); i++)
		if (is_nbsp(p->c[i]) && p->origin[i] == PROSE_TYPED &&
		    *no_break == p->n)
			*no_break = i;
	return i;
}

static void
take(void *ctx, const struct prose *p)
{
	struct blanks *b = ctx;
	size_t i, end, no_break, titles = 0;
	bool in_title = false;

	for (i = 0; i < p->n; i = end) {
		uint32_t c = p->c[i];

		end = i + 1;
		if (c >= 0x3040 && c != 0xFEFF)
			continue;
		if (c == 0x300A || c == 0x300B)
			in_title = c == 0x300A;
		if (is_invisible(c) && p->origin[i] == PROSE_TYPED) {
			while (end < p->n && is_invisible(p->c[end]))
				end++;
			tell_invisible(b, p, i, end);
		} else if (sign_blank(c)) {
			end = blanks_end(p, i, &no_break);
			if (no_break < end)
				tell_nbsp(b, p, no_break, no_break + 1);
			else if (i > p->start && i >= sign_start(p) &&
				 end < p->end)
				take_blanks(b, p, i, end, &titles, in_title);
		}
	}
}

static void
end(void *ctx)
{
	free(ctx);
}

const struct family family_blanks = { rules, 3, start, take, end };

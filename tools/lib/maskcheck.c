/*
 * maskcheck: what an edition hides: masks that are missing, masks that are
 * left
 *
 * A phrase is a mask with the Han characters around it, 建设**新兴工贸港口; the
 * same characters without it, or with a name in its place, are a leak. To be
 * unmistakable it wants two characters before the mask and three behind it, and
 * what is behind may not begin with what any place has (**县委, **社会主义):
 * that is said without a name, too.
 */
#include <stdlib.h>
#include <string.h>

#include "chars.h"
#include "die.h"
#include "maskcheck.h"

enum {
	LEFT = 2, /* characters of a phrase before its mask */
	RIGHT_LEAST = 3, /* and behind it */
	RIGHT = 5,
	NAME = 3, /* characters of a name that a mask hides, at most */
	NEAR = 20, /* characters around the sign of a product */
	FIRSTS = 1 << 16,
};

enum { MASK, MASK_BARE, RULES };

static const struct rule rules[RULES] = {
	[MASK] = { "mask", "掩码", LEVEL_ERROR,
	    "a mask in an edition (-e) that put none there", false },
	[MASK_BARE] = { "mask-bare", "漏掩", LEVEL_WARNING,
	    "a phrase that is masked elsewhere", false },
};

/* What stands around a mask. */
struct phrase {
	uint32_t c[LEFT + RIGHT];
	size_t n; /* of c, LEFT of them before the mask */
	struct spot spot;
};

struct maskcheck {
	const struct proofing *p;
	const struct rule *rules;
	struct prose **kept;
	size_t kept_n;
	struct phrase *phrases;
	size_t phrases_n;
	size_t *slots, slots_n; /* a hash table of phrases, from 1 */
	unsigned char *firsts; /* whether a phrase goes on with a character */
};

/* Words that stand behind the name of a place or an office, and as well
 * without it, and those that every report has. */
static const char generic[] =
    "县 市 区 镇 乡 村 州 旗 省 局 厅 处 科 委 办 院 校 街道 社区 公司 集团 "
    "学校 小学 中学 大学 医院 银行 支部 党 人大 政协 政府 开发区 工业园 园区 "
    "社会主义 中国 高质量发展 经济社会 现代化建设 乡村振兴 全面 人民 各 全 "
    "同志 书记 主任 局长 县长 市长 镇长 名 元 万 亿 人 项 个 次 件 年 月 日 "
    "等 和 及 与 的 为 在 是 了 并 以 对";

/* Words that begin as those do, and are what a place is known for. */
static const char special[] =
    "区域 区块 市场 省际 村史 村落 乡土 乡愁 乡情 州际 "
    "乡村旅游 乡村治理 乡村文化 社区治理 社区养老 党建 党史 党风 院士 院落 "
    "校园 "
    "校企 办学 科技 科普 科学 科创 全域旅游 全民阅读 全民健身 全国 各民族 人才 "
    "人文 人居 人工 个性 名优 名城 名镇 名村 名人 名吃 名山 元宇宙 万亩 万亿 "
    "万里 亿级 年货 年画 月季 日用 等级 和美 和谐 及第 与邻 为民 在线 以旧换新 "
    "局域 处州 委托 省会 省级 市级 县级 大学城 中学生 学校食堂 公司债 银行街 "
    "以竹代塑 对外开放 是非曲直 并网 件杂货 项目谋划 次中心 现代化建设试点";

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct maskcheck *m = mem_alloc(sizeof(*m));

	*m = (struct maskcheck){ .p = p, .rules = own };
	m->firsts = mem_alloc(FIRSTS / 8);
	return m;
}

/* * and ×, half and full width */
static bool
is_sign(uint32_t c)
{
	return c == '*' || c == 0xFF0A || c == 0xD7;
}

/* Says whether a × between words is the sign of a product: 单产×面积, 长×宽. */
static bool
is_product(const struct prose *p, size_t i)
{
	static const char before[] =
	    "长 宽 高 价 数 量 积 率 值 额 产 重 比 期 费 分 距 密度";
	size_t k, from = i > p->start + NEAR ? i - NEAR : p->start;

	if (p->c[i] != 0xD7)
		return false;
	for (k = from; k < p->end && k < i + NEAR; k++)
		if (p->c[k] == '=' || p->c[k] == 0xFF1D || p->c[k] == 0xF7)
			return true;
	return chars_word_before(p, i, before) != 0;
}

/* The end of the mask at i, or i where there is none: a run of * or ×, but not
 * the sign of a product (3×5, 3 * 5), nor a × alone, which a table has for
 * "no"; 【待核】 and its like. */
static size_t
mask_end(const struct prose *p, size_t i)
{
	size_t end = i;

	if (p->c[i] == 0x3010 && chars_in(p, i + 1, "待")) {
		while (end < p->end && end < i + 20 && p->c[end] != 0x3011)
			end++;
		return end < p->end && p->c[end] == 0x3011 ? end + 1 : i;
	}
	while (end < p->end && is_sign(p->c[end]))
		end++;
	if (end == i + 1) {
		uint32_t before = i > p->start ? p->c[i - 1] : 0;
		uint32_t after = end < p->end ? p->c[end] : 0;

		if (before == ' ' || after == ' ' || is_product(p, i) ||
		    (chars_digit(before) && chars_digit(after)))
			return i;
		if (p->c[i] != '*' && p->c[i] != 0xFF0A && !chars_han(before) &&
		    !chars_han(after))
			return i;
	}
	return end;
}

/* Says whether an overlay put the mask at i in. */
static bool
is_rightful(const struct maskcheck *m, const struct prose *p, size_t i)
{
	const struct fact *f;

	if (p->origin[i] != PROSE_VALUE)
		return false;
	f = facts_find(m->p->facts, prose_fact(p, i));
	return f == NULL || f->state == FACT_MASK;
}

static uint64_t
hash(const uint32_t *c, size_t n)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a, by characters */
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ c[i]) * 1099511628211u;
	return h ^ (h >> 32);
}

/* The slot of a phrase: its own, or an empty one. */
static size_t *
slot(const struct maskcheck *m, const uint32_t *c, size_t n)
{
	size_t i = hash(c, n) & (m->slots_n - 1);

	while (m->slots[i] != 0) {
		const struct phrase *f = &m->phrases[m->slots[i] - 1];

		if (f->n == n && memcmp(f->c, c, n * sizeof(*c)) == 0)
			break;
		i = (i + 1) & (m->slots_n - 1);
	}
	return &m->slots[i];
}

static void
grow(struct maskcheck *m)
{
	size_t i;

	m->slots_n = m->slots_n != 0 ? 2 * m->slots_n : 64;
	free(m->slots);
	m->slots = mem_alloc(m->slots_n * sizeof(*m->slots));
	for (i = 0; i < m->phrases_n; i++)
		*slot(m, m->phrases[i].c, m->phrases[i].n) = i + 1;
}

/* Keeps the phrase around a mask, if it is unmistakable. */
static void
keep_phrase(struct maskcheck *m, const struct prose *p, size_t from, size_t end)
{
	struct phrase f = { .n = LEFT };
	size_t i, *place;

	for (i = 0; i < LEFT; i++) {
		if (from < p->start + LEFT || !chars_han(p->c[from - LEFT + i]))
			return;
		f.c[i] = p->c[from - LEFT + i];
	}
	while (f.n < LEFT + RIGHT && end + f.n - LEFT < p->end &&
	       chars_han(p->c[end + f.n - LEFT])) {
		f.c[f.n] = p->c[end + f.n - LEFT];
		f.n++;
	}
	if (f.n < LEFT + RIGHT_LEAST || (chars_word(p, end, generic) != 0 &&
					    chars_word(p, end, special) == 0))
		return;
	if (2 * (m->phrases_n + 1) > m->slots_n)
		grow(m);
	place = slot(m, f.c, f.n);
	if (*place != 0)
		return;
	f.spot = prose_spot(p, from - LEFT, end);
	m->phrases = mem_more(m->phrases, m->phrases_n, sizeof(*m->phrases));
	m->phrases[m->phrases_n++] = f;
	*place = m->phrases_n;
	if (f.c[LEFT] < FIRSTS)
		m->firsts[f.c[LEFT] / 8] |= (unsigned char)(1 << f.c[LEFT] % 8);
}

static void
take(void *ctx, const struct prose *p)
{
	struct maskcheck *m = ctx;
	size_t i, end;

	for (i = p->start; i < p->end; i++) {
		if (!is_sign(p->c[i]) && p->c[i] != 0x3010)
			continue;
		end = mask_end(p, i);
		if (end == i)
			continue;
		keep_phrase(m, p, i, end);
		if (m->p->edition != NULL && !is_rightful(m, p, i))
			findings_add(m->p->findings, prose_spot(p, i, end),
			    m->rules + MASK,
			    "%.*s is a mask that edition %s did not put here; "
			    "write what it stands for",
			    STR_ARG(chars_text(p, i, end)), m->p->edition);
		i = end - 1;
	}
	if (p->end - p->start < LEFT + RIGHT_LEAST)
		return;
	m->kept = mem_more(m->kept, m->kept_n, sizeof(struct prose *));
	m->kept[m->kept_n++] = prose_keep(p);
}

/* Says whether c may stand in a name: Han, and no particle. */
static bool
in_name(uint32_t c)
{
	static const uint32_t particles[] = { 0x7684 /* 的 */, 0x4E86 /* 了 */,
		0x548C /* 和 */, 0x4E0E /* 与 */, 0x53CA /* 及 */,
		0x5728 /* 在 */, 0x4E3A /* 为 */, 0x662F /* 是 */,
		0x4EE5 /* 以 */, 0x6210 /* 成 */ };
	size_t i;

	for (i = 0; i < sizeof(particles) / sizeof(*particles); i++)
		if (c == particles[i])
			return false;
	return chars_han(c);
}

/* The phrase that goes on at character i, behind a name or none; its start
 * goes to *from. */
static const struct phrase *
phrase_at(
    const struct maskcheck *m, const struct prose *p, size_t i, size_t *from)
{
	struct phrase f = { 0 };
	size_t name, right, k;

	for (name = 0; name <= NAME && i >= p->start + LEFT + name; name++) {
		if (name > 0 && !in_name(p->c[i - name]))
			break;
		*from = i - name - LEFT;
		for (k = 0; k < LEFT; k++)
			f.c[k] = p->c[*from + k];
		for (right = RIGHT; right >= RIGHT_LEAST; right--) {
			size_t found;

			/* a name needs all that there can be behind it */
			if (i + right > p->end || (name > 0 && right < RIGHT))
				continue;
			memcpy(f.c + LEFT, p->c + i, right * sizeof(*f.c));
			found = *slot(m, f.c, LEFT + right);
			if (found != 0)
				return &m->phrases[found - 1];
		}
	}
	return NULL;
}

/* Tells what is bare in a paragraph. */
static void
find_bare(const struct maskcheck *m, const struct prose *p)
{
	size_t i, from;

	for (i = p->start + LEFT; i + RIGHT_LEAST <= p->end; i++) {
		const struct phrase *f;

		if (p->c[i] >= FIRSTS ||
		    (m->firsts[p->c[i] / 8] >> p->c[i] % 8 & 1) == 0)
			continue;
		f = phrase_at(m, p, i, &from);
		if (f == NULL)
			continue;
		findings_add(m->p->findings,
		    prose_spot(p, from, i + f->n - LEFT), m->rules + MASK_BARE,
		    "this phrase is masked at %s:%zu:%zu, but bare here; mask "
		    "it in both places, or in none",
		    f->spot.at.path, f->spot.at.line, f->spot.at.column);
		i += f->n - LEFT - 1;
	}
}

static void
end(void *ctx)
{
	struct maskcheck *m = ctx;
	size_t i;

	for (i = 0; i < m->kept_n; i++) {
		if (m->phrases_n != 0)
			find_bare(m, m->kept[i]);
		prose_drop(m->kept[i]);
	}
	free(m->kept);
	free(m->phrases);
	free(m->slots);
	free(m->firsts);
	free(m);
}

const struct family family_maskcheck = { rules, RULES, start, take, end };

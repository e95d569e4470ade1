/* halfwidth: half-width marks, and straight quotation marks, in Chinese text */
#include <string.h>

#include "halfwidth.h"
#include "signs.h"
#include "utf8.h"

enum { SHORT = 60 }; /* characters in brackets that are written anew */

/* What is known of a half-width mark at i. */
struct mark {
	uint32_t c;
	uint32_t left, right; /* the characters beside it, past blanks */
	uint32_t base; /* what it follows, past what closes there, too */
	size_t base_end; /* behind that */
	bool touches; /* no blank stands before right */
};

static struct mark
look(const struct prose *p, size_t i)
{
	struct mark m = { .c = p->c[i] };
	size_t from = i, to = i + 1;

	while (from > p->start && sign_blank(p->c[from - 1]))
		from--;
	m.left = sign_before(p, from);
	while (from > p->start && i - from < SHORT &&
	       (p->c[from - 1] == 0x201D || p->c[from - 1] == 0x2019 ||
		   p->c[from - 1] == '"' || p->c[from - 1] == '\'' ||
		   p->c[from - 1] == ')'))
		from--;
	m.base = sign_before(p, from);
	m.base_end = from;
	while (to < p->end && to - i < SHORT && sign_blank(p->c[to]))
		to++;
	m.right = to < p->end ? p->c[to] : 0;
	m.touches = to == i + 1;
	return m;
}

/* Says whether c may begin Chinese text behind a mark. */
static bool
begins_chinese(uint32_t c)
{
	return sign_chinese(c) && !sign_closes(c);
}

/* Says whether the text ends at c: nothing follows, or what closes. */
static bool
ends_there(uint32_t c)
{
	return c == 0 || sign_closes(c) || c == '"';
}

/* Says whether the word before end is Latin and stands in Chinese text. */
static bool
follows_chinese(const struct prose *p, size_t end, size_t *from)
{
	uint32_t c;

	*from = sign_word(p, end);
	c = sign_before(p, *from);
	if (c == ' ' && *from > p->start + 1)
		c = p->c[*from - 2];
	return *from < end && sign_han(c);
}

/* Says whether a Latin word is a short form that ends in a point. */
static bool
is_abbreviation(const struct prose *p, size_t from, size_t end)
{
	static const char *const words[] = { "Dr", "Mr", "Mrs", "Ms", "Prof",
		"No", "Vol", "Inc", "Ltd", "Co", "Corp", "St", "Jr", "Sr", "vs",
		"etc", "al", "Fig", "Tab", "Eq", "pp", "Ph", "D", "NO", "no",
		"vol" };
	struct str word =
	    str_cut(p->text, p->at[from], p->at[end] - p->at[from]);
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_equal(word, str_of(words[i])))
			return true;
	return memchr(word.p, '.', word.n) != NULL && !sign_digit(p->c[from]);
}

/* Says whether the paragraph begins with Han numerals that end at i: 一. is the
 * number of a heading, and its mark another rule's. */
static bool
numbers_paragraph(const struct prose *p, size_t i)
{
	static const uint32_t numerals[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
		0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E };
	size_t j, k;

	for (j = p->start; j < i; j++) {
		for (k = 0; k < sizeof(numerals) / sizeof(numerals[0]); k++)
			if (p->c[j] == numerals[k])
				break;
		if (k == sizeof(numerals) / sizeof(numerals[0]) || j > i + 4)
			break;
	}
	/* also in brackets: （一). */
	if (j == i)
		return i > p->start;
	return j == p->start && sign_opens(p->c[j]) && i - j <= 6 &&
	       sign_closes(p->c[i - 1]);
}

/* An entry as 张三,李四.文题[J].刊名,2022(3):12-15. */
static bool
is_reference(struct punctuation *pn, const struct prose *p)
{
	size_t i;

	if (pn->asked)
		return pn->is_reference;
	pn->asked = true;
	for (i = p->start; i + 2 < p->end; i++)
		if (p->c[i] == '[' && p->c[i + 1] >= 'A' &&
		    p->c[i + 1] <= 'Z' &&
		    (p->c[i + 2] == ']' || p->c[i + 2] == '/' ||
			(i + 3 < p->end && p->c[i + 3] == '/')))
			return pn->is_reference = true;
	return pn->is_reference = false;
}

enum verdict { RIGHT, DOUBTFUL, WRONG }; /* wrong for certain: safe to change */

/* A point: a sentence ends there, where it is no point of a number, a name, or
 * a short form. */
static enum verdict
judge_point(const struct prose *p, size_t i, const struct mark *m)
{
	uint32_t next = sign_after(p, i), before = sign_before(p, i);
	size_t from;
	bool ends =
	    next == 0 || sign_closes(next) || sign_blank(next) || next == '"';

	if (sign_latin(next) || before == 0 || next == '_' || next == '/' ||
	    next == '*' || next == PROSE_OBJECT)
		return RIGHT;
	if (sign_chinese(m->base)) {
		if (numbers_paragraph(p, i))
			return RIGHT;
		/* 买买提.吐尔逊 wants another mark */
		return ends || !sign_han(m->base) ? WRONG : DOUBTFUL;
	}
	if (before == '%' || before == 0x2030 || before == 0x2103)
		return ends || begins_chinese(next) ? WRONG : RIGHT;
	if (!sign_latin(before) ||
	    (sign_blank(next) && !begins_chinese(m->right) && m->right != 0))
		return RIGHT;
	if (!follows_chinese(p, i, &from) || is_abbreviation(p, from, i))
		return RIGHT;
	/* 图1.党员情况, 附件2.名单: short figures are a number's */
	if (sign_digit(before))
		return next == 0 || sign_closes(next) ||
			       (begins_chinese(next) && i - from >= 3)
			   ? WRONG
			   : RIGHT;
	return next == 0 || (begins_chinese(next) && i - from >= 2) ? WRONG
								    : RIGHT;
}

/* Says whether a comma between Latin words or numbers is the author's for a
 * Chinese one: 第2,3季度, not 1,286人 nor 1,3-二甲苯. */
static bool
lists_words(const struct prose *p, size_t i)
{
	size_t from, to = i + 1;
	bool digits = true;

	while (to < p->end && to - i < 20 && sign_latin(p->c[to]))
		digits &= sign_digit(p->c[to++]);
	if (to == i + 1 || to >= p->end || !sign_han(p->c[to]))
		return false;
	if (p->c[i - 1] == '%')
		return true;
	return follows_chinese(p, i, &from) &&
	       !(digits && to - i == 4 && sign_digit(p->c[i - 1]));
}

/* 男:女=3:2 */
static bool
is_ratio(const struct prose *p, size_t i)
{
	size_t to = i + 1;

	while (to < p->end && to - i < 6 && sign_han(p->c[to]))
		to++;
	return to < p->end && (p->c[to] == '=' || p->c[to] == 0xFF1D);
}

/* Any other mark than a point. */
static enum verdict
judge(const struct prose *p, size_t i, const struct mark *m)
{
	uint32_t before = sign_before(p, i), after = sign_after(p, i);
	size_t from;

	if (m->left == 0 || sign_opens(m->left) || after == '=' ||
	    m->left == '.')
		return RIGHT;
	if (m->c == ':' && after == '/')
		return sign_chinese(m->base) ? WRONG : RIGHT;
	if (sign_chinese(m->base) && !sign_opens(m->base))
		return m->c == ':' && is_ratio(p, i) ? RIGHT : WRONG;
	if (m->c == ';' && before != 0 && sign_latin(before)) {
		from = sign_word(p, i);
		if (p->c[from] == '&')
			return RIGHT; /* &nbsp; */
	}
	if (begins_chinese(m->right) || m->right == 0x201C)
		return begins_chinese(m->right) ? WRONG : RIGHT;
	if (ends_there(m->right))
		return m->base_end == i && follows_chinese(p, i, &from) ? WRONG
									: RIGHT;
	if (m->c == ',' && m->touches && sign_digit(m->right) && before == '%')
		return DOUBTFUL;
	return m->c == ',' && m->touches && lists_words(p, i) ? DOUBTFUL
							      : RIGHT;
}

static enum verdict
verdict_of(struct punctuation *pn, const struct prose *p, size_t i)
{
	struct mark m;

	if (p->c[i] > 0x7F) /* ｡ ､ */
		return WRONG;
	m = look(p, i);
	if ((p->c[i] == '.' ? judge_point(p, i, &m) : judge(p, i, &m)) ==
		RIGHT ||
	    is_reference(pn, p))
		return RIGHT;
	return p->c[i] == '.' ? judge_point(p, i, &m) : judge(p, i, &m);
}

bool
halfwidth_chinese(struct punctuation *pn, const struct prose *p, size_t i)
{
	return verdict_of(pn, p, i) != RIGHT;
}

void
halfwidth_mark(struct punctuation *pn, const struct prose *p, size_t i)
{
	enum verdict v = verdict_of(pn, p, i);
	size_t end = i + 1;

	if (v == RIGHT)
		return;
	buf_clear(&pn->text);
	utf8_add(&pn->text, sign_wide(p->c[i]));
	/* a blank behind it goes with it */
	if (end + 1 < p->end && p->c[end] == ' ' && p->c[end + 1] != ' ' &&
	    p->origin[end] == PROSE_TYPED)
		end++;
	punctuation_tell(pn, p, PUNCTUATION_HALF_WIDTH, i, end,
	    buf_str(&pn->text),
	    /* a blank before it would be left beside the new one */
	    v == WRONG && !sign_blank(sign_before(p, i)),
	    "is half-width in Chinese text");
}

/* Where Han text is next, at or behind i; looked for once a paragraph. */
static size_t
next_han(const struct prose *p, size_t i, size_t *known)
{
	if (*known < i)
		*known = i;
	while (*known < p->end && !sign_han(p->c[*known]))
		++*known;
	return *known;
}

/* Tells of both brackets of a pair, which are half-width around Chinese text;
 * what is short is written anew as a whole. */
static void
tell_brackets(
    struct punctuation *pn, const struct prose *p, size_t from, size_t to)
{
	struct finding *found;

	found = findings_add(pn->findings,
	    prose_spot(p, from, to - from < SHORT ? to + 1 : from + 1),
	    &pn->rules[PUNCTUATION_HALF_WIDTH],
	    "( ) are half-width around Chinese text: use （ ）");
	if (to - from >= SHORT)
		return;
	buf_clear(&pn->text);
	buf_addz(&pn->text, "（");
	buf_adds(&pn->text, punctuation_text(p, from + 1, to));
	buf_addz(&pn->text, "）");
	findings_replace(found, buf_str(&pn->text), true);
}

static void
take_brackets(struct punctuation *pn, const struct prose *p,
    const struct pair_mark *m, size_t *han)
{
	size_t from = m->at, to = pn->pairing.list[m->mate].at;
	bool first = p->c[from] == '(', last = p->c[to] == ')';

	if (!first && !last)
		return;
	if (first && last && next_han(p, from, han) > to)
		return;
	if (from < pn->begin)
		return;
	if (is_reference(pn, p))
		return;
	if (first && last)
		tell_brackets(pn, p, from, to);
	else
		punctuation_tell(pn, p, PUNCTUATION_HALF_WIDTH,
		    first ? from : to, (first ? from : to) + 1,
		    first ? STR("（") : STR("）"), false,
		    "is half-width, and its partner is not");
}

/* Says whether the straight quotation marks from..to are of Chinese text: some
 * is around them or between. */
static bool
quotes_chinese(const struct prose *p, size_t from, size_t to, size_t *han)
{
	uint32_t before = sign_before(p, from), after = sign_after(p, to);

	if (before == '=' || before == '\\')
		return false;
	return sign_chinese(before) || sign_chinese(after) ||
	       before == 0x201D || after == 0x201C ||
	       next_han(p, from, han) < to;
}

static void
take_quotes(struct punctuation *pn, const struct prose *p,
    const struct pair_mark *m, size_t *han)
{
	const struct pair_mark *mate =
	    m->mate != PAIR_NONE ? &pn->pairing.list[m->mate] : NULL;
	size_t at = m->at;
	bool single = m->kind == PAIR_SINGLE, told = false;

	if (mate == NULL) {
		told = !single && !m->weak &&
		       (sign_chinese(sign_before(p, at)) ||
			   sign_chinese(sign_after(p, at)));
	} else if (!mate->straight) {
		told = true;
	} else if (m->opens) {
		told = quotes_chinese(p, at, mate->at, han);
	}
	if (!told)
		return;
	findings_add(pn->findings, prose_spot(p, at, at + 1),
	    &pn->rules[PUNCTUATION_ASCII_QUOTE],
	    single
		? "' is a straight quotation mark in Chinese text: use ‘ or ’"
		: "\" is a straight quotation mark in Chinese text: use “ or "
		  "”");
}

void
halfwidth_pairs(struct punctuation *pn, const struct prose *p)
{
	size_t i, han = p->start;

	if (!pn->paired)
		pairing_read(&pn->pairing, p);
	for (i = 0; i < pn->pairing.n; i++) {
		const struct pair_mark *m = &pn->pairing.list[i];

		if (m->straight)
			take_quotes(pn, p, m, &han);
		else if (m->kind == PAIR_ROUND && m->opens &&
			 m->mate != PAIR_NONE &&
			 pn->pairing.list[m->mate].kind == PAIR_ROUND)
			take_brackets(pn, p, m, &han);
	}
}

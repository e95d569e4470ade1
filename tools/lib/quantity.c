/* quantity: texts that are one number, as tables hold them */
#include "quantity.h"
#include "utf8.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const signs[] = { "+", "-", "−", "±", "＋", "－" };
static const char *const currencies[] = { "¥", "￥" };
static const char *const nothings[] = { "–", "—", "——", "-", "−", "/", "／" };

/* What is counted and measured in reports. */
static const char *const units[] = { "%", "％", "‰", "个百分点", "亿元", "万元",
	"千元", "元", "亿", "万", "万人次", "人次", "万人", "人", "次", "场次",
	"场", "期", "届", "个", "名", "位", "户", "家", "项", "件", "篇", "份",
	"条", "批", "册", "本", "处", "所", "台", "辆", "套", "组", "岁", "年",
	"个月", "天", "小时", "课时", "学时", "分钟", "分", "倍", "公里",
	"千米", "米", "平方米", "平方公里", "公顷", "亩", "万吨", "吨", "千克",
	"公斤", "万千瓦时", "千瓦时" };

/* The length of one of the words at the start of text, or 0. */
static size_t
one_of(struct str text, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_starts(text, str_of(words[i])))
			return str_of(words[i]).n;
	return 0;
}

static size_t
digits(struct str text, size_t at)
{
	size_t i = at;

	while (i < text.n && text.p[i] >= '0' && text.p[i] <= '9')
		i++;
	return i - at;
}

static size_t
blanks(struct str text, size_t at)
{
	size_t i = at, n;

	while (i < text.n && (n = utf8_blank(text, i)) != 0)
		i += n;
	return i - at;
}

/* The end of the digits, groups and decimals at byte at; at where there are
 * none. */
static size_t
number_end(struct str text, size_t at)
{
	size_t i = at + digits(text, at), n;

	if (i == at)
		return at;
	while (i < text.n && text.p[i] == ',' && digits(text, i + 1) == 3)
		i += 4;
	if (i < text.n && text.p[i] == '.' && (n = digits(text, i + 1)) != 0)
		i += 1 + n;
	return i;
}

bool
quantity_is(struct str text)
{
	size_t i = one_of(text, signs, COUNT(signs)), end, u;

	i += one_of(str_from(text, i), currencies, COUNT(currencies));
	i += blanks(text, i);
	end = number_end(text, i);
	if (end == i)
		return false;
	end += blanks(text, end);
	text = str_from(text, end);
	for (u = 0; u < COUNT(units); u++)
		if (str_equal(text, str_of(units[u])))
			return true;
	return text.n == 0;
}

bool
quantity_none(struct str text)
{
	size_t i;

	for (i = 0; i < COUNT(nothings); i++)
		if (str_equal(text, str_of(nothings[i])))
			return true;
	return false;
}

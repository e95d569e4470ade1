/* leakforms: the forms in which a hidden value may stand somewhere */
#include <stdlib.h>

#include "date.h"
#include "die.h"
#include "format.h"
#include "importnouns.h"
#include "leakforms.h"
#include "leaktext.h"
#include "number.h"
#include "utf8.h"

/* What offices are named for, and all reports speak of. */
static const char common[] =
    " 财政 教育 民政 工业 商务 商贸 公安 司法 农业 农村 农业农村 水利 水务 "
    "交通 "
    "交通运输 卫生 卫生健康 文化 文化和旅游 旅游 体育 审计 统计 税务 科技 "
    "科学技术 环保 生态环境 自然资源 国土 规划 住建 住房和城乡建设 建设 城建 "
    "城管 林业 海洋 渔业 粮食 气象 档案 信访 医保 医疗保障 社保 人社 "
    "人力资源和社会保障 退役军人事务 应急 应急管理 市场监管 市场监督管理 安监 "
    "发改 发展和改革 经信 经济和信息化 工业和信息化 金融 投资促进 机关事务 "
    "机关 党建 组织 宣传 统战 政法 纪检 监察 老干部 编办 法院 检察院 工会 妇联 "
    "团委 科协 残联 供销 烟草 邮政 电力 通信 银行 保险 学校 医院 企业 公司 "
    "中心 东部 西部 南部 北部 中部 城东 城西 城南 城北 城区 开发区 新区 街道 "
    "社区 书记 主任 局长 党员 男 女 是 否 有 无 ";

static bool
is_common(struct str word)
{
	struct buf b = { 0 };
	bool found;

	buf_addf(&b, " %.*s ", STR_ARG(word));
	found = str_find(str_of(common), buf_str(&b), 0) != (size_t)-1;
	buf_free(&b);
	return found;
}

static void
add_text(struct leakforms *f, struct str text)
{
	struct buf form = { 0 };

	leaktext_put(text, &form);
	words_add(&f->texts, buf_str(&form));
	buf_free(&form);
}

/* Adds a text with its neighbours: with up to so many characters behind, or
 * where nothing is known of that, with those before. */
static void
add_beside(struct leakforms *f, const struct hidden_value *v, struct str text,
    size_t n)
{
	const struct words *w = v->after.n != 0 ? &v->after : &v->before;
	size_t i;

	f->is_short = true;
	f->is_vague = w->n == 0;
	for (i = 0; i < w->n; i++) {
		struct str side = buf_str(&w->list[i]);
		struct buf both = { 0 };

		if (w == &v->before)
			buf_adds(&both, side);
		buf_adds(&both, text);
		if (w == &v->after)
			buf_adds(&both,
			    n == 1 ? str_cut(side, 0, side.n < 3 ? side.n : 3)
				   : side);
		add_text(f, buf_str(&both));
		buf_free(&both);
	}
}

static void
add_worth(struct leakforms *f, struct worth w)
{
	size_t i;

	for (i = 0; i < f->worths_n; i++)
		if (worth_compare(f->worths[i], w) == 0)
			return;
	f->worths = mem_more(f->worths, f->worths_n, sizeof(*f->worths));
	f->worths[f->worths_n++] = w;
}

/* Adds a number divided by 10^shift, rounded to so many places, as it is worth
 * then; not where nothing is left of it. */
static void
add_rounded(struct leakforms *f, struct str text, size_t shift, size_t places)
{
	struct number n = { 0 };
	struct buf b = { 0 };
	struct worth w;

	number_parse(text, &n);
	number_shift(&n, shift);
	number_round(&n, places);
	number_put(&n, &b);
	if (worth_parse(buf_str(&b), &w) && w.digits != 0) {
		w.power += (int)shift;
		add_worth(f, w);
	}
	buf_free(&b);
	number_free(&n);
}

/* Adds a number as every format shows it; false where text is none. */
static bool
add_number(struct leakforms *f, struct str text)
{
	struct worth w;
	size_t places;

	if (!worth_parse(text, &w))
		return false;
	add_worth(f, w);
	for (places = 0; places < 4; places++)
		add_rounded(f, text, 0, places);
	for (places = 1; places < 3; places++) {
		add_rounded(f, text, 4, places);
		add_rounded(f, text, 8, places);
	}
	f->is_short |= !worth_strong(w);
	return true;
}

/* Digits of a year, or of a month or a day, as Han numerals. */
static void
put_han(int n, bool spelled, struct buf *out)
{
	static const char *const digits[] = { "〇", "一", "二", "三", "四",
		"五", "六", "七", "八", "九" };
	char text[16];
	size_t i, count = 0;

	if (!spelled) {
		struct buf plain = { 0 };

		buf_addf(&plain, "%d", n);
		format_value(buf_str(&plain), STR("cn"), out);
		buf_free(&plain);
		return;
	}
	for (; n > 0; n /= 10)
		text[count++] = (char)(n % 10);
	for (i = count; i-- > 0;)
		buf_addz(out, digits[(size_t)text[i]]);
}

static void
put_han_date(const struct date *d, struct buf *b)
{
	put_han(d->year, true, b);
	buf_addz(b, "年");
	put_han(d->month, false, b);
	buf_addz(b, "月");
	if (!d->has_day)
		return;
	put_han(d->day, false, b);
	buf_addz(b, "日");
}

static void
add_date_form(struct leakforms *f, const struct hidden_value *v,
    const struct date *d, struct str form)
{
	if (d->has_day)
		add_text(f, form);
	else
		add_beside(f, v, form, 2);
}

/* Adds a date as offices write it; a month alone needs what is beside it. */
static void
add_date(
    struct leakforms *f, const struct hidden_value *v, const struct date *d)
{
	static const char *const marks[][3] = { { "年", "月", "日" },
		{ "-", "-", "" }, { ".", ".", "" }, { "/", "/", "" },
		{ "", "", "" } };
	struct buf b = { 0 };
	size_t i, wide;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		for (wide = 0; wide < 2; wide++) {
			if (i == 4 && (wide == 0 || !d->has_day))
				continue;
			buf_clear(&b);
			buf_addf(&b, wide ? "%d%s%02d" : "%d%s%d", d->year,
			    marks[i][0], d->month);
			if (d->has_day)
				buf_addf(&b, wide ? "%s%02d%s" : "%s%d%s",
				    marks[i][1], d->day, marks[i][2]);
			else if (i == 0)
				buf_addz(&b, "月");
			add_date_form(f, v, d, buf_str(&b));
		}
	buf_clear(&b);
	put_han_date(d, &b);
	add_date_form(f, v, d, buf_str(&b));
	buf_free(&b);
}

/* A code of digits may be parted otherwise, or not at all: 0577-6612 3456. */
static void
add_code(struct leakforms *f, struct str text)
{
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] != '-' && text.p[i] != ' ')
			buf_addc(&b, text.p[i]);
	if (b.n > 6 && b.n != text.n)
		words_add(&f->texts, buf_str(&b));
	buf_free(&b);
}

static void
add_string(struct leakforms *f, const struct hidden_value *v, struct str text)
{
	size_t count = utf8_count(text);

	if (count < 2 || (count == text.n && count < 3))
		add_beside(f, v, text, 2);
	else if (is_common(text))
		add_beside(f, v, text, 1);
	else
		add_text(f, text);
	if (count == text.n)
		add_code(f, text);
}

/* The bytes of a number at the start of text, if a unit is all that follows. */
static size_t
quantity(struct str text)
{
	size_t n = 0;

	while (n < text.n &&
	       ((text.p[n] >= '0' && text.p[n] <= '9') || text.p[n] == '.'))
		n++;
	return n != 0 && n + importnouns_unit(text, n) == text.n ? n : 0;
}

void
leakforms_make(const struct hidden_value *v, struct leakforms *f)
{
	struct buf plain = { 0 };
	struct date d;
	struct str text;
	bool found = false;
	size_t i;

	leaktext_put(utf8_trim(buf_str(&v->text)), &plain);
	text = buf_str(&plain);
	if (text.n != 0 && date_parse(text, &d) && date_in_calendar(&d)) {
		add_date(f, v, &d);
		found = true;
	}
	/* commas group digits; a code begins with noughts */
	if (text.n > 1 && text.p[0] == '0' && text.p[1] != '.') {
		add_string(f, v, text);
		found = true;
	} else if (quantity(text) != 0) {
		found |= add_number(f, str_cut(text, 0, quantity(text)));
	} else {
		struct buf digits = { 0 };

		for (i = 0; i < text.n; i++)
			if (text.p[i] != ',')
				buf_addc(&digits, text.p[i]);
		if (digits.n != 0)
			found |= add_number(f, buf_str(&digits));
		buf_free(&digits);
	}
	if (!found && text.n != 0)
		add_string(f, v, text);
	if (f->worths_n != 0 && f->is_short && v->nouns.n == 0)
		f->is_vague = true;
	buf_free(&plain);
}

void
leakforms_free(struct leakforms *f)
{
	words_free(&f->texts);
	free(f->worths);
	*f = (struct leakforms){ 0 };
}

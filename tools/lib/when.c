/* when: dates in prose */
#include "chars.h"
#include "when.h"

/* What has a number of its own: 2号泵站. */
static const char numbered[] =
    "泵 塔 炉 坑 池 坝 闸 罐 柜 渠 沟 棚 艇 塘 厂 房 馆 站 锅炉 高炉 标段 地块 "
    "公告 通知 选手 展区 展位 公路 大坝 水闸 窗口 考场 教室 病房 病区 会议室 "
    "会场 大棚 隧道 涵洞 卫星 提案 议案 建议 决议 简报 样 变压 变电 风机 矿 采 "
    "码头 泊位 平台 产品 工程 点位 球 信箱 段 山 岛 洞 煤 墩 柱 梁 水 楼";

/* Says whether a 号 stands at i that is no number of a house, a document. */
static bool
is_hao(const struct prose *p, size_t i)
{
	return chars_in(p, i, "号") &&
	       !chars_in(p, i + 1, "院线令文机车船门厅井库桥路店仓") &&
	       chars_word(p, i + 1, numbered) == 0;
}

void
when_day(const struct prose *p, size_t i, struct when *w)
{
	struct run day = run_at(p, i), last;

	if (run_length(&day) == 0 || run_length(&day) > 3)
		return;
	/* 8月1—5日 */
	last = run_at(p, day.end + run_joint(p, day.end));
	if (last.from == day.end || run_length(&last) == 0 ||
	    last.arabic != day.arabic)
		last = day;
	if (!chars_in(p, last.end, "日号"))
		return;
	w->day = day;
	w->end = last.end + 1;
	w->hao = is_hao(p, last.end);
	if (w->hao)
		return;
	/* 8月1日至5号 */
	last = run_at(p, w->end + run_joint(p, w->end));
	if (last.from != w->end && run_length(&last) != 0 &&
	    run_length(&last) < 3 && is_hao(p, last.end)) {
		w->hao = true;
		w->end = last.end + 1;
	}
}

/* Reads the month at i, and its day. */
static void
read_month(const struct prose *p, size_t i, struct when *w)
{
	struct run month = run_at(p, i);

	/* 三月三, 十月革命, 五月天 */
	if (run_length(&month) == 0 || run_length(&month) > 2 ||
	    !chars_in(p, month.end, "月"))
		return;
	w->month = month;
	w->end = month.end + 1;
	when_day(p, month.end + 1, w);
	if (run_length(&w->day) == 0 && !month.arabic &&
	    (chars_numeral(p->c[w->end]) ||
		chars_word(p, w->end, "革命 天 花 雪 怀胎 街") != 0)) {
		w->month = (struct run){ 0 };
		w->end = month.from;
	}
}

bool
when_read(const struct prose *p, const struct run *r, struct when *w)
{
	*w = (struct when){ .end = r->from };
	if (chars_in(p, r->end, "年") &&
	    (run_length(r) == 4 || run_length(r) == 2) &&
	    (r->arabic || run_spelled(p, r))) {
		w->year = *r;
		w->end = r->end + 1;
		read_month(p, w->end, w);
	} else {
		read_month(p, r->from, w);
	}
	return w->end != r->from;
}

bool
when_padded(const struct prose *p, const struct run *r)
{
	return r->arabic && run_length(r) == 2 && p->c[r->from] == '0' &&
	       r->value != 0;
}

bool
when_mixed(const struct when *w)
{
	const struct run *const parts[] = { &w->year, &w->month, &w->day };
	int arabic = 0, han = 0, i;

	for (i = 0; i < 3; i++) {
		arabic += run_length(parts[i]) != 0 && parts[i]->arabic;
		han += run_length(parts[i]) != 0 && !parts[i]->arabic;
	}
	return arabic != 0 && han != 0;
}

/* Says whether what follows 年 at i makes a year of two numerals: a month, 度,
 * 底, 初, 末, a half or a quarter; not 12年初中, 20年度过, 30年底蕴. */
static bool
makes_year(const struct prose *p, size_t i)
{
	struct run month = run_at(p, i), last;

	if (chars_word(p, i,
		"全年 上半年 下半年 一季度 二季度 三季度 四季度 "
		"第一季度 第二季度 第三季度 第四季度") != 0)
		return true;
	last = run_at(p, month.end + run_joint(p, month.end));
	if (run_length(&month) != 0)
		return run_length(&month) <= 2 &&
		       (chars_in(p, month.end, "月") ||
			   chars_in(p, last.end, "月"));
	return (chars_in(p, i, "度") && !chars_in(p, i + 1, "过假日量")) ||
	       (chars_in(p, i, "底") && !chars_in(p, i + 1, "蕴子气色")) ||
	       (chars_in(p, i, "初") &&
		   !chars_in(p, i + 1, "中级次步心衷创期见具")) ||
	       (chars_in(p, i, "末") && !chars_in(p, i + 1, "尾"));
}

bool
when_shortened(const struct prose *p, const struct run *r)
{
	/* 21-22年度 */
	bool joined = r->from >= p->start + 3 && p->c[r->from - 1] == '-' &&
		      chars_digit(p->c[r->from - 2]) &&
		      chars_digit(p->c[r->from - 3]) &&
		      !run_in_code(p, r->from - 3);

	if (run_length(r) != 2 || !chars_in(p, r->end, "年") ||
	    !makes_year(p, r->end + 1) ||
	    (run_in_code(p, r->from) && !joined) ||
	    chars_in(p, r->from - 1, "第近约满超逾"))
		return false;
	/* 三五年底 are a few years, 十二年度 twelve */
	return r->arabic ||
	       (run_spelled(p, r) && (chars_numeral(p->c[r->end + 1]) ||
					 chars_in(p, r->end + 1, "度")));
}

/* claimread: numbers of things that a text says it lists */
#include "claimread.h"
#include "ordinal.h"
#include "utf8.h"

/* Says whether a text with the character c stands at characters of p. */
static bool
has(struct str set, uint32_t c)
{
	size_t at, n;
	uint32_t one;

	for (at = 0; at < set.n; at += n) {
		n = utf8_next(set, at, &one);
		if (one == c)
			return true;
	}
	return false;
}

/* Says whether one of some words, parted by blanks, stands at byte at. */
static bool
word_at(const struct prose *p, size_t i, struct str words)
{
	struct str rest = str_from(p->text, p->at[i]);
	size_t at, end;

	for (at = 0; at < words.n; at = end + 1) {
		for (end = at; end < words.n && words.p[end] != ' '; end++)
			;
		if (str_starts(rest, str_cut(words, at, end - at)))
			return true;
	}
	return false;
}

bool
claimread_before(const struct prose *p, size_t i, struct str words)
{
	struct str text =
	    str_cut(p->text, p->at[p->start], p->at[i] - p->at[p->start]);
	size_t at, end;

	for (at = 0; at < words.n; at = end + 1) {
		for (end = at; end < words.n && words.p[end] != ' '; end++)
			;
		if (str_ends(text, str_cut(words, at, end - at)))
			return true;
	}
	return false;
}

/* 十余项 二十多个 三至五项 第三项 前两项: none says how many a list has. */
static bool
is_exact(const struct prose *p, size_t at)
{
	if (at > p->start && ordinal_part(p->c[at - 1]) &&
	    (p->c[at - 1] > 0x2000) == (p->c[at] > 0x2000))
		return false; /* 王五4名 is exact */
	if (at > p->start && p->c[at - 1] < 0x80 && ordinal_part(p->c[at - 1]))
		return false; /* 2022十大人物 */
	if (at > p->start + 1 && has(STR("-～—至到.．"), p->c[at - 1]) &&
	    ordinal_part(p->c[at - 2]))
		return false;
	return at == p->start ||
	       !has(STR("第前后近超逾每各某余约之"), p->c[at - 1]);
}

/* What policies and habits are called, with their unit. */
static const struct str names =
    STR("个确立 个维护 个意识 个自信 个全面 个服从 个伟大 个务必 个结合 "
	"个毫不动摇 个代表 个必由之路 个统筹 个区分 个革命 个文明 个责任 "
	"个一百年 个月 个小时 个工作日 个百分点 个季度 个星期 个学时 "
	"个多 个以上 个半 个人 项规定 项纪律 项基本 项注意 项制度改革 "
	"大班子 大攻坚 大纪律 大战役 大理念 大发展理念 大国 大家 大队 "
	"大会 大学 大厅 大型 点半 点整 点钟 点多 点左右 条例 条龙 条线 "
	"类人 名单 名次 名录 名额 家庭 部分 部委 篇幅 级以上 "
	"局长 局次 县域 县城 市场 市长 市值 镇长 乡村 乡亲 村民 村级 校长 校区 "
	"厅级 厅长 堂堂 张张 张口 省略 州长 国语 院士 院长 馆藏 馆长 "
	"级政府 项以上 件套 种子 方案 方面军 方式 方法 方位 方针 方向 "
	"位数 位一体 人次 位于 个五年 家以上 名以上 项多 大类");

/* What a list is a list of. */
static const struct str things =
    STR("方面 问题 原因 特点 工作 任务 措施 举措 要求 意见 建议 环节 重点 "
	"关系 短板 不足 做法 经验 体会 成效 变化 转变 原则 目标 层面 阶段 "
	"步骤 抓手 关键 着力点 突破口 突破 坚持 强化 行动 工程 机制 制度 "
	"内容 领域 维度 途径 渠道 条件 因素 "
	"启示 看法 希望 难题 困难 矛盾 弱项 倾向 现象 情况 结合 提升 到位 "
	"清单 课题 专题 议题 事项 事情 大事 实事 好事 点 条");

/* Says whether a thing of lists stands at a character, perhaps after 的 and a
 * word such as 突出. */
static bool
thing_at(const struct prose *p, size_t i)
{
	if (word_at(p, i, STR("的")))
		i++;
	return word_at(p, i, things) ||
	       (word_at(p, i, STR("重点 重要 主要 重大 突出 具体 基本 关键")) &&
		   word_at(p, i + 2, things));
}

bool
claimread_is(const struct prose *p, const struct claim *c, struct str words)
{
	return word_at(p, c->end, words);
}

bool
claimread(const struct prose *p, size_t at, struct claim *c)
{
	size_t n = ordinal_chinese(p->c + at, &c->value);
	uint32_t unit;

	c->chinese = n != 0;
	if (n == 0)
		n = ordinal_arabic(p->c + at, &c->value);
	if (n == 0 || c->value < 2 || c->value > 30 || !is_exact(p, at))
		return false;
	c->from = at;
	c->number_end = at + n;
	unit = p->c[c->number_end];
	/* 方面 stands without a unit, too: 三方面 */
	c->end = c->number_end + 1;
	c->people = has(STR("名位家县市镇乡村局厅校省"), unit);
	if (!has(STR("个项种类条件级方大点名位家部篇门支处本首款座所步人句堂张"
		     "县市镇乡村局"
		     "厅校省"),
		unit) ||
	    word_at(p, c->number_end, names))
		return false;
	/* 三方面, 三部门; 三省一市 is a sum of two */
	if ((unit == 0x65B9 && p->c[c->end] == 0x9762) ||
	    (unit == 0x90E8 && p->c[c->end] == 0x95E8))
		c->end++;
	if (ordinal_part(p->c[c->end]))
		return false;
	/* 项重点, 个“坚持” */
	c->names =
	    c->end > c->number_end + 1 || thing_at(p, c->end) || unit == 0x70B9;
	return c->end <= p->end;
}

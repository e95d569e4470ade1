/* sense: words around a number that do not say what it counts */
#include "chars.h"
#include "sense.h"

/* Words that say nothing about what is counted. */
static const char neutral[] =
    "一年来 一年以来 今年以来 全年 年内 今年 本年度 本年 年度 年 期间 截至 "
    "目前 "
    "12月底 12月末 我支部 本支部 局党支部 党支部 支部 我单位 本单位 我局 本局 "
    "局党组 党组 我县 全县 共计 共 累计 合计 总计 总共 召开了 召开 开展了 开展 "
    "组织了 组织 举办了 举办 举行 现有 共有 拥有 有 达到 达 为 是 计 及 和 与 "
    "的 "
    "了 已 全部 全体 全局 约 近 认真 积极 扎实 深入 定期 按时 按期 按要求 严格 "
    "坚持 我们 我 本 该 按规定 顺利 成功 圆满 如期 其中 以来 底 度 回顾 在 并 "
    "一共 上述 这 以上";

/* Words that begin like one of those. */
static const char kept[] =
    "支部委员 支部大会 支部书记 党支部书记 党支部委员 支部班子 组织生活 "
    "组织委员 "
    "组织关系 组织部 共产党 共青团 共享 共建 有效 有关 有限 及时 计划 年轻 "
    "与会 "
    "是否 为民 和谐 在职 在校 在建 本科 年度计划 达标 并购 目前为止 近亲 约谈 "
    "计生 的士 该校 底册 度假 度量";

/* Between a noun and its number. */
static const char between[] =
    "完成 实现 共计 共 累计 合计 总计 总共 达到 达 为 是 有 计 "
    "召开了 召开 开展了 开展 举办了 举办 举行 组织了 "
    "组织 了 已 约 近 总数 总量 数量 总额 全年 人数 "
    "次数";

/* What so many clauses speak of that it is the same only where the sentence
 * says that all of it is meant. */
static const char general[] =
    "资金 投资 活动 会议 项目 问题 人员 干部 群众 企业 党员 职工 农户 学生 "
    "培训 任务 措施 事项 面积 线索 案件 诉求 意见 建议 材料 信息 文件 制度 "
    "隐患 物资 车辆 设备 道路 志愿者 服务 宣传 检查 讲座 经费 补助 贷款 收入 "
    "支出 税收 产值 工程 困难群众 党员干部 工作 资源 岗位 人才 用地 时间 同志 "
    "代表 专家 领导 成员 "
    "委员 乡镇 社区 部门 单位 地方 方面 环节 阶段 情况 次数 人数";

size_t
sense_neutral(const struct prose *p, size_t i)
{
	return chars_word(p, i, kept) != 0 ? 0 : chars_word(p, i, neutral);
}

size_t
sense_between(const struct prose *p, size_t i)
{
	return chars_word_before(p, i, between);
}

struct str
sense_short(struct str noun)
{
	static const struct str tails[] = { STR("活动"), STR("会议") };
	const size_t least = 9; /* bytes: three Han characters */
	size_t i;

	if (str_equal(noun, STR("支委会")))
		return STR("支部委员会");
	for (i = 0; i < sizeof(tails) / sizeof(*tails); i++)
		if (str_ends(noun, tails[i]) && noun.n >= least + tails[i].n)
			return sense_short(
			    str_cut(noun, 0, noun.n - tails[i].n));
	return noun;
}

bool
sense_general(struct str key)
{
	struct str words = str_of(general), word;
	size_t at;

	while (words.n != 0) {
		at = str_find(words, STR(" "), 0);
		word = str_cut(words, 0, at != (size_t)-1 ? at : words.n);
		if (str_equal(key, word))
			return true;
		words = str_from(words, at != (size_t)-1 ? at + 1 : words.n);
	}
	return false;
}

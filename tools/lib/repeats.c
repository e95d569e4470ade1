/*
 * repeats: characters and words that stand twice where once is meant
 *
 * Chinese doubles characters and words on purpose (人人, 干干净净, 一个一个),
 * and words that meet may look doubled where the second begins as the first
 * ends (为了|了解, 党组织|组织开展). So single characters count only where
 * they are words of grammar, and each knows what may stand before and behind
 * it; a word of two or more counts unless it is one of the nouns that a
 * compound takes up again.
 */
#include <stdlib.h>

#include "chars.h"
#include "die.h"
#include "repeats.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum { LONGEST = 12 }; /* characters of a word or phrase that is told */

static const struct rule rules[] = {
	{ "repeat", "重复字词", LEVEL_WARNING,
	    "a character or a word that stands twice", false },
};

struct repeats {
	const struct proofing *p;
	const struct rule *rule;
};

/*
 * Characters of grammar, which no sentence has twice, except where the first
 * ends a word with one of the characters of before, or the second begins one
 * with one of after.
 */
static const struct single {
	const char *c, *before, *after;
} singles[] = {
	{ "的", "目标鹄打", "确士" },
	{ "了", "罢明末不甚", "解然结却断得如若" },
	{ "在", "存现内外自", "校职岗册建编场线座押逃位野途外案" },
	{ "和", "共饱温缓中总随调柔亲祥", "谐平睦解气美声田县约缓暖" },
	{ "是", "求国为", "否非不" },
	{ "对", "绝相反核配校比敌作一",
	    "方象策口比照接标立待应称话外联手抗冲" },
	{ "与", "参给赠赋授", "会否其时日众" },
	{ "及", "涉普触波顾提遍企危论推", "时格早至第" },
	{ "或", "", "许" },
	{ "把", "一车刀", "关脉手握控守" },
	{ "被", "棉毛植", "告子动褥" },
	{ "将", "名上大中少武即必干", "来军领士要近才" },
	{ "为", "作行人有所", "民了官政何主期农企群什公实" },
	{ "从", "服自跟随盲听顺遵", "容而事业严优快重紧政众前中头速小" },
	{ "向", "方导志定面动取倾走趋意转一", "导往上前善好着阳心日" },
	{ "到", "报签迟周", "会位期场岗账户人来底处任" },
	{ "以", "可", "上下内外后前及来为往便免致点案工旧评赛岗" },
	{ "于", "", "是" },
	{ "而", "", "言今" },
	{ "也", "", "" },
	{ "都", "首成古京故国武帝花", "市城督江匀" },
	{ "就", "成", "业地近餐职任医读诊学势" },
	{ "着", "沉", "力重眼手实装急想落陆色" },
	{ "地", "各当土基阵场耕山内本异属产工林草两陆用荒园湿营绿",
	    "方区级处点市面铁质理下位段块带址震税图形头域球势表租上中导" },
	{ "得", "所心值难懂", "出以失力分知当益住体意票奖" },
	{ "要", "主重纪摘", "求素点件害闻事务领道塞义是" },
	{ "并", "合兼", "非重举行购联轨列存入" },
	{ "由", "理自缘事", "此来于衷浅点表" },
	{ "使", "大天", "用命馆者节得" },
	{ "但", "", "凡" },
	{ "已", "", "有建成婚" },
	{ "过", "", "程去渡关硬节度错剩年于冬敏日后半头境失夜" },
	{ "实", "",
	    "效事际施践现干绩力名物地体验招用行时心业在例质习景战惠诚" },
	{ "持", "", "续证有久之股平枪" },
	{ "化", "", "解工学妆肥债险纤石验合作" },
	{ "此", "", "次外时类项后前举处刻事人地案书种间" },
	{ "这", "", "" },
	{ "我", "自", "" },
	{ "们", "", "" },
	{ "很", "", "" },
	{ "且", "", "" },
	{ "不", "", "" },
	{ "其", "尤极", "他中实余间次它后" },
	{ "中", "高初郑汉关空暗适",
	    "国央心共小间层期学年午秋医药介标队华段试铁等东西部级坚高"
	    "型原山专继农文外方枢游轴" },
	{ "有", "所国公私",
	    "关效力序利限机的人无益些意为待时所名形用理望偿组制权助" },
	{ "能", "功职可性潜智才技产节效动赋", "够力源动效耗量手人干见" },
	{ "所", "一厕场派务诊会住研究处", "有以在需属谓得长作能" },
	{ "进", "", "入行展度步出口程而取修驻博位一来去攻士城军" },
};

/* Words that the compound behind them may take up again where they themselves
 * end one: 党组织|组织开展, 各单位|单位负责人. Nothing in before means any Han
 * character. */
static const struct meeting {
	const char *word, *before, *after;
} meetings[] = {
	{ "组织", "党 团 会 群 级 层 关 社 各",
	    "开 党 召 全 学 收 参 广 支 实 举 力 活 生 委 部 动 群 机 领 志 年 "
	    "观 专 人 干 骨 编 成 和 相 入 落 建 体 本 对 关 振" },
	{ "组织", "", "生活 部 委员 关系" },
	{ "代表", "党 工 职 民 员 会 人 全",
	    "全 党 大 人 们 发 参 各 出 本 团" },
	{ "领导", "党的 要 主 级 位", "干部 班子 小组 机关 一切 核心 责任" },
	{ "工作", "",
	    "方案 专班 手册 规则 条例 机制 总结 规程 流程 台账 经费 细则 办法 "
	    "室 委员会 领导小组 指引" },
	{ "管理", "", "办法 条例 规定 局 处 者" },
	{ "建设", "", "单位 工程 用地 局 厅" },
	{ "服务", "", "中心 对象 业 站 平台 热线 窗口 大厅 指南 事项 人员" },
	{ "发展", "", "规划 改革 战略 对象 党员 理念" },
	{ "学习", "", "强国" },
	{ "支部", "党 总 各 该", "委员 书记 大会 主题 班子 委员会" },
	{ "教育", "示 题 性 律 法治 义 念 训", "引导 培训 整顿" },
	{ "教育", "", "局 系统 部门 工委" },
	{ "培训", "务 题 能 部", "班 基地" },
	{ "保障", "", "性 对象 局 中心 房" },
	{ "监督", "", "执纪 员 检查室 管理局" },
	{ "检查", "", "站 组 员" },
	{ "生产", "", "经营 总值 许可" },
	{ "经济", "", "开发区 技术" },
	{ "社会", "", "组织 主义 保险 各界" },
	{ "城市", "", "更新 群 体检 管理局" },
	{ "农业", "", "农村局 局" },
	{ "企业", "各 家 业 有 营 点 头", "家 负责人 法人 职工 代表 党" },
	{ "单位", "各 本 下 局 员 属 业 头 联",
	    "负责人 主要负责 党 内部 一把手" },
	{ "部门", "各 个 关 管 责 能", "负责人 主要负责 之间 预算" },
	{ "机关", "直 级 政 家", "党 事务 工委 效能" },
	{ "社区", "各 该 镇 街道 市 范", "工作者 两委 书记 网格 居民 干部" },
	{ "街道", "各 该", "办 党 干部 社区 工委 纪" },
	{ "小组", "导 习 作", "组长 成员 会 办公室" },
	{ "人大", "县 市 区 省 镇 乡 国", "代表 常委会 机关" },
	{ "政协", "县 市 区 省", "委员 机关 常委" },
	{ "项目", "", "库 法人 负责人 资金 经理" },
	{ "活动", "", "方案 中心 室 周 月" },
	{ "会议", "", "纪要 室 记录" },
	{ "文化", "", "馆 站 广场 遗产 礼堂" },
	{ "政治", "", "监督 生态 站位" },
	{ "政府", "", "采购 网站 办公室 性" },
	{ "审批", "", "局 事项" },
	{ "调查", "", "队" },
	{ "统计", "", "局" },
	{ "交通", "", "运输局 警察" },
	{ "消防", "", "救援" },
	{ "信用", "", "信息" },
	{ "公司", "", "章程 党 董事 总经理 法" },
	{ "工会", "", "主席 委员" },
	{ "科技", "", "特派员 型" },
	{ "设计", "", "院 师" },
	{ "责任", "", "清单 人 书 区" },
	{ "志愿", "", "者 服务" },
	{ "学校", "", "党 校长 教师" },
	{ "医院", "", "党 院长 医护 医生" },
	{ "法院", "", "院长 干警 党组" },
	{ "共产党", "", "员 人" },
	{ "办公室", "", "主任 副主任" },
	{ "委员会", "", "委员 主任" },
};

/* Words that are doubled, or more than that, to say that there is much. */
static const char much[] =
    "一下 一阵 一点儿 大批 大把 大片 好多 很多 许多 很久 好久 许久 彼此 很长 "
    "很远 很高 很深 很大 哗啦 轰隆";

/* Verbs that speech doubles: to do something a little. In official prose only
 * where nothing is said to be done. */
static const char little[] =
    "研究 讨论 商量 考虑 锻炼 介绍 休息 打听 了解 学习 观察 调查 意思 "
    "活动 整理 交流 体验 收拾 打扫 切磋 教训 检讨";

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct repeats *r = mem_alloc(sizeof(*r));

	*r = (struct repeats){ p, own };
	return r;
}

static void
tell(const struct repeats *r, const struct prose *p, size_t from, size_t n,
    size_t end)
{
	struct str once = chars_text(p, from, from + n);

	findings_replace(
	    findings_add(r->p->findings, prose_spot(p, from, end), r->rule,
		"“%.*s” stands here more than once; take one away",
		STR_ARG(once)),
	    once, false);
}

/* 对对，是是， in speech. */
static bool
is_answer(const struct prose *p, size_t i, size_t end)
{
	return chars_in(p, i, "是对") &&
	       (i == p->start || chars_in(p, i - 1, "“‘，。！：")) &&
	       end < p->end && chars_in(p, end, "，。！");
}

/* Verbs that tell where something comes to be: one that speech doubles goes on
 * with no 在. */
static const char placing[] =
    "扛抓放落压立写记刻印建定投用融贯植扎挂举捧送传扑聚倾沉站坐守铺走摆种";

/* Says whether a pair of characters is one that a table knows to be right. */
static bool
may_double(const struct prose *p, size_t i, size_t end, const struct single *s)
{
	return is_answer(p, i, end) ||
	       (i > p->start && chars_in(p, i - 1, s->before)) ||
	       (end < p->end && chars_in(p, end, s->after)) ||
	       /* AABB: 和和美美, 是是非非 */
	       (end + 1 < p->end && p->c[end] == p->c[end + 1]) ||
	       (i >= p->start + 2 && p->c[i - 1] == p->c[i - 2]);
}

/* Units that stand twice behind a number, or that a fact's value ends with and
 * the author wrote again: 7次次, {{县名}}县 where the value is 某县. */
static bool
is_unit_twice(const struct prose *p, size_t i, size_t end)
{
	if (end > i + 2 || i == p->start)
		return false;
	if (p->origin[i] == PROSE_VALUE && p->origin[i + 1] == PROSE_TYPED &&
	    chars_in(p, i, "县市区局镇乡省州次名元个件项户年月日场篇亿万"))
		return true;
	/* 一次次, 一个个 are right */
	return (chars_digit(p->c[i - 1]) || p->c[i - 1] == PROSE_OBJECT ||
		   (chars_numeral(p->c[i - 1]) && !chars_in(p, i - 1, "一"))) &&
	       chars_in(p, i, "次名元个件项户年月日场篇") &&
	       !chars_in(p, end, "均目庭款例师级人体别数长子民次度初底里夜货");
}

/* Tells a character of grammar, or a unit behind a number, that stands twice
 * at i; returns the end of its run. */
static size_t
take_single(const struct repeats *r, const struct prose *p, size_t i)
{
	size_t end = i + 2, s;

	while (end < p->end && p->c[end] == p->c[i])
		end++;
	if (is_unit_twice(p, i, end) ||
	    (chars_in(p, i, placing) && chars_in(p, end, "在") &&
		!chars_in(p, end + 1, "必一")) ||
	    (chars_in(p, i, "步") && chars_word_before(p, i, "进一") != 0)) {
		tell(r, p, i, 1, end);
		return end;
	}
	for (s = 0; s < COUNT(singles); s++)
		if (chars_in(p, i, singles[s].c)) {
			if (!may_double(p, i, end, singles + s))
				tell(r, p, i, 1, end);
			break;
		}
	return end;
}

/* Words that count things one by one. */
static const char measures[] =
    "个步件项点次户年天遍条层代字句页笔家人村批环茬拨名位块片座栋间门本份张"
    "场回轮道关站段桩段圈排垄畦株棵车袋筐桶里寸尺丝滴锤砖针线";

/* Says whether the word of n characters that stands twice at i may do so. */
static bool
may_meet(const struct prose *p, size_t i, size_t n)
{
	size_t end = i + 2 * n, m;
	bool joined = i > p->start && chars_han(p->c[i - 1]);

	/* 一个一个, 一个问题一个问题地; not 一定一定 */
	if (chars_in(p, i, "一") && chars_word(p, i,
					"一定 一起 一是 一般 一直 一旦 一律 "
					"一同 一切 一致 一贯 一向 一并 "
					"一共 一要 一来 一些 一方面 一系列 "
					"一把手 一体 一心 一线 一类") == 0)
		return n == 2 || chars_in(p, i + 1, measures);
	/* 干部干部，先干一步 */
	if (end < p->end && chars_in(p, end, "，") &&
	    (i == p->start || !chars_han(p->c[i - 1])) &&
	    chars_word(p, i,
		"干部 支部 党员 代表 委员 书记 公仆 教师 老师 医生 警察 同志 "
		"同学 "
		"朋友 乡亲 大家") == n)
		return true;
	/* 用户|一户一案, 用户|每户每季 */
	if (n == 2 && chars_in(p, i + 1, "一每各逐按"))
		return true;
	if (chars_word(p, i, little) == n &&
	    !(end < p->end && chars_han(p->c[end])))
		return true;
	for (m = 0; m < COUNT(meetings); m++) {
		const struct meeting *t = meetings + m;

		if (chars_word(p, i, t->word) != n ||
		    chars_word(p, end, t->after) == 0)
			continue;
		if (t->before[0] == '\0' ? joined
					 : chars_word_before(p, i, t->before))
			return true;
	}
	return false;
}

/* The length of the word that stands twice at i, or 0. */
static size_t
word_twice(const struct prose *p, size_t i)
{
	size_t n, k, numerals;

	for (n = 2; n <= LONGEST && i + 2 * n <= p->end; n++) {
		if (p->c[i] != p->c[i + n])
			continue;
		numerals = 0;
		for (k = 0; k < n && p->c[i + k] == p->c[i + n + k] &&
			    chars_han(p->c[i + k]);
		     k++)
			numerals += chars_numeral(p->c[i + k]);
		/* 二〇二〇年 */
		if (k == n && numerals < n)
			return n;
	}
	return 0;
}

static bool
same(const struct prose *p, size_t a, size_t b, size_t n)
{
	while (n > 0 && p->c[a + n - 1] == p->c[b + n - 1])
		n--;
	return n == 0;
}

/* Takes the word of n characters that stands twice at i; returns the end of
 * all of it. */
static size_t
take_word(const struct repeats *r, const struct prose *p, size_t i, size_t n)
{
	size_t end = i + 2 * n;

	while (end + n <= p->end && same(p, i, end, n))
		end += n;
	if (chars_word(p, i, much) != n &&
	    (end > i + 2 * n || !may_meet(p, i, n)))
		tell(r, p, i, n, end);
	return end;
}

static void
take(void *ctx, const struct prose *p)
{
	const struct repeats *r = ctx;
	size_t i = p->start, n;

	while (i < p->end) {
		bool han = chars_han(p->c[i]);

		if (han && i + 1 < p->end && p->c[i] == p->c[i + 1])
			i = take_single(r, p, i);
		else if (han && (n = word_twice(p, i)) != 0)
			i = take_word(r, p, i, n);
		else
			i++;
	}
}

static void
end(void *ctx)
{
	free(ctx);
}

const struct family family_repeats = { rules, COUNT(rules), start, take, end };

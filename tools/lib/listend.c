/* listend: the 等 that ends a list */
#include "listend.h"
#include "signs.h"

enum { ETC = 0x7B49, LOOK = 120 };

/* Says whether c is one of the characters of a UTF-8 text of Han. */
static bool
among(uint32_t c, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i + 2 < n; i += 3)
		if (((uint32_t)(text[i] & 0x0F) << 12 |
			(uint32_t)(text[i + 1] & 0x3F) << 6 |
			(uint32_t)(text[i + 2] & 0x3F)) == c)
			return true;
	return false;
}

#define AMONG(c, text) among(c, text, sizeof(text) - 1)

/* Says whether 等 at i begins a word: 等级, 等额, 等待. */
static bool
begins_word(const struct prose *p, size_t i)
{
	uint32_t c = sign_after(p, i), next = i + 2 < p->end ? p->c[i + 2] : 0;

	if (AMONG(c, "待于候次额价值量效距比边式温号份闲到着不我你他她它靠"))
		return true;
	switch (c) {
	case 0x7EA7: /* 等级, but 等级别 ends a list */
		return !AMONG(next, "别");
	case 0x522B: /* 等别人 */
		return AMONG(next, "人的处家");
	case 0x5916: /* 等外品 */
		return next < 0x4E00 || AMONG(next, "品级粮材三两");
	case 0x7C73: /* 等米下锅 */
		return AMONG(next, "下");
	case 0x5206: /* 等分线 */
		return AMONG(next, "线点成割");
	case 0x79BB: /* 等离子 */
		return AMONG(next, "子");
	case 0x8EAB: /* 等身 */
		return AMONG(next, "高像");
	case 0x957F: /* 等长 */
		return AMONG(next, "等宽");
	case 0x540C: /* 等同志 ends a list, 等同于 does not */
		return !AMONG(next, "志学事类时");
	case 0x7B2C: /* 等第制, 等第三方 */
		return AMONG(next, "制评");
	case 0x4FDD: /* 等保测评, 等保障 */
		return AMONG(next, "测二三四备合级");
	case 0x5C97: /* 等岗人员, 等岗位 */
		return !AMONG(next, "位");
	case 0x9AD8: /* 等高线 */
		return AMONG(next, "线距");
	case 0x5DEE: /* 等差数列 */
		return AMONG(next, "数额");
	default:
		return false;
	}
}

/* Says whether what follows 等 at i says what the list was of: 等三项,
 * 等方面. */
static bool
sums_up(const struct prose *p, size_t i)
{
	static const char *const words[] = { "方面", "内容", "问题", "工作",
		"情况", "情形", "活动", "措施", "制度", "单位", "部门", "领域",
		"环节", "形式", "方式", "方法", "手段", "平台", "渠道", "载体",
		"任务", "项目", "指标", "课程", "专题", "书目", "材料", "文件",
		"荣誉", "称号", "职务", "岗位", "人员", "群体", "同志", "行业",
		"产业", "产品", "地区", "现象", "因素", "要求", "重点", "突出",
		"特色", "优势", "主导", "支柱", "传统", "新型", "新兴", "各类",
		"一系列", "热点", "难点", "重大", "不同" };
	struct str rest = str_from(p->text, p->at[i + 1]);
	size_t k;

	if (AMONG(sign_after(p, i), "一二三四五六七八九十几多若各") ||
	    sign_digit(sign_after(p, i)))
		return true;
	for (k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (str_starts(rest, str_of(words[k])))
			return true;
	return false;
}

/* Says whether a list goes before i: 、 stands in what the mark there ends. */
static bool
follows_list(const struct prose *p, size_t i)
{
	size_t from = i;

	while (from > p->start && i - from < LOOK) {
		uint32_t c = p->c[--from];

		if (c == 0x3001)
			return true;
		if (c >= 0x3000 && sign_stop(c) != 0)
			return false;
	}
	return false;
}

/* Says whether what stands before the 、 at i waits, as what follows does:
 * 坐等、等靠; 等领导批示、等别人牵头; 能拖、等得. */
static bool
waits(const struct prose *p, size_t i)
{
	size_t from = i;

	while (from > p->start && i - from < 12) {
		uint32_t c = p->c[--from];

		if (c == ETC)
			return !AMONG(p->c[from + 1], "级次额价");
		if (c >= 0x3000 && (sign_stop(c) != 0 || sign_closes(c)))
			return false;
	}
	return false;
}

bool
listend_etc(const struct prose *p, size_t i)
{
	if (sign_after(p, i) != ETC || begins_word(p, i + 1))
		return false;
	if (p->c[i] == 0x3001)
		return !waits(p, i);
	/* ，等等 is right, and ，等审批后 waits */
	return sums_up(p, i + 1) && follows_list(p, i);
}

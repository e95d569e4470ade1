/* subject: of whom a sentence speaks */
#include "chars.h"
#include "subject.h"

enum { LONGEST = 10 }; /* characters of a name */

/* What a name of this kind ends with. */
static const char kinds[] = "镇 乡 村 县 市 区 局 厅 社区 街道 公司 支部 小组 "
			    "中心 医院 学校 学院 集团 片区 大队 中队";

/* What shows that it ended a word there: 市场, 县域, 局面. */
static const char within[] = "场域民面势间块政庭长内外中振情级直";

/* What is no name: the office itself, and verbs that a sentence begins with. */
static const char none[] =
    "我 本 全 各 局 党 该 机关 支部 深入 走进 组织 依托 围绕 聚焦 推动 推进 "
    "加强 "
    "在 到 赴 为 与 向 对 针对 联合 邀请 带领 服务 帮助 召开 开展 通过 从 以 "
    "把 "
    "将 由 按 其中 坚持 落实 完成 建设 建成 打造 投入 设立 成立 选派 走访 慰问 "
    "现 有 共有 下辖 辖 总 拥有 行政村 自然村 行政 自然 "
    "一年 当前 目前 共 累计 配合 协助 积极 认真 支持 指导 参加 年 上级 县 市 "
    "区 "
    "省 镇 乡 村 分";

/* The end of the name that begins at i, or i. */
static size_t
name_end(const struct prose *p, size_t i)
{
	size_t end = i + 1, n;

	if (chars_word(p, i, none) != 0)
		return i;
	for (; end < p->end && end < i + LONGEST; end++) {
		if (!chars_han(p->c[end]) && !chars_digit(p->c[end]))
			return i;
		n = chars_word(p, end, kinds);
		if (n != 0 && !chars_in(p, end + n, within))
			return end + n;
	}
	return i;
}

void
subject_clause(struct subject *s, const struct prose *p, size_t i)
{
	size_t end;

	if (i >= p->end || !(chars_han(p->c[i]) || chars_digit(p->c[i])))
		return;
	end = name_end(p, i);
	if (end == i)
		return;
	buf_clear(&s->now);
	buf_adds(&s->now, chars_text(p, i, end));
}

void
subject_paragraph(struct subject *s, const struct prose *p)
{
	if (p->kind == PROSE_HEADING) {
		buf_clear(&s->now);
		subject_clause(s, p, p->number_end);
		buf_clear(&s->heading);
		buf_adds(&s->heading, buf_str(&s->now));
		return;
	}
	buf_clear(&s->now);
	buf_adds(&s->now, buf_str(&s->heading));
	subject_clause(s, p, p->start);
}

void
subject_free(struct subject *s)
{
	buf_free(&s->heading);
	buf_free(&s->now);
}

/* partline: lines that begin a part of a report */
#include "ordinal.h"
#include "partline.h"

/* 第一部分 or 第二章 as a line of its own. */
static bool
is_part(const struct prose *p)
{
	const uint32_t *c = p->c + p->start;
	size_t value, n;

	if (c[0] != 0x7B2C || p->end - p->start > 30 ||
	    p->c[p->end - 1] == 0x3002)
		return false;
	n = 1 + ordinal_chinese(c + 1, &value);
	if (n == 1)
		return false;
	/* 部分 章 篇 编 节 */
	if (c[n] == 0x90E8 && c[n + 1] == 0x5206)
		return true;
	return c[n] == 0x7AE0 || c[n] == 0x7BC7 || c[n] == 0x7F16 ||
	       c[n] == 0x8282;
}

/* 附件 or 附件1 as a line of its own, in a text without blocks. */
static bool
is_attachment(const struct prose *p)
{
	const uint32_t *c = p->c + p->start;

	return c[0] == 0x9644 && c[1] == 0x4EF6 && p->end - p->start <= 5;
}

bool
partline(const struct prose *p)
{
	return is_part(p) || is_attachment(p);
}

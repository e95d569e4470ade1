/* fontstack: the fonts that may stand for one that official documents name */
#include <stdbool.h>
#include <stddef.h>

#include "fontstack.h"

/* Families by a part of their names, the first that fits. A browser takes the
 * first font of a stack that is there. The last is for all others. */
static const struct {
	struct str part;
	const char *stack;
} stacks[] = {
	{ { "仿宋", 6 },
	    "\"仿宋\",\"FangSong\",\"FangSong_GB2312\",\"STFangsong\","
	    "\"FZFangSong-Z02\",\"Noto Serif CJK SC\",\"Source Han Serif SC\","
	    "\"Songti SC\",\"SimSun\",\"AR PL UMing CN\",serif" },
	{ { "楷", 3 },
	    "\"楷体\",\"KaiTi\",\"KaiTi_GB2312\",\"STKaiti\",\"Kaiti SC\","
	    "\"AR PL UKai CN\",\"Noto Serif CJK SC\",serif" },
	{ { "标宋", 6 },
	    "\"方正小标宋简体\",\"方正小标宋_GBK\",\"FZXiaoBiaoSong-B05S\","
	    "\"FZXiaoBiaoSong-B05\",\"STZhongsong\",\"华文中宋\","
	    "\"Noto Serif CJK SC\",\"Source Han Serif SC\",\"Songti SC\","
	    "\"SimSun\",serif" },
	{ { "黑", 3 },
	    "\"黑体\",\"SimHei\",\"STHeiti\",\"Heiti SC\",\"PingFang SC\","
	    "\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Microsoft YaHei\","
	    "\"WenQuanYi Zen Hei\",sans-serif" },
	{ { "", 0 },
	    "\"SimSun\",\"宋体\",\"STSong\",\"Songti SC\","
	    "\"Noto Serif CJK SC\",\"Source Han Serif SC\",\"AR PL UMing CN\","
	    "serif" },
};

/* Says whether a name has no sign that means something in CSS or HTML. */
static bool
plain(struct str font)
{
	size_t i;

	for (i = 0; i < font.n; i++)
		if ((unsigned char)font.p[i] < ' ' || font.p[i] == '"' ||
		    font.p[i] == '\\' || font.p[i] == '<' || font.p[i] == '>' ||
		    font.p[i] == '&')
			return false;
	return font.n != 0;
}

void
fontstack_put(struct str font, struct buf *out)
{
	const size_t last = sizeof(stacks) / sizeof(stacks[0]) - 1;
	size_t i = 0;

	while (i < last && str_find(font, stacks[i].part, 0) == (size_t)-1)
		i++;
	buf_addz(out, "font-family:times,");
	if (plain(font))
		buf_addf(out, "\"%.*s\",", STR_ARG(font));
	buf_addf(out, "%s;", stacks[i].stack);
}

void
fontstack_faces(struct buf *out)
{
	static const char *const faces[][2] = {
		{ "normal", "\"Times New Roman\"),local(\"TimesNewRomanPSMT\"),"
			    "local(\"Liberation Serif\"),local(\"Tinos" },
		{ "bold", "\"Times New Roman Bold\"),"
			  "local(\"TimesNewRomanPS-BoldMT\"),"
			  "local(\"Liberation Serif Bold\"),"
			  "local(\"Tinos Bold" },
	};
	size_t i;

	for (i = 0; i < 2; i++)
		buf_addf(out,
		    "@font-face{font-family:times;font-weight:%s;"
		    "src:local(%s\");unicode-range:U+20-7E,U+A1-B6,U+B8-FF}\n",
		    faces[i][0], faces[i][1]);
}

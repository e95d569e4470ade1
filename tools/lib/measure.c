/* measure: lengths and type sizes as typographers write them */
#include "measure.h"
#include "utf8.h"

/* Reads a plain decimal into thousandths; false where there is none. */
static bool
decimal(struct str s, size_t *at, long *thousandths)
{
	long value = 0, place = 1000;
	size_t i = 0, digits = 0;

	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, digits++)
		value = value < 100000 ? value * 10 + (s.p[i] - '0') : value;
	value *= 1000;
	if (i < s.n && s.p[i] == '.' && digits != 0)
		for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
			place /= 10;
			value += place * (s.p[i] - '0');
		}
	*at = i;
	*thousandths = value;
	return digits != 0;
}

const char *
measure_length(struct str text, struct measure m, long *twips, long *hundredths)
{
	/* twips in a thousand of each unit, times a thousand */
	const struct unit {
		struct str name;
		long worth;
		bool character;
	} units[] = {
		{ STR("mm"), 56693, false },
		{ STR("毫米"), 56693, false },
		{ STR("cm"), 566929, false },
		{ STR("厘米"), 566929, false },
		{ STR("磅"), 20000, false },
		{ STR("pt"), 20000, false },
		{ STR("字"), 1000 * m.character, true },
		{ STR("ch"), 1000 * m.character, true },
		{ STR("行"), 1000 * m.line, false },
		{ STR("line"), 1000 * m.line, false },
	};
	struct str unit;
	size_t at, i;
	long value;

	if (!decimal(text, &at, &value))
		return "this is no length; write a number and its unit, as in "
		       "37mm, 28.95磅, 2字, 1行";
	unit = utf8_trim(str_from(text, at));
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!str_equal(unit, units[i].name))
			continue;
		if (units[i].worth == 0)
			return "字 and 行 have no size here; use mm, cm or 磅";
		if (value > 2000000)
			return "this length is beyond any page";
		*hundredths = units[i].character ? value / 10 : 0;
		*twips = (long)(((long long)value * units[i].worth + 500000) /
				1000000);
		return NULL;
	}
	return "a length wants a unit: mm, cm, 磅 (pt), 字 (ch) or 行 (line)";
}

/* The type sizes by number, in half points (中文字号, as Word has them). */
const char *
measure_size(struct str text, long *twips)
{
	static const struct {
		struct str name;
		long half_points;
	} sizes[] = {
		{ { "初号", 6 }, 84 },
		{ { "小初", 6 }, 72 },
		{ { "一号", 6 }, 52 },
		{ { "小一", 6 }, 48 },
		{ { "二号", 6 }, 44 },
		{ { "小二", 6 }, 36 },
		{ { "三号", 6 }, 32 },
		{ { "小三", 6 }, 30 },
		{ { "四号", 6 }, 28 },
		{ { "小四", 6 }, 24 },
		{ { "五号", 6 }, 21 },
		{ { "小五", 6 }, 18 },
		{ { "六号", 6 }, 15 },
		{ { "小六", 6 }, 13 },
		{ { "七号", 6 }, 11 },
		{ { "八号", 6 }, 10 },
	};
	struct str unit;
	size_t at, i;
	long value;

	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		if (str_equal(text, sizes[i].name)) {
			*twips = 10 * sizes[i].half_points;
			return NULL;
		}
	if (!decimal(text, &at, &value))
		return "there is no such type size; write 初号 to 八号, or "
		       "points, as in 16磅";
	unit = utf8_trim(str_from(text, at));
	if (!str_equal(unit, STR("磅")) && !str_equal(unit, STR("pt")))
		return "a type size is a 号数 or in points: 三号, 16磅, 16pt";
	if (value < 2000 || value > 400000 || value % 500 != 0)
		return "a type size lies between 2 and 400 points, in halves";
	*twips = value / 50;
	return NULL;
}

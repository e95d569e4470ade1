/* rulelevel: how grave the findings of a rule are, as an office wants it */
#include "rulelevel.h"

static const struct {
	struct str chinese, english;
} words[] = {
	{ { "提示", 6 }, { "note", 4 } },
	{ { "警告", 6 }, { "warning", 7 } },
	{ { "错误", 6 }, { "error", 5 } },
	{ { "关", 3 }, { "off", 3 } },
};

enum { OFF = LEVEL_ERROR + 1 };

bool
rulelevel_read(struct rulelevel *rl, struct str value, struct place at,
    const char *code, struct diag *d)
{
	int i;

	for (i = 0; i <= OFF; i++)
		if (str_equal(value, words[i].chinese) ||
		    str_equal(value, words[i].english)) {
			rl->off = i == OFF;
			if (!rl->off)
				rl->level = (enum level)i;
			return true;
		}
	diag_say(d, at, LEVEL_ERROR, code,
	    "%.*s is no level; choose from 错误 (error), 警告 (warning), 提示 "
	    "(note), 关 (off)",
	    STR_ARG(value));
	return false;
}

const char *
rulelevel_word(const struct rulelevel *rl)
{
	return words[rl->off ? OFF : (int)rl->level].chinese.p;
}

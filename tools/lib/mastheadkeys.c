/* mastheadkeys: what the lines of a masthead say, and whether it may stand */
#include "lang.h"
#include "mastheadkeys.h"

#define KEY(zh, en, repeats)                                                   \
	{                                                                      \
		{ zh, sizeof(zh) - 1 }, { en, sizeof(en) - 1 }, repeats        \
	}

static const struct keyvalue_key keys[MASTHEAD_KEYS] = {
	[MASTHEAD_COPY] = KEY("份号", "copy", false),
	[MASTHEAD_CLASSIFICATION] = KEY("密级", "classification", false),
	[MASTHEAD_URGENCY] = KEY("紧急程度", "urgency", false),
	[MASTHEAD_ISSUER] = KEY("标志", "issuer", true),
	[MASTHEAD_SUFFIX] = KEY("后缀", "suffix", false),
	[MASTHEAD_NUMBER] = KEY("文号", "number", false),
	[MASTHEAD_SIGNER] = KEY("签发人", "signer", true),
};

static bool
holds(struct str s, const char *what)
{
	return str_find(s, str_of(what), 0) != (size_t)-1;
}

static const char *
copy_fault(struct str s)
{
	size_t i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		;
	return i == s.n && s.n == 6 ? NULL
				    : "份号 is six digits, such as 000001";
}

static const char *
urgency_fault(struct str s)
{
	return str_equal(s, STR("特急")) || str_equal(s, STR("加急"))
		   ? NULL
		   : "紧急程度 is 特急 or 加急";
}

/* GB/T 9704 7.2.5 */
static const char *
number_fault(struct str s)
{
	size_t close = str_find(s, STR("〕"), 0);

	if (!holds(s, "〔") || close == (size_t)-1)
		return "the year of a 文号 stands in 〔〕, as in "
		       "×委〔2026〕1号";
	if (holds(s, "第"))
		return "a 文号 has no 第";
	if (str_starts(str_from(s, close + 3), STR("0")))
		return "a 文号 has no zero before its number";
	return NULL;
}

static void
check(const struct keyvalue *kv, const struct setting *how)
{
	static const struct {
		const char *(*fault)(struct str);
		enum level level;
	} checks[MASTHEAD_KEYS] = {
		[MASTHEAD_COPY] = { copy_fault, LEVEL_ERROR },
		[MASTHEAD_URGENCY] = { urgency_fault, LEVEL_WARNING },
		[MASTHEAD_NUMBER] = { number_fault, LEVEL_WARNING },
	};
	struct buf shown = { 0 };
	const char *what = NULL;

	if (checks[kv->key].fault == NULL || keyvalue_told(kv))
		return;
	keyvalue_shown(kv, &shown);
	what = checks[kv->key].fault(buf_str(&shown));
	if (what != NULL)
		diag_say(how->d, keyvalue_place(kv, how), checks[kv->key].level,
		    "masthead", "%s", lang_text(what));
	buf_free(&shown);
}

size_t
mastheadkeys_read(const struct paragraph *lines, size_t n,
    const struct setting *how, struct keyvalue *found)
{
	size_t i, got;

	got = keyvalue_read(
	    lines, n, keys, MASTHEAD_KEYS, "masthead", how, found);
	for (i = 0; i < got; i++)
		check(&found[i], how);
	return got;
}

/* noun: what a number of a report counts, by the words before it */
#include <stdlib.h>

#include "die.h"
#include "noun.h"
#include "pattern.h"
#include "utf8.h"

struct nouns {
	struct pattern *noun, *lead, *scope;
};

/* What parts a noun from what is said of it: verbs of office prose, particles,
 * adverbs of sum. A noun is what follows the last of them. */
static const char noun_pattern[] =
    "(?:.*(?:召开|开展|组织|举办|举行|讲授|完成|收缴|收到|发展|转正|设立|建立|"
    "形成|制定|受理|办结|解决|联系|走访|帮扶|培训|参加|参与|选派|现有|共有|"
    "拥有|新增|增加|减少|达到|达|为|是|有|共|计|及|和|与|的|了|等|在|对|将|把|"
    "全年|累计|合计|总计|仅|约|近|超|各|其|本|个|名|次|项|人|件|场|条))?"
    "(\\p{Han}{2,8})$";

/* What leads from a noun to its number; *+ since words that follow each other,
 * 共有 too, have no other way to be read. */
static const char lead_pattern[] =
    "(.*?)(?:为|是|达到|达|共有|共计|共|有|累计|合计|总计|仅|约|近|超过|超)*+$";

/* Words of another time, of parts, of what is wanted: the number beside them is
 * not the fact's. */
static const char scope_pattern[] =
    "(?:去年|上年|往年|前年|明年|来年|下年|上半年|下半年|季度|每|平均|人均|"
    "其中|分别|同比|环比|较|比|以上|以下|至少|至多|不少于|不低于|不超过|一般|"
    "应|要求|规定|计划|目标|预计|拟|力争|确保|提高|增长|下降|部分|之一)";

struct nouns *
nouns_new(void)
{
	struct nouns *ns = mem_alloc(sizeof(*ns));

	ns->noun = pattern_new(noun_pattern);
	ns->lead = pattern_new(lead_pattern);
	ns->scope = pattern_new(scope_pattern);
	return ns;
}

void
nouns_free(struct nouns *ns)
{
	pattern_free(ns->noun);
	pattern_free(ns->lead);
	pattern_free(ns->scope);
	free(ns);
}

/* Bytes looked at before a number: what parts nouns, and what a sentence says,
 * stand near; a line without any mark must not be read anew for each number. */
enum { NOUN_BYTES = 120, SENTENCE_BYTES = 900 };

/* Where the character before byte at begins, which is not the first. */
static size_t
before(struct str text, size_t at)
{
	for (at--; at > 0 && (text.p[at] & 0xC0) == 0x80; at--)
		;
	return at;
}

/* The stretch of a text before byte at that no mark ends. */
static struct str
clause_before(struct str text, size_t at)
{
	struct str marks = STR("。！？；\n，、：:,（）()“”");
	size_t start = at, n;

	while (start > 0 && at - start < NOUN_BYTES) {
		n = start - before(text, start);
		if (str_find(marks, str_cut(text, start - n, n), 0) !=
		    (size_t)-1)
			break;
		start -= n;
	}
	return str_cut(text, start, at - start);
}

struct str
noun_before(const struct nouns *ns, struct str text, size_t at)
{
	struct str groups[2];

	if (!pattern_match(ns->lead, clause_before(text, at), groups, 2) ||
	    !pattern_match(ns->noun, groups[1], groups, 2))
		return STR("");
	return groups[1];
}

/* Reads on to byte at; a word that goes beyond it is left for the next time. */
static void
read_scope(const struct nouns *ns, struct noun_scope *s, size_t at)
{
	const struct str ends = STR("。！？；\n");
	struct str word;
	uint32_t c;
	size_t n;

	for (; s->at < at; s->at += n) {
		n = utf8_next(s->text, s->at, &c);
		n = n != 0 ? n : 1;
		if (str_find(ends, str_cut(s->text, s->at, n), 0) !=
		    (size_t)-1) {
			s->sentence = s->at + n;
		} else if (c >= 0x80 &&
			   pattern_match(
			       ns->scope, str_from(s->text, s->at), &word, 1)) {
			if (word.n > at - s->at)
				return;
			s->elsewhere = true;
			s->word = s->at;
		}
	}
}

bool
noun_elsewhere(const struct nouns *ns, struct noun_scope *s, size_t at)
{
	size_t from = 0;

	if (at > SENTENCE_BYTES)
		from = before(s->text, at - SENTENCE_BYTES + 1);
	read_scope(ns, s, at);
	return s->elsewhere && s->word >= s->sentence && s->word >= from;
}

/* prose: paragraphs, where their characters come from, and their places */
#include <assert.h>
#include <string.h>

#include "prose.h"

struct seen {
	struct buf text; /* a line a paragraph: kind, text, its place */
};

static void
take(void *ctx, const struct prose *p)
{
	struct seen *s = ctx;
	struct spot spot = prose_spot(p, p->start, p->end);
	size_t i;

	assert(p->at[p->n] == p->text.n && p->c[p->n] == 0);
	buf_addf(&s->text, "%d|", (int)p->kind);
	for (i = p->start; i < p->end; i++)
		buf_adds(&s->text,
		    str_cut(p->text, p->at[i], p->at[i + 1] - p->at[i]));
	buf_addf(&s->text, "|%zu:%zu-%zu:%zu%s|%zu|%zu\n", spot.at.line,
	    spot.at.column, spot.end_line, spot.end_column,
	    spot.typed ? "" : "*", p->remark,
	    p->kind == PROSE_HEADING ? p->heading_end - p->number_end : 0);
}

static void
reads(const char *text, const char *want)
{
	struct remarks rs = { 0 };
	struct seen s = { 0 };
	struct prose_reader *r = prose_new(&rs, take, &s);

	prose_read(r, "a", str_of(text));
	prose_free(r);
	remarks_free(&rs);
	if (strcmp(want, s.text.n != 0 ? s.text.p : "") != 0) {
		fprintf(stderr, "want:\n%sgot:\n%s", want,
		    s.text.n != 0 ? s.text.p : "");
		assert(false);
	}
	buf_free(&s.text);
}

static void
take_last(void *ctx, const struct prose *p)
{
	struct prose **kept = ctx;

	if (*kept != NULL)
		prose_drop(*kept);
	*kept = prose_keep(p);
	assert(str_equal(prose_fact(p, 0), STR("")));
	assert(str_equal(prose_fact(p, 1), STR("丙")));
	assert(str_equal(prose_fact(p, 9), STR("")));
}

/* what is kept of a paragraph, and the names of its facts */
static void
keeps(void)
{
	struct remarks rs = { 0 };
	struct prose *kept = NULL;
	struct prose_reader *r = prose_new(&rs, take_last, &kept);
	struct spot spot;

	prose_read(r, "a",
	    STR("\n甲\xEF\xB7\x90 丙 | month\xEF\xB7\x93"
		"36\xEF\xB7\x94乙"));
	prose_free(r);
	remarks_free(&rs);
	assert(kept->n == 4 && kept->c[3] == 0x4E59 && kept->c[4] == 0);
	spot = prose_spot(kept, 1, 4);
	assert(spot.at.line == 2 && spot.at.column == 2 && !spot.typed);
	assert(prose_spot(kept, 0, 1).typed);
	prose_drop(kept);
}

int
main(void)
{
	keeps();
	reads("", "");
	reads("甲乙\n\n　 丙 \n", "0|甲乙|1:1-1:3|0|0\n0|丙|3:3-3:4|0|0\n");
	/* lines that go on */
	reads("甲\\\nab\\\n cd\\\n乙", "0|甲ab cd乙|1:1-4:2*|0|0\n");
	/* headings, and what is none */
	reads("一、甲。乙", "1|一、甲。乙|1:1-1:6|0|2\n");
	reads("# 甲“乙。”丙", "1|# 甲“乙。”丙|1:1-1:9|0|5\n");
	reads("\\一、甲", "0|一、甲|1:2-1:5|0|0\n");
	/* values, placeholders, escapes, bold */
	reads("{{甲}}乙", "0|\xEF\xBF\xBC乙|1:1-1:7*|0|0\n");
	reads("\xEF\xB7\x90甲\xEF\xB7\x93"
	      "36\xEF\xB7\x94乙",
	    "0|36乙|1:1-1:7*|0|0\n");
	reads("甲\\%{{!粗:乙}}丙", "0|甲%乙丙|1:1-1:13*|0|0\n");
	/* a footnote is a paragraph of its own */
	reads("甲{{!注:乙{{!粗:丙}}。}}丁",
	    "0|甲丁|1:1-1:20*|0|0\n6|乙丙。|1:7-1:17*|0|0\n");
	/* cells, captions, keys */
	reads(":::表 甲 #乙\n丙|<\n^|\\|丁\n:::\n",
	    "5|甲|1:6-1:7|0|0\n4|丙|2:1-2:2|0|0\n4||丁|3:4-3:6*|0|0\n");
	reads(":::图片 甲\na.png|乙|9mm\n:::\n",
	    "5|甲|1:7-1:8|0|0\n5|乙|2:7-2:8|0|0\n");
	reads(":::版记\n抄送=甲\n:::\n", "3|甲|2:4-2:5|0|0\n");
	reads(":::仅 x\n:::标题\n甲\n:::\n乙\n:::\n",
	    "2|甲|3:1-3:2|0|0\n0|乙|5:1-5:2|0|0\n");
	/* remarks: for a paragraph, for a block, for both */
	reads("%ok a: why\n甲\n乙\n", "0|甲|2:1-2:2|1|0\n0|乙|3:1-3:2|0|0\n");
	reads("%ok a\n:::除 x\n甲\n% ok b\n乙\n:::\n丙\n",
	    "0|甲|3:1-3:2|1|0\n0|乙|5:1-5:2|2|0\n0|丙|7:1-7:2|0|0\n");
	return 0;
}

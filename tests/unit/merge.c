/* docstream, mergemap, merge, hunk*, mergeapply: edits of a document, and the
 * lines of a section that they land in */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "marks.h"
#include "merge.h"
#include "xmlout.h"
#include "zip.h"

#define SPACE "xmlns='http://schemas.openxmlformats.org/package/2006/"
#define REL                                                                    \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RUN(text) "<w:r><w:t>" text "</w:t></w:r>"
#define INS(content) "<w:ins w:author='A'>" content "</w:ins>"
#define DEL(text)                                                              \
	"<w:del w:author='A'><w:r><w:delText>" text "</w:delText></w:r></"     \
	"w:del>"
#define END "</w:t></w:r></w:p>"
#define NEXT END "<w:p><w:r><w:t>"

/*
 * A section, in which <name=value> is a placeholder and what it shows; what is
 * put in the place of what in the document, parted by NUL; the section that is
 * due, and what is told: a letter a note, P a proposal, M a number that is
 * made, U what has no place.
 */
static const struct {
	const char *name, *section, *edits, *expected, *told;
} cases[] = {
	{ "nothing", "一段。\n", "", "一段。\n", "" },
	{ "a word", "要抓学习。\n", "学习\0工作\0", "要抓工作。\n", "" },
	{ "tracked", "要抓学习。\n",
	    "要抓学习。\0要抓</w:t></w:r>" DEL("学习")
		INS(RUN("工作")) "<w:r><w:t>。\0",
	    "要抓工作。\n", "" },
	{ "before and behind", "要抓学习。\n", "要抓学习。\0既要抓学习。好\0",
	    "既要抓学习。好\n", "" },
	{ "markup", "要抓学习。\n", "学习\0{{x}}\\|\0",
	    "要抓\\{\\{x\\}\\}\\\\|。\n", "" },
	{ "markup at a line's start", "要抓学习。\n", "要抓\0# 要抓\0",
	    "\\# 要抓学习。\n", "" },
	{ "markup laid bare", "甲# 乙丙丁。\n", "甲# \0# \0", "\\# 乙丙丁。\n",
	    "" },
	{ "an escape", "见\\{号\\}处。\n", "见{\0见\0", "见号\\}处。\n", "" },
	{ "before an escape", "\\# 号处。\n", "# 号\0乙# 号\0",
	    "乙\\# 号处。\n", "" },
	{ "part of a value", "现有<党员=36>名。\n",
	    "36\0"
	    "37\0",
	    "现有{{党员}}名。\n", "P" },
	{ "two parts of a value", "到<日=2022年8月>止。\n",
	    "2022年8月\0"
	    "2021年7月\0",
	    "到{{日}}止。\n", "P" },
	{ "in a value", "现有<县名=澜浦>县。\n", "澜浦\0澜新浦\0",
	    "现有{{县名}}县。\n", "P" },
	{ "a value and more", "现有<党员=36>名，都好。\n",
	    "36名，都好\0"
	    "37个人，很好\0",
	    "现有{{党员}}个人，很好。\n", "P" },
	{ "a value away", "现有<党员=36>名，都好。\n", "有36名，都\0都\0",
	    "现都好。\n", "" },
	{ "a number beside a value", "第1<号=36>%的。\n",
	    "136%\0"
	    "137%\0",
	    "第1{{号}}%的。\n", "P" },
	{ "a paragraph more", "一段。\n二段。\n",
	    "一段。" END "\0一段。" NEXT "新段。" END "\0",
	    "一段。\n新段。\n二段。\n", "" },
	{ "behind a last line that is not ended", "一段。",
	    "一段。" END "\0一段。" NEXT "# 新段。" END "\0",
	    "一段。\n\\# 新段。\n", "" },
	{ "with carriage returns", "一段。\r\n二段。\r\n",
	    "一段。" END "\0一段。" NEXT "新段。" END "\0",
	    "一段。\r\n新段。\r\n二段。\r\n", "" },
	{ "a mark of the byte order", "\xEF\xBB\xBF一段话。\n", "段话\0话\0",
	    "\xEF\xBB\xBF一话。\n", "" },
	{ "a paragraph less", "一段。\n\n二段话。\n三段。\n",
	    "<w:p><w:bookmarkStart w:name='wg2'/><w:r><w:t>二段话。" END "\0\0",
	    "一段。\n\n三段。\n", "" },
	{ "split", "前半后半。\n", "前半\0前半" NEXT "\0", "前半\n后半。\n",
	    "" },
	{ "joined", "前半\n\n后半。\n",
	    "前半" END "<w:p><w:bookmarkStart w:name='wg2'/><w:r><w:t>\0"
	    "前半\0",
	    "前半后半。\n", "" },
	{ "joined over a comment", "前半\n% 注\n后半。\n",
	    "前半" END "<w:p><w:bookmarkStart w:name='wg2'/><w:r><w:t>\0"
	    "前半\0",
	    "前半\n% 注\n后半。\n", "U" },
	{ "lines that go on", "前半\\\n后半。\n", "半后\0半，后\0",
	    "前半，\\\n后半。\n", "" },
	{ "a line break", "前半后半。\n", "前半\0前半</w:t><w:br/><w:t>\0",
	    "前半后半。\n", "U" },
	{ "a footnote more", "前半后半。\n",
	    "前半\0前半</w:t><w:footnoteReference w:id='7'/><w:t>\0",
	    "前半{{!注:注文\\{\\}}}后半。\n", "" },
	{ "a text box", "一段。\n",
	    "一段。\0一段。</w:t><w:drawing><w:txbxContent><w:p><w:r><w:t>框"
	    "</w:t></w:r></w:p></w:txbxContent></w:drawing><w:t>\0",
	    "一段。\n", "U" },
	{ "bold", "要{{!粗:抓学习}}，好。\n", "习，好\0，好\0",
	    "要{{!粗:抓学}}，好。\n", "" },
	{ "over the end of bold", "要{{!粗:抓学习}}，好。\n", "习，\0工\0",
	    "要{{!粗:抓学工}}好。\n", "" },
	{ "moved, its bookmark lost",
	    "第一段讲的是抓好学习教育。\n第二段讲的是<党员=36>名党员作用。\n"
	    "第三段讲的是改进作风。\n",
	    "<w:p><w:bookmarkStart w:name='wg2'/><w:r><w:t>"
	    "第二段讲的是36名党员作用。" END "\0\0作风。" END "\0作风。" NEXT
	    "第二段讲的是36名党员好作用。" END "\0",
	    "第一段讲的是抓好学习教育。\n第三段讲的是改进作风。\n"
	    "第二段讲的是{{党员}}名党员好作用。\n",
	    "" },
};

/* Adds the section as its author wrote it, as outline hands it on, and as the
 * body of a document. */
static size_t
read_case(const char *s, struct buf *raw, struct buf *text, struct buf *body)
{
	struct str rest = str_of(s), line;
	bool open = false;
	size_t n = 0, number = 0;

	for (; str_line(&rest, &line);) {
		struct str shown = line;
		bool first = !open;

		number++;
		if (str_starts(shown, STR("\xEF\xBB\xBF")))
			shown = str_from(shown, 3);
		if (shown.n != 0 && shown.p[shown.n - 1] == '\r')
			shown.n--;
		if (first && shown.n != 0 && shown.p[0] != '%')
			buf_addf(body,
			    "<w:p><w:bookmarkStart w:name='wg%zu'/><w:r><w:t>",
			    ++n);
		buf_adds(raw, str_cut(line, 0, (size_t)(shown.p - line.p)));
		for (size_t i = 0; i < shown.n; i++) {
			struct str from = str_from(shown, i);
			size_t equal = str_find(from, STR("="), 0),
			       end = str_find(from, STR(">"), 0);

			if (from.p[0] == '<') {
				struct str key = str_cut(from, 1, equal - 1),
					   value = str_cut(from, equal + 1,
					       end - equal - 1);

				buf_addf(raw, "{{%.*s}}", STR_ARG(key));
				mark_add(text, MARK_VALUE, key, value);
				buf_adds(body, value);
				i += end;
				continue;
			}
			buf_addc(raw, from.p[0]);
			buf_addc(text, from.p[0]);
			if (shown.p[0] == '%' || from.p[0] == '\\')
				continue;
			if (str_starts(from, STR("{{!粗:"))) {
				buf_adds(raw, str_cut(from, 1, 6));
				buf_adds(text, str_cut(from, 1, 6));
				i += 6;
			} else if (!str_starts(from, STR("}}")) &&
				   !(i > 0 && shown.p[i - 1] == '}' &&
				       from.p[0] == '}')) {
				buf_addc(body, from.p[0]);
			}
		}
		open = shown.n != 0 && shown.p[shown.n - 1] == '\\';
		if (shown.n != 0 && shown.p[0] != '%' && !open)
			buf_addz(body, END);
		if (shown.p + shown.n < line.p + line.n)
			buf_addc(raw, '\r');
		if (line.p[line.n] == '\n')
			buf_addc(raw, '\n');
		buf_addc(text, '\n');
	}
	return n;
}

/* The document around a body, with a footnote. */
static void
wrap(struct str body, struct buf *out)
{
	struct zip *z = zip_new();
	struct buf part = { 0 };

	buf_addf(&part,
	    "<w:document xmlns:w='http://schemas.openxmlformats.org/"
	    "wordprocessingml/2006/main'><w:body>%.*s</w:body></w:document>",
	    STR_ARG(body));
	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml", STR("<Types " SPACE "x'/>"));
	zip_add(z, "_rels/.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='i' "
		"Target='d' Type='" REL "officeDocument'/></Relationships>"));
	zip_add(z, "d", buf_str(&part));
	zip_add(z, "_rels/d.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='i' "
		"Target='f' Type='" REL "footnotes'/></Relationships>"));
	zip_add(z, "f",
	    STR("<w:footnotes xmlns:w='http://schemas.openxmlformats.org/"
		"wordprocessingml/2006/main'><w:footnote w:id='7'><w:p><w:r>"
		"<w:t>注文{}</w:t></w:r></w:p></w:footnote></w:footnotes>"));
	zip_end(z);
	zip_free(z);
	buf_free(&part);
}

/* Puts the edits of a case into a body. */
static void
edit(const char *name, const char *edits, struct buf *body)
{
	for (; *edits != '\0';) {
		struct str from = str_of(edits),
			   to = str_of(edits + from.n + 1);
		struct buf new = { 0 };
		size_t at = str_find(buf_str(body), from, 0);

		if (at == (size_t)-1)
			printf("%s: no %s in %s\n", name, edits, body->p);
		assert(at != (size_t)-1);
		buf_adds(&new, str_cut(buf_str(body), 0, at));
		buf_adds(&new, to);
		buf_adds(&new, str_from(buf_str(body), at + from.n));
		buf_free(body);
		*body = new;
		edits += from.n + 1 + to.n + 1;
	}
}

static void
read_stream(struct merge *m, struct docstream *s, const struct buf *body,
    enum docstream_view view)
{
	struct buf file = { 0 }, why = { 0 };

	wrap(buf_str(body), &file);
	if (!docstream_read(
		s, &m->ids, buf_str(&file), view, STR(""), NULL, &why))
		printf("%s\n%s\n", why.p, body->p);
	assert(why.n == 0);
	buf_free(&file);
	buf_free(&why);
}

static bool
check(size_t i)
{
	struct buf raw = { 0 }, text = { 0 }, body = { 0 }, out = { 0 };
	struct buf told = { 0 };
	struct manifest marks = { .blocks_n = 0 };
	struct manifest_mark blocks[8] = { { .line = 0 } };
	struct merge m = { .files_n = 1 };
	struct merged found = { .n = 0 };
	struct docstream back = { .n = 0 };
	char name[] = "s.txt", *path = name;
	struct str file, outlined;
	size_t n, j, line = 0;
	struct str rest;
	bool fine;

	n = read_case(cases[i].section, &raw, &text, &body);
	rest = buf_str(&text);
	for (j = 0; j < n; j++) {
		struct str l;
		bool goes_on = line != 0 && false;

		do {
			assert(str_line(&rest, &l));
			line++;
		} while (l.n == 0 || l.p[0] == '%' || goes_on);
		blocks[j].line = line;
		while (l.n != 0 && l.p[l.n - 1] == '\\' && str_line(&rest, &l))
			line++;
	}
	marks.blocks = blocks;
	marks.blocks_n = n;
	file = buf_str(&raw);
	outlined = buf_str(&text);
	m.files = &file;
	m.texts = &outlined;
	m.paths = &path;
	m.marks = &marks;
	sourcetext_read(&m.base, &m.ids, &path, &outlined, 1);
	read_stream(&m, &m.sent, &body, STREAM_NONE);
	merge_begin(&m);
	edit(cases[i].name, cases[i].edits, &body);
	read_stream(&m, &back, &body, STREAM_ALL);
	merge_find(&m, &back, NULL, &found);
	merge_apply(&m, &found, 0, &out);
	for (j = 0; j < found.notes_n; j++)
		buf_addc(&told, "PMU"[found.notes[j].kind]);
	fine = str_equal(buf_str(&out), str_of(cases[i].expected)) &&
	       str_equal(buf_str(&told), str_of(cases[i].told));
	if (!fine)
		printf("%s: %s\n  told %s where %s is due, section\n%s",
		    cases[i].name, cases[i].section, told.n != 0 ? told.p : "-",
		    cases[i].told, out.p);
	merged_free(&found);
	docstream_free(&back);
	merge_free(&m);
	buf_free(&raw);
	buf_free(&text);
	buf_free(&body);
	buf_free(&out);
	buf_free(&told);
	return fine;
}

int
main(void)
{
	size_t i, bad = 0;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		bad += !check(i);
	return bad != 0;
}

/* fix: what may be corrected, and what may not */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "fix.h"
#include "linediff.h"

/* A safe replacement of what stands in a line from a column to another. */
struct edit {
	size_t line, column, end;
	const char *text;
};

static void
check(const char *want, const char *got)
{
	if (strcmp(want, got) != 0) {
		fprintf(stderr, "want:\n%s\ngot:\n%s\n", want, got);
		assert(false);
	}
}

/* Checks what the edits of a text make of it. */
static void
gives(const char *raw, const struct edit *edits, size_t n, const char *want)
{
	static const struct rule rule = { "x", "某", LEVEL_WARNING, "", false };
	struct finding list[8];
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		list[i] = (struct finding){
			.spot = { .at = { "a", edits[i].line, edits[i].column },
			    .end_line = edits[i].line,
			    .end_column = edits[i].end,
			    .typed = true },
			.rule = &rule,
		};
		findings_replace(&list[i], str_of(edits[i].text), true);
	}
	fix_apply(str_of(raw), list, n, &out);
	check(want, out.p != NULL ? out.p : "");
	for (i = 0; i < n; i++)
		buf_free(&list[i].replacement);
	buf_free(&out);
}

/* The same for one edit, in the first line. */
static void
one(const char *raw, size_t column, size_t end, const char *text,
    const char *want)
{
	struct edit e = { 1, column, end, text };

	gives(raw, &e, 1, want);
}

static void
test_places(void)
{
	static const struct edit many[] = {
		{ 1, 2, 3, "，" },
		{ 1, 3, 5, "" },
		{ 1, 4, 6, "overlaps the one before" },
		{ 3, 1, 2, "2" },
		{ 4, 9, 10, "behind the line's end" },
		{ 9, 1, 2, "behind the text" },
	};

	one("甲,乙", 2, 3, "，", "甲，乙");
	one("甲,乙\n", 2, 3, "，", "甲，乙\n");
	one("\xEF\xBB\xBF甲,乙\r\n丙\r\n", 2, 3, "，",
	    "\xEF\xBB\xBF甲，乙\r\n丙\r\n");
	one("甲", 2, 2, "乙", "甲");
	one("甲\xF0\xA0\x80\x80,乙", 3, 4, "，", "甲\xF0\xA0\x80\x80，乙");
	gives("甲,乙丙丁\n\n１0\r\n丁", many, 6, "甲，丁\n\n20\r\n丁");
	gives("", many, 6, "");
	gives("\n\n\n\n\n\n\n\n一\n\n", many, 6,
	    "\n\n\n\n\n\n\n\nbehind the text\n\n");
}

/* What is left as it is. */
static void
stays(const char *raw, size_t column, size_t end, const char *text)
{
	one(raw, column, end, text, raw);
}

static void
test_guards(void)
{
	/* placeholders, references, directives, escapes, comments */
	stays("共{{党员,数}}名", 6, 7, "，");
	stays("共{{党员}}名", 1, 3, "");
	stays("共{{党员}}名", 2, 8, "36");
	stays("见{{#表,一}}。", 6, 7, "，");
	stays("{{!粗:甲}}", 5, 6, "：");
	one("{{!粗:甲,乙}}", 7, 8, "，", "{{!粗:甲，乙}}");
	one("{{甲}},乙", 6, 7, "，", "{{甲}}，乙");
	stays("甲\\,乙", 3, 4, "，");
	stays("甲\\,乙", 2, 4, "，");
	stays("% 甲,乙", 4, 5, "，");
	stays(":::", 1, 4, "：：：");
	stays(":::表 甲 #乙", 7, 8, "");
	one(":::表 甲,乙 #乙", 7, 8, "，", ":::表 甲，乙 #乙");
	/* what would become markup */
	stays("甲{,{乙", 3, 4, "");
	stays("甲,乙", 2, 3, "|");
	stays("甲,乙", 2, 3, "\n");
	stays("甲,乙", 2, 3, "{{乙}}");
	stays("甲,乙", 2, 3, "\xEF\xB7\x90");
	stays("甲乙", 1, 2, "%");
	stays("甲\\乙", 3, 4, "");
	/* a heading stays one, and its number */
	stays("１.甲", 1, 2, "1");
	stays("一、甲", 1, 3, "");
	stays("1.甲", 1, 2, "2");
	one("1.甲,乙", 4, 5, "，", "1.甲，乙");
	/* masks */
	stays("澜浦**县", 3, 4, "");
	stays("共×名", 2, 3, "十");
	stays("共＊名", 2, 3, "");
	one("共**,名", 4, 5, "，", "共**，名");
	/* quotation marks */
	stays("“甲“", 3, 4, "”");
	stays("\"甲\"", 1, 2, "“");
	stays("甲", 1, 2, "“甲”");
	stays("‘甲’", 1, 4, "“甲”");
	one("“甲。”。", 3, 6, "。”", "“甲。”");
	/* no change at all */
	stays("甲,乙", 2, 3, ",");
}

/* What stands at a line's head may not change it; the rest is corrected. */
static void
test_head(void)
{
	static const struct edit edits[] = {
		{ 1, 2, 3, "、" },
		{ 1, 21, 22, "，" },
	};

	gives("一,一二三四五六七八九十一二三四五六七八,乙", edits, 2,
	    "一,一二三四五六七八九十一二三四五六七八，乙");
}

static void
differ(const char *path, const char *a, const char *b, const char *want)
{
	struct buf out = { 0 };

	linediff_put(path, str_of(a), str_of(b), &out);
	check(want, out.p != NULL ? out.p : "");
	buf_free(&out);
}

static void
test_diff(void)
{
	differ("a", "1\n2\n", "1\n2\n", "");
	differ("a", "1", "2",
	    "--- a\n+++ a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n"
	    "+2\n\\ No newline at end of file\n");
	differ("a b", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n",
	    "--- a b\t\n+++ a b\t\n@@ -2,7 +2,7 @@\n"
	    " 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
	/* changes with six lines between them share a hunk, with seven not */
	differ("a\"b", "1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n",
	    "--- \"a\\\"b\"\n+++ \"a\\\"b\"\n@@ -1,8 +1,8 @@\n"
	    "-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n");
	differ("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
	    "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
	    "--- a\n+++ a\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n"
	    "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
	differ("a", "1\n2\n", "x\ny\n",
	    "--- a\n+++ a\n@@ -1,2 +1,2 @@\n-1\n-2\n+x\n+y\n");
}

int
main(void)
{
	test_places();
	test_guards();
	test_head();
	test_diff();
	return 0;
}

/* merge: any bytes are a copy that came back, or refused with a reason; bytes
 * that are no ZIP file are tried as the main part of one. Whatever it is, each
 * placeholder of the section stays, or goes as a whole. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "marks.h"
#include "merge.h"
#include "package.h"

#define SENT                                                                        \
	"<w:document xmlns:w='http://schemas.openxmlformats.org/"                   \
	"wordprocessingml/2006/main'><w:body><w:p><w:bookmarkStart "                \
	"w:name='wg1'/><w:r><w:t>一、现有党员36名。</w:t></w:r></w:p><w:p>" \
	"<w:bookmarkStart w:name='wg2'/><w:r><w:t>要抓学习</w:t>"               \
	"<w:footnoteReference w:id='1'/></w:r></w:p><w:tbl><w:tr><w:tc>"            \
	"<w:p><w:bookmarkStart w:name='wg3'/><w:r><w:t>甲</w:t></w:r></w:p>"       \
	"</w:tc><w:tc><w:p><w:r><w:t>36</w:t></w:r></w:p></w:tc></w:tr>"            \
	"</w:tbl></w:body></w:document>"
#define RAW                                                                           \
	"# 现有党员{{党员}}名。\r\n要抓学习{{!注:注文}}\r\n:::表\r\n" \
	"甲 | {{党员}}\r\n:::"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* A document with a note. */
static void
put_document(struct str document, struct buf *out)
{
	const struct part parts[] = {
		{ "_rels/d.rels",
		    STR("<Relationships " SPACE
			"relationships'><Relationship Id='i' Target='f' "
			"Type='http://schemas.openxmlformats.org/"
			"officeDocument/2006/relationships/footnotes'/>"
			"</Relationships>") },
		{ "f", STR("<w:footnotes xmlns:w='http://schemas."
			   "openxmlformats.org/wordprocessingml/2006/main'>"
			   "<w:footnote w:id='1'><w:p><w:r><w:t>注文</w:t>"
			   "</w:r></w:p></w:footnote></w:footnotes>") },
	};

	wrap_with(document, parts, 2, out);
}

/* Reads, merges, applies. */
static void
try(struct merge *m, struct str file, enum docstream_view view)
{
	struct docstream back = { .n = 0 };
	struct merged found = { .n = 0 };
	struct buf why = { 0 }, out = { 0 }, authors = { 0 };
	size_t *map, i, at, whole = 0;

	if (docstream_read(
		&back, &m->ids, file, view, STR("A"), &authors, &why)) {
		merge_find(m, &back, NULL, &found);
		merge_apply(m, &found, 0, &out);
		map = merge_map(m, &back);
		for (i = 0; i < back.comments_n; i++)
			merge_place(m, &back, map, back.comments[i].byte);
		for (at = 0; (at = str_find(buf_str(&out), STR("{{党员}}"),
				  at)) != (size_t)-1;
		     at++)
			whole++;
		for (at = 0; (at = str_find(buf_str(&out), STR("{{党"), at)) !=
			     (size_t)-1;
		     at++)
			whole--;
		assert(whole == 0);
		free(map);
	} else {
		assert(why.n != 0);
	}
	merged_free(&found);
	docstream_free(&back);
	buf_free(&why);
	buf_free(&out);
	buf_free(&authors);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct str in = { (const char *)p, n }, raw = STR(RAW), text;
	struct manifest_mark blocks[3] = { { .line = 1 }, { .line = 2 },
		{ .line = 4 } };
	struct manifest marks = { .blocks = blocks, .blocks_n = 3 };
	struct merge m = { .files_n = 1, .marks = &marks, .files = &raw };
	struct buf file = { 0 }, sent = { 0 }, outlined = { 0 }, why = { 0 };
	char name[] = "s.txt", *path = name;

	mark_add(&outlined, MARK_NUMBER, STR("# "), STR("一、"));
	buf_addz(&outlined, "现有党员");
	mark_add(&outlined, MARK_VALUE, STR("党员"), STR("36"));
	buf_addz(&outlined, "名。\n要抓学习{{!注:注文}}\n:::表\n甲 | ");
	mark_add(&outlined, MARK_VALUE, STR("党员"), STR("36"));
	buf_addz(&outlined, "\n:::\n");
	text = buf_str(&outlined);
	m.texts = &text;
	m.paths = &path;
	sourcetext_read(&m.base, &m.ids, &path, &text, 1);
	put_document(STR(SENT), &sent);
	assert(docstream_read(
	    &m.sent, &m.ids, buf_str(&sent), STREAM_NONE, STR(""), NULL, &why));
	merge_begin(&m);
	if (str_starts(in, STR("PK")))
		buf_adds(&file, in);
	else
		put_document(in, &file);
	try(&m, buf_str(&file), STREAM_NONE);
	try(&m, buf_str(&file), STREAM_AUTHOR);
	try(&m, buf_str(&file), STREAM_ALL);
	merge_free(&m);
	buf_free(&file);
	buf_free(&sent);
	buf_free(&outlined);
	buf_free(&why);
	return 0;
}

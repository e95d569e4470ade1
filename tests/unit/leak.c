/* leak: hidden values in every kind of part, in every form, and what looks like
 * one and is none */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deflate.h"
#include "encoding.h"
#include "leak.h"
#include "marks.h"
#include "zip.h"

/* How the bytes of a case become those of its part. */
enum make {
	PLAIN,
	BODY, /* what stands in the body of the main part */
	LE, /* in UTF-16 */
	BE,
	GB, /* in GB18030 */
	XML_LE, /* XML in UTF-16 with its mark */
	ZIP, /* a package with these bytes as its part xl/sharedStrings.xml */
	ZIPZIP, /* the same, in another one */
	GZIP,
	PNG, /* a chunk: four letters of its type, then its data */
	PNG_PACKED, /* the same; what is behind the first U+0001 is packed */
	PNG_BEHIND, /* what follows the picture */
	JPEG, /* a segment: the byte of its marker, then its data */
	JPEG_BEHIND,
	COMMENT, /* the comment of the archive */
	EXTRA, /* an extra field of an entry */
	BEFORE, /* in front of the first entry */
};

struct plant {
	const char *kind; /* also the name of the part */
	enum make make;
	const char *bytes;
	const char *fact; /* that is found; NULL for none */
};

#define W(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static const struct plant plants[] = {
	/* the text */
	{ "text", BODY, W("在清河召开"), "县名" },
	{ "text over runs", BODY,
	    "<w:p><w:r><w:t>在清</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
	    "<w:t>河召开</w:t></w:r></w:p>",
	    "县名" },
	{ "text over a bookmark", BODY,
	    "<w:p><w:r><w:t>王</w:t></w:r><w:proofErr w:type='spellStart'/>"
	    "<w:bookmarkStart w:id='1' w:name='b'/><w:r><w:t>建</w:t></w:r>"
	    "<w:bookmarkEnd w:id='1'/><w:r><w:t>国</w:t></w:r></w:p>",
	    "书记" },
	{ "text over a tabulator", BODY,
	    "<w:p><w:r><w:t>王</w:t><w:tab/><w:t>建国</w:t></w:r></w:p>",
	    "书记" },
	{ "text around a text box", BODY,
	    "<w:p><w:r><w:t>清</w:t></w:r><w:r><w:pict><v:textbox>"
	    "<w:txbxContent>" W("框") "</w:txbxContent></v:textbox></w:pict>"
				      "</w:r><w:r><w:t>河</w:t></w:r></w:p>",
	    "县名" },
	{ "text in a text box", BODY,
	    "<w:p><w:r><w:pict><v:textbox><w:txbxContent>" W(
		"清河") "</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
	    "县名" },
	{ "text in a formula", BODY,
	    "<m:oMath><m:r><m:t>清河</m:t></m:r></m:oMath>", "县名" },
	{ "cells of a table", BODY,
	    "<w:tbl><w:tr><w:tc>" W("党员") "</w:tc><w:tc>" W(
		"36") "</w:tc></w:tr></w:tbl>",
	    "党员总数" },
	{ "an insertion and what stood there", BODY,
	    "<w:p><w:ins w:id='1'><w:r><w:t>清</w:t></w:r></w:ins>"
	    "<w:r><w:t>河</w:t></w:r></w:p>",
	    "县名" },
	{ "a deletion", BODY,
	    "<w:p><w:del w:id='1'><w:r><w:delText>清河</w:delText></w:r>"
	    "</w:del></w:p>",
	    "县名" },
	{ "a deletion and what stayed", BODY,
	    "<w:p><w:r><w:t>清</w:t></w:r><w:ins w:id='1'><w:r><w:t>**</w:t>"
	    "</w:r></w:ins><w:del w:id='2'><w:r><w:delText>河</w:delText>"
	    "</w:r></w:del></w:p>",
	    "县名" },
	{ "a number half deleted", BODY,
	    "<w:p><w:r><w:t>党员3</w:t></w:r><w:ins w:id='1'><w:r><w:t>5</w:t>"
	    "</w:r></w:ins><w:del w:id='2'><w:r><w:delText>6</w:delText></w:r>"
	    "</w:del><w:r><w:t>名</w:t></w:r></w:p>",
	    "党员总数" },
	{ "what was moved away", BODY,
	    "<w:p><w:moveFrom w:id='1'><w:r><w:t>清河</w:t></w:r></w:moveFrom>"
	    "</w:p>",
	    "县名" },
	{ "the code of a field", BODY,
	    "<w:p><w:r><w:instrText>HYPERLINK \"http://清</w:instrText></w:r>"
	    "<w:r><w:instrText>河/\"</w:instrText></w:r></w:p>",
	    "县名" },
	{ "a hidden run", BODY,
	    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>清河</w:t></w:r></w:p>",
	    "县名" },
	{ "references to characters", BODY, W("&#28165;&#x6CB3;"), "县名" },
	{ "CDATA", BODY, W("<![CDATA[清河]]>"), "县名" },
	/* what is not seen of it */
	{ "alt text", BODY, "<wp:docPr id='1' descr='清河一景'/>", "县名" },
	{ "the title of a picture", BODY, "<wp:docPr title='清河一景'/>",
	    "县名" },
	{ "the name of a picture", BODY, "<wp:docPr name='清河.png'/>",
	    "县名" },
	{ "a bookmark's name", BODY, "<w:bookmarkStart w:name='清河'/>",
	    "县名" },
	{ "the author of a change", BODY, "<w:ins w:author='王建国' w:id='1'/>",
	    "书记" },
	{ "the title of a control", BODY,
	    "<w:sdt><w:sdtPr><w:alias w:val='12860'/></w:sdtPr></w:sdt>",
	    "党费" },
	{ "a choice of a control", BODY,
	    "<w:listItem w:displayText='12860' w:value='1'/>", "党费" },
	{ "a comment of the XML", BODY, "<!-- 清河 -->", "县名" },
	{ "an instruction of the XML", BODY, "<?note 清河?>", "县名" },
	/* other parts */
	{ "word/comments.xml", PLAIN,
	    "<w:comments><w:comment>" W("请核对清河") "</w:comment>"
						      "</w:comments>",
	    "县名" },
	{ "word/people.xml", PLAIN,
	    "<w15:people><w15:person w15:author='王建国'/></w15:people>",
	    "书记" },
	{ "word/footnotes.xml", PLAIN,
	    "<w:footnotes><w:footnote>" W("清河") "</w:footnote>"
						  "</w:footnotes>",
	    "县名" },
	{ "word/endnotes.xml", PLAIN,
	    "<w:endnotes><w:endnote>" W("清河") "</w:endnote></w:endnotes>",
	    "县名" },
	{ "word/header1.xml", PLAIN, "<w:hdr>" W("清河") "</w:hdr>", "县名" },
	{ "word/footer1.xml", PLAIN, "<w:ftr>" W("清河") "</w:ftr>", "县名" },
	{ "word/glossary/document.xml", PLAIN,
	    "<w:glossaryDocument>" W("清河") "</w:glossaryDocument>", "县名" },
	{ "word/settings.xml", PLAIN,
	    "<w:settings><w:docVars><w:docVar w:name='n' w:val='12860'/>"
	    "</w:docVars></w:settings>",
	    "党费" },
	{ "word/styles.xml", PLAIN,
	    "<w:styles><w:style><w:name w:val='清河正文'/></w:style>"
	    "</w:styles>",
	    "县名" },
	{ "word/fontTable.xml", PLAIN,
	    "<w:fonts><w:font w:name='清河楷体'/></w:fonts>", "县名" },
	{ "word/_rels/document.xml.rels", PLAIN,
	    "<Relationships><Relationship TargetMode='External' "
	    "Target='http://x/%E6%B8%85%E6%B2%B3'/></Relationships>",
	    "县名" },
	{ "word/diagrams/data1.xml", PLAIN,
	    "<dgm:dataModel><a:p><a:r><a:t>清</a:t></a:r><a:r><a:t>河</a:t>"
	    "</a:r></a:p></dgm:dataModel>",
	    "县名" },
	{ "word/charts/chart1.xml", PLAIN,
	    "<c:strCache><c:pt idx='0'><c:v>清河</c:v></c:pt></c:strCache>",
	    "县名" },
	{ "word/charts/chart2.xml", PLAIN,
	    "<c:numCache><c:pt idx='0'><c:v>12860</c:v></c:pt></c:numCache>",
	    "党费" },
	{ "word/charts/chart3.xml", PLAIN,
	    "<c:strRef><c:f>清河!$A$1</c:f></c:strRef>", "县名" },
	{ "docProps/core.xml", PLAIN, "<dc:title>清河县报告</dc:title>",
	    "县名" },
	{ "docProps/app.xml", PLAIN,
	    "<Properties><Company>清河县</Company></Properties>", "县名" },
	{ "docProps/custom.xml", PLAIN,
	    "<property name='n'><vt:i4>12860</vt:i4></property>", "党费" },
	{ "customXml/item1.xml", PLAIN, "<a><b>清</b><c2>河</c2></a>", "县名" },
	{ "customXml/item2.xml", PLAIN, "<a><清河/></a>", "县名" },
	{ "customXml/item3.xml", PLAIN, "<a b='12860'/>", "党费" },
	{ "customXml/item4.xml", PLAIN, "<a>5riF5rKz5Y6/5pS/5bqc</a>", "县名" },
	{ "customXml/item5.xml", XML_LE, "<a>清河</a>", "县名" },
	{ "customXml/item6.xml", GB,
	    "<?xml version='1.0' encoding='GB2312'?><a>清河</a>", "县名" },
	{ "word/afchunk.htm", PLAIN,
	    "<html><body><p>在&#28165;河</p></body></html>", "县名" },
	{ "word/afchunk.rtf", PLAIN, "{\\rtf1 \\u28165?\\u27827?}", "县名" },
	{ "word/afchunk.txt", PLAIN, "在清河召开", "县名" },
	{ "word/notes.json", PLAIN, "{\"a\": \"\\u6E05\\u6cb3\"}", "县名" },
	{ "word/embeddings/book.xlsx", ZIP, "<sst><si><t>清河</t></si></sst>",
	    "县名" },
	{ "word/embeddings/row.xlsx", ZIP,
	    "<row><c><is><t>党员</t></is></c><c><v>36</v></c></row>",
	    "党员总数" },
	{ "word/embeddings/outer.docx", ZIPZIP,
	    "<sst><si><t>12860</t></si></sst>", "党费" },
	{ "word/embeddings/ole.bin", LE, "王建国", "书记" },
	{ "word/embeddings/ole2.bin", BE, "王建国", "书记" },
	{ "word/embeddings/ole3.bin", GB, "王建国", "书记" },
	{ "word/embeddings/ole4.bin", PLAIN, "\001\377王建国\002", "书记" },
	{ "word/embeddings/number.bin", LE, "\001 12,860 ", "党费" },
	{ "word/media/image.emz", GZIP, "\001\002清河\003", "县名" },
	{ "word/unknown", PLAIN, "清河", "县名" },
	/* pictures */
	{ "word/media/text.png", PNG, "tEXtTitle\001清河", "县名" },
	{ "word/media/exif.png", PNG, "eXIf\001王建国", "书记" },
	{ "word/media/own.png", PNG, "orGn清河", "县名" },
	{ "word/media/ztxt.png", PNG_PACKED, "zTXtTitle\002\002\001清河",
	    "县名" },
	{ "word/media/itxt.png", PNG_PACKED,
	    "iTXtTitle\002\002\002zh\002题\002\001清河", "县名" },
	{ "word/media/behind.png", PNG_BEHIND, "清河", "县名" },
	{ "word/media/com.jpeg", JPEG, "\xFE清河", "县名" },
	{ "word/media/exif.jpeg", JPEG, "\xE1王建国", "书记" },
	{ "word/media/xmp.jpeg", JPEG,
	    "\xE1http://ns.adobe.com/xap/1.0/ <x:xmpmeta><dc:creator>"
	    "&#x738B;建国</dc:creator></x:xmpmeta>",
	    "书记" },
	{ "word/media/iptc.jpeg", JPEG, "\xEDPhotoshop 3.0 8BIM清河", "县名" },
	{ "word/media/behind.jpeg", JPEG_BEHIND, "清河", "县名" },
	/* the archive */
	{ "word/media/清河.png", PLAIN, "x", "县名" },
	{ "word/media/%E6%B8%85%E6%B2%B3.png", PLAIN, "x", "县名" },
	{ "a comment of the archive", COMMENT, "清河", "县名" },
	{ "an extra field", EXTRA, "清河", "县名" },
	{ "what is before the archive", BEFORE, "清河", "县名" },
	/* forms */
	{ "full-width digits", BODY, W("党费１２８６０元"), "党费" },
	{ "a comma", BODY, W("党费12,860.00元"), "党费" },
	{ "a blank between thousands", BODY, W("党费12 860元"), "党费" },
	{ "tens of thousands", BODY, W("党费1.286万元"), "党费" },
	{ "small numerals", BODY, W("计一万二千八百六十元"), "党费" },
	{ "capital numerals", BODY, W("计壹万贰仟捌佰陆拾元整"), "党费" },
	{ "digit by digit", BODY, W("计一二八六〇元"), "党费" },
	{ "a short number before", BODY, W("党员共36名"), "党员总数" },
	{ "a short number behind", BODY, W("36名党员"), "党员总数" },
	{ "a short number in words", BODY, W("支部有党员三十六人"),
	    "党员总数" },
	{ "one digit", BODY, W("会议共1次"), "会议次数" },
	{ "one digit in words", BODY, W("一次会议"), "会议次数" },
	{ "one digit in a cell", BODY,
	    "<w:tbl><w:tr><w:tc>" W("会议") "</w:tc><w:tc>" W(
		"一") "</w:tc></w:tr></w:tbl>",
	    "会议次数" },
	{ "a rounded short number", BODY, W("党费约1.29万元"), "党费" },
	{ "a rate, rounded", BODY, W("办结率45.2%"), "办结率" },
	{ "a character with its neighbour", BODY, W("陈书记主持"), "姓" },
	{ "a common word with its neighbour", BODY, W("县财政局"), "局名" },
	{ "a month with its neighbours", BODY, W("2022年8月如期换届"),
	    "换届年月" },
	{ "blanks", BODY, W("清　河 县"), "县名" },
	{ "what has no width", BODY, W("清\u200B河"), "县名" },
	{ "capital letters", BODY, W("Ｋ-Lab9"), "代号" },
	{ "a date", BODY, W("2019年05月17日"), "成立日期" },
	{ "a date with points", BODY, W("2019.5.17"), "成立日期" },
	{ "a date in words", BODY, W("二〇一九年五月十七日"), "成立日期" },
	{ "a telephone", BODY, W("138 1234-5678"), "电话" },
	{ "a name in a table", BODY, W("李卫东"), "名册" },
	{ "a number in a table", BODY, W("李卫东缴费240元"), "名册" },
	/* what is none */
	{ "nothing", BODY, W("清澈的河"), NULL },
	{ "the end of a longer number", BODY, W("党员2036名"), NULL },
	{ "a decimal", BODY, W("党员36.5名"), NULL },
	{ "a decimal behind", BODY, W("党员5.36名"), NULL },
	{ "another unit", BODY, W("党员培训36次"), NULL },
	{ "another noun", BODY, W("群众36名"), NULL },
	{ "a noun in another clause", BODY, W("党员大会、群众36名"), NULL },
	{ "a noun before another number", BODY, W("党员20名群众36名"), NULL },
	{ "a longer code", BODY, W("112860和12860.5和1286"), NULL },
	{ "a longer telephone", BODY, W("138123456789"), NULL },
	{ "a numeral in a word", BODY, W("统一会议记录"), NULL },
	{ "a part of a date", BODY, W("2019年5月和2019年5月1日"), NULL },
	{ "a common word alone", BODY, W("财政资金"), NULL },
	{ "a character alone", BODY, W("陈述"), NULL },
	{ "a month alone", BODY, W("2022年8月召开"), NULL },
	{ "a category of a table", BODY, W("用工"), NULL },
	{ "cells of other rows", BODY,
	    "<w:tbl><w:tr><w:tc>" W("党员") "</w:tc></w:tr><w:tr><w:tc>" W(
		"36") "</w:tc></w:tr></w:tbl>",
	    NULL },
	{ "two paragraphs", BODY, W("清") W("河"), NULL },
	{ "a measure", BODY, "<w:tblW w:w='12860'/><w:sz w:val='36'/>", NULL },
	{ "an id", BODY, "<w:p w:rsidR='00012860'/>", NULL },
	{ "pixels", PNG, "IDAT清河", NULL },
	{ "half of it in an odd place", LE, "王建", NULL },
	{ "what the edition shows", BODY, W("清河县公安局"), NULL },
};

static const struct {
	const char *name, *value, *shown;
} values[] = {
	{ "县名", "清河", "**" },
	{ "书记", "王建国", "某某" },
	{ "党员总数", "36", "*" },
	{ "党费", "12860", "*" },
	{ "会议次数", "1", "*" },
	{ "办结率", "45.1612903225806", "*" },
	{ "电话", "13812345678", "*" },
	{ "代号", "k-lab9", "*" },
	{ "成立日期", "2019-05-17", "*" },
	{ "换届年月", "2022-08", "*" },
	{ "局名", "财政", "*" },
	{ "姓", "陈", "*" },
	{ "没有", "", "*" },
	{ "一样", "召开", "召开" },
	{ "名册",
	    "姓名" MARK_CELL "类别" MARK_CELL "缴费" MARK_ROW "李卫东" MARK_CELL
	    "用工" MARK_CELL "240" MARK_ROW "赵敏" MARK_CELL "用工" MARK_CELL
	    "180" MARK_ROW,
	    "*" },
};

static void
add_facts(struct facts *fs)
{
	size_t i;

	for (i = 0; i < sizeof(values) / sizeof(*values); i++)
		facts_add(fs, (struct fact){
				  .name = str_of(values[i].name),
				  .value = str_of(values[i].value),
				  .shown = str_of(values[i].shown),
				  .origin = STR("facts.public.txt:1:1"),
				  .state = FACT_MASK,
			      });
}

/* What placeholders stand beside, as hiddenuse takes it from texts. */
static void
add_places(struct hidden *h)
{
	size_t i;

	for (i = 0; i < h->n; i++) {
		struct hidden_value *v = &h->list[i];

		if (strcmp(v->fact.p, "党员总数") == 0)
			buf_addz(&v->unit, "名");
		else if (strcmp(v->fact.p, "换届年月") == 0)
			words_add(&v->after, STR("如期"));
		else if (strcmp(v->fact.p, "局名") == 0)
			words_add(&v->after, STR("局党"));
		else if (strcmp(v->fact.p, "姓") == 0)
			words_add(&v->after, STR("书记"));
	}
	words_add(&h->shown, STR("清河县公安"));
}

/* Turns U+0001 and U+0002 of a picture's case into the noughts between its
 * fields. */
static void
put_noughts(struct str s, struct buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		buf_addc(out, s.p[i] <= 2 && s.p[i] > 0 ? '\0' : s.p[i]);
}

static void
put_packed(struct str s, const char *head, size_t n, struct buf *out)
{
	struct deflater *d = deflater_new();

	buf_add(out, head, n);
	deflater_pack(d, &s, 1, out);
	deflater_free(d);
}

static void
put_chunk(struct str type, struct str data, struct buf *out)
{
	size_t i;

	for (i = 4; i-- > 0;)
		buf_addc(out, (char)(data.n >> 8 * i & 0xFF));
	buf_adds(out, type);
	buf_adds(out, data);
	buf_adds(out, STR("CRC "));
}

static void
put_png(const struct plant *p, struct buf *out)
{
	struct str s = str_of(p->bytes);
	struct buf data = { 0 };
	size_t packed = str_find(s, STR("\001"), 0);

	buf_adds(out, STR("\x89PNG\r\n\x1A\n"));
	put_chunk(STR("IHDR"), STR("0123456789abc"), out);
	if (p->make == PNG_PACKED) {
		put_noughts(str_cut(s, 4, packed - 4), &data);
		if (str_starts(s, STR("iTXt")))
			data.p[6] = 1;
		put_packed(str_from(s, packed + 1), "\x78\x9C", 2, &data);
		put_chunk(str_cut(s, 0, 4), buf_str(&data), out);
	} else if (p->make == PNG) {
		put_noughts(str_from(s, 4), &data);
		put_chunk(str_cut(s, 0, 4), buf_str(&data), out);
	}
	put_chunk(STR("IEND"), STR(""), out);
	if (p->make == PNG_BEHIND)
		buf_adds(out, s);
	buf_free(&data);
}

static void
put_jpeg(const struct plant *p, struct buf *out)
{
	struct str s = str_of(p->bytes);

	buf_adds(out, STR("\xFF\xD8\xFF\xE0\0\4AB"));
	if (p->make == JPEG) {
		buf_addc(out, '\xFF');
		buf_addc(out, s.p[0]);
		buf_addc(out, '\0');
		buf_addc(out, (char)(s.n + 1));
		buf_adds(out, str_from(s, 1));
	}
	buf_adds(out, STR("\xFF\xDA\0\3 pixels \xFF\0 more \xFF\xD9"));
	if (p->make == JPEG_BEHIND)
		buf_adds(out, s);
}

static void
put_zip(const char *name, struct str data, struct buf *out)
{
	struct zip *z = zip_new();

	zip_begin(z, out);
	zip_add(z, name, data);
	zip_end(z);
	zip_free(z);
}

/* The bytes of the part of a case. */
static void
put_part(const struct plant *p, struct buf *out)
{
	struct str s = str_of(p->bytes);
	struct buf inner = { 0 };

	switch (p->make) {
	case LE:
		assert(encoding_make(s, "UTF-16LE", out));
		break;
	case BE:
		assert(encoding_make(s, "UTF-16BE", out));
		break;
	case GB:
		assert(encoding_make(s, "GB18030", out));
		break;
	case XML_LE:
		buf_addz(out, "\xFF\xFE");
		assert(encoding_make(s, "UTF-16LE", out));
		break;
	case ZIP:
		put_zip("xl/sharedStrings.xml", s, out);
		break;
	case ZIPZIP:
		put_zip("xl/sharedStrings.xml", s, &inner);
		put_zip("book.xlsx", buf_str(&inner), out);
		break;
	case GZIP:
		put_packed(s, "\x1F\x8B\x08\0\0\0\0\0\0\3", 10, out);
		break;
	case PNG:
	case PNG_PACKED:
	case PNG_BEHIND:
		put_png(p, out);
		break;
	case JPEG:
	case JPEG_BEHIND:
		put_jpeg(p, out);
		break;
	default:
		buf_adds(out, s);
	}
	buf_free(&inner);
}

static void
add16(struct buf *b, size_t at, size_t more)
{
	size_t n = (unsigned char)b->p[at] +
		   256 * (size_t)(unsigned char)b->p[at + 1] + more;

	b->p[at] = (char)(n & 0xFF);
	b->p[at + 1] = (char)(n >> 8);
}

/* Puts text into an archive at byte at, whose places behind it move. */
static void
insert(struct buf *file, size_t at, struct str text)
{
	struct buf rest = { 0 };

	buf_add(&rest, file->p + at, file->n - at);
	file->n = at;
	buf_adds(file, text);
	buf_adds(file, buf_str(&rest));
	buf_free(&rest);
}

/* Changes the archive itself, whose first entry has an empty extra field. */
static void
change_archive(const struct plant *p, struct buf *file)
{
	struct str s = str_of(p->bytes);
	size_t end = file->n - 22, entry;

	if (p->make == COMMENT) {
		add16(file, end + 20, s.n);
		buf_adds(file, s);
		return;
	}
	entry = (unsigned char)file->p[end + 16] +
		256 * (size_t)(unsigned char)file->p[end + 17];
	if (p->make == EXTRA) {
		size_t name = (unsigned char)file->p[entry + 28];

		add16(file, entry + 30, s.n);
		insert(file, entry + 46 + name, s);
		add16(file, end + s.n + 12, s.n);
		return;
	}
	/* one entry alone, so that nothing else points anywhere */
	insert(file, 0, s);
	add16(file, entry + s.n + 42, s.n);
	add16(file, end + s.n + 16, s.n);
}

static void
put_package(const struct plant *p, struct buf *file)
{
	struct zip *z = zip_new();
	struct buf body = { 0 }, part = { 0 };

	buf_addf(&body,
	    "<?xml version='1.0'?><w:document><w:body>%s</w:body>"
	    "</w:document>",
	    p->make == BODY ? p->bytes : "");
	zip_begin(z, file);
	zip_add(z, "word/document.xml", buf_str(&body));
	if (p->make != BODY && p->make < COMMENT) {
		put_part(p, &part);
		zip_add(z, p->kind, buf_str(&part));
	}
	zip_end(z);
	zip_free(z);
	if (p->make >= COMMENT)
		change_archive(p, file);
	buf_free(&body);
	buf_free(&part);
}

struct found {
	struct buf facts;
	size_t n;
};

static void
take(void *ctx, const struct hidden_value *v, const struct leak_place *at)
{
	struct found *f = ctx;

	buf_addf(&f->facts, " %s@%.*s/%d", v->fact.p, STR_ARG(at->part),
	    (int)at->where);
	f->n++;
}

/* Says whether a case was found as it should be. */
static bool
check(const struct leakset *ls, const struct plant *p)
{
	struct buf file = { 0 }, why = { 0 }, want = { 0 };
	struct found f = { { 0 }, 0 };
	bool fine;

	put_package(p, &file);
	fine = leak_package(ls, "out/x.docx", buf_str(&file), take, &f, &why);
	if (!fine)
		printf("%s: %s\n", p->kind, why.p);
	if (p->fact == NULL) {
		fine = fine && f.n == 0;
	} else {
		buf_addf(&want, " %s@", p->fact);
		fine = fine && str_find(buf_str(&f.facts), buf_str(&want), 0) !=
				   (size_t)-1;
	}
	if (!fine)
		printf("%s: want %s, found%s\n", p->kind,
		    p->fact != NULL ? p->fact : "nothing",
		    f.n != 0 ? f.facts.p : " nothing");
	buf_free(&file);
	buf_free(&why);
	buf_free(&want);
	buf_free(&f.facts);
	return fine;
}

/* Names, files that are no package, and packages that cannot be read. */
static void
check_files(const struct leakset *ls)
{
	struct found f = { { 0 }, 0 };
	struct buf why = { 0 };

	assert(leak_package(ls, "清河/report.docx", STR("x"), take, &f, &why));
	assert(f.n == 0);
	assert(leak_package(ls, "out/清河报告.docx", STR("x"), take, &f, &why));
	assert(f.n == 1);
	assert(!leak_package(ls, "x.docx", STR("PK\3\4 清河"), take, &f, &why));
	assert(f.n == 2 && why.n != 0);
	buf_free(&why);
	buf_free(&f.facts);
}

int
main(void)
{
	struct facts fs = { 0 };
	struct hidden h = { 0 };
	struct leakset *ls;
	size_t i, kinds = 0;
	bool fine = true;

	add_facts(&fs);
	hidden_take(&h, &fs);
	add_places(&h);
	ls = leakset_new(&h);
	for (i = 0; i < sizeof(plants) / sizeof(*plants); i++) {
		fine = check(ls, &plants[i]) && fine;
		kinds += plants[i].fact != NULL;
	}
	check_files(ls);
	assert(kinds >= 25);
	assert(leakset_vague(ls)->n == 1); /* the table's categories */
	leakset_free(ls);
	hidden_free(&h);
	facts_free(&fs);
	return fine ? 0 : 1;
}

/* xml, path, opc, opccheck: parts, what leads to them, and what is refused */
#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "opc.h"
#include "opccheck.h"
#include "path.h"
#include "zip.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* What an element's start, its text and its end say, in short. */
static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct str value;

	(void)x;
	buf_addf(me, "<%s|%s", e->space, e->name);
	if (xml_attribute(e, "", "a", &value))
		buf_addf(me, " a=%.*s", STR_ARG(value));
	if (xml_attribute(e, "u", "a", &value))
		buf_addf(me, " u:a=%.*s", STR_ARG(value));
	buf_addz(me, ">");
}

static void
on_end(void *me)
{
	buf_addz(me, "</>");
}

static void
on_text(void *me, struct str text)
{
	buf_adds(me, text);
}

/* Parts of XML, what is seen in them, or else the reason for refusing them. */
static const struct {
	const char *in, *seen, *error;
} documents[] = {
	{ "<a/>", "<|a></>", NULL },
	{ "\xef\xbb\xbf<a/>", "<|a></>", NULL },
	{ "<?xml version='1.0' encoding='utf-8'?><a/>", "<|a></>", NULL },
	{ "<a xmlns='u'>b<c xmlns=''>&gt;</c>d</a>", "<u|a>b<|c>></>d</>",
	    NULL },
	{ "<p:a xmlns:p='u' a='&amp;&#38;\"' p:a='&#x4e00;'/>",
	    "<u|a a=&&\" u:a=一></>", NULL },
	{ "<一 a='中'>中𠀀é文</一>", "<|一 a=中>中𠀀é文</>", NULL },
	{ "<a><!-- b --><?c d?><![CDATA[<&]]></a>", "<|a><&</>", NULL },
	{ "", "", "1:1: no element" },
	{ "<a", NULL, "1:3: cut short" },
	{ "abc", "", "1:1: no element" },
	{ "<a>b", NULL, "1:4: cut short" },
	{ "<a>\n <b></a>", NULL, "2:9: Opening and ending tag" },
	{ "<a/><b/>", NULL, "1:5: Extra content" },
	{ "<!DOCTYPE a><a/>", NULL, "DOCTYPE" },
	{ "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", NULL, "DOCTYPE" },
	{ "<a>&b;</a>", NULL, "Entity 'b' not defined" },
	{ "<b:a/>", NULL, "Namespace prefix" },
	{ "<a c='1' c='2'/>", NULL, "redefined" },
	{ "<a>\xe4\xb8</a>", NULL, "1:4: " },
	{ "<a>b\xff</a>", NULL, "1:" },
	{ "<a>&#1;</a>", NULL, "invalid xmlChar" },
	{ "<?xml version='1.0' encoding='GBK'?><a/>", NULL, "an encoding" },
};

static void
test_xml(void)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };
	struct xml *x = xml_new();
	struct buf seen = { 0 };
	struct str in;
	const char *error;
	size_t i, step, n;

	for (i = 0; i < 3 * COUNT(documents); i++) {
		step = (size_t[]){ 1, 3, 1000 }[i % 3];
		buf_clear(&seen);
		xml_begin(x, &handler, &seen);
		for (in = str_of(documents[i / 3].in); in.n != 0;
		     in = str_from(in, n)) {
			n = in.n < step ? in.n : step;
			xml_feed(x, str_cut(in, 0, n));
		}
		xml_end(x);
		error = xml_error(x) != NULL ? xml_error(x) : "";
		if ((documents[i / 3].seen == NULL ||
			str_equal(
			    buf_str(&seen), str_of(documents[i / 3].seen))) &&
		    (*error == '\0') == (documents[i / 3].error == NULL) &&
		    (*error == '\0' ||
			strstr(error, documents[i / 3].error) != NULL))
			continue;
		fprintf(stderr, "%s, %zu at a time: got %s, %s\n",
		    documents[i / 3].in, step, seen.p != NULL ? seen.p : "",
		    error);
		abort();
	}
	buf_free(&seen);
	xml_free(x);
}

/* The end of a document that repeats what an attacker would. */
static const struct {
	const char *head, *repeat;
	int n;
	const char *error; /* NULL where it is fine */
} long_ones[] = {
	{ "", "<a>", 257, "256 deep" },
	{ "<a ", "b%d='' ", 257, "256 attributes" },
	{ "<a ", "b%d='' ", 500000, "256 attributes" },
	{ "<a ", "xmlns:b%d='u' ", 100000, "256 attributes" },
	{ "<a b='", "0123456789", 500000, "4 MiB" },
	{ "<a><!--", "0123456789", 500000, "4 MiB" },
	{ "<a>", "<b%d/>", 30000, "20,000 different names" },
	{ "<!DOCTYPE a [", "<!ENTITY a%d 'b'>", 100000, "DOCTYPE" },
	{ "<a>", "0123456789", 2000000, "cut short" },
};

static void
test_limits(void)
{
	static const struct xml_handler handler = { 0 };
	struct xml *x = xml_new();
	struct buf in = { 0 };
	size_t i;
	int n;

	for (i = 0; i < COUNT(long_ones); i++) {
		buf_clear(&in);
		buf_addz(&in, long_ones[i].head);
		for (n = 0; n < long_ones[i].n; n++) {
			const char *at = strstr(long_ones[i].repeat, "%d");
			struct str all = str_of(long_ones[i].repeat);

			if (at == NULL) {
				buf_adds(&in, all);
				continue;
			}
			buf_adds(&in, str_cut(all, 0, (size_t)(at - all.p)));
			buf_addf(&in, "%d", n);
			buf_addz(&in, at + 2);
		}
		xml_begin(x, &handler, NULL);
		xml_feed(x, buf_str(&in));
		assert(!xml_end(x));
		assert(strstr(xml_error(x), long_ones[i].error) != NULL);
	}
	buf_free(&in);
	xml_free(x);
}

static void
test_paths(void)
{
	static const struct {
		const char *source, *reference, *result;
	} paths[] = {
		{ "", "word/document.xml", "word/document.xml" },
		{ "", "/word/document.xml", "word/document.xml" },
		{ "word/document.xml", "media/a.png", "word/media/a.png" },
		{ "word/document.xml", "../customXml/a.xml",
		    "customXml/a.xml" },
		{ "word/document.xml", "/a/./b//c", "a/b/c" },
		{ "a/b/c", "../../../../d", "d" },
		{ "a/b", "", "a" },
		{ "a/b", "..", "" },
		{ "a/b", "c%20d%4e%E4%b8%80%zz%", "a/c dN一%zz%" },
		{ "a/b", "c#d/../e", "a/c" },
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(paths); i++) {
		buf_clear(&out);
		buf_addz(&out, "x/");
		path_resolve(
		    &out, str_of(paths[i].source), str_of(paths[i].reference));
		assert(str_equal(
		    str_from(buf_str(&out), 2), str_of(paths[i].result)));
	}
	assert(path_compare(STR("a/B"), STR("A/b")) == 0);
	assert(path_compare(STR("a"), STR("a/")) < 0);
	assert(path_compare(STR("\xe4"), STR("Z")) > 0);
	buf_clear(&out);
	path_show(&out, STR("a\x1b一"));
	assert(str_equal(buf_str(&out), STR("a????")));
	buf_free(&out);
}

#define TYPES(content)                                                         \
	"<Types xmlns='http://schemas.openxmlformats.org/package/2006/"        \
	"content-types'><Default Extension='RELS' ContentType='r+xml'/>"       \
	"<Default Extension='xml' ContentType='d/xml'/>" content "</Types>"
#define PNG "<Default Extension='png' ContentType='image/png'/>"
#define RELATIONS(content)                                                     \
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006" \
	"/relationships'>" content "</Relationships>"
#define TO(type, target)                                                       \
	"<Relationship Id='i' Type='http://schemas.openxmlformats.org/"        \
	"officeDocument/2006/relationships/" type "' Target='" target "'/>"
#define WEB                                                                    \
	"<Relationship Id='j' Type='t' Target='http://a' "                     \
	"TargetMode='External'/>"

/* Packages of up to five entries, and what opc_check finds. */
static const struct {
	const char *entries[10], *fault;
} packages[] = {
	{ { "[Content_Types].xml", TYPES(PNG), "_rels/.rels",
	      RELATIONS(TO("officeDocument", "w/d.xml")), "w/d.xml", "<d/>",
	      "w/_rels/d.xml.rels", RELATIONS(TO("image", "a.png") WEB),
	      "w/a.png", "image" },
	    NULL },
	{ { "[Content_Types].xml", TYPES(""), "_rels/.rels",
	      RELATIONS(TO("officeDocument", "w/d.xml")), "w/d.xml", "<d/>",
	      "w/_rels/d.xml.rels", RELATIONS(TO("image", "a.png") WEB),
	      "w/a.png", "image" },
	    "w/a.png: has no content type" },
	{ { "[Content_Types].xml", TYPES(""), "_rels/.rels",
	      RELATIONS(TO("officeDocument", "w/d.xml")) },
	    "w/d.xml: a relationship's target, but not there" },
	{ { "[Content_Types].xml", TYPES(""), "_rels/.rels", RELATIONS(""),
	      "w/d.xml", "<d/>" },
	    "w/d.xml: no relationship leads to it" },
	{ { "[Content_Types].xml", TYPES(""), "_rels/.rels", RELATIONS(""),
	      "w/_rels/d.xml.rels", RELATIONS("") },
	    "w/_rels/d.xml.rels: no relationship leads to it" },
	{ { "[Content_Types].xml", TYPES(""), "_rels/.rels",
	      RELATIONS(TO("officeDocument", "w/d.xml")), "w/d.xml", "<d>" },
	    "w/d.xml:1:4: cut short" },
	{ { "[Content_Types].xml", TYPES("<Override PartName='/x'/>") },
	    "[Content_Types].xml:1:" },
	{ { "_rels/.rels", RELATIONS("") },
	    "[Content_Types].xml: not in the package" },
	{ { "[Content_Types].xml", TYPES(""), "_rels/.rels",
	      RELATIONS("<Relationship/>") },
	    "an attribute is missing" },
	{ { "[Content_Types].xml", TYPES(""), "a.xml", "<a/>", "A.XML",
	      "<a/>" },
	    "there twice" },
};

static void
make(struct buf *out, const char *const *entries)
{
	struct zip *zip = zip_new();
	size_t i;

	buf_clear(out);
	zip_begin(zip, out);
	for (i = 0; i < 10 && entries[i] != NULL; i += 2)
		zip_add(zip, entries[i], str_of(entries[i + 1]));
	zip_end(zip);
	zip_free(zip);
}

static void
test_check(void)
{
	struct buf file = { 0 }, why = { 0 };
	const char *fault;
	size_t i;

	for (i = 0; i < COUNT(packages); i++) {
		make(&file, packages[i].entries);
		fault = packages[i].fault;
		buf_clear(&why);
		buf_addz(&why, "");
		if (opc_check(buf_str(&file), &why) == (fault == NULL) &&
		    (fault == NULL || strstr(why.p, fault) != NULL))
			continue;
		fprintf(stderr, "wanted %s, got %s\n",
		    fault != NULL ? fault : "no fault", why.p);
		abort();
	}
	make(&file, packages[0].entries);
	*strstr(file.p + str_find(buf_str(&file), STR("a.png"), 0), "image") =
	    'I';
	buf_clear(&why);
	assert(!opc_check(buf_str(&file), &why));
	assert(str_equal(buf_str(&why), STR("w/a.png: its checksum is wrong")));
	buf_free(&file);
	buf_free(&why);
}

static void
test_package(void)
{
	struct buf file = { 0 }, part = { 0 };
	struct opc_relations r;
	struct opc *o;

	make(&file, packages[0].entries);
	o = opc_open(buf_str(&file));
	assert(opc_count(o) == 5);
	assert(str_equal(opc_type(o, STR("x/y.PNG")), STR("image/png")));
	assert(opc_type(o, STR("x.png/y")).n == 0);
	assert(str_equal(
	    opc_target(o, STR(""), "officeDocument"), STR("w/d.xml")));
	assert(opc_target(o, STR("w/d.xml"), "styles").n == 0);
	assert(opc_relate(o, STR("W/D.XML"), &r) && r.n == 2);
	assert(str_equal(r.relation[0].target, STR("W/a.png")));
	assert(!r.relation[0].external && r.relation[1].external);
	assert(str_equal(r.relation[1].target, STR("http://a")));
	free(r.relation);
	assert(opc_read(o, STR("W/a.png"), &part));
	assert(str_equal(buf_str(&part), STR("image")));
	assert(opc_error(o) == NULL && !opc_read(o, STR("none"), NULL));
	assert(strcmp(opc_error(o), "none: not in the package") == 0);
	assert(!opc_read(o, STR("w/a.png"), NULL));
	opc_free(o);
	buf_free(&file);
	buf_free(&part);
}

int
main(void)
{
	test_xml();
	test_limits();
	test_paths();
	test_package();
	test_check();
	return 0;
}

/* xml: a streaming reader of XML 1.0 with namespaces; the only module that
 * knows libxml2 */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "lang.h"
#include "xml.h"

enum {
	SLICE = 64 * 1024,
	TOKEN_MAX = 4 * 1024 * 1024,
	NAMES_MAX = 20000,
	HEAD = 4, /* bytes that tell the encoding: XML 1.0, appendix F */
	MESSAGE_MAX = 200,
};

static const size_t text_max = (size_t)128 << 20;
static const size_t elements_max = 20000000;

struct xml {
	xmlParserCtxtPtr parser;
	const struct xml_handler *handler;
	void *me;
	size_t depth, elements, text;
	bool failed, rooted, ending;
	struct buf head, why;
};

/* libxml2 hands an attribute over as five pointers. */
enum { NAME, PREFIX, SPACE, VALUE, END, POINTERS };

/* What libxml2 reports is const from 2.12 on. */
#if LIBXML_VERSION < 21200
#define REPORT xmlError
#else
#define REPORT const xmlError
#endif

/* Remembers the first failure and stops the parser. */
static void
fail_at(struct xml *x, int line, int column, const char *message)
{
	size_t n;

	if (x->failed)
		return;
	message = lang_text(message);
	n = strcspn(message, "\n");
	if (n > MESSAGE_MAX)
		n = MESSAGE_MAX;
	while (n != 0 && (message[n] & 0xc0) == 0x80)
		n--; /* not inside a character */
	x->failed = true;
	buf_clear(&x->why);
	buf_addf(&x->why, "%d:%d: ", line, column);
	buf_add(&x->why, message, n);
	xmlStopParser(x->parser);
}

void
xml_fail(struct xml *x, const char *message)
{
	fail_at(x, xmlSAX2GetLineNumber(x->parser),
	    xmlSAX2GetColumnNumber(x->parser), message);
}

/* A namespace error breaks no rule of XML 1.0, but Word refuses it as well. */
static void
on_error(void *me, REPORT *error)
{
	struct xml *x = me;
	const char *message = error->message;

	if (x->ending && !x->rooted)
		message = "no element in it";
	else if (x->ending && x->depth != 0)
		message = "cut short: an element has no end";
	if (error->level == XML_ERR_FATAL ||
	    (error->domain == XML_FROM_NAMESPACE &&
		error->level == XML_ERR_ERROR))
		fail_at(x, error->line, error->int2,
		    message != NULL ? message : "not XML");
}

static void
on_doctype(
    void *me, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
	(void)name, (void)id, (void)system;
	xml_fail(me, "a DOCTYPE, which may not stand here");
}

static void
on_start(void *me, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *space, int spaces, const xmlChar **declared, int n,
    int defaulted, const xmlChar **attributes)
{
	struct xml *x = me;
	struct xml_element e = {
		.space = space != NULL ? (const char *)space : "",
		.name = (const char *)name,
		.attributes = attributes,
		.n = (size_t)n,
	};

	(void)prefix, (void)declared, (void)defaulted;
	x->rooted = true;
	if (++x->depth > XML_DEPTH)
		xml_fail(x, "elements nested more than 256 deep");
	else if (++x->elements > elements_max)
		xml_fail(x, "more than 20,000,000 elements");
	else if (n + spaces > XML_ATTRIBUTES)
		xml_fail(x, "more than 256 attributes");
	else if (x->handler->start != NULL && !x->failed)
		x->handler->start(x->me, x, &e);
}

static void
on_end(
    void *me, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct xml *x = me;

	(void)name, (void)prefix, (void)space;
	x->depth--;
	if (x->handler->end != NULL && !x->failed)
		x->handler->end(x->me);
}

static void
on_text(void *me, const xmlChar *text, int n)
{
	struct xml *x = me;

	x->text += (size_t)n;
	if (x->text > text_max)
		xml_fail(x, "more than 128 MiB of text");
	else if (x->handler->text != NULL && !x->failed)
		x->handler->text(
		    x->me, (struct str){ (const char *)text, (size_t)n });
}

/* Errors without a parser, as of the character converters, go nowhere: the
 * parser reports them again. */
static void
be_silent(void *me, REPORT *error)
{
	(void)me, (void)error;
}

static void *
take(size_t n)
{
	return mem_resize(NULL, n);
}

static char *
copy(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_resize(NULL, n), s, n);
}

/* Without memory of ours the parser would now call a text unsound, now leave
 * out a part of it. */
static void
begin_library(void)
{
	static bool begun;

	if (begun)
		return;
	begun = true;
	if (xmlMemSetup(free, take, mem_resize, copy) != 0)
		die("libxml2 is not fit for use");
	xmlInitParser();
	xmlSetStructuredErrorFunc(NULL, be_silent);
	atexit(xmlCleanupParser);
}

static void
make_parser(struct xml *x)
{
	static const xmlSAXHandler events = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = on_doctype,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.serror = on_error,
	};
	xmlSAXHandler own = events;

	x->parser = xmlCreatePushParserCtxt(&own, x, NULL, 0, NULL);
	if (x->parser == NULL)
		die("out of memory");
}

struct xml *
xml_new(void)
{
	struct xml *x = mem_alloc(sizeof *x);

	begin_library();
	make_parser(x);
	return x;
}

void
xml_begin(struct xml *x, const struct xml_handler *handler, void *me)
{
	x->handler = handler;
	x->me = me;
	x->depth = x->elements = x->text = 0;
	x->failed = x->rooted = x->ending = false;
	buf_clear(&x->why);
	buf_clear(&x->head);
	if (xmlDictSize(x->parser->dict) <= NAMES_MAX / 2)
		return;
	xmlFreeParserCtxt(x->parser);
	make_parser(x);
}

/* Starts the parser with the first bytes, from which it knows the encoding. */
static void
begin_parser(struct xml *x)
{
	xmlCharEncoding encoding =
	    xmlDetectCharEncoding((const xmlChar *)x->head.p, (int)x->head.n);

	if (xmlCtxtResetPush(
		x->parser, x->head.p, (int)x->head.n, NULL, NULL) != 0)
		die("out of memory");
	/* NOENT makes &amp; in attributes a plain ampersand */
	xmlCtxtUseOptions(x->parser, XML_PARSE_NOENT | XML_PARSE_NONET);
	if (encoding != XML_CHAR_ENCODING_NONE &&
	    encoding != XML_CHAR_ENCODING_UTF8 &&
	    encoding != XML_CHAR_ENCODING_UTF16LE &&
	    encoding != XML_CHAR_ENCODING_UTF16BE)
		xml_fail(x, "an encoding other than UTF-8 and UTF-16");
}

/* Counts the attributes in the beginning of a tag by their opening quotes. */
static size_t
count_attributes(struct str tag)
{
	char quote = '\0';
	size_t n = 0, i;

	for (i = 0; i < tag.n; i++) {
		if (quote != '\0')
			quote = tag.p[i] == quote ? '\0' : quote;
		else if (tag.p[i] == '"' || tag.p[i] == '\'')
			n++, quote = tag.p[i];
		else if (tag.p[i] == '>')
			break;
	}
	return n;
}

/*
 * Looks at what the parser holds back since it is not whole yet. libxml2
 * compares every attribute of a tag with every other before it shows any, so
 * a long tag must be refused before it is whole.
 */
static void
check_held(struct xml *x)
{
	const xmlParserInput *in = x->parser->input;
	struct str held;

	if (x->failed || in == NULL || in->end - in->cur <= SLICE)
		return;
	held.p = (const char *)in->cur;
	held.n = (size_t)(in->end - in->cur);
	if (held.n > TOKEN_MAX)
		xml_fail(x, "a tag or comment of more than 4 MiB");
	else if (held.p[0] == '<' && held.p[1] != '!' && held.p[1] != '?' &&
		 count_attributes(held) > XML_ATTRIBUTES)
		xml_fail(x, "more than 256 attributes");
}

/* Looks at what the parser learned from the XML declaration. */
static void
check_encoding(struct xml *x)
{
	const xmlChar *name = x->parser->encoding;

	if (!x->failed && name != NULL &&
	    xmlStrcasecmp(name, BAD_CAST "UTF-8") != 0 &&
	    xmlStrncasecmp(name, BAD_CAST "UTF-16", 6) != 0)
		xml_fail(x, "an encoding other than UTF-8 and UTF-16");
}

/* The names seen are kept in a table that grows slow when it grows large. */
static void
check_names(struct xml *x)
{
	if (!x->failed && xmlDictSize(x->parser->dict) > NAMES_MAX)
		xml_fail(x, "more than 20,000 different names");
}

static void
parse(struct xml *x, struct str bytes)
{
	size_t n;

	for (; bytes.n != 0 && !x->failed; bytes = str_from(bytes, n)) {
		n = bytes.n < SLICE ? bytes.n : SLICE;
		xmlParseChunk(x->parser, bytes.p, (int)n, 0);
		check_held(x);
		check_encoding(x);
		check_names(x);
	}
}

bool
xml_feed(struct xml *x, struct str bytes)
{
	size_t n = HEAD - x->head.n;

	if (n != 0 && !x->failed) {
		n = n < bytes.n ? n : bytes.n;
		buf_adds(&x->head, str_cut(bytes, 0, n));
		if (x->head.n == HEAD)
			begin_parser(x);
		bytes = str_from(bytes, n);
	}
	parse(x, bytes);
	return !x->failed;
}

bool
xml_end(struct xml *x)
{
	if (x->failed)
		return false;
	if (x->head.n < HEAD)
		begin_parser(x);
	x->ending = true;
	xmlParseChunk(x->parser, NULL, 0, 1);
	check_encoding(x);
	if (!x->failed && x->parser->wellFormed == 0)
		xml_fail(x, "not well-formed");
	return !x->failed;
}

const char *
xml_error(const struct xml *x)
{
	return x->failed ? x->why.p : NULL;
}

bool
xml_attribute(const struct xml_element *e, const char *space, const char *name,
    struct str *value)
{
	const xmlChar *const *a = e->attributes;
	size_t i;

	for (i = 0; i < e->n; i++, a += POINTERS) {
		if (strcmp((const char *)a[NAME], name) != 0)
			continue;
		if (a[SPACE] == NULL
			? *space != '\0'
			: strcmp((const char *)a[SPACE], space) != 0)
			continue;
		value->p = (const char *)a[VALUE];
		value->n = (size_t)(a[END] - a[VALUE]);
		return true;
	}
	return false;
}

void
xml_free(struct xml *x)
{
	if (x == NULL)
		return;
	xmlFreeParserCtxt(x->parser);
	buf_free(&x->head);
	buf_free(&x->why);
	free(x);
}

/* receiptread: the receipt of a document that anybody may have written */
#include <string.h>

#include "docopen.h"
#include "lang.h"
#include "receiptread.h"
#include "xml.h"
#include "zipread.h"

enum {
	VALUE_MAX = 255, /* bytes of a property of ours */
	VERSION_MAX = 32,
	FILES_MAX = 1 << 22, /* digits, of all files of a group */
};

/* The properties as they are met. */
struct reading {
	struct receipt *r;
	struct buf *why;
	struct buf name, value;
	bool inside; /* of a property of ours */
	bool found;
};

static void
refuse(struct reading *r, const char *what)
{
	if (r->why->n == 0)
		buf_addz(r->why, lang_text(what));
}

static bool
is_hex(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') &&
		    (s.p[i] < 'a' || s.p[i] > 'f'))
			return false;
	return true;
}

static bool
is_version(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') &&
		    (s.p[i] < 'a' || s.p[i] > 'z') &&
		    (s.p[i] < 'A' || s.p[i] > 'Z') && s.p[i] != '.' &&
		    s.p[i] != '-')
			return false;
	return s.n != 0 && s.n <= VERSION_MAX;
}

/* The first digits of hashes, parted by blanks; they stand in the order of
 * their properties. */
static void
take_files(struct reading *r, struct receipt_part *part)
{
	struct str rest = buf_str(&r->value), one;

	while (rest.n != 0) {
		one = str_cut(
		    rest, 0, rest.n < RECEIPT_DIGITS ? rest.n : RECEIPT_DIGITS);
		if (one.n != RECEIPT_DIGITS || !is_hex(one) ||
		    part->files.n >= FILES_MAX) {
			refuse(r, "its receipt is not as wengao writes it");
			return;
		}
		buf_adds(&part->files, one);
		rest = str_from(rest, one.n);
		if (rest.n != 0 && rest.p[0] == ' ')
			rest = str_from(rest, 1);
	}
}

static void
take_hash(struct reading *r, struct receipt_part *part)
{
	if (part->hash.n != 0)
		refuse(r, "its receipt says the same thing twice");
	else if (r->value.n != 64 || !is_hex(buf_str(&r->value)))
		refuse(r, "its receipt is not as wengao writes it");
	else
		buf_adds(&part->hash, buf_str(&r->value));
}

/* Takes a property whose name begins with wengao. */
static void
take(struct reading *r)
{
	struct str name = buf_str(&r->name), group;
	size_t i;

	r->found = true;
	if (r->value.n > VALUE_MAX) {
		refuse(r, "its receipt is not as wengao writes it");
		return;
	}
	if (str_equal(name, STR("wengao.version"))) {
		if (r->r->version.n != 0 || !is_version(buf_str(&r->value)))
			refuse(r, "its receipt names no version");
		else
			buf_adds(&r->r->version, buf_str(&r->value));
		return;
	}
	for (i = 0; i < RECEIPT_GROUPS; i++) {
		group = str_of(receipt_property((enum receipt_group)i));
		if (str_equal(name, group))
			take_hash(r, &r->r->part[i]);
		else if (str_starts(name, group) && name.p[group.n] == '.')
			take_files(r, &r->r->part[i]);
	}
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct reading *r = me;
	struct str name;

	(void)x;
	if (strcmp(e->name, "property") != 0)
		return;
	buf_clear(&r->name);
	buf_clear(&r->value);
	r->inside = xml_attribute(e, "", "name", &name) &&
		    str_starts(name, STR("wengao.")) && name.n <= VALUE_MAX;
	if (r->inside)
		buf_adds(&r->name, name);
}

static void
on_end(void *me)
{
	struct reading *r = me;

	/* of the value, then of the property itself, by when all is taken */
	if (r->inside)
		take(r);
	r->inside = false;
}

static void
on_text(void *me, struct str text)
{
	struct reading *r = me;

	if (r->inside && r->value.n <= VALUE_MAX)
		buf_adds(&r->value, text.n <= VALUE_MAX
					? text
					: str_cut(text, 0, VALUE_MAX + 1));
}

enum receiptread
receiptread_file(struct str file, struct receipt *r, struct buf *why)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};
	struct reading reading = { .r = r, .why = why };
	struct opc *o = docopen_file(file, why);
	bool there, read;

	if (o == NULL)
		return RECEIPTREAD_DAMAGED;
	there = opc_find(o, STR("docProps/custom.xml")) != (size_t)-1;
	read = there &&
	       opc_parse(o, STR("docProps/custom.xml"), &handler, &reading);
	if (there && !read && why->n == 0)
		buf_addz(why, opc_error(o));
	opc_free(o);
	buf_free(&reading.name);
	buf_free(&reading.value);
	if (why->n != 0)
		return RECEIPTREAD_DAMAGED;
	if (!reading.found) {
		buf_addz(why, lang_text("it carries no receipt"));
		return RECEIPTREAD_NONE;
	}
	if (r->version.n == 0)
		buf_addz(why, lang_text("its receipt names no version"));
	return why->n != 0 ? RECEIPTREAD_DAMAGED : RECEIPTREAD_FINE;
}

/* What dcterms:created holds. */
struct created {
	struct buf text;
	bool inside;
};

static void
created_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct created *c = me;

	(void)x;
	c->inside = strcmp(e->space, "http://purl.org/dc/terms/") == 0 &&
		    strcmp(e->name, "created") == 0;
}

static void
created_end(void *me)
{
	((struct created *)me)->inside = false;
}

static void
created_text(void *me, struct str text)
{
	struct created *c = me;

	if (c->inside && c->text.n + text.n <= VALUE_MAX)
		buf_adds(&c->text, text);
}

/* The n digits of s from at as a number, which is -1 where they are none. */
static long
number(struct str s, size_t at, size_t n)
{
	long v = 0;

	for (; n > 0; n--, at++) {
		if (s.p[at] < '0' || s.p[at] > '9')
			return -1;
		v = 10 * v + (s.p[at] - '0');
	}
	return v;
}

/* Days from 1970-01-01 to a day of the Gregorian calendar, whose years begin in
 * March here, so that the leap day is the last. */
static long
days(long year, long month, long day)
{
	long y = month > 2 ? year : year - 1, m = (month + 9) % 12;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day -
	       1 - 719468;
}

/* The seconds of 2026-03-04T05:06:07Z; -1 for what is not written so. */
static long long
seconds(struct str s)
{
	static const char form[] = "0000-00-00T00:00:00Z";
	long year, month, day, hour, minute, second;
	size_t i;

	if (s.n != sizeof(form) - 1)
		return -1;
	for (i = 0; i < s.n; i++)
		if (form[i] == '0' ? number(s, i, 1) < 0 : s.p[i] != form[i])
			return -1;
	year = number(s, 0, 4);
	month = number(s, 5, 2);
	day = number(s, 8, 2);
	hour = number(s, 11, 2);
	minute = number(s, 14, 2);
	second = number(s, 17, 2);
	if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31 ||
	    hour > 23 || minute > 59 || second > 59)
		return -1;
	return days(year, month, day) * 86400LL + hour * 3600 + minute * 60 +
	       second;
}

bool
receiptread_created(struct str file, long long *epoch)
{
	static const struct xml_handler handler = {
		.start = created_start,
		.end = created_end,
		.text = created_text,
	};
	struct created c = { .inside = false };
	struct zipread *z = zipread_open(file);
	struct xml *x = xml_new();
	size_t i = zipread_find(z, STR("docProps/core.xml"));
	bool fine = zipread_error(z) == NULL;
	struct str chunk;

	xml_begin(x, &handler, &c);
	if (fine && i != (size_t)-1) {
		zipread_start(z, i);
		while (zipread_next(z, &chunk) && xml_feed(x, chunk))
			;
		fine = zipread_error(z) == NULL && xml_end(x);
	}
	*epoch = fine ? seconds(buf_str(&c.text)) : -1;
	zipread_free(z);
	xml_free(x);
	buf_free(&c.text);
	return fine;
}

/* json: JSON (RFC 8259) as it is written */
#include <assert.h>

#include "json.h"
#include "utf8.h"

/* Says whether a character is written by its number: what JSON wants so, and
 * what no reader of a text would see. */
static bool
hidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
	       c == 0x2029 || c == 0xFEFF || utf8_noncharacter(c);
}

static void
put_number_of(struct buf *out, uint32_t c)
{
	if (c < 0x10000) {
		buf_addf(out, "\\u%04X", (unsigned int)c);
		return;
	}
	c -= 0x10000;
	buf_addf(out, "\\u%04X\\u%04X", 0xD800 + (unsigned int)(c >> 10),
	    0xDC00 + (unsigned int)(c & 0x3FF));
}

static void
put_string(struct buf *out, struct str s)
{
	size_t at, n;
	uint32_t c;

	buf_addc(out, '"');
	for (at = 0; at < s.n; at += n != 0 ? n : 1) {
		n = utf8_next(s, at, &c);
		if (n == 0)
			c = 0xFFFD;
		if (c == '\n')
			buf_addz(out, "\\n");
		else if (c == '\t')
			buf_addz(out, "\\t");
		else if (n == 0 || hidden(c))
			put_number_of(out, c);
		else {
			if (c == '"' || c == '\\')
				buf_addc(out, '\\');
			buf_add(out, s.p + at, n);
		}
	}
	buf_addc(out, '"');
}

static void
break_line(struct json *j, size_t depth)
{
	buf_addc(j->out, '\n');
	while (depth-- > 0)
		buf_addc(j->out, '\t');
}

/* Begins a value. */
static void
begin(struct json *j, const char *key)
{
	size_t d = j->depth;

	if (d > 0) {
		if (j->open[d - 1].begun)
			buf_addz(j->out, j->open[d - 1].lines ? "," : ", ");
		if (j->open[d - 1].lines)
			break_line(j, d);
		j->open[d - 1].begun = true;
	}
	if (key != NULL) {
		put_string(j->out, str_of(key));
		buf_addz(j->out, ": ");
	}
}

void
json_open(struct json *j, const char *key, char sign, bool lines)
{
	assert(j->depth < JSON_DEPTH);
	begin(j, key);
	buf_addc(j->out, sign);
	j->open[j->depth].end = sign == '{' ? '}' : ']';
	j->open[j->depth].lines = lines;
	j->open[j->depth++].begun = false;
}

void
json_close(struct json *j)
{
	size_t d = --j->depth;

	if (j->open[d].lines && j->open[d].begun)
		break_line(j, d);
	buf_addc(j->out, j->open[d].end);
	if (d == 0)
		buf_addc(j->out, '\n');
}

void
json_string(struct json *j, const char *key, struct str value)
{
	begin(j, key);
	put_string(j->out, value);
}

void
json_number(struct json *j, const char *key, size_t value)
{
	begin(j, key);
	buf_addf(j->out, "%zu", value);
}

void
json_bool(struct json *j, const char *key, bool value)
{
	begin(j, key);
	buf_addz(j->out, value ? "true" : "false");
}

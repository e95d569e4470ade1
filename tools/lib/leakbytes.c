/* leakbytes: texts looked for in bytes of no known kind */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "encoding.h"
#include "leakbytes.h"
#include "utf8.h"

enum {
	LEAST = 4, /* bytes, since two may stand together by chance */
	PAIRS = 1 << 16,
};

/* A text in an encoding whose ASCII takes so many bytes, the low one at `low`
 * of them. */
struct needle {
	struct buf bytes;
	size_t width, low;
	size_t pair; /* its first two bytes */
	const struct hidden_value *value;
};

struct leakbytes {
	struct needle *list; /* by pairs, once ended */
	size_t n;
	unsigned char pairs[PAIRS / 8]; /* whether any begins so */
	struct buf texts; /* with Chinese in them, a line each, */
	const struct hidden_value **of; /* and their values */
	size_t texts_n;
};

struct leakbytes *
leakbytes_new(void)
{
	return mem_alloc(sizeof(struct leakbytes));
}

static void
add(struct leakbytes *lb, struct buf bytes, size_t width, size_t low,
    const struct hidden_value *v)
{
	const unsigned char *b = (const unsigned char *)bytes.p;

	if (bytes.n < LEAST) {
		buf_free(&bytes);
		return;
	}
	lb->list = mem_more(lb->list, lb->n, sizeof(*lb->list));
	lb->list[lb->n++] =
	    (struct needle){ bytes, width, low, (size_t)b[0] << 8 | b[1], v };
}

static void
add_utf16(struct leakbytes *lb, struct str text, size_t low,
    const struct hidden_value *v)
{
	struct buf b = { 0 };
	size_t i, n, k;
	uint32_t c;

	for (i = 0; i < text.n; i += n) {
		uint32_t units[2];
		size_t count = 1;

		n = utf8_next(text, i, &c);
		if (n == 0)
			break;
		units[0] = c;
		if (c >= 0x10000) {
			units[0] = 0xD800 + ((c - 0x10000) >> 10);
			units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
			count = 2;
		}
		for (k = 0; k < count; k++) {
			char high = (char)(units[k] >> 8);
			char tail = (char)(units[k] & 0xFF);

			buf_addc(&b, low == 0 ? tail : high);
			buf_addc(&b, low == 0 ? high : tail);
		}
	}
	add(lb, b, 2, low, v);
}

void
leakbytes_add(
    struct leakbytes *lb, struct str text, const struct hidden_value *v)
{
	struct buf plain = { 0 };
	bool ascii = utf8_count(text) == text.n;

	buf_adds(&plain, text);
	add(lb, plain, 1, 0, v);
	add_utf16(lb, text, 0, v);
	add_utf16(lb, text, 1, v);
	if (ascii || str_find(text, STR("\n"), 0) != (size_t)-1)
		return;
	buf_addf(&lb->texts, "%.*s\n", STR_ARG(text));
	lb->of = mem_more(lb->of, lb->texts_n, sizeof(struct hidden_value *));
	lb->of[lb->texts_n++] = v;
}

/* Adds all texts in GB18030, which has every character; in one go, since to
 * open a converter takes longer than to use it. */
static void
add_gb18030(struct leakbytes *lb)
{
	struct buf gb = { 0 };
	struct str rest, line;
	size_t i = 0;

	if (lb->texts_n == 0)
		return;
	encoding_make(buf_str(&lb->texts), "GB18030", &gb);
	rest = buf_str(&gb);
	while (i < lb->texts_n && str_line(&rest, &line)) {
		struct buf one = { 0 };

		buf_adds(&one, line);
		add(lb, one, 1, 0, lb->of[i++]);
	}
	buf_free(&gb);
}

/* Adds the digits of a number, with its point, to plain, and in groups of three
 * to grouped. */
static void
put_digits(struct worth w, struct buf *plain, struct buf *grouped)
{
	struct buf digits = { 0 };
	size_t i, whole;

	buf_addf(&digits, "%llu", (unsigned long long)w.digits);
	for (; w.power > 0; w.power--)
		buf_addc(&digits, '0');
	while (digits.n <= (size_t)-w.power && w.power != 0) {
		struct buf longer = { 0 };

		buf_addf(&longer, "0%.*s", STR_ARG(buf_str(&digits)));
		buf_free(&digits);
		digits = longer;
	}
	whole = digits.n - (size_t)-w.power;
	for (i = 0; i < digits.n; i++) {
		if (i == whole)
			buf_addc(plain, '.'), buf_addc(grouped, '.');
		else if (i != 0 && i < whole && (whole - i) % 3 == 0)
			buf_addc(grouped, ',');
		buf_addc(plain, digits.p[i]);
		buf_addc(grouped, digits.p[i]);
	}
	buf_free(&digits);
}

void
leakbytes_add_worth(
    struct leakbytes *lb, struct worth w, const struct hidden_value *v)
{
	struct buf plain = { 0 }, grouped = { 0 };

	put_digits(w, &plain, &grouped);
	leakbytes_add(lb, buf_str(&plain), v);
	if (grouped.n != plain.n)
		leakbytes_add(lb, buf_str(&grouped), v);
	buf_free(&plain);
	buf_free(&grouped);
}

static int
by_pair(const void *a, const void *b)
{
	const struct needle *x = a, *y = b;
	int order;

	if (x->pair != y->pair)
		return x->pair < y->pair ? -1 : 1;
	order = str_compare(buf_str(&x->bytes), buf_str(&y->bytes));
	if (order == 0)
		order = (x->value > y->value) - (x->value < y->value);
	return order != 0 ? order : (x->low > y->low) - (x->low < y->low);
}

void
leakbytes_end(struct leakbytes *lb)
{
	size_t i;

	add_gb18030(lb);
	if (lb->n != 0)
		qsort(lb->list, lb->n, sizeof(*lb->list), by_pair);
	for (i = 0; i < lb->n; i++)
		lb->pairs[lb->list[i].pair / 8] |=
		    (unsigned char)(1 << lb->list[i].pair % 8);
}

/* The ASCII character at byte at of an encoding, or 0. */
static char
ascii_at(const struct needle *n, struct str bytes, size_t at)
{
	if (bytes.n < n->width || at > bytes.n - n->width)
		return '\0';
	if (n->width == 2 && bytes.p[at + 1 - n->low] != '\0')
		return '\0';
	return bytes.p[at + n->low];
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
goes_on(const struct needle *n, struct str bytes, size_t at)
{
	size_t end = at + n->bytes.n;
	char first = ascii_at(n, bytes, at);
	char last = ascii_at(n, bytes, end - n->width);
	char before = at >= n->width ? ascii_at(n, bytes, at - n->width) : '\0';
	char after = ascii_at(n, bytes, end);

	if ((is_digit(first) && (is_digit(before) || before == '.')) ||
	    (is_letter(first) && is_letter(before)) ||
	    (is_letter(last) && is_letter(after)))
		return true;
	return is_digit(last) &&
	       (is_digit(after) || (after == '.' && is_digit(ascii_at(n, bytes,
							end + n->width))));
}

static void
find_at(const struct leakbytes *lb, size_t pair, struct str bytes, size_t at,
    leakset_found *found, void *ctx)
{
	size_t low = 0, high = lb->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (lb->list[middle].pair < pair)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < lb->n && lb->list[low].pair == pair; low++) {
		const struct needle *n = &lb->list[low];
		struct leakset_hit hit = { n->value, at, at + n->bytes.n, at,
			at + n->bytes.n, STR(""), false };

		if (str_starts(str_from(bytes, at), buf_str(&n->bytes)) &&
		    !goes_on(n, bytes, at))
			found(ctx, &hit);
	}
}

void
leakbytes_find(const struct leakbytes *lb, struct str bytes,
    leakset_found *found, void *ctx)
{
	const unsigned char *b = (const unsigned char *)bytes.p;
	size_t at, pair;

	for (at = 0; lb->n != 0 && at + LEAST <= bytes.n; at++) {
		pair = (size_t)b[at] << 8 | b[at + 1];
		if ((lb->pairs[pair / 8] >> pair % 8 & 1) != 0)
			find_at(lb, pair, bytes, at, found, ctx);
	}
}

void
leakbytes_free(struct leakbytes *lb)
{
	if (lb == NULL)
		return;
	while (lb->n > 0)
		buf_free(&lb->list[--lb->n].bytes);
	free(lb->list);
	buf_free(&lb->texts);
	free(lb->of);
	free(lb);
}

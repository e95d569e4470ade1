/* str: text as a view (struct str) and as bytes that grow (struct buf) */
#ifndef STR_H
#define STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* A view of n bytes that somebody else owns; passed by value, not terminated.
 */
struct str {
	const char *p;
	size_t n;
};

/* A literal as a view. */
#define STR(lit) ((struct str){ lit, sizeof(lit) - 1 })
/* The two arguments of a "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p

/* Bytes of its own; starts as { 0 }; p[n] is always 0 once anything was added.
 */
struct buf {
	char *p;
	size_t n, cap;
};

/* A C string as a view. */
struct str str_of(const char *s);
/* Says whether two views hold the same bytes. */
bool str_equal(struct str a, struct str b);
/* Orders two views by their bytes, as memcmp does. */
int str_compare(struct str a, struct str b);
/* Says whether s begins with head. */
bool str_starts(struct str s, struct str head);
/* Says whether s ends with tail. */
bool str_ends(struct str s, struct str tail);
/* The rest of s from byte at, which is at most s.n. */
struct str str_from(struct str s, size_t at);
/* The n bytes of s from byte at; both lie inside s. */
struct str str_cut(struct str s, size_t at, size_t n);
/* The place of needle in s at or after from, or (size_t)-1. */
size_t str_find(struct str s, struct str needle, size_t from);
/* Takes the first line off *rest, without its line feed; false when *rest is
 * empty. */
bool str_line(struct str *rest, struct str *line);

/* The bytes of b as a view, good until b changes. */
struct str buf_str(const struct buf *b);
/* Makes room for n more bytes; dies when there is no memory. */
void buf_reserve(struct buf *b, size_t n);
/* Adds n bytes. */
void buf_add(struct buf *b, const void *p, size_t n);
/* Adds a view. */
void buf_adds(struct buf *b, struct str s);
/* Adds a C string. */
void buf_addz(struct buf *b, const char *s);
/* Adds one byte. */
void buf_addc(struct buf *b, char c);
/* Adds formatted text, as printf does. */
void buf_addf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* The same, with the arguments in a list. */
void buf_addv(struct buf *b, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));
/* Empties b and keeps its memory for the next use. */
void buf_clear(struct buf *b);
/* Frees b, which may be used again afterwards. */
void buf_free(struct buf *b);

#endif

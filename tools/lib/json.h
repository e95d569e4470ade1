/*
 * json: JSON (RFC 8259) as it is written
 *
 * A value inside an object takes a key; one inside an array takes NULL.
 */
#ifndef JSON_H
#define JSON_H

#include "str.h"

enum { JSON_DEPTH = 24 };

/* A text on its way; starts as { .out }. */
struct json {
	struct buf *out;
	struct {
		char end;
		bool lines, begun;
	} open[JSON_DEPTH];
	size_t depth;
};

/* Opens an object or an array, by its sign { or [; with lines, what it holds
 * stands a line each. */
void json_open(struct json *j, const char *key, char sign, bool lines);
/* Closes the innermost; a line feed follows the outermost. */
void json_close(struct json *j);
/* Adds a string; bytes that are not UTF-8 become U+FFFD. */
void json_string(struct json *j, const char *key, struct str value);
void json_number(struct json *j, const char *key, size_t value);
void json_bool(struct json *j, const char *key, bool value);

#endif

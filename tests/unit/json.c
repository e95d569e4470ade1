/* json: JSON as it is written */
#include <assert.h>
#include <string.h>

#include "json.h"

static void
writes(const char *text, size_t n, const char *want)
{
	struct buf out = { 0 };
	struct json j = { .out = &out };

	json_string(&j, NULL, (struct str){ text, n });
	assert(strcmp(out.p, want) == 0);
	buf_free(&out);
}

int
main(void)
{
	struct buf out = { 0 };
	struct json j = { .out = &out };

	writes("", 0, "\"\"");
	writes("甲“\"\\/", 9, "\"甲“\\\"\\\\/\"");
	writes("a\0b\t\n\r\x7F", 7, "\"a\\u0000b\\t\\n\\u000D\\u007F\"");
	/* noncharacters, also beyond U+FFFF, and what nobody sees */
	writes("\xEF\xB7\x90\xF0\x9F\xBF\xBE\xF0\xA0\x80\x80", 11,
	    "\"\\uFDD0\\uD83F\\uDFFE\xF0\xA0\x80\x80\"");
	writes(
	    "\xE2\x80\xA8\xEF\xBB\xBF\xC2\x85", 8, "\"\\u2028\\uFEFF\\u0085\"");
	/* no UTF-8 */
	writes("\xFFz\xE4\xB8", 4, "\"\\uFFFDz\\uFFFD\\uFFFD\"");

	json_open(&j, NULL, '{', true);
	json_number(&j, "a", 1);
	json_open(&j, "b", '[', false);
	json_bool(&j, NULL, true);
	json_string(&j, NULL, STR("c"));
	json_close(&j);
	json_open(&j, "d", '[', true);
	json_close(&j);
	json_open(&j, "e", '{', false);
	json_close(&j);
	json_close(&j);
	assert(strcmp(out.p, "{\n\t\"a\": 1,\n\t\"b\": [true, \"c\"],\n"
			     "\t\"d\": [],\n\t\"e\": {}\n}\n") == 0);
	buf_free(&out);
	return 0;
}

/* pattern: regular expressions over UTF-8 text, by pcre2 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "die.h"
#include "lang.h"
#include "pattern.h"

#include <stdlib.h>

/* What one search may take before it is stopped: steps, at one place and for
 * each byte where it looks farther; their nesting, and KiB of memory. A sound
 * pattern takes a few steps for each place; one that tries all ways to part a
 * text takes more than any limit. Machine code counts a whole loop as one. */
enum {
	STEPS = 5000,
	STEPS_A_BYTE = 2000,
	LOOPS_A_BYTE = 200,
	NESTING = 20000,
	MEMORY = 16384,
	STACK = 1 << 19,
};

struct pattern {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context; /* of a user's pattern */
	pcre2_jit_stack *stack;
};

static void *
take(PCRE2_SIZE n, void *me)
{
	(void)me;
	return mem_resize(NULL, n);
}

static void
give_back(void *p, void *me)
{
	(void)me;
	free(p);
}

/* Compiles with memory that never fails, for what is made from the code, too;
 * NULL where the pattern is not sound. */
static pcre2_code *
compile(struct str text, uint32_t options, int *error, PCRE2_SIZE *at)
{
	pcre2_general_context *memory =
	    pcre2_general_context_create(take, give_back, NULL);
	pcre2_compile_context *context = pcre2_compile_context_create(memory);
	pcre2_code *code = pcre2_compile(
	    (PCRE2_SPTR)text.p, text.n, options, error, at, context);

	pcre2_compile_context_free(context);
	pcre2_general_context_free(memory);
	return code;
}

struct pattern *
pattern_new(const char *text)
{
	struct pattern *p = mem_alloc(sizeof(*p));
	PCRE2_UCHAR why[128];
	PCRE2_SIZE at;
	int error;

	p->code = compile(
	    str_of(text), PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED, &error, &at);
	if (p->code == NULL) {
		pcre2_get_error_message(error, why, sizeof(why));
		die("pattern %s: %s at %zu", text, (char *)why, (size_t)at);
	}
	p->match = pcre2_match_data_create_from_pattern(p->code, NULL);
	/* machine code, where there can be any */
	pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
	return p;
}

/* What the parentheses of a match took. */
static void
fill(const struct pattern *p, struct str s, size_t count, struct str *groups,
    size_t n)
{
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(p->match);
	size_t i;

	for (i = 0; i < n; i++) {
		groups[i] = (struct str){ NULL, 0 };
		if (i < count && at[2 * i] != PCRE2_UNSET)
			groups[i] =
			    str_cut(s, at[2 * i], at[2 * i + 1] - at[2 * i]);
	}
}

bool
pattern_match(
    const struct pattern *p, struct str s, struct str *groups, size_t n)
{
	int count;

	/* every text was checked when it was read, so not here again */
	count = pcre2_match(p->code, (PCRE2_SPTR)s.p, s.n, 0,
	    PCRE2_NO_UTF_CHECK, p->match, NULL);
	if (count == PCRE2_ERROR_JIT_STACKLIMIT)
		count = pcre2_match(p->code, (PCRE2_SPTR)s.p, s.n, 0,
		    PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, p->match, NULL);
	if (count < 1)
		return false;
	fill(p, s, (size_t)count, groups, n);
	return true;
}

/* Machine code with the small stack that it has of its own would stop where
 * other code goes on. */
static void
give_stack(struct pattern *p)
{
	p->stack = pcre2_jit_stack_create(1 << 15, STACK, NULL);
	if (p->stack == NULL)
		die("out of memory");
	pcre2_jit_stack_assign(p->context, NULL, p->stack);
}

struct pattern *
pattern_user(struct str text, struct buf *why, size_t *at)
{
	/* \C would part characters */
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	PCRE2_UCHAR reason[128];
	struct pattern *p;
	pcre2_code *code;
	PCRE2_SIZE offset;
	int error;

	code = compile(text, options, &error, &offset);
	if (code == NULL) {
		pcre2_get_error_message(error, reason, sizeof(reason));
		buf_addz(why, lang_text((char *)reason));
		*at = offset < text.n ? offset : text.n;
		return NULL;
	}
	p = mem_alloc(sizeof(*p));
	p->code = code;
	p->match = pcre2_match_data_create_from_pattern(code, NULL);
	p->context = pcre2_match_context_create(NULL);
	if (p->context == NULL)
		die("out of memory");
	pcre2_set_depth_limit(p->context, NESTING);
	pcre2_set_heap_limit(p->context, MEMORY);
	/* without machine code the same is only slower */
	if (pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0)
		give_stack(p);
	return p;
}

size_t
pattern_groups(const struct pattern *p)
{
	uint32_t n = 0;

	pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &n);
	return n;
}

enum pattern_result
pattern_search(const struct pattern *p, struct str s, size_t from,
    enum pattern_place place, bool cut, struct str *groups, size_t n)
{
	size_t steps = STEPS;
	uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
	int count;

	if (cut)
		options |= PCRE2_NOTEOL;
	if (place == PATTERN_THERE)
		options |= PCRE2_ANCHORED;
	else
		steps += (s.n - from) *
			 (p->stack != NULL ? LOOPS_A_BYTE : STEPS_A_BYTE);
	pcre2_set_match_limit(
	    p->context, steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX);
	count = pcre2_match(
	    p->code, (PCRE2_SPTR)s.p, s.n, from, options, p->match, p->context);
	if (count == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (count == PCRE2_ERROR_NOMEMORY)
		die("out of memory");
	if (count < 1)
		return PATTERN_STOPPED;
	fill(p, s, (size_t)count, groups, n);
	return PATTERN_FOUND;
}

void
pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	pcre2_jit_stack_free(p->stack);
	pcre2_match_context_free(p->context);
	pcre2_match_data_free(p->match);
	pcre2_code_free(p->code);
	free(p);
}

/* lists: the numbers of the items in lists of running text */
#include <stdlib.h>

#include "die.h"
#include "enumeration.h"
#include "format.h"
#include "lists.h"
#include "utf8.h"

static const struct rule rules[] = {
	{ "list-order", "列举序号", LEVEL_ERROR,
	    "一是 二是 三是, 第一 第二, 首先 其次 with a gap or a repeat",
	    false },
};

struct lists {
	const struct proofing *p;
	const struct rule *rule;
	struct enumeration *enumeration;
};

/* Adds an item as it is written. */
static void
put_item(enum listitem_kind kind, uint32_t verb, size_t value, struct buf *out)
{
	static const char *const firsts[] = { "首先", "其次", "再次" };
	struct buf number = { 0 };

	buf_addf(&number, "%zu", value);
	if (kind == LISTITEM_FIRST) {
		buf_addz(out, value - 1 < 3 ? firsts[value - 1] : "最后");
	} else if (kind == LISTITEM_CIRCLE) {
		utf8_add(out, 0x2460 + (uint32_t)value - 1);
	} else if (kind == LISTITEM_BRACKET && verb == '1') {
		buf_addf(out, "（%zu）", value);
	} else {
		buf_addz(out, kind == LISTITEM_ORDINAL   ? "第"
			      : kind == LISTITEM_ITS     ? "其"
			      : kind == LISTITEM_BRACKET ? "（"
							 : "");
		format_value(buf_str(&number), STR("cn"), out);
		if (kind == LISTITEM_IS || verb == 0x6B65 || verb == 0x70B9)
			utf8_add(out, verb);
		else if (kind == LISTITEM_BRACKET)
			buf_addz(out, "）");
	}
	buf_free(&number);
}

static void
fault(void *ctx, struct spot spot, enum enumeration_fault found,
    enum listitem_kind kind, uint32_t verb, size_t value, size_t should_be)
{
	struct lists *l = ctx;
	struct findings *f = l->p->findings;
	struct buf is = { 0 }, other = { 0 };

	put_item(kind, verb, value, &is);
	if (should_be != 0)
		put_item(kind, verb, should_be, &other);
	if (should_be == 0)
		findings_add(f, spot, l->rule,
		    "the list has an item %s behind 最后: put 最后 at its end",
		    is.p);
	else if (found == ENUMERATION_START)
		findings_add(f, spot, l->rule,
		    "the list begins with %s and has no %s: add it or number "
		    "this one %s",
		    is.p, other.p, other.p);
	else if (found == ENUMERATION_GAP)
		findings_add(f, spot, l->rule,
		    "the list has %s, but no %s before it: add it or number "
		    "this one %s",
		    is.p, other.p, other.p);
	else
		findings_add(f, spot, l->rule,
		    "the list has %s once more, where %s should come: number "
		    "this one %s",
		    is.p, other.p, other.p);
	buf_free(&is);
	buf_free(&other);
}

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct lists *l = mem_alloc(sizeof(*l));
	struct enumeration_taker taker = { .ctx = l, .fault = fault };

	*l = (struct lists){ p, own, enumeration_new(&taker) };
	return l;
}

static void
take(void *ctx, const struct prose *p)
{
	struct lists *l = ctx;

	enumeration_take(l->enumeration, p);
}

static void
end(void *ctx)
{
	struct lists *l = ctx;

	enumeration_end(l->enumeration);
	free(l);
}

const struct family family_lists = { rules, 1, start, take, end };

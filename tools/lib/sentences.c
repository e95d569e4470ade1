/* sentences: sentences that are too long to be read aloud */
#include <stdlib.h>

#include "die.h"
#include "sentences.h"
#include "utf8.h"

enum { LONG = 120 }; /* characters; users' own rule of thumb */

static const struct rule rules[] = {
	{ "long-sentence", "长句", LEVEL_NOTE,
	    "a sentence of more than 120 characters", false },
};

struct sentences {
	const struct proofing *p;
	const struct rule *rule;
};

static void *
start(const struct proofing *p, const struct rule *own)
{
	struct sentences *s = mem_alloc(sizeof(*s));

	*s = (struct sentences){ p, own };
	return s;
}

/* 。 ！ ？ … and the semicolon, at which a reader breathes */
static bool
ends(uint32_t c)
{
	return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B;
}

static void
take(void *ctx, const struct prose *p)
{
	struct sentences *s = ctx;
	size_t i, from = p->start, count = 0;

	if (p->kind == PROSE_CELL || p->kind == PROSE_NAME)
		return;
	for (i = p->start; i <= p->end; i++) {
		if (i < p->end && !ends(p->c[i])) {
			count += p->c[i] != ' ';
			continue;
		}
		if (count > LONG)
			findings_add(s->p->findings, prose_spot(p, from, i),
			    s->rule,
			    "this sentence has %zu characters; more than %d "
			    "are hard to read aloud: part it",
			    count, LONG);
		from = i + 1;
		count = 0;
	}
}

static void
end(void *ctx)
{
	free(ctx);
}

const struct family family_sentences = { rules, 1, start, take, end };

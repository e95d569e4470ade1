/* chain: texts of sections through the filters, to a package; for fuzz targets
 */
#ifndef CHAIN_H
#define CHAIN_H

#include <stdlib.h>

#include "docx.h"
#include "factfile.h"
#include "fill.h"
#include "outline.h"
#include "source.h"
#include "typeset.h"

enum { CHAIN_MOST = 4 };

/* Starts as { .n, .raws } with at most CHAIN_MOST texts. */
struct chain {
	struct str raws[CHAIN_MOST];
	size_t n;
	const struct facts *facts;
	struct str edition;

	struct buf rooms[CHAIN_MOST], filled[CHAIN_MOST], bodies[CHAIN_MOST];
};

static size_t
count_lines(struct str s)
{
	size_t at, n = 0;

	for (at = 0; at < s.n; at++)
		n += s.p[at] == '\n';
	return n;
}

/* Makes the bodies; false where a text has a fault. No filter adds or takes a
 * line. */
static bool
chain_run(struct chain *c, const struct stylesheet *sheet, bool marks)
{
	struct diag quiet = { .to = NULL };
	struct outline *o = outline_new(c->edition, &quiet);
	bool fine = true;
	size_t i;

	outline_editions(o, STR("public web"));
	for (i = 0; i < c->n; i++) {
		struct str text = source_text(
		    c->raws[i], SOURCE_AUTHOR, "-", &quiet, &c->rooms[i]);

		fill_text(text, "-", c->facts, &quiet, &c->filled[i]);
		if (count_lines(text) != count_lines(buf_str(&c->filled[i])))
			abort();
		outline_add(o, "-", buf_str(&c->filled[i]));
	}
	for (i = 0; i < c->n; i++) {
		struct buf numbered = { 0 };

		outline_put(o, i, &numbered);
		if (count_lines(buf_str(&numbered)) !=
		    count_lines(buf_str(&c->filled[i])))
			abort();
		if (!typeset_text(buf_str(&numbered), "-", sheet, marks, &quiet,
			&c->bodies[i]))
			fine = false;
		buf_free(&numbered);
	}
	outline_free(o);
	return fine && quiet.counts[LEVEL_ERROR] == 0;
}

/* The package of n bodies. */
static void
chain_link(const struct buf *bodies, size_t n, struct buf *out)
{
	struct diag quiet = { .to = NULL };
	struct docx doc = { .n = 0 };
	size_t i;

	if (!docx_read_style(&doc, NULL, &quiet))
		abort();
	for (i = 0; i < n; i++)
		if (!docx_add(&doc, buf_str(&bodies[i])))
			abort();
	docx_write(&doc, out);
	docx_free(&doc);
}

static void
chain_free(struct chain *c)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		buf_free(&c->rooms[i]);
		buf_free(&c->filled[i]);
		buf_free(&c->bodies[i]);
	}
}

#endif

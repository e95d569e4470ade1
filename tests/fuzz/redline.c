/* redline: any bytes as two texts of a section, the older and the newer, parted
 * by a line ====. With all changes accepted the document has the text of the
 * newer, with all rejected that of the older. */
#define _GNU_SOURCE /* memmem */
#include <stdint.h>
#include <stdio.h>

#include "chain.h"
#include "doctext.h"
#include "opccheck.h"
#include "parts.h"
#include "redline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct facts facts;
static char path[] = "-", *paths[] = { path };

/* The text of a package; its changes accepted or rejected. */
static void
read_text(const struct buf *bodies, bool rejected, struct buf *out)
{
	struct buf package = { 0 }, why = { 0 };

	chain_link(bodies, 1, &package);
	if (!opc_check(buf_str(&package), &why) ||
	    !doctext_read(buf_str(&package), rejected, out, &why))
		abort();
	buf_free(&package);
	buf_free(&why);
}

static void
check(const struct buf *body, const struct buf *red, bool rejected)
{
	struct buf plain = { 0 }, changed = { 0 };

	read_text(body, false, &plain);
	read_text(red, rejected, &changed);
	if (!str_equal(buf_str(&plain), buf_str(&changed))) {
		fprintf(stderr, "%s\n====\n%s\n", plain.p, changed.p);
		abort();
	}
	buf_free(&plain);
	buf_free(&changed);
}

static void
begin(struct redline_side *side, const struct buf *body)
{
	side->paths = paths;
	side->blame.other.name = STR("张三");
	side->blame.other.date = STR("");
	if (!wml_read(&side->wml, buf_str(body)))
		abort();
}

/* old and new are of one section each. */
static void
try(const struct buf *old, const struct buf *new, bool paper, bool whole)
{
	struct redline r = { .paper = paper };
	struct buf red = { 0 };

	r.ledger = STR("台账");
	r.numbering = STR("自动编号");
	begin(&r.old, old);
	begin(&r.new, new);
	if (!redline(&r, &red))
		abort();
	if (!paper && whole) {
		check(new, &red, false);
		check(old, &red, true);
	}
	buf_free(&red);
	wml_free(&r.old.wml);
	wml_free(&r.new.wml);
}

/* Of tables of contents and turns of the page the new ones stand alone. */
static bool
has_other(struct str in)
{
	static const char *const names[] = { "toc", "目录", "landscape", "横排",
		"pagebreak", "分页" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_find(in, str_of(names[i]), 0) != (size_t)-1)
			return true;
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = { (const char *)data, size }, rest = in;
	struct chain old = { .n = 1, .facts = &facts }, new = old;
	struct diag quiet = { .to = NULL };
	struct stylesheet sheet;

	old.raws[0] = cut_part(&rest);
	new.raws[0] = cut_part(&rest);
	stylesheet_read(&sheet, NULL, &quiet);
	if (chain_run(&old, &sheet, true) && chain_run(&new, &sheet, true)) {
		try(old.bodies, new.bodies, false, !has_other(in));
		try(old.bodies, new.bodies, true, false);
	}
	chain_free(&old);
	chain_free(&new);
	stylesheet_free(&sheet);
	return 0;
}

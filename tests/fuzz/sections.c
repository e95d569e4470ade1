/* sections: any bytes as facts and as sections, parted by lines ====, through
 * every filter to the package: where no filter finds a fault, it is sound, its
 * charts say one thing, and its text can be read */
#include <stdint.h>

#include "chain.h"
#include "chartcheck.h"
#include "doctext.h"
#include "opccheck.h"
#include "parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size }, text;
	struct diag quiet = { .to = NULL };
	struct buf room = { 0 }, package = { 0 }, out = { 0 }, why = { 0 };
	struct facts fs = { 0 };
	struct chain c = { .facts = &fs };
	struct stylesheet sheet;

	text = source_text(cut_part(&rest), SOURCE_AUTHOR, "-", &quiet, &room);
	factfile_read(&fs, text, "-", FACTFILE_DEFINES, &quiet);
	c.edition = size % 2 ? STR("public") : STR("");
	while (rest.n != 0 && c.n < CHAIN_MOST)
		c.raws[c.n++] = cut_part(&rest);
	stylesheet_read(&sheet, NULL, &quiet);
	if (chain_run(&c, &sheet, false)) {
		chain_link(c.bodies, c.n, &package);
		if (!opc_check(buf_str(&package), &why) ||
		    !charts_check(buf_str(&package), &why) ||
		    !doctext_read(buf_str(&package), false, &out, &why))
			abort();
	}
	chain_free(&c);
	stylesheet_free(&sheet);
	facts_free(&fs);
	buf_free(&room);
	buf_free(&package);
	buf_free(&out);
	buf_free(&why);
	return 0;
}

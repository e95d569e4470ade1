/* text: any bytes as facts and as a section, through every filter but the last;
 * a fault found must keep typeset from making a product */
#include <stdint.h>
#include <stdlib.h>

#include "factfile.h"
#include "fill.h"
#include "outline.h"
#include "source.h"
#include "typeset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str raw = { (const char *)data, size }, text;
	struct buf room = { 0 }, filled = { 0 }, numbered = { 0 }, wml = { 0 };
	struct diag quiet = { .to = NULL };
	struct facts fs = { 0 };
	struct outline *o;
	struct stylesheet sheet;
	bool ok;

	text = source_text(raw, SOURCE_AUTHOR, "-", &quiet, &room);
	factfile_read(&fs, text, "-", FACTFILE_DEFINES, &quiet);
	factfile_read(&fs, text, "-", FACTFILE_MASKS, &quiet);
	fill_text(text, "-", &fs, &quiet, &filled);
	/* from here on only a mark of error tells of the faults before */
	quiet = (struct diag){ .to = NULL };
	buf_clear(&room);
	o = outline_new(STR("public"), &quiet);
	outline_editions(o, STR("public web"));
	outline_add(o, "-",
	    source_text(buf_str(&filled), SOURCE_STAGE, "-", &quiet, &room));
	outline_put(o, 0, &numbered);
	ok = quiet.counts[LEVEL_ERROR] == 0;
	stylesheet_read(&sheet, NULL, &quiet);
	if (typeset_text(buf_str(&numbered), "-", &sheet, true, &quiet, &wml) &&
	    !ok)
		abort();
	outline_free(o);
	stylesheet_free(&sheet);
	facts_free(&fs);
	buf_free(&room);
	buf_free(&filled);
	buf_free(&numbered);
	buf_free(&wml);
	return 0;
}

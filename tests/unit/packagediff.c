/* packagediff: every bit of a package is found when it is changed, and told at
 * its byte; every byte of what zip writes has its place. With the name of a
 * file as its only argument, every bit of that. */
#include <assert.h>
#include <string.h>

#include "io.h"
#include "packagediff.h"
#include "zip.h"
#include "ziplayout.h"

static void
build(struct buf *out)
{
	struct zip *z = zip_new();

	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml", STR("<Types/>"));
	zip_add(z, "word/document.xml",
	    STR("<a>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</a>"));
	zip_add(z, "word/empty.xml", STR(""));
	zip_end(z);
	zip_free(z);
}

static void
flip_all(const struct buf *built)
{
	struct buf file = { 0 }, out = { 0 }, byte = { 0 };
	size_t at;

	buf_adds(&file, buf_str(built));
	assert(!packagediff_put(buf_str(built), buf_str(&file), &out));
	assert(out.n == 0);
	assert(packagediff_distance(buf_str(built), buf_str(&file)) == 0);
	for (at = 0; at < 8 * built->n; at++) {
		file.p[at / 8] = (char)(file.p[at / 8] ^ 1 << at % 8);
		buf_clear(&out);
		buf_clear(&byte);
		buf_addf(&byte, "  byte %zu: ", at / 8 + 1);
		assert(packagediff_put(buf_str(built), buf_str(&file), &out));
		assert(
		    str_find(buf_str(&out), buf_str(&byte), 0) != (size_t)-1);
		assert(
		    packagediff_distance(buf_str(built), buf_str(&file)) != 0);
		file.p[at / 8] = built->p[at / 8];
	}
	buf_free(&file);
	buf_free(&out);
	buf_free(&byte);
}

/* Headers and data of the parts in their order, then the directory. */
static void
place_all(struct str built)
{
	size_t at, changes = 0;
	enum ziplayout where, last = ZIPLAYOUT_NOWHERE;
	struct str name;

	for (at = 0; at < built.n; at++) {
		where = ziplayout_at(built, at, &name);
		assert(where != ZIPLAYOUT_NOWHERE);
		assert((name.n == 0) == (where == ZIPLAYOUT_END));
		changes += where != last;
		last = where;
	}
	/* the last part has no data */
	assert(changes == 5 + 2);
	assert(ziplayout_at(built, at, &name) == ZIPLAYOUT_NOWHERE);
	assert(ziplayout_at(STR("PK"), 0, &name) == ZIPLAYOUT_NOWHERE);
}

int
main(int argc, char **argv)
{
	struct buf built = { 0 };

	if (argc == 2) {
		io_read(argv[1], &built);
		flip_all(&built);
	} else {
		build(&built);
		flip_all(&built);
		place_all(buf_str(&built));
	}
	buf_free(&built);
	return 0;
}

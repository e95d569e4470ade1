/* outline: numbers the headings, tables and references of a report */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "factuse.h"
#include "io.h"
#include "outline.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: outline [-W] [-e EDITION] [-n EDITIONS] [-F FACTS] "
	      "[-o FILE] [FILE ...]\n"
	      "       outline [-W] [-e EDITION] [-n EDITIONS] [-F FACTS] "
	      "-f LIST -s DIR -d DIR\n",
	    stderr);
	_exit(2);
}

/* The bytes of a file, and its text where that had to be mended. */
struct kept {
	struct buf raw, room;
};

/* All sections are read before the first is written: a reference may come
 * before what it names. */
static struct kept *
read_all(const struct stage *st, struct outline *o, struct factuse *use,
    struct diag *d)
{
	struct str text;
	struct kept *kept = mem_alloc(st->n * sizeof(*kept));
	struct buf path = { 0 };
	size_t i;

	for (i = 0; i < st->n; i++) {
		stage_source(st, i, &path);
		io_read(path.p, &kept[i].raw);
		text = source_text(buf_str(&kept[i].raw), SOURCE_STAGE,
		    st->paths[i], d, &kept[i].room);
		factuse_note(use, text);
		outline_add(o, st->paths[i], text);
	}
	buf_free(&path);
	return kept;
}

static void
write_all(const struct stage *st, struct outline *o, struct diag *d)
{
	struct buf out = { 0 }, path = { 0 };
	size_t i;

	for (i = 0; i < st->n; i++) {
		outline_put(o, i, &out);
		if (out.n != 0 && out.p[out.n - 1] != '\n')
			buf_addc(&out, '\n');
		if (st->to == NULL)
			continue;
		stage_target(st, i, &path);
		io_rewrite(path.p, buf_str(&out));
		buf_clear(&out);
	}
	/* in a pipe the marks of error go on; a file is left as it was */
	if (st->to == NULL && (st->output == NULL || !diag_failed(d)))
		io_output(st->output, buf_str(&out));
	buf_free(&out);
	buf_free(&path);
}

static int
run(const struct stage *st, struct outline *o, struct facts *fs, struct diag *d)
{
	struct factuse use = { .facts = fs };
	struct kept *kept = read_all(st, o, &use, d);
	size_t i;

	factuse_warn(&use, d);
	write_all(st, o, d);
	for (i = 0; i < st->n; i++) {
		buf_free(&kept[i].raw);
		buf_free(&kept[i].room);
	}
	free(kept);
	outline_free(o);
	return diag_status(d);
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct stage st = { 0 };
	struct facts fs = { 0 };
	const char *edition = "", *editions = NULL;
	struct outline *o;
	int c, status;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:e:F:f:n:o:s:W")) != -1) {
		if (c == 'F')
			facts_read(&fs, optarg);
		else if (c == 'e')
			edition = optarg;
		else if (c == 'n')
			editions = optarg;
		else if (!stage_option(&st, &d, c, optarg))
			usage();
	}
	stage_open(&st, argv + optind, argc - optind);
	o = outline_new(str_of(edition), &d);
	if (editions != NULL)
		outline_editions(o, str_of(editions));
	status = run(&st, o, &fs, &d);
	stage_free(&st);
	facts_free(&fs);
	return status;
}

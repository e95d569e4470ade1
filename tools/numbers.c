/* numbers: where each number of a report comes from */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "numbers.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: numbers [-W] [-F FACTS] [FILE ...]\n"
	      "       numbers [-W] [-F FACTS] -f LIST -s DIR\n",
	    stderr);
	_exit(2);
}

/* The bytes of a file, and its text where that had to be mended. */
struct kept {
	struct buf raw, room;
};

/* All sections are read before the first is told of: a fact may stand behind
 * the number that contradicts it. */
static struct kept *
read_all(const struct stage *st, struct numbers *ns, struct diag *d)
{
	struct kept *kept = mem_alloc((st->n + 1) * sizeof(*kept));
	struct buf path = { 0 };
	size_t i;

	for (i = 0; i < st->n; i++) {
		kept[i] = (struct kept){ { 0 }, { 0 } };
		stage_source(st, i, &path);
		io_read(path.p, &kept[i].raw);
		numbers_add(ns, st->paths[i],
		    source_text(buf_str(&kept[i].raw), SOURCE_STAGE,
			st->paths[i], d, &kept[i].room));
	}
	buf_free(&path);
	return kept;
}

int
main(int argc, char **argv)
{
	/* what it finds is what it was asked for */
	struct diag d = { .to = stdout };
	struct stage st = { 0 };
	struct facts fs = { 0 };
	struct numbers *ns;
	struct buf out = { 0 };
	struct kept *kept;
	size_t i;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "F:f:s:W")) != -1) {
		if (c == 'F')
			facts_read(&fs, optarg);
		else if (!stage_option(&st, &d, c, optarg))
			usage();
	}
	stage_open(&st, argv + optind, argc - optind);
	ns = numbers_new(&fs, &d);
	kept = read_all(&st, ns, &d);
	numbers_end(ns, &out);
	if (fflush(stdout) != 0)
		die_errno("cannot write standard output");
	io_output(NULL, buf_str(&out));
	for (i = 0; i < st.n; i++) {
		buf_free(&kept[i].raw);
		buf_free(&kept[i].room);
	}
	free(kept);
	numbers_free(ns);
	stage_free(&st);
	facts_free(&fs);
	buf_free(&out);
	return diag_status(&d);
}

/* redline: shows what was changed between two texts as tracked changes */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "redline.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: redline [-p] [-a BLAME] [-g BLAME] [-u AUTHOR] "
	      "-b LIST -B DIR -f LIST -s DIR -d DIR\n",
	    stderr);
	_exit(2);
}

/* The sections of a side, and their texts. */
struct side {
	struct stage stage;
	const char *blame; /* who wrote or took away its lines; or NULL */
	struct buf *texts;
};

static void
read_side(struct side *side, struct redline_side *to)
{
	struct buf path = { 0 };
	size_t i;

	side->texts = mem_alloc((side->stage.n + 1) * sizeof(*side->texts));
	for (i = 0; i < side->stage.n; i++) {
		stage_source(&side->stage, i, &path);
		io_read(path.p, &side->texts[i]);
		if (!wml_read(&to->wml, buf_str(&side->texts[i])))
			die("%s: this is no text of typeset -m", path.p);
	}
	to->paths = side->stage.paths;
	if (side->blame != NULL)
		blame_read(&to->blame, side->blame);
	buf_free(&path);
}

static void
free_side(struct side *side, struct redline_side *from)
{
	while (side->stage.n > 0 && side->texts != NULL)
		buf_free(&side->texts[--side->stage.n]);
	free(side->texts);
	wml_free(&from->wml);
	blame_free(&from->blame);
}

/* Writes the sections of the redline. */
static void
write_all(struct redline *r, const struct stage *st)
{
	struct buf *bodies = mem_alloc((st->n + 1) * sizeof(*bodies));
	struct buf path = { 0 };
	size_t i;

	if (!redline(r, bodies))
		die("a text holds what typeset -m does not write");
	for (i = 0; i < st->n; i++) {
		stage_target(st, i, &path);
		io_folder_of(path.p);
		io_rewrite(path.p, buf_str(&bodies[i]));
		buf_free(&bodies[i]);
	}
	free(bodies);
	buf_free(&path);
}

int
main(int argc, char **argv)
{
	struct side old = { .stage = { .from_ending = ".wml" } }, new = {
		.stage = { .from_ending = ".wml", .to_ending = ".wml" }
	};
	struct redline r = { .paper = false };
	struct diag d = { .to = stderr };
	struct str author = STR("author");
	int c;

	die_name(argv[0]);
	r.ledger = STR("台账");
	r.numbering = STR("自动编号");
	while ((c = getopt(argc, argv, "a:b:B:d:f:g:ps:u:")) != -1) {
		if (c == 'a')
			new.blame = optarg;
		else if (c == 'g')
			old.blame = optarg;
		else if (c == 'b')
			old.stage.list = optarg;
		else if (c == 'B')
			old.stage.from = old.stage.to = optarg;
		else if (c == 'p')
			r.paper = true;
		else if (c == 'u')
			author = str_of(optarg);
		else if (!stage_option(&new.stage, &d, c, optarg))
			usage();
	}
	r.new.blame.other.name = r.old.blame.other.name = author;
	r.new.blame.other.date = r.old.blame.other.date = STR("");
	if (old.stage.list == NULL || old.stage.from == NULL ||
	    new.stage.list == NULL || new.stage.to == NULL)
		usage();
	stage_open(&old.stage, argv + optind, argc - optind);
	stage_open(&new.stage, argv + optind, argc - optind);
	read_side(&old, &r.old);
	read_side(&new, &r.new);
	write_all(&r, &new.stage);
	free_side(&old, &r.old);
	free_side(&new, &r.new);
	stage_free(&old.stage);
	stage_free(&new.stage);
	return 0;
}

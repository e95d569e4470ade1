/* why: where a number of the report comes from, and where it stands */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "factset.h"
#include "io.h"
#include "lang.h"
#include "source.h"
#include "stage.h"
#include "why.h"

static _Noreturn void
usage(void)
{
	fputs("usage: why [-l FOLDER] [-r FILE] [-m FILE] [-f LIST -s DIR] "
	      "NAME FACTS ...\n",
	    stderr);
	_exit(2);
}

static void
put_places(
    const struct stage *st, struct str name, struct diag *d, struct buf *out)
{
	struct buf path = { 0 }, raw = { 0 }, room = { 0 };
	size_t i, found = 0;

	for (i = 0; i < st->n; i++) {
		buf_clear(&path);
		buf_clear(&raw);
		stage_source(st, i, &path);
		io_read(path.p, &raw);
		found += why_places(source_text(buf_str(&raw), SOURCE_STAGE,
					st->paths[i], d, &room),
		    st->paths[i], name, out);
	}
	if (found == 0)
		buf_addz(out, lang_text("no section shows it\n"));
	buf_free(&path);
	buf_free(&raw);
	buf_free(&room);
}

/* Answers for one name; false, after a message, where there is no answer. */
static bool
answer(struct factset *set, const struct stage *st, struct str name,
    struct diag *d)
{
	const struct fact *f = facts_find(&set->facts, name);
	struct buf out = { 0 };

	if (f == NULL) {
		facts_nearest(&set->facts, name, &out);
		diag_say(d, (struct place){ "NAME", 0, 0 }, LEVEL_ERROR, "fact",
		    "no fact is named %.*s%s", STR_ARG(name),
		    out.n != 0 ? out.p : "");
	} else if (f->state != FACT_ERROR) {
		why_fact(set, name, &out);
		buf_addz(&out, lang_text("\nused in\n"));
		why_formulas(set, name, &out);
		if (st->list != NULL)
			put_places(st, name, d, &out);
		io_output(NULL, buf_str(&out));
	}
	buf_free(&out);
	return f != NULL && f->state != FACT_ERROR;
}

int
main(int argc, char **argv)
{
	struct factset set = { 0 };
	struct stage st = { 0 };
	struct diag d = { .to = stderr };
	struct str name;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "f:l:m:r:s:")) != -1)
		if (!factset_option(&set, c, optarg) &&
		    !stage_option(&st, &d, c, optarg))
			usage();
	if (argc - optind < 2)
		usage();
	name = str_of(argv[optind]);
	factset_read(&set, argv + optind + 1, (size_t)(argc - optind - 1), &d);
	if (st.list != NULL)
		stage_open(&st, argv + argc, 0);
	if (!answer(&set, &st, name, &d) && d.counts[LEVEL_ERROR] == 0)
		d.counts[LEVEL_ERROR]++;
	stage_free(&st);
	factset_free(&set);
	return diag_status(&d);
}

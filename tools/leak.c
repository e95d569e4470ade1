/* leak: looks for the values that an edition hides */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "factset.h"
#include "hiddenuse.h"
#include "io.h"
#include "leakbare.h"
#include "leakreport.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: leak [-x HIDDEN] [-l FOLDER] [-r FILE] [-m FILE] -p FILE "
	      "[FACTS ...]\n"
	      "       leak [-n] [-e EDITION] -x HIDDEN -F FACTS -f LIST -s DIR "
	      "-o HIDDEN\n",
	    stderr);
	_exit(2);
}

/* What is looked through. */
struct work {
	const char *edition, *product;
	bool nouns_only;
	struct stage stage; /* of the texts, where there are any */
	struct factset set;
	struct facts facts; /* as facts lists them, where there are texts */
	struct hidden hidden;
	struct buf *texts;
};

static void
read_texts(struct work *w)
{
	struct hiddenuse *use = hiddenuse_new();
	struct buf path = { 0 };
	size_t i;

	w->texts = mem_alloc((w->stage.n + 1) * sizeof(*w->texts));
	for (i = 0; i < w->stage.n; i++) {
		stage_source(&w->stage, i, &path);
		io_read(path.p, &w->texts[i]);
		hiddenuse_take(use, &w->hidden, buf_str(&w->texts[i]));
	}
	hiddenuse_free(use);
	buf_free(&path);
}

static void
check_texts(struct work *w, const struct leakset *ls, struct diag *d)
{
	struct leakbare *lb =
	    leakbare_new(ls, &w->hidden, &w->facts, w->edition, d);
	size_t i;

	for (i = 0; i < w->stage.n && !w->nouns_only; i++)
		leakbare_find(lb, w->stage.paths[i], buf_str(&w->texts[i]));
	leakbare_free(lb);
}

static void
check_product(const struct work *w, const struct leakset *ls, struct diag *d)
{
	struct buf raw = { 0 };

	if (w->product == NULL)
		return;
	io_read(w->product, &raw);
	leakreport_product(ls, w->product, buf_str(&raw), d);
	buf_free(&raw);
}

static void
run(struct work *w, const char *output, struct diag *d)
{
	struct leakset *ls;
	size_t i;

	hidden_take(&w->hidden, &w->set.facts);
	if (w->stage.list != NULL)
		read_texts(w);
	ls = leakset_new(&w->hidden);
	if (w->stage.list != NULL)
		check_texts(w, ls, d);
	check_product(w, ls, d);
	if (!w->nouns_only)
		leakreport_short(ls, &w->hidden, d);
	if (output != NULL)
		hidden_write(&w->hidden, output);
	leakset_free(ls);
	for (i = 0; i < w->stage.n && w->texts != NULL; i++)
		buf_free(&w->texts[i]);
	free(w->texts);
}

int
main(int argc, char **argv)
{
	struct work w = { .edition = "" };
	struct diag d = { .to = stderr };
	const char *output = NULL;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "e:f:F:l:m:no:p:r:s:x:")) != -1) {
		if (c == 'e')
			w.edition = optarg;
		else if (c == 'F')
			facts_read(&w.facts, optarg);
		else if (c == 'n')
			w.nouns_only = true;
		else if (c == 'o')
			output = optarg;
		else if (c == 'p')
			w.product = optarg;
		else if (c == 'x')
			hidden_read(&w.hidden, optarg);
		else if (c == 'f' || c == 's')
			stage_option(&w.stage, &d, c, optarg);
		else if (!factset_option(&w.set, c, optarg))
			usage();
	}
	if ((w.stage.list == NULL) != (w.stage.from == NULL) ||
	    (w.product == NULL && w.stage.list == NULL))
		usage();
	if (optind < argc)
		factset_read(
		    &w.set, argv + optind, (size_t)(argc - optind), &d);
	if (w.stage.list != NULL)
		stage_open(&w.stage, argv + argc, 0);
	run(&w, output, &d);
	hidden_free(&w.hidden);
	facts_free(&w.facts);
	factset_free(&w.set);
	stage_free(&w.stage);
	return diag_status(&d);
}

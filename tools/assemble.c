/* assemble: links typeset sections and a style into a DOCX */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "chartcheck.h"
#include "created.h"
#include "die.h"
#include "docx.h"
#include "io.h"
#include "lang.h"
#include "leakreport.h"
#include "opccheck.h"
#include "receipt.h"
#include "review.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: assemble [-v] [-t STYLE] [-o FILE] [FILE ...]\n"
	      "       assemble [-lrv] [-R COMMIT] [-e EDITION] [-x HIDDEN] "
	      "[-t STYLE] [-o FILE] -f LIST -s DIR\n",
	    stderr);
	_exit(2);
}

/* Takes a section into a copy for review: its bookmarks go into the text. */
static bool
mark_section(struct review *r, const char *path, struct buf *raw)
{
	struct buf marked = { 0 };
	bool fine = review_body(r, path, buf_str(raw), &marked);

	buf_free(raw);
	*raw = marked;
	return fine;
}

/* Reads all sections, for review where r is not NULL; false, after a message,
 * where one is not whole. */
static bool
read_all(struct docx *doc, const struct stage *st, struct review *r,
    struct buf *raws, struct diag *d)
{
	struct buf path = { 0 };
	bool ok = true;
	size_t i;

	for (i = 0; i < st->n; i++) {
		stage_source(st, i, &path);
		io_read(path.p, &raws[i]);
		if ((r == NULL || mark_section(r, st->paths[i], &raws[i])) &&
		    docx_add(doc, buf_str(&raws[i])))
			continue;
		ok = false;
		diag_say(d, (struct place){ path.p, 0, 0 }, LEVEL_ERROR,
		    "section",
		    "this is no whole product of typeset; mend the faults that "
		    "an earlier filter told");
	}
	buf_free(&path);
	return ok;
}

/* Dies unless the package is as sound as its reader wants any to be, and its
 * charts say one thing; f is its file, or NULL. */
static void
check(struct str package, const char *path, struct io_file *f)
{
	struct buf why = { 0 };

	if (opc_check(package, &why) && charts_check(package, &why))
		return;
	if (f != NULL)
		io_abandon(f);
	die("%s was not written: what came out is not sound: %s", path, why.p);
}

/* The product is read back from the disk and checked before it takes its
 * place. */
static void
write_checked(const char *path, struct str package)
{
	struct buf back = { 0 };
	struct io_file f;

	io_begin(&f, path);
	io_put(&f, package);
	io_read_back(&f, &back);
	if (f.temporary != NULL && !str_equal(buf_str(&back), package))
		die("%s: the disk gives back other bytes", path);
	check(package, path, &f);
	io_commit(&f, true);
	buf_free(&back);
}

/* Gives the document a receipt for the inputs in the list. */
static void
add_receipt(struct docx *doc, const char *list)
{
	struct buf text = { 0 };

	if (list == NULL)
		usage();
	io_read(list, &text);
	receipt_put(buf_str(&text), &doc->receipt);
	buf_free(&text);
}

/* Says whether a package is free of what an edition hides, if it does. */
static bool
hides(const struct hidden *h, const char *path, struct str package,
    struct diag *d)
{
	struct leakset *ls;
	bool fine;

	if (h->n == 0)
		return true;
	ls = leakset_new(h);
	fine = leakreport_product(
	    ls, path != NULL ? path : "standard output", package, d);
	leakset_free(ls);
	return fine;
}

static bool
write_document(struct docx *doc, const struct hidden *h, const char *path,
    struct diag *d)
{
	struct buf package = { 0 };
	bool fine;

	docx_write(doc, &package);
	fine = hides(h, path, buf_str(&package), d);
	if (!fine) {
		/* what stood there, stands there */
	} else if (path != NULL) {
		write_checked(path, buf_str(&package));
	} else {
		check(buf_str(&package), lang_text("standard output"), NULL);
		io_output(NULL, buf_str(&package));
	}
	buf_free(&package);
	return fine;
}

/* Links the sections. */
static void
link_all(struct docx *doc, const struct stage *st, struct review *r,
    const struct hidden *h, bool verbose, struct diag *d)
{
	struct buf *raws = mem_alloc((st->n + 1) * sizeof(*raws));
	size_t i;

	if (read_all(doc, st, r, raws, d)) {
		if (r != NULL) {
			review_end(r);
			buf_adds(&doc->manifest, buf_str(&r->manifest));
		}
		if (write_document(doc, h, st->output, d) && verbose &&
		    st->output != NULL &&
		    (puts(st->output) < 0 || fflush(stdout) != 0))
			die_errno("cannot write standard output");
	}
	for (i = 0; i < st->n; i++)
		buf_free(&raws[i]);
	free(raws);
}

int
main(int argc, char **argv)
{
	struct stage st = { .from_ending = ".wml" };
	struct diag d = { .to = stderr };
	const char *style = NULL, *commit = NULL, *edition = "";
	struct review review = { .sections = 0 };
	struct docx doc = { 0 };
	struct hidden hidden = { 0 };
	bool receipt = false, verbose = false;
	char date[CREATED];
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "e:f:lo:rR:s:t:vx:")) != -1) {
		if (c == 'r')
			receipt = true;
		else if (c == 'R')
			commit = optarg;
		else if (c == 'e')
			edition = optarg;
		else if (c == 'l')
			doc.line_numbers = true;
		else if (c == 't')
			style = optarg;
		else if (c == 'v')
			verbose = true;
		else if (c == 'x')
			hidden_read(&hidden, optarg);
		else if (!stage_option(&st, &d, c, optarg))
			usage();
	}
	stage_open(&st, argv + optind, argc - optind);
	doc.created = created_date(date);
	if (!docx_read_style(&doc, style, &d))
		return 1;
	if (receipt)
		add_receipt(&doc, st.list);
	if (commit != NULL)
		review_begin(&review, str_of(commit), str_of(edition));
	link_all(
	    &doc, &st, commit != NULL ? &review : NULL, &hidden, verbose, &d);
	review_free(&review);
	docx_free(&doc);
	hidden_free(&hidden);
	stage_free(&st);
	return diag_status(&d);
}

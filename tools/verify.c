/* verify: what a document was built from, and whether it was altered since */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "history.h"
#include "inputs.h"
#include "io.h"
#include "manifest.h"
#include "packagediff.h"
#include "receiptread.h"
#include "search.h"
#include "version.h"

static _Noreturn void
usage(void)
{
	fputs("usage: verify [-n | -t] BUILT.docx FILE.docx\n"
	      "       verify -i FILE.docx\n"
	      "       verify [-s] -f LIST [-g TOP -p PREFIX -d DIR] [-r FACTS] "
	      "FILE.docx\n",
	    stderr);
	_exit(2);
}

/* What to do, and for a search, where. */
struct options {
	bool identify, number, text, styles;
	const char *list, *top, *prefix, *folder, *facts;
};

/* Says what a file is that has no sound receipt. */
static void
identify_other(
    struct str file, enum receiptread kind, struct str why, struct buf *out)
{
	struct manifest m = { .commit = { 0 } };
	struct buf no = { 0 };

	if (kind == RECEIPTREAD_NONE && manifest_read(file, &m, &no))
		buf_addf(out, "review %s %.*s\n", m.commit.p,
		    STR_ARG(buf_str(&m.edition)));
	else if (kind == RECEIPTREAD_NONE)
		buf_addf(out, "none\n%.*s\n", STR_ARG(why));
	else
		buf_addf(out, "damaged\n%.*s\n", STR_ARG(why));
	manifest_free(&m);
	buf_free(&no);
}

/* Prints the version of the program and the document's date of creation, then
 * what the document says that it is. */
static int
identify(const char *path)
{
	struct buf file = { 0 }, why = { 0 }, out = { 0 };
	struct receipt r = { .version = { 0 } };
	enum receiptread kind;
	long long created;

	io_read(path, &file);
	buf_addz(&out, VERSION);
	if (!receiptread_created(buf_str(&file), &created))
		buf_addz(&out, " damaged");
	else if (created >= 0)
		buf_addf(&out, " %lld", created);
	buf_addc(&out, '\n');
	kind = receiptread_file(buf_str(&file), &r, &why);
	if (kind == RECEIPTREAD_FINE)
		buf_addf(&out, "receipt %s\n", r.version.p);
	else
		identify_other(buf_str(&file), kind, buf_str(&why), &out);
	io_output(NULL, buf_str(&out));
	receipt_free(&r);
	buf_free(&file);
	buf_free(&why);
	buf_free(&out);
	return kind == RECEIPTREAD_FINE ? 0 : 1;
}

/* Looks through the commits on standard input, the newest first. */
static void
search_commits(struct search *s)
{
	struct buf commits = { 0 };
	struct str rest, line;

	io_read("-", &commits);
	rest = buf_str(&commits);
	while (str_line(&rest, &line))
		if (!search_commit(s, line))
			break;
	buf_free(&commits);
}

/* Prints where the contents are that the receipt names. Style sheets may as
 * well be those that stand. */
static int
search(const struct options *o, const char *path)
{
	struct buf file = { 0 }, why = { 0 }, list = { 0 }, overlay = { 0 };
	struct receipt r = { .version = { 0 } };
	struct search s = { .receipt = &r };
	struct buf out = { 0 };

	io_read(path, &file);
	io_read(o->list, &list);
	if (receiptread_file(buf_str(&file), &r, &why) != RECEIPTREAD_FINE)
		die("%s: %s", path, why.p);
	if (o->facts != NULL)
		inputs_put_file(INPUT_FACTS, o->facts, &overlay);
	s.what = o->styles ? HISTORY_STYLES : HISTORY_REPORT;
	s.overlay = buf_str(&overlay);
	search_standing(&s, buf_str(&list));
	if (o->top != NULL && !(o->styles && s.found)) {
		s.history = history_new(s.what, o->top, o->prefix, o->folder);
		search_commits(&s);
	}
	buf_addf(&out, "%s %s %zu %zu\n", s.found ? "found" : "nearest",
	    s.commit.n != 0 ? s.commit.p : "standing", s.same, s.files);
	if (!s.found)
		search_tell(&s, &out);
	io_output(NULL, buf_str(&out));
	history_free(s.history);
	search_free(&s);
	receipt_free(&r);
	buf_free(&file);
	buf_free(&why);
	buf_free(&list);
	buf_free(&overlay);
	buf_free(&out);
	return s.found ? 0 : 1;
}

/* Compares what was built with a file. */
static int
compare(const struct options *o, const char *built, const char *path)
{
	struct buf a = { 0 }, b = { 0 }, out = { 0 };
	bool differ;

	io_read(built, &a);
	io_read(path, &b);
	if (o->number)
		buf_addf(&out, "%" PRIu64 "\n",
		    packagediff_distance(buf_str(&a), buf_str(&b)));
	if (o->number)
		differ = !str_equal(buf_str(&a), buf_str(&b));
	else if (!o->text)
		differ = packagediff_put(buf_str(&a), buf_str(&b), &out);
	else if (!packagediff_text(buf_str(&a), buf_str(&b), &out, &differ))
		die("%s: its text cannot be read", path);
	io_output(NULL, buf_str(&out));
	buf_free(&a);
	buf_free(&b);
	buf_free(&out);
	return differ ? 1 : 0;
}

static void
read_options(struct options *o, int argc, char **argv)
{
	int c;

	while ((c = getopt(argc, argv, "d:f:g:inp:r:st")) != -1) {
		if (c == 'd')
			o->folder = optarg;
		else if (c == 'f')
			o->list = optarg;
		else if (c == 'g')
			o->top = optarg;
		else if (c == 'i')
			o->identify = true;
		else if (c == 'n')
			o->number = true;
		else if (c == 'p')
			o->prefix = optarg;
		else if (c == 'r')
			o->facts = optarg;
		else if (c == 's')
			o->styles = true;
		else if (c == 't')
			o->text = true;
		else
			usage();
	}
	if (o->top != NULL && (o->prefix == NULL || o->folder == NULL))
		usage();
}

int
main(int argc, char **argv)
{
	struct options o = { .list = NULL };

	die_name(argv[0]);
	read_options(&o, argc, argv);
	argv += optind;
	argc -= optind;
	if (argc == 1 && o.identify)
		return identify(argv[0]);
	if (argc == 1 && o.list != NULL)
		return search(&o, argv[0]);
	if (argc != 2 || o.identify || o.list != NULL)
		usage();
	return compare(&o, argv[0], argv[1]);
}

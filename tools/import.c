/* import: an existing report as the sections and facts of a new one */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "diag.h"
#include "importdocx.h"
#include "importfacts.h"
#include "importroles.h"
#include "importtext.h"
#include "importwrite.h"
#include "io.h"
#include "source.h"
#include "unfinished.h"

static void
usage(void)
{
	fputs("usage: import [-p] [-c accept|reject|keep] -d FOLDER FILE\n",
	    stderr);
	exit(2);
}

static enum importdocx_changes
changes_of(const char *name)
{
	static const char *const names[] = { "accept", "reject", "keep" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return (enum importdocx_changes)i;
	usage();
	return CHANGES_ACCEPT;
}

/* Nothing is ever overwritten: the folder is new, or empty. */
static void
check_folder(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *e;

	if (dir == NULL && errno == ENOENT)
		return;
	if (dir == NULL)
		die_errno("cannot use %s", path);
	for (errno = 0; (e = readdir(dir)) != NULL; errno = 0)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			die("%s is not empty; name a new folder: nothing is "
			    "overwritten",
			    path);
	if (errno != 0)
		die_errno("cannot use %s", path);
	closedir(dir);
}

/* Says whether a file is some kind of document, sound or not, and no text. */
static bool
is_document(struct str file)
{
	static const struct str heads[] = { { "PK", 2 },
		{ "\xd0\xcf\x11\xe0", 4 }, { "%PDF-", 5 }, { "{\\rtf", 5 },
		{ "<?xml", 5 }, { "\xef\xbb\xbf<?xml", 8 } };
	size_t i;

	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (str_starts(file, heads[i]))
			return true;
	return file.n == 0;
}

/* Reads the old report; false where it cannot be, which was told. */
static bool
read_report(const char *path, enum importdocx_changes changes, struct diag *d,
    struct olddoc *doc)
{
	struct buf file = { 0 }, room = { 0 }, why = { 0 };
	struct str text;

	io_read(path, &file);
	if (is_document(buf_str(&file))) {
		if (!importdocx_read(
			buf_str(&file), changes, path, d, doc, &why))
			diag_say(d, (struct place){ .path = path }, LEVEL_ERROR,
			    "docx", "%s", why.p);
	} else {
		text =
		    source_text(buf_str(&file), SOURCE_AUTHOR, path, d, &room);
		if (!diag_failed(d))
			importtext_read(text, doc);
	}
	if (!diag_failed(d) && doc->n == 0)
		diag_say(d, (struct place){ .path = path }, LEVEL_ERROR,
		    "import", "there is no text in it");
	buf_free(&file);
	buf_free(&room);
	buf_free(&why);
	return !diag_failed(d);
}

/* Makes a folder, to stand when all that is to be in it does. */
static void
make_folder(const char *path)
{
	if (access(path, F_OK) == 0)
		return;
	if (errno != ENOENT)
		die_errno("cannot use %s", path);
	unfinished_plan(path);
	io_folder(path);
	unfinished_made(path);
}

static void
save(const char *folder, struct str name, struct str bytes)
{
	struct buf path = { 0 };
	size_t slash = str_find(name, STR("/"), 0);

	if (slash != (size_t)-1) {
		buf_addf(
		    &path, "%s/%.*s", folder, STR_ARG(str_cut(name, 0, slash)));
		make_folder(path.p);
		buf_clear(&path);
	}
	buf_addf(&path, "%s/%.*s", folder, STR_ARG(name));
	unfinished_plan(path.p);
	unfinished_made(path.p);
	io_save(path.p, bytes);
	buf_free(&path);
}

static void
write_report(
    const struct olddoc *doc, bool plain, const char *from, const char *folder)
{
	struct importfacts facts = { 0 };
	struct importfiles files = { 0 };
	const char *slash = strrchr(from, '/');
	size_t i;

	if (!plain)
		importfacts_find(doc, &facts);
	importwrite_make(doc, plain ? NULL : &facts,
	    slash != NULL ? slash + 1 : from, &files);
	make_folder(folder);
	for (i = 0; i < doc->files_n; i++)
		save(folder, buf_str(&doc->files[i].path),
		    buf_str(&doc->files[i].bytes));
	for (i = 0; i < files.n; i++)
		save(folder, buf_str(&files.list[i].name),
		    buf_str(&files.list[i].text));
	unfinished_keep_all();
	importwrite_free(&files);
	importfacts_free(&facts);
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct olddoc doc = { 0 };
	enum importdocx_changes changes = CHANGES_ACCEPT;
	const char *folder = NULL;
	bool plain = false;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "c:d:p")) != -1) {
		if (c == 'c')
			changes = changes_of(optarg);
		else if (c == 'd')
			folder = optarg;
		else if (c == 'p')
			plain = true;
		else
			usage();
	}
	if (argc - optind != 1 || folder == NULL)
		usage();
	check_folder(folder);
	if (read_report(argv[optind], changes, &d, &doc)) {
		importroles_find(&doc);
		write_report(&doc, plain, argv[optind], folder);
	}
	olddoc_free(&doc);
	return diag_status(&d);
}

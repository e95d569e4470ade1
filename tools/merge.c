/* merge: brings the edits of reviewers back into the author's sections */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "facts.h"
#include "io.h"
#include "manifest.h"
#include "mergewrite.h"
#include "source.h"
#include "stage.h"
#include "tokenlines.h"
#include "utf8.h"

static _Noreturn void
usage(void)
{
	fputs("usage: merge [-F FACTS] [-p FOLDER] -u SENT.docx -f LIST -s DIR "
	      "-d DIR REVIEWED.docx ...\n"
	      "       merge -m REVIEWED.docx\n"
	      "       merge -w SECTION BEFORE FILE\n"
	      "       merge -x FILE OUTPUT\n"
	      "       merge -j FILE OUTPUT\n",
	    stderr);
	_exit(2);
}

/* The texts of the sections: the author's, and what outline wrote. */
struct texts {
	struct buf *raw, *outlined, *rooms;
	struct str *files, *texts;
};

static bool
is_utf8(struct str s)
{
	size_t at = 0, n;
	uint32_t c;

	while (at < s.n && (n = utf8_next(s, at, &c)) != 0)
		at += n;
	return at == s.n;
}

static void
read_texts(struct texts *t, const struct stage *st, struct diag *d)
{
	size_t n = st->n + 1, i;
	struct buf path = { 0 };

	t->raw = mem_alloc(n * sizeof(*t->raw));
	t->outlined = mem_alloc(n * sizeof(*t->outlined));
	t->rooms = mem_alloc(n * sizeof(*t->rooms));
	t->files = mem_alloc(n * sizeof(*t->files));
	t->texts = mem_alloc(n * sizeof(*t->texts));
	for (i = 0; i < st->n; i++) {
		io_read(st->paths[i], &t->raw[i]);
		if (!is_utf8(buf_str(&t->raw[i])))
			die("%s: not in UTF-8; save it as UTF-8 and send a new "
			    "copy out",
			    st->paths[i]);
		t->files[i] = buf_str(&t->raw[i]);
		stage_source(st, i, &path);
		io_read(path.p, &t->outlined[i]);
		t->texts[i] = source_text(buf_str(&t->outlined[i]),
		    SOURCE_STAGE, st->paths[i], d, &t->rooms[i]);
	}
	buf_free(&path);
}

static void
free_texts(struct texts *t, size_t n)
{
	while (n > 0) {
		buf_free(&t->raw[--n]);
		buf_free(&t->outlined[n]);
		buf_free(&t->rooms[n]);
	}
	free(t->raw);
	free(t->outlined);
	free(t->rooms);
	free(t->files);
	free(t->texts);
}

/* Reads the copy that was sent out, and maps it to the sections. */
static void
begin(struct merge *m, const struct texts *t, const struct stage *st,
    const char *sent, struct manifest *marks)
{
	struct buf file = { 0 }, why = { 0 };

	m->files = t->files;
	m->texts = t->texts;
	m->paths = st->paths;
	m->files_n = st->n;
	sourcetext_read(&m->base, &m->ids, st->paths, t->texts, st->n);
	io_read(sent, &file);
	if (!manifest_read(buf_str(&file), marks, &why))
		die("%s: %s", sent, why.p);
	m->marks = marks;
	if (!docstream_read(&m->sent, &m->ids, buf_str(&file), STREAM_NONE,
		STR(""), NULL, &why))
		die("%s: %s", sent, why.p);
	merge_begin(m);
	buf_free(&file);
}

/* Prints the commit that a copy is of, and its edition. */
static int
tell_manifest(const char *path, struct diag *d)
{
	struct manifest m = { .commit = { 0 } };
	struct buf file = { 0 }, why = { 0 }, out = { 0 };

	io_read(path, &file);
	if (manifest_read(buf_str(&file), &m, &why)) {
		buf_addf(&out, "%s\n%s\n", m.commit.p,
		    m.edition.n != 0 ? m.edition.p : "");
		io_output(NULL, buf_str(&out));
	} else {
		d->to = stderr;
		diag_say(d, (struct place){ .path = path }, LEVEL_ERROR, "docx",
		    "%s", why.p);
	}
	manifest_free(&m);
	buf_free(&file);
	buf_free(&why);
	buf_free(&out);
	return diag_status(d);
}

/* Puts the text of a file into a section that still is as it was, whole or not
 * at all. */
static int
write_section(const char *section, const char *was, const char *path)
{
	struct buf before = { 0 }, text = { 0 };

	io_read(was, &before);
	io_read(path, &text);
	io_replace(section, buf_str(&before), buf_str(&text));
	buf_free(&before);
	buf_free(&text);
	return 0;
}

/* Writes a text with a token a line, so that git can merge what was changed in
 * one paragraph; or puts such a text together again. */
static int
split_text(bool joins, const char *path, const char *output)
{
	struct buf text = { 0 }, out = { 0 };

	io_read(path, &text);
	(joins ? tokenlines_join : tokenlines_split)(buf_str(&text), &out);
	io_save(output, buf_str(&out));
	buf_free(&text);
	buf_free(&out);
	return 0;
}

int
main(int argc, char **argv)
{
	struct stage st = { .list = NULL };
	struct diag d = { .to = stdout };
	struct facts fs = { 0 };
	struct merge m = { .files_n = 0 };
	struct manifest marks = { .blocks_n = 0 };
	struct texts t;
	const char *sent = NULL, *author = NULL;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:f:F:j:m:p:s:u:w:x:")) != -1) {
		if (c == 'm' && argc == 3)
			return tell_manifest(optarg, &d);
		else if (c == 'w' && argc == 5)
			return write_section(optarg, argv[3], argv[4]);
		else if ((c == 'x' || c == 'j') && argc == 4)
			return split_text(c == 'j', optarg, argv[3]);
		else if (c == 'F')
			facts_read(&fs, optarg);
		else if (c == 'p')
			author = optarg;
		else if (c == 'u')
			sent = optarg;
		else if (!stage_option(&st, &d, c, optarg))
			usage();
	}
	if (sent == NULL || st.list == NULL || st.from == NULL ||
	    st.to == NULL || optind == argc)
		usage();
	stage_open(&st, argv + argc, 0);
	read_texts(&t, &st, &d);
	begin(&m, &t, &st, sent, &marks);
	mergewrite_all(
	    &m, &fs, argv + optind, (size_t)(argc - optind), st.to, author, &d);
	if (fflush(stdout) != 0)
		die_errno("cannot write standard output");
	merge_free(&m);
	manifest_free(&marks);
	free_texts(&t, st.n);
	stage_free(&st);
	facts_free(&fs);
	return diag_status(&d);
}

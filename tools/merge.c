/* merge: brings the edits of reviewers back into the author's sections */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "facts.h"
#include "io.h"
#include "mergewrite.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: merge [-F FACTS] -u SENT.docx -f LIST -s DIR -d DIR "
	      "REVIEWED.docx ...\n",
	    stderr);
	_exit(2);
}

/* The texts of the sections: the author's, and what outline wrote. */
struct texts {
	struct buf *raw, *outlined, *rooms;
	struct str *files, *texts;
};

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
    const char *sent)
{
	struct buf file = { 0 }, why = { 0 };

	m->files = t->files;
	m->texts = t->texts;
	m->paths = st->paths;
	m->files_n = st->n;
	sourcetext_read(&m->base, &m->ids, st->paths, t->texts, st->n);
	io_read(sent, &file);
	if (!docstream_read(&m->sent, &m->ids, buf_str(&file), STREAM_NONE,
		STR(""), NULL, &why))
		die("%s: %s", sent, why.p);
	merge_begin(m);
	buf_free(&file);
}

int
main(int argc, char **argv)
{
	struct stage st = { .list = NULL };
	struct diag d = { .to = stdout };
	struct facts fs = { 0 };
	struct merge m = { .files_n = 0 };
	struct texts t;
	const char *sent = NULL;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:f:F:s:u:")) != -1) {
		if (c == 'F')
			facts_read(&fs, optarg);
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
	begin(&m, &t, &st, sent);
	mergewrite_all(
	    &m, &fs, argv + optind, (size_t)(argc - optind), st.to, &d);
	if (fflush(stdout) != 0)
		die_errno("cannot write standard output");
	merge_free(&m);
	free_texts(&t, st.n);
	stage_free(&st);
	facts_free(&fs);
	return diag_status(&d);
}

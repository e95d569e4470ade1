/* stage: the texts of a report on their way through one filter */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "hash.h"
#include "io.h"
#include "memo.h"
#include "stage.h"

bool
stage_option(struct stage *st, struct diag *d, int option, char *value)
{
	switch (option) {
	case 'd':
		st->to = value;
		return true;
	case 'f':
		st->list = value;
		return true;
	case 'o':
		st->output = value;
		return true;
	case 's':
		st->from = value;
		return true;
	case 'W':
		d->strict = true;
		return true;
	}
	return false;
}

static void
add_path(struct stage *st, char *path)
{
	st->paths = mem_more(st->paths, st->n, sizeof(*st->paths));
	st->paths[st->n++] = path;
}

/* Reads the list; its lines that begin with a tab tell what else the report is
 * made from (sections.1), and so belong to the key. */
static void
read_list(struct stage *st)
{
	struct str rest, line;
	size_t tab;

	io_read(st->list, &st->text);
	rest = buf_str(&st->text);
	while (str_line(&rest, &line)) {
		if (line.n == 0)
			continue;
		if (line.p[0] == '\t') {
			buf_adds(&st->key, line);
			continue;
		}
		tab = str_find(line, STR("\t"), 0);
		if (tab == (size_t)-1)
			tab = line.n;
		add_path(st, st->text.p + (line.p - st->text.p));
		st->text.p[(size_t)(line.p - st->text.p) + tab] = '\0';
	}
}

void
stage_open(struct stage *st, char **operands, int n)
{
	static char standard_input[] = "-";
	int i;

	if (st->list != NULL && n != 0)
		die("give files or -f LIST, not both");
	if (st->to != NULL && st->list == NULL)
		die("-d DIR goes with -f LIST");
	if (st->to != NULL && st->output != NULL)
		die("give -d DIR or -o FILE, not both");
	if (st->list != NULL)
		read_list(st);
	for (i = 0; i < n; i++)
		add_path(st, operands[i]);
	if (st->n == 0 && st->list == NULL)
		add_path(st, standard_input);
	if (st->to != NULL)
		io_folder(st->to);
}

static void
add_in(
    const char *folder, const char *path, const char *ending, struct buf *out)
{
	const char *slash = strrchr(path, '/');
	struct str name = str_of(slash != NULL ? slash + 1 : path);

	buf_addf(out, "%s/", folder);
	if (ending != NULL && str_ends(name, STR(".txt")))
		name.n -= 4;
	buf_adds(out, name);
	if (ending != NULL)
		buf_addz(out, ending);
}

void
stage_source(const struct stage *st, size_t i, struct buf *out)
{
	buf_clear(out);
	if (st->from != NULL)
		add_in(st->from, st->paths[i], st->from_ending, out);
	else
		buf_addz(out, st->paths[i]);
}

void
stage_target(const struct stage *st, size_t i, struct buf *out)
{
	buf_clear(out);
	add_in(st->to, st->paths[i], st->to_ending, out);
}

/* The state of a run over all texts, and buffers for one at a time. */
struct run {
	struct stage *st;
	struct diag *d;
	stage_work *work;
	void *ctx;
	bool keep_faulty;
	struct memo memo;
	struct buf raw, product, path, hash;
};

/* What work on a text came to. */
enum outcome { SOUND, WARNED, FAULTY };

static enum outcome
work_on(struct run *r, size_t i, struct str raw, struct buf *out)
{
	size_t errors = r->d->counts[LEVEL_ERROR];
	size_t warnings = r->d->counts[LEVEL_WARNING];
	bool ok = r->work(r->ctx, r->st->paths[i], raw, r->d, out);
	bool warned = r->d->counts[LEVEL_WARNING] != warnings;

	if (!ok || r->d->counts[LEVEL_ERROR] != errors ||
	    (warned && r->d->strict))
		return FAULTY;
	return warned ? WARNED : SOUND;
}

/* Makes text i, unless what stands was made from the same; false where the
 * text has a fault. */
static bool
make_one(struct run *r, size_t i)
{
	struct str name = str_of(r->st->paths[i]);
	enum outcome outcome;

	buf_clear(&r->raw);
	stage_source(r->st, i, &r->path);
	io_read(r->path.p, &r->raw);
	buf_clear(&r->hash);
	hash_add(&r->hash, buf_str(&r->raw));
	stage_target(r->st, i, &r->path);
	if (memo_stands(&r->memo, name, buf_str(&r->hash), r->path.p)) {
		memo_note(&r->memo, name, buf_str(&r->hash), r->path.p);
		return true;
	}
	memo_void(&r->memo);
	buf_clear(&r->product);
	outcome = work_on(r, i, buf_str(&r->raw), &r->product);
	if (outcome != FAULTY || r->keep_faulty)
		io_rewrite(r->path.p, buf_str(&r->product));
	/* a text with a warning is made each time, to be told each time */
	if (outcome == SOUND)
		memo_note(&r->memo, name, buf_str(&r->hash), r->path.p);
	return outcome != FAULTY;
}

static bool
make_each(struct run *r)
{
	struct buf key = { 0 };
	bool ok = true;
	size_t i;

	hash_add(&key, buf_str(&r->st->key));
	memo_read(&r->memo, r->st->to, buf_str(&key));
	for (i = 0; i < r->st->n; i++)
		ok = make_one(r, i) && ok;
	memo_save(&r->memo);
	buf_free(&key);
	return ok;
}

static bool
make_whole(struct run *r)
{
	bool ok = true;
	size_t i;

	for (i = 0; i < r->st->n; i++) {
		buf_clear(&r->raw);
		stage_source(r->st, i, &r->path);
		io_read(r->path.p, &r->raw);
		if (work_on(r, i, buf_str(&r->raw), &r->product) == FAULTY)
			ok = false;
	}
	/* in a pipe the marks of error go on; a file is left as it was */
	if (ok || (r->keep_faulty && r->st->output == NULL))
		io_output(r->st->output, buf_str(&r->product));
	return ok;
}

int
stage_run(struct stage *st, struct diag *d, stage_work *work, void *ctx,
    bool keep_faulty)
{
	struct run r = {
		.st = st,
		.d = d,
		.work = work,
		.ctx = ctx,
		.keep_faulty = keep_faulty,
	};
	bool ok = st->to != NULL ? make_each(&r) : make_whole(&r);

	memo_free(&r.memo);
	buf_free(&r.raw);
	buf_free(&r.product);
	buf_free(&r.path);
	buf_free(&r.hash);
	return ok ? diag_status(d) : 1;
}

void
stage_free(struct stage *st)
{
	buf_free(&st->key);
	buf_free(&st->text);
	free(st->paths);
}

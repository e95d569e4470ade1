/* batchwork: the processes of a batch: each makes the documents of rows */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batchwork.h"
#include "csv.h"
#include "die.h"
#include "hash.h"
#include "lang.h"
#include "zip.h"

enum { WAITING = 8 }; /* stretches that may wait for their turn */

/* A stretch of rows: what comes out in their order. */
struct stretch {
	size_t number;
	struct buf messages, summary, archive;
	struct zip_stored *entries; /* of rows that were made */
	size_t *items, n; /* which they are */
	size_t errors, warnings;
};

struct worker {
	struct batchwork *w;
	struct stretch waiting[WAITING], *s;
	size_t first, n; /* of waiting, a ring */
	struct batchitem item;
	struct diag d;
	struct buf product, journal, name, facts, key, hash, file;
};

static void
write_all(int fd, struct str data, const char *what)
{
	while (data.n != 0) {
		ssize_t n = write(fd, data.p, data.n);

		if (n < 0 && errno != EINTR)
			die_errno("cannot write %s", what);
		if (n > 0)
			data = str_from(data, (size_t)n);
	}
}

static void
write_at(int fd, struct str data, size_t at)
{
	while (data.n != 0) {
		ssize_t n = pwrite(fd, data.p, data.n, (off_t)at);

		if (n < 0 && errno != EINTR)
			die_errno("cannot write the archive");
		if (n > 0) {
			data = str_from(data, (size_t)n);
			at += (size_t)n;
		}
	}
}

static void
take_message(void *ctx, struct place at, enum level level, const char *code,
    struct str text)
{
	struct worker *k = ctx;

	diag_put(&k->s->messages, at, level, code, text);
}

static void
file_name(const struct batchitem *it, struct buf *name)
{
	buf_clear(name);
	buf_adds(name, it->text);
	buf_addz(name, ".docx");
}

/* Hands on what a stretch has to say, in its turn; its archive is written
 * behind it, since only its place depends on the others. */
static void
hand_on(struct worker *k, struct stretch *s)
{
	struct batchwork *w = k->w;
	struct batchcount *count = batchturns_count(w->turns);
	struct batchitem it = { .cells = k->item.cells };
	struct buf lines = { 0 };
	size_t base = count->bytes, i;

	if (s->messages.n != 0) {
		if (w->terminal)
			write_all(STDERR_FILENO, STR("\r\033[K"), "messages");
		write_all(STDERR_FILENO, buf_str(&s->messages), "messages");
	}
	if (w->summary >= 0)
		write_all(
		    w->summary, buf_str(&s->summary), lang_text("the summary"));
	if (w->archive >= 0) {
		for (i = 0; i < s->n; i++) {
			batchrows_item(w->rows, s->items[i], &it);
			file_name(&it, &k->name);
			zip_store_line(&lines, k->name.p, &s->entries[i], base);
		}
		write_all(
		    w->directory, buf_str(&lines), lang_text("the archive"));
	}
	count->errors += s->errors;
	count->warnings += s->warnings;
	count->bytes += s->archive.n;
	count->entries += s->n;
	batchturns_end(w->turns);
	if (w->archive >= 0)
		write_at(w->archive, buf_str(&s->archive), base);
	buf_free(&lines);
}

/* Hands on the stretches whose turn it is; with all, waits for the others. */
static void
hand_on_ready(struct worker *k, bool all)
{
	while (k->n > 0) {
		struct stretch *s = &k->waiting[k->first];

		if (!batchturns_begin(
			k->w->turns, s->number, all || k->n == WAITING))
			return;
		hand_on(k, s);
		k->first = (k->first + 1) % WAITING;
		k->n--;
	}
}

/* Says whether the file in a folder holds bytes with that hash. */
static bool
holds(struct worker *k, int folder, const char *name, struct str hash)
{
	int fd = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat st;
	ssize_t n = 0;

	if (fd < 0)
		return false;
	buf_clear(&k->file);
	buf_clear(&k->hash);
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		buf_reserve(&k->file, (size_t)st.st_size);
		n = read(fd, k->file.p, (size_t)st.st_size);
	}
	close(fd);
	if (n <= 0 || n != st.st_size)
		return false;
	k->file.n = (size_t)n;
	hash_add(&k->hash, buf_str(&k->file));
	return str_equal(buf_str(&k->hash), hash);
}

/* Looks whether an earlier batch made the row's file. */
static enum batchstate
find_made(struct worker *k)
{
	const struct batchwork *w = k->w;
	size_t i = batchjournal_find(w->old, buf_str(&k->name));
	struct batchline l;

	if (i == (size_t)-1)
		return BATCH_NOT_YET;
	l = batchjournal_line(w->old, i);
	if (!str_equal(l.key, buf_str(&k->key)))
		return BATCH_NOT_YET;
	if (holds(k, w->folder, k->name.p, l.hash))
		return BATCH_STANDS;
	return holds(k, w->fresh, k->name.p, l.hash) ? BATCH_READY
						     : BATCH_NOT_YET;
}

/* The hash of all that the row's document is made from. */
static void
find_key(struct worker *k)
{
	buf_clear(&k->facts);
	buf_clear(&k->key);
	buf_adds(&k->facts, k->w->key);
	batchfacts_put(batchreport_facts(k->w->report), &k->item, &k->facts);
	hash_add(&k->key, buf_str(&k->facts));
}

/* A file of which something was said, under its key, is made again by the next
 * batch, so that it is said again: its line has a key that nothing has. */
static void
write_file(struct worker *k, bool silent)
{
	static const char none[] = "00000000000000000000000000000000"
				   "00000000000000000000000000000000";
	int fd = openat(k->w->fresh, k->name.p,
	    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
	struct batchline l;

	if (fd < 0)
		die_errno("cannot write %s", k->name.p);
	write_all(fd, buf_str(&k->product), k->name.p);
	if (close(fd) != 0)
		die_errno("cannot write %s", k->name.p);
	buf_clear(&k->hash);
	hash_add(&k->hash, buf_str(&k->product));
	l = (struct batchline){ silent ? buf_str(&k->key) : STR(none),
		buf_str(&k->hash), buf_str(&k->name) };
	batchjournal_put(&l, &k->journal);
}

static void
write_summary(struct worker *k)
{
	struct buf *out = &k->s->summary;

	csv_put(buf_str(&k->name), out);
	batchfacts_values(batchreport_facts(k->w->report), out);
	buf_addz(out, "\r\n");
}

static void
store(struct worker *k, size_t i)
{
	struct stretch *s = k->s;

	s->entries = mem_more(s->entries, s->n, sizeof(*s->entries));
	s->items = mem_more(s->items, s->n, sizeof(*s->items));
	s->items[s->n] = i;
	zip_store(
	    &s->archive, k->name.p, buf_str(&k->product), &s->entries[s->n++]);
}

/* Makes a row, unless its file is there. */
static enum batchstate
make_row(struct worker *k, size_t i)
{
	struct batchwork *w = k->w;
	size_t warnings = k->d.counts[LEVEL_WARNING];
	enum batchstate found = BATCH_NOT_YET;

	file_name(&k->item, &k->name);
	if (w->fresh >= 0) {
		find_key(k);
		found = find_made(k);
	}
	if (found != BATCH_NOT_YET && w->summary < 0)
		return found;
	buf_clear(&k->product);
	if (!batchreport_make(w->report, &k->item, &k->d, &k->product))
		return BATCH_FAILED;
	if (w->summary >= 0)
		write_summary(k);
	if (w->archive >= 0)
		store(k, i);
	if (w->fresh < 0 || found != BATCH_NOT_YET)
		return found != BATCH_NOT_YET ? found : BATCH_READY;
	write_file(k, k->d.counts[LEVEL_WARNING] == warnings);
	return BATCH_READY;
}

static void
make_item(struct worker *k, size_t i)
{
	struct batchitem *it = &k->item;

	batchrows_item(k->w->rows, i, it);
	if (it->row)
		batchturns_note(k->w->turns, i, make_row(k, i));
	else
		diag_say(&k->d,
		    (struct place){ k->w->rows->path, it->line, it->column },
		    it->level, it->code, "%.*s", STR_ARG(it->text));
}

static void
begin_stretch(struct worker *k, size_t number)
{
	k->s = &k->waiting[(k->first + k->n) % WAITING];
	k->s->number = number;
	k->s->n = 0;
	buf_clear(&k->s->messages);
	buf_clear(&k->s->summary);
	buf_clear(&k->s->archive);
	k->d = (struct diag){
		.strict = k->w->strict, .take = take_message, .ctx = k
	};
}

static void
free_worker(struct worker *k)
{
	size_t i;

	for (i = 0; i < WAITING; i++) {
		buf_free(&k->waiting[i].messages);
		buf_free(&k->waiting[i].summary);
		buf_free(&k->waiting[i].archive);
		free(k->waiting[i].entries);
		free(k->waiting[i].items);
	}
	free(k->item.cells);
	buf_free(&k->product);
	buf_free(&k->journal);
	buf_free(&k->name);
	buf_free(&k->facts);
	buf_free(&k->key);
	buf_free(&k->hash);
	buf_free(&k->file);
}

void
batchwork_run(struct batchwork *w, long parent)
{
	struct worker k = { .w = w };
	size_t from, to, number;

	k.item.cells =
	    mem_alloc((w->rows->columns_n + 1) * sizeof(*k.item.cells));
	while ((number = batchturns_take(w->turns, &from, &to)) != (size_t)-1) {
		begin_stretch(&k, number);
		for (; from < to && getppid() == parent; from++)
			make_item(&k, from);
		if (from < to)
			break;
		k.s->errors = k.d.counts[LEVEL_ERROR];
		k.s->warnings = k.d.counts[LEVEL_WARNING];
		if (w->journal >= 0)
			write_all(w->journal, buf_str(&k.journal),
			    lang_text("the journal"));
		buf_clear(&k.journal);
		k.n++;
		hand_on_ready(&k, false);
	}
	if (number == (size_t)-1)
		hand_on_ready(&k, true);
	free_worker(&k);
}

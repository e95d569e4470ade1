/*
 * deflate: raw deflate (RFC 1951) on all cores, inflate as a stream, CRC-32;
 * the only module that knows zlib
 *
 * A long text is cut into blocks of one size. Each is deflated by itself,
 * primed with the 32 KiB before it, and ends at a byte (Z_SYNC_FLUSH), so that
 * the blocks put side by side are one stream (the method of pigz). Threads
 * take blocks in turn; whoever completes the next one in order adds it, and
 * those behind it that are ready, to the output.
 */
#define ZLIB_CONST
#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "deflate.h"
#include "die.h"

enum {
	WHOLE = 512 * 1024, /* a text up to this size is one block */
	BLOCK = 256 * 1024,
	WINDOW = 32 * 1024, /* how far back a match may lie: RFC 1951, 2 */
	WORKERS = 8,
	ROOM = 64 * 1024,
};

/* A block of n bytes and the up to 32 KiB before it: primer + n bytes that
 * begin skip bytes into a piece. */
struct block {
	size_t piece, skip, primer, n;
	struct buf packed;
	uint32_t crc;
	bool ready;
};

/* What the threads share while one text is deflated. */
struct job {
	pthread_mutex_t lock;
	const struct str *pieces;
	struct block *blocks;
	size_t count, next, added;
	struct buf *out;
};

struct worker {
	z_stream z;
	bool made;
	struct buf joined, packed;
	struct job *job;
	pthread_t thread;
};

struct deflater {
	struct worker workers[WORKERS];
	unsigned cores;
};

struct inflater {
	z_stream z;
};

static unsigned
count_cores(void)
{
	long n = 2;

#ifdef _SC_NPROCESSORS_ONLN
	n = sysconf(_SC_NPROCESSORS_ONLN);
#endif
	return n < 1 ? 1 : n > WORKERS ? WORKERS : (unsigned)n;
}

struct deflater *
deflater_new(void)
{
	struct deflater *d = mem_alloc(sizeof *d);

	d->cores = count_cores();
	return d;
}

/* A stream is made once and then reset: making one costs a millisecond of
 * fresh memory. */
static void
worker_reset(struct worker *w)
{
	int rc;

	if (w->made)
		rc = deflateReset(&w->z);
	else
		rc = deflateInit2(
		    &w->z, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
	if (rc != Z_OK)
		die("out of memory");
	w->made = true;
}

/* The bytes of a block with its primer: where they lie, or joined. */
static struct str
block_text(struct worker *w, const struct block *b)
{
	const struct str *piece = w->job->pieces + b->piece;
	size_t want = b->primer + b->n, skip = b->skip, n;

	if (want <= piece->n - skip)
		return str_cut(*piece, skip, want);
	buf_clear(&w->joined);
	buf_reserve(&w->joined, want);
	for (; want != 0; want -= n, piece++, skip = 0) {
		n = piece->n - skip < want ? piece->n - skip : want;
		if (n != 0)
			buf_add(&w->joined, piece->p + skip, n);
	}
	return buf_str(&w->joined);
}

static void
worker_deflate(struct worker *w, struct str in, int flush, struct buf *out)
{
	z_stream *z = &w->z;
	int rc;

	z->next_in = (const Bytef *)in.p;
	z->avail_in = (uInt)in.n;
	do {
		buf_reserve(out, ROOM);
		z->next_out = (Bytef *)out->p + out->n;
		z->avail_out = ROOM;
		rc = deflate(z, flush);
		assert(rc != Z_STREAM_ERROR);
		out->n += ROOM - z->avail_out;
	} while (z->avail_out == 0);
	out->p[out->n] = '\0';
	(void)rc;
}

static void
pack_block(struct worker *w, struct block *b, struct buf *out)
{
	struct str text = block_text(w, b);
	struct str data = str_from(text, b->primer);
	bool last = b == w->job->blocks + w->job->count - 1;

	worker_reset(w);
	if (b->primer != 0)
		deflateSetDictionary(
		    &w->z, (const Bytef *)text.p, (uInt)b->primer);
	worker_deflate(w, data, last ? Z_FINISH : Z_SYNC_FLUSH, out);
	b->crc = deflate_crc(0, data);
}

/* Hands in a packed block under the lock: straight to the output when it is
 * its turn, else kept until then. */
static void
hand_in(struct job *job, struct block *b, struct buf *packed)
{
	b->ready = true;
	if (b != job->blocks + job->added) {
		buf_adds(&b->packed, buf_str(packed));
		return;
	}
	buf_adds(job->out, buf_str(packed));
	while (++job->added < job->count && job->blocks[job->added].ready) {
		b = job->blocks + job->added;
		buf_adds(job->out, buf_str(&b->packed));
		buf_free(&b->packed);
	}
}

static void *
work(void *me)
{
	struct worker *w = me;
	struct job *job = w->job;
	struct block *b;

	pthread_mutex_lock(&job->lock);
	while (job->next < job->count) {
		b = job->blocks + job->next++;
		pthread_mutex_unlock(&job->lock);
		buf_clear(&w->packed);
		pack_block(w, b, &w->packed);
		pthread_mutex_lock(&job->lock);
		hand_in(job, b, &w->packed);
	}
	pthread_mutex_unlock(&job->lock);
	return NULL;
}

/* Cuts the text of size bytes into blocks and finds where each, its primer
 * included, begins. */
static void
cut(struct job *job, size_t size)
{
	size_t from, at = 0, piece = 0, i;
	struct block *b;

	job->count = size <= WHOLE ? 1 : (size + BLOCK - 1) / BLOCK;
	job->blocks = mem_alloc(job->count * sizeof *job->blocks);
	for (i = 0; i < job->count; i++) {
		b = job->blocks + i;
		b->primer = i != 0 ? WINDOW : 0;
		from = i * BLOCK - b->primer;
		b->n = size - i * BLOCK;
		if (job->count > 1 && b->n > BLOCK)
			b->n = BLOCK;
		while (size != 0 && from - at >= job->pieces[piece].n)
			at += job->pieces[piece++].n;
		b->piece = piece;
		b->skip = from - at;
	}
}

/* Runs the job in as many threads as are worth it; this one is one of them. A
 * thread that cannot be had is done without. */
static void
run(struct deflater *d, struct job *job)
{
	unsigned want = d->cores, got = 1, i;

	if (job->count < want)
		want = (unsigned)job->count;
	for (i = 0; i < want; i++)
		d->workers[i].job = job;
	while (got < want && pthread_create(&d->workers[got].thread, NULL, work,
				 d->workers + got) == 0)
		got++;
	work(d->workers);
	for (i = 1; i < got; i++)
		pthread_join(d->workers[i].thread, NULL);
}

uint32_t
deflater_pack(
    struct deflater *d, const struct str *pieces, size_t n, struct buf *out)
{
	static const struct str nothing[] = { { "", 0 } };
	struct job job = { .out = out };
	size_t size = 0, i;
	uLong crc = 0;

	for (i = 0; i < n; i++)
		size += pieces[i].n;
	job.pieces = size != 0 ? pieces : nothing;
	cut(&job, size);
	pthread_mutex_init(&job.lock, NULL);
	run(d, &job);
	pthread_mutex_destroy(&job.lock);
	for (i = 0; i < job.count; i++)
		crc = crc32_combine(
		    crc, job.blocks[i].crc, (z_off_t)job.blocks[i].n);
	free(job.blocks);
	return (uint32_t)crc;
}

void
deflater_free(struct deflater *d)
{
	struct worker *w;

	if (d == NULL)
		return;
	for (w = d->workers; w < d->workers + WORKERS; w++) {
		if (w->made)
			deflateEnd(&w->z);
		buf_free(&w->joined);
		buf_free(&w->packed);
	}
	free(d);
}

struct inflater *
inflater_new(void)
{
	struct inflater *f = mem_alloc(sizeof *f);

	if (inflateInit2(&f->z, -MAX_WBITS) != Z_OK)
		die("out of memory");
	return f;
}

void
inflater_start(struct inflater *f, struct str packed)
{
	inflateReset(&f->z);
	f->z.next_in = (const Bytef *)packed.p;
	f->z.avail_in = (uInt)packed.n;
}

enum inflated
inflater_read(struct inflater *f, char *out, size_t room, size_t *got)
{
	int rc;

	f->z.next_out = (Bytef *)out;
	f->z.avail_out = (uInt)room;
	rc = inflate(&f->z, Z_NO_FLUSH);
	*got = room - f->z.avail_out;
	if (rc == Z_MEM_ERROR)
		die("out of memory");
	if (rc == Z_STREAM_END)
		return INFLATED_ALL;
	return rc == Z_OK ? INFLATED_MORE : INFLATED_DAMAGED;
}

size_t
inflater_rest(const struct inflater *f)
{
	return f->z.avail_in;
}

void
inflater_free(struct inflater *f)
{
	if (f == NULL)
		return;
	inflateEnd(&f->z);
	free(f);
}

uint32_t
deflate_crc(uint32_t crc, struct str s)
{
	return (uint32_t)crc32_z(crc, (const Bytef *)s.p, s.n);
}

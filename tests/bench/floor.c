/*
 * floor: the least that making documents from rows can cost
 *
 * A document is made once by whatever is to be measured, from values that
 * stand nowhere else in it. This program cuts its word/document.xml at those
 * values; for each row it puts the row's values there, deflates the result at
 * level 6 with a stream that is reset and never made anew, and writes the
 * package. All other parts are deflated once. It checks nothing, escapes
 * nothing, reads no text and syncs nothing, so no program that does the same
 * work with zlib can be expected to be faster.
 *
 * Files are made under their final names: open, one write, close. An archive
 * is one ZIP file with the packages stored in it; processes fill a mebibyte
 * each before they take the next place in it.
 */
#define _DEFAULT_SOURCE
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "floorzip.h"

enum {
	VALUES = 64,
	PARTS = 64,
	PROCESSES = 16,
	FULL = 1 << 20,
};

/* Bytes that are the same in every row, and the value behind them. */
struct piece {
	size_t at, n;
	int value; /* -1 behind the last */
};

static struct part parts[PARTS];
static size_t part_count, document; /* the part that rows differ in */
static struct text body; /* its text */
static struct piece *pieces;
static size_t piece_count;
static char *rows[1 << 20];
static size_t row_count;
static struct text filled, package;

static void
write_all(int fd, const char *p, size_t n, off_t at)
{
	ssize_t w;

	for (; n != 0; p += w, n -= (size_t)w, at += w) {
		w = at < 0 ? write(fd, p, n) : pwrite(fd, p, n, at);
		if (w <= 0)
			fail("writing failed");
		if (at < 0)
			at -= w;
	}
}

/* The parts of the document, in the order of the list. */
static void
read_parts(const char *folder, const char *list)
{
	struct text names = slurp(list), data;
	char *name, *rest = names.p, path[4096];
	bool found = false;

	while ((name = strsep(&rest, "\n")) != NULL) {
		struct part *p = parts + part_count;

		if (*name == '\0')
			continue;
		if (part_count == PARTS || strlen(name) >= sizeof p->name)
			fail("too many parts, or too long a name: %s", name);
		strcpy(p->name, name);
		snprintf(path, sizeof path, "%s/%s", folder, name);
		data = slurp(path);
		if (strcmp(name, "word/document.xml") == 0) {
			found = true;
			document = part_count;
			body = data;
		} else {
			p->crc = crc(data.p, data.n);
			p->size = (uint32_t)data.n;
			pack(data.p, data.n, &p->packed);
			free(data.p);
		}
		part_count++;
	}
	free(names.p);
	if (!found)
		fail("%s: there is no word/document.xml", list);
}

static int
by_place(const void *a, const void *b)
{
	const struct piece *p = a, *q = b;

	return p->at < q->at ? -1 : p->at > q->at;
}

/* Cuts the document at the values of the first line, behind its first column,
 * which is the name of a file. */
static void
cut_document(char *line)
{
	size_t room = 0, from = 0, i, at;
	char *value;
	int k;

	strsep(&line, "\t");
	for (k = 0; (value = strsep(&line, "\t")) != NULL; k++) {
		const char *p = body.p, *end = body.p + body.n, *q;
		size_t n = strlen(value), before = piece_count;

		for (; (q = memmem(p, (size_t)(end - p), value, n)) != NULL;
		     p = q + n) {
			if (piece_count + 1 >= room) {
				room = 2 * room + 64;
				pieces = realloc(pieces, room * sizeof *pieces);
				if (pieces == NULL)
					fail("out of memory");
			}
			/* n is the value's length until they are sorted */
			pieces[piece_count++] = (struct piece){
				.at = (size_t)(q - body.p),
				.n = n,
				.value = k,
			};
		}
		if (piece_count == before)
			fail("the document does not have the value %s", value);
	}
	if (k > VALUES)
		fail("more than %d values", VALUES);
	qsort(pieces, piece_count, sizeof *pieces, by_place);
	for (i = 0; i < piece_count; i++) {
		at = pieces[i].at;
		if (at < from)
			fail("values lie over each other");
		pieces[i].at = from;
		from = at + pieces[i].n;
		pieces[i].n = at - pieces[i].at;
	}
	pieces[piece_count++] =
	    (struct piece){ .at = from, .n = body.n - from, .value = -1 };
}

static void
read_rows(const char *path)
{
	struct text t = slurp(path);
	char *line, *rest = t.p;

	line = strsep(&rest, "\n");
	cut_document(line);
	while ((line = strsep(&rest, "\n")) != NULL) {
		if (*line == '\0')
			continue;
		if (row_count == sizeof rows / sizeof *rows)
			fail("%s: too many rows", path);
		rows[row_count++] = line;
	}
}

/* Puts the values of a row into the document; gives the row's first column. */
static const char *
fill(char *row)
{
	struct {
		const char *p;
		size_t n;
	} values[VALUES] = { 0 };
	const char *name = strsep(&row, "\t"), *value;
	size_t n = 0, i;

	for (; (value = strsep(&row, "\t")) != NULL && n < VALUES; n++) {
		values[n].p = value;
		values[n].n = strlen(value);
	}
	filled.n = 0;
	for (i = 0; i < piece_count; i++) {
		add(&filled, body.p + pieces[i].at, pieces[i].n);
		if (pieces[i].value < 0)
			continue;
		if ((size_t)pieces[i].value >= n)
			fail("the row %s has too few values", name);
		add(&filled, values[pieces[i].value].p,
		    values[pieces[i].value].n);
	}
	return name;
}

/* Packs the filled document with all other parts into one package. */
static void
build(void)
{
	static struct text deflated, central;
	struct part *d = parts + document;
	size_t i;

	deflated.n = 0;
	pack(filled.p, filled.n, &deflated);
	d->crc = crc(filled.p, filled.n);
	d->size = (uint32_t)filled.n;
	package.n = central.n = 0;
	for (i = 0; i < part_count; i++) {
		const struct part *p = parts + i;
		const struct text *t = i == document ? &deflated : &p->packed;

		add_central(&central, DEFLATED, p, t->n, package.n);
		add_local(&package, DEFLATED, p, t->n);
		add(&package, t->p, t->n);
	}
	i = package.n;
	add(&package, central.p, central.n);
	add_end(&package, part_count, central.n, i);
}

static void
make_files(size_t from, size_t to, const char *folder)
{
	char path[4096];
	int fd;

	for (; from < to; from++) {
		snprintf(
		    path, sizeof path, "%s/%s.docx", folder, fill(rows[from]));
		build();
		fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
		if (fd < 0)
			fail("%s cannot be written", path);
		write_all(fd, package.p, package.n, -1);
		if (close(fd) != 0)
			fail("%s cannot be written", path);
	}
}

/* What a process of make_archive has not written yet: entries, and how their
 * places in the directory begin. */
struct batch {
	struct text data, central;
	size_t moved; /* so much of central has its final places */
};

/* Writes the entries to the next free place; their places in the directory
 * were counted from the start of the batch. */
static void
flush(struct batch *b, int fd, _Atomic uint64_t *next)
{
	uint64_t at = atomic_fetch_add(next, b->data.n);
	uint32_t place;

	if (at + b->data.n > 0xffffffff)
		fail("too much for ZIP without its 64-bit form");
	write_all(fd, b->data.p, b->data.n, (off_t)at);
	while (b->moved < b->central.n) {
		unsigned char *p = (unsigned char *)b->central.p + b->moved;

		memcpy(&place, p + CENTRAL_PLACE, 4);
		place += (uint32_t)at;
		memcpy(p + CENTRAL_PLACE, &place, 4);
		b->moved +=
		    CENTRAL + p[CENTRAL_NAME] + 256u * p[CENTRAL_NAME + 1];
	}
	b->data.n = 0;
}

/* Sends the directory of its entries to the other end of a pipe. */
static void
make_archive(size_t from, size_t to, int fd, _Atomic uint64_t *next, int pipe)
{
	struct batch b = { 0 };
	struct part entry;

	for (; from < to; from++) {
		snprintf(
		    entry.name, sizeof entry.name, "%s.docx", fill(rows[from]));
		build();
		entry.crc = crc(package.p, package.n);
		entry.size = (uint32_t)package.n;
		add_central(&b.central, STORED, &entry, package.n, b.data.n);
		add_local(&b.data, STORED, &entry, package.n);
		add(&b.data, package.p, package.n);
		if (b.data.n > FULL)
			flush(&b, fd, next);
	}
	flush(&b, fd, next);
	write_all(pipe, b.central.p, b.central.n, -1);
}

/* Adds the directory, which each process sends when it is at its end. */
static void
end_archive(int fd, _Atomic uint64_t *next, const int *ends, size_t n)
{
	struct text central = { 0 };
	uint64_t at;
	ssize_t got;

	for (; n != 0; n--, ends++) {
		while ((got = read(*ends, grow(&central, FULL), FULL)) > 0)
			central.n += (size_t)got;
	}
	at = atomic_load(next);
	add_end(&central, row_count, central.n, at);
	write_all(fd, central.p, central.n, (off_t)at);
	if (close(fd) != 0)
		fail("writing failed");
}

/* Parts the rows among processes. */
static void
run(size_t processes, bool archive, const char *out)
{
	_Atomic uint64_t *next = mmap(NULL, sizeof *next,
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int ends[PROCESSES], ways[2], fd = -1, status;
	size_t i, from, to;

	if (next == MAP_FAILED)
		fail("out of memory");
	if (archive && (fd = open(out, O_RDWR | O_CREAT | O_TRUNC, 0666)) < 0)
		fail("%s cannot be written", out);
	for (i = 0; i < processes; i++) {
		from = row_count * i / processes;
		to = row_count * (i + 1) / processes;
		if (pipe(ways) != 0)
			fail("there are too many open files");
		ends[i] = ways[0];
		switch (fork()) {
		case -1:
			fail("there are too many processes");
		case 0:
			if (archive)
				make_archive(from, to, fd, next, ways[1]);
			else
				make_files(from, to, out);
			_exit(0);
		}
		close(ways[1]);
	}
	if (archive)
		end_archive(fd, next, ends, processes);
	while (wait(&status) > 0)
		if (status != 0)
			exit(2);
}

int
main(int argc, char **argv)
{
	size_t processes = 1;
	bool archive = false;
	int c;

	while ((c = getopt(argc, argv, "aj:")) != -1) {
		switch (c) {
		case 'a':
			archive = true;
			break;
		case 'j':
			processes = strtoul(optarg, NULL, 10);
			break;
		default:
			argc = 0;
		}
	}
	if (argc - optind != 4 || processes < 1 || processes > PROCESSES) {
		fputs(
		    "usage: floor [-a] [-j PROCESSES] PARTS_FOLDER PARTS_LIST "
		    "ROWS.tsv FOLDER_OR_ARCHIVE\n",
		    stderr);
		return 2;
	}
	argv += optind;
	read_parts(argv[0], argv[1]);
	read_rows(argv[2]);
	run(processes, archive, argv[3]);
	return 0;
}

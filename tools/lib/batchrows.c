/* batchrows: the rows of a batch, read once and kept on the disk */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batchname.h"
#include "batchrows.h"
#include "die.h"
#include "factfile.h"
#include "io.h"
#include "lang.h"
#include "ledger.h"
#include "source.h"
#include "utf8.h"

enum { FLUSH = 1 << 16 };

/* Items go to the file as numbers of 32 bits and texts behind their lengths. */
struct reading {
	struct batchrows *b;
	struct diag *d; /* of the whole table */
	struct diag own; /* takes what csv says of rows */
	struct io_file spool;
	struct buf out;
	size_t at; /* of out in the file */
	size_t columns; /* of the table */
	bool *gives; /* which of them give facts */
	size_t name; /* the column of file names, or (size_t)-1 */
	int width; /* of the numbers that are names where there is none */
	struct batchnames names;
	bool begun, failed;
};

static void
put_number(struct reading *r, size_t n)
{
	uint32_t v = (uint32_t)n;

	buf_add(&r->out, &v, sizeof(v));
}

static void
put_text(struct reading *r, struct str s)
{
	put_number(r, s.n);
	buf_adds(&r->out, s);
}

/* Begins an item: its kind is its level, or that of a row behind all levels. */
static void
begin_item(struct reading *r, size_t kind, size_t line)
{
	struct batchrows *b = r->b;

	if (r->out.n > FLUSH) {
		io_put(&r->spool, buf_str(&r->out));
		r->at += r->out.n;
		buf_clear(&r->out);
	}
	b->items = mem_more(b->items, b->n, sizeof(*b->items));
	b->items[b->n++] = r->at + r->out.n;
	put_number(r, kind);
	put_number(r, line);
}

enum { ROW = LEVEL_ERROR + 1 };

static void
put_message(struct reading *r, struct place at, enum level level,
    const char *code, struct str text)
{
	begin_item(r, level, at.line);
	put_number(r, at.column);
	buf_addz(&r->out, code);
	buf_addc(&r->out, '\0');
	put_text(r, text);
}

/* What is said before the first row is about the whole table. */
static void
take_message(void *ctx, struct place at, enum level level, const char *code,
    struct str text)
{
	struct reading *r = ctx;

	if (r->begun)
		put_message(r, at, level, code, text);
	else
		diag_say(r->d, at, level, code, "%.*s", STR_ARG(text));
}

static bool
names_files(struct str column)
{
	return str_equal(column, STR("文件名")) ||
	       str_equal(column, STR("file"));
}

static void
add_column(struct reading *r, struct str name, struct place place)
{
	struct batchrows *b = r->b;
	struct batchcolumn c = { .place = place };

	buf_adds(&c.name, name);
	b->columns = mem_more(b->columns, b->columns_n, sizeof(*b->columns));
	b->columns[b->columns_n++] = c;
}

static void
count_row(void *rows, const struct str *cells, const struct place *places,
    size_t line)
{
	(void)cells;
	(void)places;
	(void)line;
	++*(size_t *)rows;
}

static void
pass_head(void *rows, const struct str *names, const struct place *places,
    size_t columns)
{
	(void)rows;
	(void)names;
	(void)places;
	(void)columns;
}

/* How many digits the numbers of rows have. */
static int
width_of(const char *path)
{
	size_t rows = 0;
	struct csv_sink sink = {
		.ctx = &rows, .head = pass_head, .row = count_row
	};
	struct diag quiet = { .to = NULL };
	int width = 1;

	ledger_each(path, &sink, &quiet);
	for (; rows >= 10; rows /= 10)
		width++;
	return width;
}

static void
take_head(void *ctx, const struct str *names, const struct place *places,
    size_t columns)
{
	struct reading *r = ctx;
	size_t i;

	r->begun = true;
	r->failed = r->own.counts[LEVEL_ERROR] != 0;
	r->columns = columns;
	r->gives = mem_alloc((columns + 1) * sizeof(*r->gives));
	for (i = 0; i < columns; i++) {
		if (names_files(names[i])) {
			if (r->name == (size_t)-1)
				r->name = i;
		} else if (factfile_name(names[i])) {
			r->gives[i] = true;
			add_column(r, names[i], places[i]);
		} else if (!r->failed) {
			diag_say(r->d, places[i], LEVEL_WARNING, "batch",
			    "the column %.*s gives nothing, since no fact can "
			    "have this name: letters, digits and _, without a "
			    "digit first",
			    STR_ARG(names[i]));
		}
	}
	if (r->name == (size_t)-1)
		r->width = width_of(r->b->path);
}

/* Why a cell cannot be a fact's value; NULL where it can. */
static const char *
fault_of(struct str cell)
{
	struct diag quiet = { .to = NULL };
	struct buf room = { 0 };
	const char *why = NULL;

	if (str_find(cell, STR("\n"), 0) != (size_t)-1)
		why = "a value stands in one line; take the line break out";
	else if (str_find(cell, STR("\t"), 0) != (size_t)-1)
		why = "a value cannot hold a tab; write blanks";
	else
		source_text(cell, SOURCE_AUTHOR, "", &quiet, &room);
	buf_free(&room);
	if (quiet.counts[LEVEL_ERROR] != 0)
		why = "a character here is none that a text can "
		      "hold; type the cell again";
	return why;
}

/* Finds the name of a row's file; false, after a message, where it has none. */
static bool
name_of(struct reading *r, const struct str *cells, const struct place *places,
    size_t line, struct buf *name)
{
	struct buf text = { 0 };
	struct place at;
	size_t first;

	if (r->name == (size_t)-1) {
		buf_addf(name, "%0*zu", r->width, r->b->rows);
		return true;
	}
	at = places[r->name];
	batchname_safe(cells[r->name], name);
	if (name->n == 0) {
		put_message(r, at, LEVEL_ERROR, "batch",
		    str_of(lang_text("this row names no file; write a name "
				     "that a file can have")));
		return false;
	}
	if (!batchname_unique(&r->names, name, line, &first)) {
		buf_addf(&text,
		    lang_text("the row in line %zu has the same name; the file "
			      "of this one is %s.docx"),
		    first, name->p);
		put_message(r, at, LEVEL_WARNING, "batch", buf_str(&text));
	}
	buf_free(&text);
	return true;
}

static void
take_row(
    void *ctx, const struct str *cells, const struct place *places, size_t line)
{
	struct reading *r = ctx;
	struct buf name = { 0 };
	bool fine;
	size_t i;

	r->b->rows++;
	fine = name_of(r, cells, places, line, &name);
	for (i = 0; i < r->columns; i++) {
		const char *why = r->gives[i] ? fault_of(cells[i]) : NULL;

		if (why != NULL)
			put_message(r, places[i], LEVEL_ERROR, "batch",
			    str_of(lang_text(why)));
		fine = fine && why == NULL;
	}
	if (fine) {
		begin_item(r, ROW, line);
		put_text(r, buf_str(&name));
		for (i = 0; i < r->columns; i++) {
			if (!r->gives[i])
				continue;
			put_number(r, places[i].column);
			put_text(r, utf8_trim(cells[i]));
		}
	}
	buf_free(&name);
}

static void
map(struct batchrows *b, const char *spool, size_t size)
{
	int fd = open(spool, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		die_errno("cannot read %s", spool);
	b->file.n = size;
	b->file.p =
	    size != 0 ? mmap(NULL, size, PROT_READ, MAP_SHARED, fd, 0) : "";
	if (b->file.p == MAP_FAILED)
		die_errno("cannot read %s", spool);
	close(fd);
}

bool
batchrows_read(
    struct batchrows *b, const char *path, const char *spool, struct diag *d)
{
	struct reading r = { .b = b, .d = d, .name = (size_t)-1 };
	struct csv_sink sink = {
		.ctx = &r, .places = true, .head = take_head, .row = take_row
	};

	b->path = path;
	r.own = (struct diag){ .take = take_message, .ctx = &r };
	io_begin(&r.spool, spool);
	ledger_each(path, &sink, &r.own);
	io_put(&r.spool, buf_str(&r.out));
	io_commit(&r.spool, false);
	if (r.begun && !r.failed)
		map(b, spool, r.at + r.out.n);
	b->faulty = r.own.counts[LEVEL_ERROR] != 0;
	batchnames_free(&r.names);
	buf_free(&r.out);
	free(r.gives);
	return r.begun && !r.failed;
}

static size_t
number_at(const char **p)
{
	uint32_t v;

	memcpy(&v, *p, sizeof(v));
	*p += sizeof(v);
	return v;
}

static struct str
text_at(const char **p)
{
	struct str s = { NULL, number_at(p) };

	s.p = *p;
	*p += s.n;
	return s;
}

void
batchrows_item(const struct batchrows *b, size_t i, struct batchitem *it)
{
	const char *p = b->file.p + b->items[i];
	size_t kind = number_at(&p);

	it->number = i;
	it->row = kind == ROW;
	it->level = (enum level)kind;
	it->line = number_at(&p);
	if (!it->row) {
		it->column = number_at(&p);
		it->code = p;
		p += strlen(p) + 1;
		it->text = text_at(&p);
		return;
	}
	it->text = text_at(&p);
	for (i = 0; i < b->columns_n; i++) {
		it->cells[i].column = number_at(&p);
		it->cells[i].text = text_at(&p);
	}
}

void
batchrows_free(struct batchrows *b)
{
	size_t i;

	for (i = 0; i < b->columns_n; i++)
		buf_free(&b->columns[i].name);
	free(b->columns);
	free(b->items);
	if (b->file.n != 0)
		munmap((void *)b->file.p, b->file.n);
	*b = (struct batchrows){ 0 };
}

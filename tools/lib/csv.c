/* csv: a ledger as comma-separated values (RFC 4180) */
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "die.h"
#include "lang.h"
#include "ledger.h"
#include "source.h"
#include "utf8.h"

enum {
	MOST_COLUMNS = 1000,
	TOLD = 20 /* faults of rows, after which a count does */
};

struct reading {
	const struct csv_sink *sink;
	struct diag *d;
	size_t columns; /* 0 until the head was read */
	const char *path;
	struct buf text; /* quoted cells are undone in place */
	size_t at, line, line_start;
	char comma;
	struct str *cells; /* of the row that is read */
	struct place *places;
	size_t n;
	size_t faults;
	bool broken; /* the rest of the text is one open cell */
};

static struct place
place_at(const struct reading *r, size_t at)
{
	return (struct place){ r->path, r->line,
		1 + utf8_count((struct str){
			r->text.p + r->line_start, at - r->line_start }) };
}

static void
say(struct reading *r, struct place at, const char *what)
{
	if (r->faults++ < TOLD)
		diag_say(
		    r->d, at, LEVEL_ERROR, "ledger", "%s", lang_text(what));
	else
		r->d->counts[LEVEL_ERROR]++;
}

/* The sign that parts the cells of the first row. */
static char
find_comma(struct str text)
{
	static const char signs[] = ",;\t";
	size_t counts[3] = { 0, 0, 0 }, i, j, best = 0;
	bool quoted = false;

	for (i = 0; i < text.n && (quoted || text.p[i] != '\n'); i++) {
		quoted ^= text.p[i] == '"';
		for (j = 0; j < 3 && !quoted; j++)
			counts[j] += text.p[i] == signs[j];
	}
	for (j = 1; j < 3; j++)
		if (counts[j] > counts[best])
			best = j;
	return signs[best];
}

static void
add_cell(struct reading *r, struct str cell, struct place at)
{
	r->cells = mem_more(r->cells, r->n, sizeof(*r->cells));
	r->places = mem_more(r->places, r->n, sizeof(*r->places));
	r->cells[r->n] = cell;
	r->places[r->n++] = at;
}

static bool
at_end(const struct reading *r)
{
	return r->at == r->text.n || r->text.p[r->at] == '\n' ||
	       r->text.p[r->at] == r->comma;
}

/* Takes a cell that is quoted, from behind its first mark; two marks stand for
 * one. */
static void
take_quoted(struct reading *r, struct place begin)
{
	char *to = r->text.p + r->at, *start = to;
	struct place place;
	bool closed = false;

	for (; r->at < r->text.n; r->at++) {
		char c = r->text.p[r->at];

		if (c == '"' && r->at + 1 < r->text.n &&
		    r->text.p[r->at + 1] == '"') {
			r->at++;
		} else if (c == '"') {
			closed = true;
			break;
		} else if (c == '\n') {
			r->line++;
			r->line_start = r->at + 1;
		}
		*to++ = c;
	}
	add_cell(r, (struct str){ start, (size_t)(to - start) }, begin);
	r->broken = !closed;
	if (!closed) {
		say(r, begin,
		    "this quotation mark is never closed; close the cell with "
		    "\", and write \"\" for a mark in it");
		return;
	}
	r->at++;
	while (!at_end(r) && utf8_blank(buf_str(&r->text), r->at) != 0)
		r->at += utf8_blank(buf_str(&r->text), r->at);
	if (at_end(r))
		return;
	place = place_at(r, r->at);
	say(r, place,
	    "text follows the end of a quoted cell; write \"\" for a mark in "
	    "it");
	while (!at_end(r))
		r->at++;
}

static void
take_cell(struct reading *r)
{
	struct str text = buf_str(&r->text);
	size_t start, blank;

	while (!at_end(r) && (blank = utf8_blank(text, r->at)) != 0)
		r->at += blank;
	start = r->at;
	if (start < text.n && text.p[start] == '"') {
		r->at++;
		take_quoted(r, place_at(r, start));
		return;
	}
	while (!at_end(r))
		r->at++;
	add_cell(r, utf8_trim(str_cut(text, start, r->at - start)),
	    r->columns == 0 || r->sink->places ? place_at(r, start)
					       : (struct place){ 0 });
}

/* Takes the next row; false at the end of the text. */
static bool
take_row(struct reading *r)
{
	if (r->at == r->text.n)
		return false;
	r->n = 0;
	do {
		take_cell(r);
		if (r->at == r->text.n)
			return true;
	} while (r->text.p[r->at++] == r->comma);
	r->line++;
	r->line_start = r->at;
	return true;
}

static bool
is_empty(const struct reading *r)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (r->cells[i].n != 0)
			return false;
	return true;
}

/* A row that is not as long as the head has its cells in wrong columns. */
static void
say_ragged(struct reading *r, size_t line)
{
	struct buf text = { 0 };

	buf_addf(&text,
	    lang_text(
		r->n == 1
		    ? "this row has %zu cell where the head has %zu; put "
		      "a cell with a comma in it between quotation marks"
		    : "this row has %zu cells where the head has %zu; put "
		      "a cell with a comma in it between quotation "
		      "marks"),
	    r->n, r->columns);
	say(r, (struct place){ r->path, line, 1 }, text.p);
	buf_free(&text);
}

static void
take_rows(struct reading *r)
{
	size_t line = r->line;
	bool head = false;

	for (; take_row(r) && !r->broken; line = r->line) {
		if (is_empty(r))
			continue;
		if (!head) {
			head = true;
			if (r->n > MOST_COLUMNS) {
				say(r, r->places[MOST_COLUMNS],
				    "a ledger has at most 1,000 columns");
				return;
			}
			if (!ledger_head(r->cells, r->places, r->n, r->d))
				r->faults++;
			r->columns = r->n;
			r->sink->head(r->sink->ctx, r->cells, r->places, r->n);
		} else if (r->n != r->columns) {
			say_ragged(r, line);
		} else {
			r->sink->row(r->sink->ctx, r->cells, r->places, line);
		}
	}
	if (!head && !r->broken)
		say(r, (struct place){ r->path, 1, 1 },
		    "this ledger is empty; its first row names the columns");
}

static bool
read(struct reading *r, struct str raw)
{
	size_t before = r->d->counts[LEVEL_ERROR];
	struct buf room = { 0 };

	/* the cells are undone in it, so it is a copy */
	buf_adds(
	    &r->text, source_text(raw, SOURCE_AUTHOR, r->path, r->d, &room));
	buf_free(&room);
	if (r->d->counts[LEVEL_ERROR] == before) {
		r->comma = find_comma(buf_str(&r->text));
		take_rows(r);
	}
	free(r->cells);
	free(r->places);
	return r->d->counts[LEVEL_ERROR] == before;
}

bool
csv_each(struct str raw, const char *path, const struct csv_sink *sink,
    struct diag *d)
{
	struct reading r = { .sink = sink, .d = d, .path = path, .line = 1 };
	bool fine = read(&r, raw);

	buf_free(&r.text);
	return fine;
}

static void
keep_head(void *rs, const struct str *names, const struct place *places,
    size_t columns)
{
	(void)places;
	records_begin(rs, names, columns);
}

static void
keep_row(
    void *rs, const struct str *cells, const struct place *places, size_t line)
{
	(void)places;
	records_add(rs, cells, line);
}

bool
csv_read(struct records *rs, struct str raw, const char *path, struct diag *d)
{
	struct csv_sink sink = {
		.ctx = rs, .head = keep_head, .row = keep_row
	};
	struct reading r = { .sink = &sink, .d = d, .path = path, .line = 1 };
	bool fine = read(&r, raw);

	records_end(rs);
	records_keep(rs, r.text);
	return fine;
}

void
csv_put(struct str cell, struct buf *out)
{
	size_t i;

	for (i = 0; i < cell.n; i++)
		if (strchr(",\"\r\n", cell.p[i]) != NULL)
			break;
	if (i == cell.n) {
		buf_adds(out, cell);
		return;
	}
	buf_addc(out, '"');
	for (i = 0; i < cell.n; i++) {
		if (cell.p[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, cell.p[i]);
	}
	buf_addc(out, '"');
}

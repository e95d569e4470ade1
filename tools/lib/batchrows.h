/*
 * batchrows: the rows of a batch, read once and kept on the disk
 *
 * Each process of a batch maps the file, so that its memory does not grow with
 * the rows. An item is a row, or something to say about one, in their order.
 */
#ifndef BATCHROWS_H
#define BATCHROWS_H

#include "diag.h"
#include "str.h"

/* A column that gives a fact, by its number, from 0. */
struct batchcolumn {
	struct buf name;
	struct place place;
};

/* Starts as { 0 }. */
struct batchrows {
	const char *path; /* of the table */
	struct batchcolumn *columns; /* but for that of file names */
	size_t columns_n;
	size_t n, rows; /* items, and how many of them are rows */
	size_t *items; /* where each begins in the file */
	bool faulty; /* some rows could not be read */
	struct str file; /* mapped */
};

/* A cell, with its column in the line, in characters. */
struct batchcell {
	struct str text;
	size_t column;
};

/* An item as it is read: a row, or a message. */
struct batchitem {
	size_t number; /* from 0 */
	size_t line;
	bool row;
	enum level level; /* of a message */
	const char *code;
	struct str text; /* of a message; of a row, the name of its file */
	size_t column;
	struct batchcell *cells; /* one of each column; room of the caller's */
};

/*
 * Reads the table at path, as ledgers are read but with all cells as they were
 * typed, into the file spool. What is wrong with a row becomes an item; what is
 * wrong with the whole table is reported: false then. The names of files come
 * from the column 文件名 or file, or are the numbers of the rows.
 */
bool batchrows_read(
    struct batchrows *b, const char *path, const char *spool, struct diag *d);
/* Reads item i; its views last as long as b. */
void batchrows_item(const struct batchrows *b, size_t i, struct batchitem *it);
void batchrows_free(struct batchrows *b);

#endif

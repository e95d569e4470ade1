/* inputs: what a report is made from: its sections in order, and the rest */
#ifndef INPUTS_H
#define INPUTS_H

#include "str.h"

/*
 * A list of inputs has a line a section: its path, a tab, the hash of its text.
 * Every other line begins with a tab: the kind, the hash, the path, parted by
 * tabs. Hashes are of the text that source_text gives, so that a change of
 * encoding or of line ends, which changes no product, is none here.
 */
#define INPUT_FACTS "facts"
#define INPUT_LEDGER "ledger"
#define INPUT_PICTURE "picture"
#define INPUT_STYLE "style"

/* The names in a report's folder; starts as { 0 }. */
struct inputs {
	char **sections; /* in the report's order */
	size_t n;
	char **facts, **ledgers, **pictures; /* by name */
	size_t facts_n, ledgers_n, pictures_n;
};

/* Reads the folder of a report: sections are its *.txt files, hidden ones and
 * the facts excepted, ordered by leading number, then by name; facts.EDITION
 * .txt counts where edition is not NULL. Pictures (*.png, *.jpg, *.jpeg) lie
 * there or in a folder right below. Dies where the folder cannot be read,
 * or has a name that no list can hold. */
void inputs_read(struct inputs *in, const char *folder, const char *edition);
/* Adds the lines of all of them. */
void inputs_put(const struct inputs *in, struct buf *out);
/* Adds the line of one more file that the report is made from. */
void inputs_put_file(const char *kind, const char *path, struct buf *out);
/* Adds the line of a file that is no text, and that of a ledger, which may be
 * one. */
void inputs_put_bytes(const char *kind, const char *path, struct buf *out);
void inputs_put_ledger(const char *path, struct buf *out);
/* Adds the line of a program that the report is made with: it is known by its
 * size, time and place on the disk, since to read all programs takes longer
 * than to make a report. */
void inputs_put_program(const char *path, struct buf *out);
void inputs_free(struct inputs *in);

#endif

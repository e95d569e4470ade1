/* inputs: what a report is made from: its sections in order, and the rest */
#ifndef INPUTS_H
#define INPUTS_H

#include <stdbool.h>

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
/* Takes one file by its name in a report's folder, such as ledgers/x.csv, for
 * what inputs_read would take it; those of folders further below are none. */
void inputs_take(struct inputs *in, const char *folder, const char *name,
    const char *edition);
/* Puts what was taken in order. */
void inputs_sort(struct inputs *in);
/* Adds the lines of all of them. */
void inputs_put(const struct inputs *in, struct buf *out);
/* Adds the hash of what is at path, as text or by its bytes. */
typedef void inputs_hasher(
    void *me, const char *path, bool text, struct buf *out);
/* Like inputs_put, for files that stand elsewhere, such as in git. */
void inputs_put_by(
    const struct inputs *in, inputs_hasher *hash, void *me, struct buf *out);
/* Adds the hash of a file's bytes: of its text, in any encoding, or of them as
 * they are; path may be in messages. */
void inputs_hash(struct str raw, bool text, const char *path, struct buf *out);
/* Adds the line of one more file that the report is made from. */
void inputs_put_file(const char *kind, const char *path, struct buf *out);
/* Adds the line of a program that the report is made with: it is known by its
 * size, time and place on the disk, since to read all programs takes longer
 * than to make a report. */
void inputs_put_program(const char *path, struct buf *out);
void inputs_free(struct inputs *in);

#endif

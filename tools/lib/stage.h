/*
 * stage: the texts of a report on their way through one filter
 *
 * A filter reads operands or standard input and writes one text; or, for make,
 * all sections that a list names, each into a file of its own name in a folder.
 * There it keeps a memo of what each was made from, by content, and makes only
 * those again that would come out otherwise.
 */
#ifndef STAGE_H
#define STAGE_H

#include <stdbool.h>

#include "diag.h"
#include "str.h"

/* The options that filters share; starts as { 0 }. */
struct stage {
	const char *list; /* -f: a section a line; after a tab, its hash */
	const char *from; /* -s: where an earlier filter put the texts */
	const char *to; /* -d: where this one puts its own */
	const char *output; /* -o: one file for all, or standard output */
	const char *from_ending, *to_ending; /* instead of .txt, or NULL */
	struct buf key; /* what every text was made with */
	char **paths; /* the author's files, or "-" */
	size_t n;
	struct buf text; /* of the list */
};

/* Takes an option that filters share: -d, -f, -o, -s, and -W for diag; false
 * for any other. */
bool stage_option(struct stage *st, struct diag *d, int option, char *value);
/* Takes the operands, or the list, or standard input; dies where both or an
 * incomplete pair of options are given. */
void stage_open(struct stage *st, char **operands, int n);
/* Adds to out the file in which text i is read, or is written. */
void stage_source(const struct stage *st, size_t i, struct buf *out);
void stage_target(const struct stage *st, size_t i, struct buf *out);

/* Makes one text of raw, the bytes of a file, and reports under path; false
 * where the text has a fault. */
typedef bool stage_work(void *ctx, const char *path, struct str raw,
    struct diag *d, struct buf *out);

/*
 * Puts every text through work; writes the products, except that -o FILE is
 * left alone where a text has a fault. A product with a fault is written where
 * keep_faulty is set, since it carries marks of error. Returns the exit
 * status.
 */
int stage_run(struct stage *st, struct diag *d, stage_work *work, void *ctx,
    bool keep_faulty);
void stage_free(struct stage *st);

#endif

/*
 * batchreport: the report that a batch makes once for each row
 *
 * Whatever no row has to do with is read, computed, checked and told once. A
 * row is the last overlay: its document is, byte for byte, the one that
 * `make docx` gives with batchfacts_put as FACTS.
 */
#ifndef BATCHREPORT_H
#define BATCHREPORT_H

#include "batchfacts.h"
#include "batchrows.h"
#include "diag.h"
#include "factset.h"
#include "str.h"

/* What a report is made of; strings last as long as the report. */
struct batchsources {
	const char *list; /* of inputs (inputs.h) */
	const char *style; /* the folder that a sheet was compiled into */
	const char *edition; /* "" for none: a receipt goes in */
	const char *editions; /* all that there are, or NULL */
	const char *program; /* whose bytes count as an input, or NULL */
	const char *created; /* a date for the properties, or NULL */
	struct factset facts; /* with its options */
	char *const *files; /* that define facts */
	size_t files_n;
};

struct batchreport;

/* Reads the report and reports what is wrong with it; *fine says whether rows
 * can be made. Freed with batchreport_free, before the rows and sources. */
struct batchreport *batchreport_open(struct batchsources *from,
    const struct batchrows *rows, struct diag *d, bool *fine);
/* Adds the document of a row to out; what is wrong with it is reported at its
 * cells. False where it cannot be made. */
bool batchreport_make(struct batchreport *r, const struct batchitem *row,
    struct diag *d, struct buf *out);
/* Adds the hash of all that goes into every row's document. */
void batchreport_key(const struct batchreport *r, struct buf *out);
/* Its facts, in the row that was made last. */
const struct batchfacts *batchreport_facts(const struct batchreport *r);
void batchreport_free(struct batchreport *r);

#endif

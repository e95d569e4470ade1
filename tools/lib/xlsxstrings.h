/* xlsxstrings: the texts that the cells of a workbook share (18.4.8) */
#ifndef XLSXSTRINGS_H
#define XLSXSTRINGS_H

#include <stdbool.h>

#include "opc.h"
#include "str.h"
#include "xlsxtext.h"

/* A text among many in one buffer, which moves as it grows. */
struct xlsxspan {
	size_t at, n;
};

/* Starts as { 0 }. */
struct xlsxstrings {
	struct buf text;
	struct xlsxspan *list;
	size_t n;
	struct xlsxtext reading;
};

/* Reads the part of them; false where it is no sound XML (opc_error). */
bool xlsxstrings_read(struct xlsxstrings *s, struct opc *o, struct str part);
/* The string of that number, good until the next is read; false where there is
 * none. */
bool xlsxstrings_get(const struct xlsxstrings *s, size_t i, struct str *text);
/* Frees it; it may be used again afterwards. */
void xlsxstrings_free(struct xlsxstrings *s);

#endif

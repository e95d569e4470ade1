/* xlsxstyles: which cells of a workbook are dates, by their number formats */
#ifndef XLSXSTYLES_H
#define XLSXSTYLES_H

#include "opc.h"
#include "str.h"

/* What the number of a cell means; both bits for a day with its time. */
enum xlsx_kind { XLSX_NUMBER = 0, XLSX_DAY = 1, XLSX_TIME = 2 };

/* The kinds of a workbook's cell formats (18.8.10), by their index. Starts as
 * { 0 }. */
struct xlsxstyles {
	struct xlsx_format {
		long id;
		enum xlsx_kind kind;
	} * formats; /* of its own */
	size_t formats_n;
	enum xlsx_kind *cells;
	size_t cells_n;
	bool in_cells;
};

/* Reads the part of the styles; false where it is no sound XML (opc_error). */
bool xlsxstyles_read(struct xlsxstyles *s, struct opc *o, struct str part);
/* What a format's code shows: its letters y, m, d, h, s, those between
 * quotation marks, in brackets or behind \ or _ apart (18.8.31). */
enum xlsx_kind xlsxstyles_code(struct str code);
/* Adds the number of a cell of that kind, a serial of days since 1900 or 1904
 * (18.17.4), as a date and time; false where it is none. */
bool xlsxstyles_put(
    double serial, enum xlsx_kind kind, bool since_1904, struct buf *out);
void xlsxstyles_free(struct xlsxstyles *s);

#endif

/* csv: any bytes are a ledger, or refused with a message; the rows of one that
 * is are as long as its head */
#include <assert.h>
#include <stdint.h>

#include "csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct records rs = { 0 };
	struct diag d = { .to = NULL };
	size_t i, bytes = 0;
	bool fine = csv_read(&rs, (struct str){ (const char *)p, n }, "-", &d);

	assert(fine == (d.counts[LEVEL_ERROR] == 0));
	for (i = 0; fine && i < rs.rows * rs.columns; i++)
		bytes += rs.cells[i].n;
	/* dates grow to ten bytes */
	assert(!fine || bytes <= 4 * n + 16);
	records_free(&rs);
	return 0;
}

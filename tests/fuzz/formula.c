/* formula: any text is a formula, or refused with a message; it never writes,
 * and it ends */
#include <assert.h>
#include <stdint.h>

#include "database.h"
#include "source.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* A ledger with a column of each type. */
static struct database *
make(void)
{
	struct database *db = database_new();
	struct records rs = { 0 };
	const struct str names[] = { STR("类型"), STR("金额"), STR("日期") };
	const struct str row[] = { STR("党课"), STR("12.5"),
		STR("2022-08-31") };
	struct buf why = { 0 };

	records_begin(&rs, names, 3);
	records_add(&rs, row, 2);
	records_end(&rs);
	assert(database_load(db, STR("会议"), &rs, &why));
	records_free(&rs);
	return db;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static struct database *db;
	struct diag d = { .to = NULL };
	struct buf room = { 0 }, why = { 0 };
	struct str text = source_text(
	    (struct str){ (const char *)p, n }, SOURCE_AUTHOR, "-", &d, &room);
	struct str values[64];
	struct sqltext sql = { 0 };
	struct answer a = { 0 };
	const char *wrong;
	size_t at, i;

	if (db == NULL)
		db = make();
	for (i = 0; i < 64; i++)
		values[i] = STR("0.1");
	if (d.counts[LEVEL_ERROR] == 0 &&
	    sqltext_read(&sql, text, &wrong, &at) && sql.n <= 64)
		assert(database_ask(db, &sql, values, &a, &why, &at) ||
		       why.n != 0);
	answer_free(&a);
	sqltext_free(&sql);
	assert(sqltext_message(text) == (size_t)-1 ||
	       sqltext_message(text) < text.n);
	buf_free(&room);
	buf_free(&why);
	return 0;
}

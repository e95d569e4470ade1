/* sqlmemory: memory for SQLite, as that of all others: there is some, or the
 * program ends */
#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "sqlmemory.h"

/* SQLite asks how large what it has is: the size stands before it. */
enum { HEAD = 16 };

static void *
take(int n)
{
	char *p = mem_resize(NULL, (size_t)n + HEAD);

	memcpy(p, &n, sizeof(n));
	return p + HEAD;
}

static void
give_back(void *p)
{
	free((char *)p - HEAD);
}

static void *
resize(void *p, int n)
{
	char *moved = mem_resize((char *)p - HEAD, (size_t)n + HEAD);

	memcpy(moved, &n, sizeof(n));
	return moved + HEAD;
}

static int
size(void *p)
{
	int n = 0;

	if (p != NULL)
		memcpy(&n, (char *)p - HEAD, sizeof(n));
	return n;
}

static int
round_up(int n)
{
	return (n + 7) & ~7;
}

static int
begin(void *me)
{
	(void)me;
	return SQLITE_OK;
}

static void
end(void *me)
{
	(void)me;
}

void
sqlmemory_use(void)
{
	static const sqlite3_mem_methods methods = {
		.xMalloc = take,
		.xFree = give_back,
		.xRealloc = resize,
		.xSize = size,
		.xRoundup = round_up,
		.xInit = begin,
		.xShutdown = end,
	};
	static bool used;

	if (!used &&
	    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK)
		die("the database of the ledgers is not fit for use");
	used = true;
}

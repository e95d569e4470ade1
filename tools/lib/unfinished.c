/* unfinished: files that are taken away where the program ends before what
 * they belong to is whole */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "str.h"
#include "unfinished.h"

static struct unfinished {
	char *path;
	bool made;
} * list;
static size_t count;
static pid_t owner; /* a child that ends has nothing to take away */

/* The place in the list; count where it is not there. */
static size_t
find(const char *path)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(list[i].path, path) == 0)
			break;
	return i;
}

void
unfinished_keep(const char *path)
{
	size_t i = find(path);

	if (i == count)
		return;
	free(list[i].path);
	count--;
	memmove(list + i, list + i + 1, (count - i) * sizeof(*list));
}

void
unfinished_keep_all(void)
{
	while (count != 0)
		free(list[--count].path);
	free(list);
	list = NULL;
}

static void
remove_all(void)
{
	size_t i;

	for (i = count; i-- > 0 && getpid() == owner;)
		if (list[i].made)
			remove(list[i].path);
	unfinished_keep_all();
}

void
unfinished_plan(const char *path)
{
	struct buf copy = { 0 };

	if (owner == 0 && atexit(remove_all) != 0)
		die("out of memory");
	if (owner != getpid())
		unfinished_keep_all();
	owner = getpid();
	buf_addz(&copy, path);
	list = mem_more(list, count, sizeof(*list));
	list[count++] = (struct unfinished){ .path = copy.p };
}

void
unfinished_made(const char *path)
{
	size_t i = find(path);

	if (i != count)
		list[i].made = true;
}

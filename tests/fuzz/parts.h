/* parts: an input in parts, as fuzz targets cut it */
#ifndef PARTS_H
#define PARTS_H

#include "str.h"

/* Cuts off what stands before the next line ====, or all. */
static struct str
cut_part(struct str *rest)
{
	const struct str line = STR("\n====\n");
	size_t at = str_find(*rest, line, 0);
	struct str part = at != (size_t)-1 ? str_cut(*rest, 0, at + 1) : *rest;

	*rest = at != (size_t)-1 ? str_from(*rest, at + line.n)
				 : (struct str){ "", 0 };
	return part;
}

#endif

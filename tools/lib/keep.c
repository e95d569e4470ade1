/* keep: holds what was set last on the page of what follows */
#include <string.h>

#include "keep.h"
#include "xmlout.h"

/* The byte that the last paragraph begins at, s.n where there is none. */
static size_t
last_paragraph(struct str s)
{
	size_t at = s.n;

	while (at-- > 0)
		if (s.p[at] == '<' && str_starts(str_from(s, at), STR("<w:p>")))
			return at;
	return s.n;
}

void
keep_with_next(struct buf *out)
{
	const struct str head = STR("<w:p><w:pPr><w:pStyle ");
	struct str s = buf_str(out);
	size_t at = last_paragraph(s), end;
	struct buf element = { 0 };

	if (!str_starts(str_from(s, at), head))
		return;
	end = str_find(s, STR("/>"), at) + 2;
	xmlout_element(&element, "w:keepNext", NULL, NULL);
	if (!str_starts(str_from(s, end), buf_str(&element))) {
		buf_reserve(out, element.n + 1);
		memmove(
		    out->p + end + element.n, out->p + end, out->n + 1 - end);
		memcpy(out->p + end, element.p, element.n);
		out->n += element.n;
	}
	buf_free(&element);
}

/* keep: holds what was set last on the page of what follows */
#include "keep.h"
#include "xmlout.h"

/* The byte that the last of an element begins at, s.n where there is none. */
static size_t
last_of(struct str s, struct str element)
{
	size_t at = s.n;

	while (at-- > 0)
		if (s.p[at] == '<' && str_starts(str_from(s, at), element))
			return at;
	return s.n;
}

/* Adds paragraphs, those with a style with the element behind it. */
static void
put_kept(struct str s, struct str element, struct buf *out)
{
	const struct str head = STR("<w:p><w:pPr><w:pStyle ");
	size_t at, end;

	while ((at = str_find(s, head, 0)) != (size_t)-1) {
		end = str_find(s, STR("/>"), at) + 2;
		buf_add(out, s.p, end);
		s = str_from(s, end);
		if (!str_starts(s, element))
			buf_adds(out, element);
	}
	buf_adds(out, s);
}

void
keep_with_next(struct buf *out)
{
	struct str s = buf_str(out);
	bool table = str_ends(s, STR("</w:tbl>"));
	size_t at = last_of(s, table ? STR("<w:tr>") : STR("<w:p>"));
	struct buf element = { 0 }, tail = { 0 };

	if (at == s.n)
		return;
	buf_adds(&tail, str_from(s, at));
	xmlout_element(&element, "w:keepNext", NULL, NULL);
	out->n = at;
	put_kept(buf_str(&tail), buf_str(&element), out);
	buf_free(&element);
	buf_free(&tail);
}

/* keep: holds what was set last on the page of what follows */
#include "keep.h"
#include "stylesheet.h"
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

/* Says whether a text begins with a paragraph of a kind. */
static bool
begins(struct str s, enum face_kind kind)
{
	struct buf head = { 0 };
	bool is;

	xmlout_start(&head, "w:p");
	xmlout_start(&head, "w:pPr");
	xmlout_element(&head, "w:pStyle", "w:val", face_style(kind));
	is = str_starts(s, buf_str(&head));
	buf_free(&head);
	return is;
}

bool
keep_wanted(struct str s)
{
	return begins(s, FACE_ATTACHMENT) || begins(s, FACE_SIGNATURE) ||
	       begins(s, FACE_NOTE);
}

/* Where the last paragraph begins, or all of a note of attachments. */
static size_t
last_paragraph(struct str s)
{
	const struct str element = STR("<w:p>");
	size_t at = last_of(s, element), before = at;

	while (before != s.n && begins(str_from(s, before), FACE_ATTACHMENT)) {
		at = before;
		s = str_cut(s, 0, at);
		before = last_of(s, element);
	}
	return at;
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
	size_t at = table ? last_of(s, STR("<w:tr>")) : last_paragraph(s);
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

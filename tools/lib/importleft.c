/* importleft: what an import leaves out, told or kept as a line for the author
 */
#include "importleft.h"
#include "lang.h"
#include "utf8.h"

enum { NOTES_MAX = 50, SHOWN = 60, HEAD = 240 };

static void
say(const struct importleft *l, const char *what, size_t number,
    struct str shown)
{
	diag_say(l->d, (struct place){ .path = l->path }, LEVEL_NOTE,
	    "left-out", "paragraph %zu: %s%s%.*s", number, lang_text(what),
	    shown.n != 0 ? lang_text(": ") : "", STR_ARG(shown));
}

/* The head of a text, in one line. */
static void
add_head(struct str text, struct buf *out)
{
	size_t i, n = SHOWN;

	olddoc_shown(str_cut(text, 0, text.n < HEAD ? text.n : HEAD), out);
	if (out->n < n)
		n = out->n;
	while (
	    n != 0 && n < out->n && ((unsigned char)out->p[n] & 0xC0) == 0x80)
		n--;
	out->n = n;
	for (i = 0; i < n; i++)
		if ((unsigned char)out->p[i] < ' ')
			out->p[i] = ' ';
}

void
importleft_tell(struct importleft *l, size_t number, struct str text)
{
	static const char *const what[LEFTS] = {
		[LEFT_CHART] = "a chart is left out",
		[LEFT_DIAGRAM] = "a diagram is left out",
		[LEFT_OBJECT] = "an object of another program is left out",
		[LEFT_CHUNK] = "a document inside the document is left out",
		[LEFT_BULLET] = "the bullet of a list is left out",
		[LEFT_BOX] = "the text of a text box follows the paragraph",
	};
	struct buf shown = { 0 };
	size_t i;

	for (i = 0; i < LEFTS && l->n[i] == 0; i++)
		;
	if (i == LEFTS)
		return;
	add_head(text, &shown);
	for (; i < LEFTS; i++) {
		if (l->n[i] == 0)
			continue;
		l->n[i] = 0;
		if (l->told++ < NOTES_MAX)
			say(l, what[i], number, buf_str(&shown));
		else if (l->told == NOTES_MAX + 1)
			diag_say(l->d, (struct place){ .path = l->path },
			    LEVEL_NOTE, "left-out",
			    "and more is left out further down");
	}
	buf_free(&shown);
}

void
importleft_sums(const struct importleft *l, const struct importstory *story)
{
	const struct {
		size_t n;
		const char *what;
	} sums[] = {
		{ story->dropped,
		    "%zu characters that no text may hold are left out" },
		{ story->beyond,
		    "%zu cells right of the 63rd column stand in that one" },
		{ story->nested,
		    "%zu tables in cells or text boxes have become lines of "
		    "text" },
	};
	size_t i;

	for (i = 0; i < sizeof(sums) / sizeof(sums[0]); i++)
		if (sums[i].n != 0)
			diag_say(l->d, (struct place){ .path = l->path },
			    LEVEL_NOTE, "left-out", sums[i].what, sums[i].n);
}

/* Adds a text without what no line of a section may hold. */
static void
add_line(struct str text, struct buf *out)
{
	size_t i, n;
	uint32_t c = 0;

	for (i = 0; i < text.n; i += n != 0 ? n : 1) {
		n = utf8_next(text, i, &c);
		if (c == '\n' || c == '\t' || c == '\f')
			buf_addc(out, ' ');
		else if (n != 0 && c >= 0x20 && (c < 0x7F || c >= 0xA0) &&
			 c != 0xFEFF && c != 0x2028 && c != 0x2029 &&
			 !utf8_noncharacter(c))
			buf_add(out, text.p + i, n);
	}
}

void
importleft_remark(
    const char *what, struct str author, struct str text, struct buf *out)
{
	author = utf8_trim(author);
	buf_addz(out, what);
	if (author.n != 0) {
		buf_addz(out, "（");
		add_line(author, out);
		buf_addz(out, "）");
	}
	buf_addz(out, "：");
	add_line(utf8_trim(text), out);
}

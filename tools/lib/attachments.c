/* attachments: the note of attachments below the text (GB/T 9704 7.3.4) */
#include "attachments.h"
#include "stylesheet.h"
#include "xmlout.h"
#include "title.h"
#include "glyphs.h"
#include "heading.h"

/* The bytes of the number that the author typed, or 0. */
static size_t
typed_number(const struct paragraph *p)
{
	struct heading h;

	return heading_read(buf_str(&p->text), &h) && h.level == 3 &&
		       h.value != 0
		   ? h.length
		   : 0;
}

static void
check_end(const struct paragraph *p, const struct setting *how)
{
	struct glyphs gs = { 0 };
	uint32_t c;

	glyphs_read(buf_str(&p->text), &gs);
	c = gs.n != 0 ? gs.g[gs.n - 1].c : 0;
	if (c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0x3001)
		diag_say(how->d,
		    paragraph_place(p, gs.g[gs.n - 1].at, how->path),
		    LEVEL_WARNING, "attachments",
		    "no mark stands behind the name of an attachment; take it "
		    "out");
	glyphs_free(&gs);
}

void
attachments_put(const struct paragraph *lines, size_t n,
    const struct setting *how, struct buf *out)
{
	const struct face *f = &how->sheet->faces[FACE_ATTACHMENT];
	struct buf head = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		const struct paragraph *p = &lines[i];
		size_t typed = typed_number(p);
		struct layout l = { .before = i == 0 ? BEFORE_STYLE : 0 };

		buf_clear(&head);
		buf_addz(&head, i == 0 ? "附件：" : "　　　");
		if (n > 1 && typed == 0)
			buf_addf(&head, "%zu.", i + 1);
		l.hanging =
		    glyphs_width(buf_str(&head), f) +
		    glyphs_width(str_cut(buf_str(&p->text), 0, typed), f);
		l.left = f->left.twips + l.hanging;
		check_end(p, how);
		paragraph_open_with(face_style(FACE_ATTACHMENT), &l, out);
		run_put(buf_str(&head), out);
		paragraph_runs(p, 0, p->text.n, how, out);
		paragraph_close(out);
	}
	buf_free(&head);
}

void
attachment_page_put(const struct paragraph *number,
    const struct paragraph *lines, size_t n, const struct setting *how,
    struct buf *out)
{
	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(
	    out, "w:pStyle", "w:val", face_style(FACE_ATTACHMENT_LABEL));
	xmlout_element(out, "w:pageBreakBefore", NULL, NULL);
	xmlout_end(out, "w:pPr");
	run_put(STR("附件"), out);
	if (number->n != 0)
		paragraph_runs(number, 0, number->text.n, how, out);
	xmlout_end(out, "w:p");
	if (n != 0)
		title_put(
		    lines, n, face_style(FACE_ATTACHMENT_TITLE), how, out);
}

/* faceprops: a face of the style sheet as properties of runs and paragraphs */
#include "faceprops.h"
#include "xmlout.h"

/* The four font attributes (17.3.2.26), without a theme's, which would win.
 * With hAnsi the Western font, text that Chinese shares with Western type
 * (quotation marks, dashes) needs the hint at its run. */
void
faceprops_rFonts(const struct face *f, struct buf *out)
{
	xmlout_open(out, "w:rFonts");
	xmlout_attrz(out, "w:ascii", f->latin);
	xmlout_attrz(out, "w:hAnsi", f->latin);
	xmlout_attrz(out, "w:eastAsia", f->font);
	xmlout_attrz(out, "w:cs", f->latin);
	xmlout_empty(out);
}

/* Order: rFonts b bCs color spacing sz szCs (17.3.2.28). */
void
faceprops_rPr(const struct face *f, struct buf *out)
{
	xmlout_start(out, "w:rPr");
	faceprops_rFonts(f, out);
	if (f->bold) {
		xmlout_element(out, "w:b", NULL, NULL);
		xmlout_element(out, "w:bCs", NULL, NULL);
	}
	xmlout_element(out, "w:color", "w:val", f->color);
	xmlout_elementn(out, "w:spacing", "w:val", f->spacing);
	xmlout_elementn(out, "w:sz", "w:val", f->size / 10);
	xmlout_elementn(out, "w:szCs", "w:val", f->size / 10);
	xmlout_end(out, "w:rPr");
}

/* Word takes the Chars form where both stand, LibreOffice the twips. */
static void
put_indent(struct buf *out, const char *chars, const char *twips,
    const struct indent *i)
{
	if (i->hundredths != 0)
		xmlout_attrn(out, chars, i->hundredths);
	if (i->twips != 0)
		xmlout_attrn(out, twips, i->twips);
}

void
faceprops_ind(const struct face *f, struct buf *out)
{
	if (f->left.twips == 0 && f->right.twips == 0 && f->first.twips == 0)
		return;
	xmlout_open(out, "w:ind");
	put_indent(out, "w:leftChars", "w:left", &f->left);
	put_indent(out, "w:rightChars", "w:right", &f->right);
	put_indent(out, "w:firstLineChars", "w:firstLine", &f->first);
	xmlout_empty(out);
}

void
faceprops_spacing(const struct face *f, struct buf *out)
{
	xmlout_open(out, "w:spacing");
	xmlout_attrn(out, "w:before", f->before);
	xmlout_attrn(out, "w:after", f->after);
	xmlout_attrn(out, "w:line", f->line != 0 ? f->line : 240);
	xmlout_attrz(out, "w:lineRule", f->line != 0 ? "exact" : "auto");
	xmlout_empty(out);
}

void
faceprops_jc(const struct face *f, struct buf *out)
{
	static const char *const jc[] = {
		[ALIGN_BOTH] = "both",
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTER] = "center",
		[ALIGN_RIGHT] = "right",
	};

	xmlout_element(out, "w:jc", "w:val", jc[f->align]);
}

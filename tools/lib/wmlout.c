/* wmlout: what several parts of a Word document are written with */
#include "wmlout.h"
#include "xmlout.h"

void
wmlout_width(struct buf *out, const char *name, long twips)
{
	xmlout_open(out, name);
	xmlout_attrn(out, "w:w", twips);
	xmlout_attrz(out, "w:type", "dxa");
	xmlout_empty(out);
}

void
wmlout_cell_margins(struct buf *out, long twips)
{
	xmlout_start(out, "w:tblCellMar");
	wmlout_width(out, "w:left", twips);
	wmlout_width(out, "w:right", twips);
	xmlout_end(out, "w:tblCellMar");
}

void
wmlout_chinese(struct buf *out)
{
	xmlout_start(out, "w:r");
	xmlout_start(out, "w:rPr");
	xmlout_element(out, "w:rFonts", "w:hint", "eastAsia");
	xmlout_end(out, "w:rPr");
	xmlout_open(out, "w:t");
	xmlout_attrz(out, "xml:space", "preserve");
	xmlout_more(out);
}

void
wmlout_chinese_end(struct buf *out)
{
	xmlout_end(out, "w:t");
	xmlout_end(out, "w:r");
}

/* wmlout: what several parts of a Word document are written with */
#ifndef WMLOUT_H
#define WMLOUT_H

#include "str.h"

#define WMLOUT_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* Adds an element that is a width (17.18.87, dxa). */
void wmlout_width(struct buf *out, const char *name, long twips);
/* Adds w:tblCellMar (17.4.42): so much room on both sides of each cell. */
void wmlout_cell_margins(struct buf *out, long twips);
/* Begins a run of text whose quotation marks and dashes are of the Chinese font
 * (17.3.2.26); escaped text follows, then wmlout_chinese_end. */
void wmlout_chinese(struct buf *out);
void wmlout_chinese_end(struct buf *out);

#endif

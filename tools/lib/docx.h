/*
 * docx: the linker: the sections of a report and the parts of a style sheet in
 * one package (ISO/IEC 29500-2), the same bytes for the same input
 *
 *     [Content_Types].xml      _rels/.rels
 *     word/document.xml        the sections, in order
 *     word/_rels/document.xml.rels
 *     word/styles.xml settings.xml fontTable.xml footer1.xml footer2.xml
 *     word/footer3.xml footer4.xml   where pages lie on their side
 *     word/footnotes.xml       where there are any
 *     word/comments.xml        where a redline has any
 *     word/media/              the pictures
 *     word/charts/ embeddings/ the charts, and their workbooks
 *     docProps/core.xml app.xml
 *     docProps/custom.xml      the receipt, where there is one
 *     customXml/item1.xml itemProps1.xml  the manifest of a copy for review
 */
#ifndef DOCX_H
#define DOCX_H

#include <stdbool.h>

#include "diag.h"
#include "str.h"
#include "stylesheet.h"

/* The parts that a style sheet brings, each read from a file of its name. */
enum docx_part {
	DOCX_STYLES,
	DOCX_SETTINGS,
	DOCX_FONTS,
	DOCX_FOOTER_ODD,
	DOCX_FOOTER_EVEN,
	DOCX_FOOTER_ODD_TURNED,
	DOCX_FOOTER_EVEN_TURNED,
	DOCX_PARTS,
};

/* A document to be; starts as { 0 }. */
struct docx {
	struct buf parts[DOCX_PARTS];
	struct stylesheet sheet;
	bool line_numbers; /* in the margin */
	struct str *bodies; /* what each section's w:body holds */
	size_t n;
	const char *created; /* W3CDTF, or NULL for a document without dates */
	struct buf receipt; /* a part of its own, or empty (receipt.h) */
	struct buf manifest; /* likewise (review.h) */
	bool again; /* it is written again and again, with other bodies */
	struct zip *zip; /* from the first time on */
	unsigned shape; /* which parts there were the last time */
	bool packed[DOCX_PARTS]; /* once, for again */
};

/* Reads the parts from a folder that style compiled a sheet into; dies where
 * one is missing. The measures come from its `sheet`, whose faults are
 * reported: false then. NULL compiles the sheet of the standard. */
bool docx_read_style(struct docx *d, const char *folder, struct diag *diag);
/* Adds the products of typeset that text holds, which must last as long as d;
 * false where they are not whole. */
bool docx_add(struct docx *d, struct str text);
/* Adds the package to out. */
void docx_write(struct docx *d, struct buf *out);
void docx_free(struct docx *d);

#endif

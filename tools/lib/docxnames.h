/* docxnames: what a package says of its parts: their content types (ISO/IEC
 * 29500-2, 7.2.3) and the relationships between them (6.5) */
#ifndef DOCXNAMES_H
#define DOCXNAMES_H

#include "docx.h"
#include "link.h"
#include "zip.h"

/* A part of the package: its file in the style's folder, its content type, and
 * the relationship that the document has to it. */
struct docxname {
	const char *file, *type, *relation, *id;
};
extern const struct docxname docxnames[DOCX_PARTS];

/* Says whether a document wants the part. */
bool docxnames_wanted(const struct linked *l, size_t part);
/* Adds [Content_Types].xml to a package; b is room for it. */
void docxnames_types(
    const struct docx *d, const struct linked *l, struct zip *z, struct buf *b);
/* Adds the relationships of the package and of the document. */
void docxnames_relations(
    const struct docx *d, const struct linked *l, struct zip *z, struct buf *b);
/* Writes those of the manifest (review.h) into b. */
void docxnames_manifest(struct buf *b);

#endif

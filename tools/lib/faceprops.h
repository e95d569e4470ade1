/* faceprops: a face of the style sheet as properties of runs and paragraphs */
#ifndef FACEPROPS_H
#define FACEPROPS_H

#include "stylesheet.h"

/* Adds w:rFonts (17.3.2.26). */
void faceprops_rFonts(const struct face *f, struct buf *out);
/* Adds w:rPr (17.3.2.28). */
void faceprops_rPr(const struct face *f, struct buf *out);
/* Adds w:ind (17.3.1.12), or nothing where no line is indented. */
void faceprops_ind(const struct face *f, struct buf *out);
/* Adds w:spacing (17.3.1.33). */
void faceprops_spacing(const struct face *f, struct buf *out);
/* Adds w:jc (17.3.1.13). */
void faceprops_jc(const struct face *f, struct buf *out);

#endif

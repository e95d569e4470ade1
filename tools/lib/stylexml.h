/*
 * stylexml: a style sheet as parts of a Word document
 *
 * The parts go into a folder, each in a file of its name, which assemble takes
 * them from; `sheet` is the whole sheet, resolved, for typeset.
 */
#ifndef STYLEXML_H
#define STYLEXML_H

#include "stylesheet.h"

/* Adds styles.xml (ECMA-376 17.7): a paragraph style for each kind of
 * paragraph, with the character and table styles that typeset names. */
void stylexml_styles(const struct stylesheet *s, struct buf *out);
/* Adds settings.xml (17.15.1). */
void stylexml_settings(const struct stylesheet *s, struct buf *out);
/* Adds fontTable.xml (17.8): the fonts that the sheet names. */
void stylexml_fonts(const struct stylesheet *s, struct buf *out);
/* Adds the footer of odd pages, or of even ones (17.10.3): the page number, or
 * nothing where the sheet wants none; turned, of pages that lie on their side:
 * it stands where the paper has it when it stands. */
void stylexml_footer(
    const struct stylesheet *s, bool even, bool turned, struct buf *out);
/* Adds the w:sectPr (17.6.17) of the report's pages, for inside a w:document;
 * turned, of pages that lie on their side: the binding edge is then the top
 * one. */
void stylexml_section(const struct stylesheet *s, bool turned,
    bool line_numbers, struct buf *out);

#endif

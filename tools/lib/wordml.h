/* wordml: the elements of a Word document that a reader of its text minds */
#ifndef WORDML_H
#define WORDML_H

#include "xml.h"

/* What lies in OTHER is read as if it were not there around it, what lies in
 * SKIPPED is not read. */
enum wordml {
	WORDML_OTHER,
	WORDML_SKIPPED,
	WORDML_LOOKS, /* skipped, but told to who asks how things look */
	WORDML_ALTERNATE, /* mc:AlternateContent */
	WORDML_CHOICE, /* mc:Choice */
	WORDML_FALLBACK, /* mc:Fallback */
	WORDML_DENOMINATOR, /* m:den */
	WORDML_BOOKMARK, /* w:bookmarkStart, w:bookmarkEnd */
	WORDML_BREAK, /* w:br */
	WORDML_CELL_DEL,
	WORDML_CELL_INS,
	WORDML_COMMENT, /* w:comment */
	WORDML_COMMENT_START, /* w:commentRangeStart */
	WORDML_COMMENT_END, /* w:commentRangeEnd, w:commentReference */
	WORDML_CR,
	WORDML_DEL, /* w:del, w:moveFrom */
	WORDML_DEL_TEXT,
	WORDML_DOCUMENT,
	WORDML_FIELD, /* w:fldChar */
	WORDML_HYPHEN, /* w:noBreakHyphen */
	WORDML_NOTES, /* w:footnotes, w:endnotes */
	WORDML_NOTE, /* w:footnote, w:endnote */
	WORDML_NOTE_MARK, /* w:footnoteReference, w:endnoteReference */
	WORDML_INS, /* w:ins, w:moveTo */
	WORDML_P,
	WORDML_P_PR,
	WORDML_P_STYLE,
	WORDML_R_PR, /* of a paragraph's mark */
	WORDML_RUN_PR,
	WORDML_T, /* w:t, m:t */
	WORDML_TAB, /* w:tab, w:ptab */
	WORDML_TABLE,
	WORDML_CELL,
	WORDML_CELL_PR,
	WORDML_ROW,
	WORDML_ROW_PR,
	WORDML_BOX, /* w:txbxContent */
};

/* What an element is, in the transitional or the strict namespaces of
 * ISO/IEC 29500-1 and of its part 3, markup compatibility. */
enum wordml wordml_of(const struct xml_element *e);
/* The text that an element stands for by itself; empty for most. */
struct str wordml_text(enum wordml word, const struct xml_element *e);

#endif

/* wordml: the elements of a Word document that a reader of its text minds */
#include <stdlib.h>
#include <string.h>

#include "wordml.h"

struct name {
	const char *name;
	enum wordml word;
};

/* WordprocessingML, in the order of strcmp. */
static const struct name words[] = {
	{ "bookmarkEnd", WORDML_BOOKMARK },
	{ "bookmarkStart", WORDML_BOOKMARK },
	{ "br", WORDML_BREAK },
	{ "cellDel", WORDML_CELL_DEL },
	{ "cellIns", WORDML_CELL_INS },
	{ "comment", WORDML_COMMENT },
	{ "commentRangeEnd", WORDML_COMMENT_END },
	{ "commentRangeStart", WORDML_COMMENT_START },
	{ "commentReference", WORDML_COMMENT_END },
	{ "comments", WORDML_NOTES },
	{ "cr", WORDML_CR },
	{ "del", WORDML_DEL },
	{ "delText", WORDML_DEL_TEXT },
	{ "document", WORDML_DOCUMENT },
	{ "endnote", WORDML_NOTE },
	{ "endnoteReference", WORDML_NOTE_MARK },
	{ "endnotes", WORDML_NOTES },
	{ "fldChar", WORDML_FIELD },
	{ "footnote", WORDML_NOTE },
	{ "footnoteReference", WORDML_NOTE_MARK },
	{ "footnotes", WORDML_NOTES },
	{ "ins", WORDML_INS },
	{ "moveFrom", WORDML_DEL },
	{ "moveTo", WORDML_INS },
	{ "noBreakHyphen", WORDML_HYPHEN },
	{ "p", WORDML_P },
	{ "pPr", WORDML_P_PR },
	{ "pPrChange", WORDML_SKIPPED },
	{ "pStyle", WORDML_P_STYLE },
	{ "ptab", WORDML_TAB },
	{ "rPr", WORDML_R_PR },
	{ "rPrChange", WORDML_SKIPPED },
	{ "rt", WORDML_SKIPPED }, /* the reading beside a word: 17.3.3.24 */
	{ "sdtEndPr", WORDML_SKIPPED },
	{ "sdtPr", WORDML_SKIPPED },
	{ "sectPr", WORDML_LOOKS },
	{ "t", WORDML_T },
	{ "tab", WORDML_TAB },
	{ "tabs", WORDML_LOOKS },
	{ "tbl", WORDML_TABLE },
	{ "tblGrid", WORDML_LOOKS },
	{ "tblPr", WORDML_LOOKS },
	{ "tblPrEx", WORDML_SKIPPED },
	{ "tc", WORDML_CELL },
	{ "tcPr", WORDML_CELL_PR },
	{ "tcPrChange", WORDML_SKIPPED },
	{ "tr", WORDML_ROW },
	{ "trPr", WORDML_ROW_PR },
	{ "trPrChange", WORDML_SKIPPED },
	{ "txbxContent", WORDML_BOX },
};

static const struct name maths[] = {
	{ "den", WORDML_DENOMINATOR },
	{ "t", WORDML_T },
};

static const struct name markup[] = {
	{ "AlternateContent", WORDML_ALTERNATE },
	{ "Choice", WORDML_CHOICE },
	{ "Fallback", WORDML_FALLBACK },
};

/* A namespace and its names. */
struct space {
	const char *uri;
	const struct name *names;
	size_t n;
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Each in its transitional and its strict form. */
static const struct space spaces[] = {
	{ "http://schemas.openxmlformats.org/wordprocessingml/2006/main", words,
	    COUNT(words) },
	{ "http://purl.oclc.org/ooxml/wordprocessingml/main", words,
	    COUNT(words) },
	{ "http://schemas.openxmlformats.org/markup-compatibility/2006", markup,
	    COUNT(markup) },
	{ "http://schemas.openxmlformats.org/officeDocument/2006/math", maths,
	    COUNT(maths) },
	{ "http://purl.oclc.org/ooxml/officeDocument/math", maths,
	    COUNT(maths) },
};

static int
by_name(const void *key, const void *member)
{
	return strcmp(key, ((const struct name *)member)->name);
}

enum wordml
wordml_of(const struct xml_element *e)
{
	const struct space *s;
	const struct name *found;

	for (s = spaces; s < spaces + COUNT(spaces); s++) {
		if (strcmp(s->uri, e->space) != 0)
			continue;
		found =
		    bsearch(e->name, s->names, s->n, sizeof *s->names, by_name);
		return found != NULL ? found->word : WORDML_OTHER;
	}
	return WORDML_OTHER;
}

struct str
wordml_text(enum wordml word, const struct xml_element *e)
{
	struct str type = STR("");

	switch (word) {
	case WORDML_TAB:
		return STR("\t");
	case WORDML_CR:
		return STR("\n");
	case WORDML_HYPHEN:
		return STR("\xe2\x80\x91"); /* U+2011 */
	case WORDML_DENOMINATOR:
		return STR("/");
	case WORDML_BREAK:
		xml_attribute(e, e->space, "type", &type);
		if (str_equal(type, STR("page")) ||
		    str_equal(type, STR("column")))
			return STR("");
		return STR("\n");
	default:
		return STR("");
	}
}

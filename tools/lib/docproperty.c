/* docproperty: what the elements of a Word document say besides text; clauses
 * are those of ISO/IEC 29500-1 */
#include <string.h>

#include "docproperty.h"

/* A namespace by the end of its URI, transitional and strict alike. */
enum space { WORD, DRAWING, DRAWING_ML, CHART, DIAGRAM, VML, OFFICE, NONE };

static const struct {
	const char *end;
	enum space space;
} spaces[] = {
	{ "/wordprocessingml/2006/main", WORD },
	{ "/wordprocessingml/main", WORD },
	{ "/drawingml/2006/wordprocessingDrawing", DRAWING },
	{ "/drawingml/wordprocessingDrawing", DRAWING },
	{ "/drawingml/2006/main", DRAWING_ML },
	{ "/drawingml/main", DRAWING_ML },
	{ "/drawingml/2006/chart", CHART },
	{ "/drawingml/chart", CHART },
	{ "/drawingml/2006/diagram", DIAGRAM },
	{ "/drawingml/diagram", DIAGRAM },
	{ ":schemas-microsoft-com:vml", VML },
	{ ":schemas-microsoft-com:office:office", OFFICE },
};

/* An element, where it may stand (WORDML_OTHER: anywhere), and the attribute
 * that it tells: of the element's own namespace for WORD, else of none. */
static const struct told {
	const char *name;
	enum space space;
	enum wordml parent;
	enum docread_property what;
	const char *attribute;
} told[] = {
	{ "p", WORD, WORDML_OTHER, DOCREAD_PARAGRAPH, NULL },
	{ "jc", WORD, WORDML_P_PR, DOCREAD_ALIGN, "val" },
	{ "numId", WORD, WORDML_OTHER, DOCREAD_LIST, "val" },
	{ "ilvl", WORD, WORDML_OTHER, DOCREAD_LIST_LEVEL, "val" },
	{ "outlineLvl", WORD, WORDML_P_PR, DOCREAD_OUTLINE, "val" },
	{ "pageBreakBefore", WORD, WORDML_P_PR, DOCREAD_PAGE_BEFORE, "val" },
	{ "r", WORD, WORDML_OTHER, DOCREAD_RUN, NULL },
	{ "b", WORD, WORDML_RUN_PR, DOCREAD_BOLD, "val" },
	{ "rStyle", WORD, WORDML_RUN_PR, DOCREAD_RUN_STYLE, "val" },
	{ "br", WORD, WORDML_OTHER, DOCREAD_PAGE, "type" },
	{ "gridBefore", WORD, WORDML_ROW_PR, DOCREAD_GRID_BEFORE, "val" },
	{ "gridSpan", WORD, WORDML_CELL_PR, DOCREAD_SPAN, "val" },
	{ "vMerge", WORD, WORDML_CELL_PR, DOCREAD_MERGE, "val" },
	{ "altChunk", WORD, WORDML_OTHER, DOCREAD_CHUNK, NULL },
	{ "extent", DRAWING, WORDML_OTHER, DOCREAD_EXTENT, "cx" },
	{ "docPr", DRAWING, WORDML_OTHER, DOCREAD_ALT, "descr" },
	{ "blip", DRAWING_ML, WORDML_OTHER, DOCREAD_PICTURE, "embed" },
	{ "chart", CHART, WORDML_OTHER, DOCREAD_CHART, NULL },
	{ "relIds", DIAGRAM, WORDML_OTHER, DOCREAD_DIAGRAM, NULL },
	{ "shape", VML, WORDML_OTHER, DOCREAD_ALT, "alt" },
	{ "imagedata", VML, WORDML_OTHER, DOCREAD_PICTURE, "id" },
	{ "OLEObject", OFFICE, WORDML_OTHER, DOCREAD_OBJECT, "ProgID" },
};

static bool
ends(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

static enum space
space_of(const char *uri)
{
	size_t i;

	for (i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (ends(uri, spaces[i].end))
			return spaces[i].space;
	return NONE;
}

bool
docproperty_of(const struct xml_element *e, enum wordml parent,
    enum docread_property *what)
{
	const struct told *t, *end = told + sizeof told / sizeof *told;

	for (t = told; t < end; t++) {
		struct str type = { "", 0 };

		if (strcmp(t->name, e->name) != 0 ||
		    (t->parent != WORDML_OTHER && t->parent != parent) ||
		    space_of(e->space) != t->space)
			continue;
		if (t->what == DOCREAD_PAGE) /* 17.18.3 */
			xml_attribute(e, e->space, "type", &type);
		*what = t->what;
		return t->what != DOCREAD_PAGE || str_equal(type, STR("page"));
	}
	return false;
}

struct str
docproperty_value(const struct xml_element *e, enum docread_property what)
{
	static const char *const relations[] = {
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships",
		"http://purl.oclc.org/ooxml/officeDocument/relationships",
	};
	const struct told *t = told;
	struct str value = { "", 0 };

	while (t->what != what ||
	       (what == DOCREAD_ALT && strcmp(t->name, e->name) != 0) ||
	       (what == DOCREAD_PICTURE && strcmp(t->name, e->name) != 0))
		t++;
	if (t->attribute == NULL)
		return value;
	if (what == DOCREAD_PICTURE) {
		if (!xml_attribute(e, relations[0], t->attribute, &value))
			xml_attribute(e, relations[1], t->attribute, &value);
	} else {
		xml_attribute(
		    e, t->space == WORD ? e->space : "", t->attribute, &value);
	}
	return value;
}

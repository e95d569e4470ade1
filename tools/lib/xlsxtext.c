/* xlsxtext: the text of an element of a workbook */
#include <string.h>

#include "xlsxtext.h"

static bool
named(const struct xml_element *e, const char *name)
{
	return strcmp(e->name, name) == 0;
}

void
xlsxtext_start(struct xlsxtext *t, const struct xml_element *e)
{
	if (named(e, "rPh"))
		t->phonetic = true;
	else if (named(e, "si") || named(e, "r") || named(e, "c"))
		t->phonetic = false;
	t->collects = !t->phonetic && (named(e, "t") || named(e, "v"));
}

void
xlsxtext_add(struct xlsxtext *t, struct str text)
{
	if (t->collects)
		buf_adds(&t->value, text);
}

/* docfield: the complex fields that are open while a document is read */
#include <string.h>

#include "docfield.h"

void
docfield_step(struct docfields *f, struct str type)
{
	if (str_equal(type, STR("begin"))) {
		if (f->n == DOCFIELDS)
			f->n = 0;
		f->in_code[f->n++] = true;
	} else if (f->n == 0) {
		return;
	} else if (str_equal(type, STR("separate"))) {
		f->in_code[f->n - 1] = false;
	} else if (str_equal(type, STR("end"))) {
		f->n--;
	}
}

bool
docfield_in_code(const struct docfields *f)
{
	size_t i;

	for (i = 1; i < f->n; i++)
		if (f->in_code[i - 1])
			return true;
	return false;
}

void
docfield_break(struct docfields *f)
{
	memset(f->in_code, 0, sizeof f->in_code);
}

/* xlsxstrings: the texts that the cells of a workbook share (18.4.8) */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "xlsxstrings.h"

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	struct xlsxstrings *s = me;

	(void)x;
	xlsxtext_start(&s->reading, e);
	if (strcmp(e->name, "si") != 0)
		return;
	s->list = mem_more(s->list, s->n, sizeof(*s->list));
	s->list[s->n++] = (struct xlsxspan){ s->text.n, 0 };
}

static void
on_end(void *me)
{
	struct xlsxstrings *s = me;
	struct buf *value = &s->reading.value;

	s->reading.collects = false;
	if (value->n == 0 || s->n == 0)
		return;
	buf_adds(&s->text, buf_str(value));
	s->list[s->n - 1].n += value->n;
	buf_clear(value);
}

static void
on_text(void *me, struct str text)
{
	xlsxtext_add(&((struct xlsxstrings *)me)->reading, text);
}

bool
xlsxstrings_read(struct xlsxstrings *s, struct opc *o, struct str part)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };

	return opc_parse(o, part, &handler, s);
}

bool
xlsxstrings_get(const struct xlsxstrings *s, size_t i, struct str *text)
{
	if (i >= s->n)
		return false;
	*text = str_cut(buf_str(&s->text), s->list[i].at, s->list[i].n);
	return true;
}

void
xlsxstrings_free(struct xlsxstrings *s)
{
	free(s->list);
	buf_free(&s->text);
	buf_free(&s->reading.value);
	*s = (struct xlsxstrings){ 0 };
}

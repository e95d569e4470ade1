/* htmlsheets: the sheets of a page, and their paper */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "htmlsheets.h"
#include "look.h"

void
htmlsheets_begin(struct htmlsheets *s)
{
	/* A4 and the margins of GB/T 9704 5.2.1 */
	*s = (struct htmlsheets){
		.paper = { 11906, 16838, 2098, 1474, 1984, 1587 },
	};
}

void
htmlsheets_turn(struct htmlsheets *s, struct buf *content)
{
	if (content->n == 0)
		return;
	s->list = mem_more(s->list, s->n, sizeof(*s->list));
	s->list[s->n++] = (struct htmlsheet){ .content = *content };
	*content = (struct buf){ 0 };
}

void
htmlsheets_end_section(struct htmlsheets *s)
{
	size_t i;

	for (i = 0; i < s->papers_n; i++)
		if (memcmp(&s->papers[i], &s->paper, sizeof(s->paper)) == 0)
			break;
	if (i == s->papers_n) {
		s->papers =
		    mem_more(s->papers, s->papers_n, sizeof(*s->papers));
		s->papers[s->papers_n++] = s->paper;
	}
	for (; s->section < s->n; s->section++)
		s->list[s->section].paper = i;
	s->ends = false;
}

static long
twips(const struct xml_element *e, const char *name, long otherwise)
{
	struct str value = look_attribute(e, name);
	long n = look_number(value);

	return value.n != 0 && n >= 0 ? n : otherwise;
}

void
htmlsheets_take(struct htmlsheets *s, const struct xml_element *e)
{
	struct htmlpaper *p = &s->paper;

	if (strcmp(e->name, "pgSz") == 0) {
		p->width = twips(e, "w", p->width);
		p->height = twips(e, "h", p->height);
	} else if (strcmp(e->name, "pgMar") == 0) {
		p->top = twips(e, "top", p->top);
		p->right = twips(e, "right", p->right);
		p->bottom = twips(e, "bottom", p->bottom);
		p->left = twips(e, "left", p->left);
	} else if (strcmp(e->name, "sectPr") == 0) {
		s->ends = true;
	}
}

void
htmlsheets_free(struct htmlsheets *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		buf_free(&s->list[i].content);
	free(s->list);
	free(s->papers);
}

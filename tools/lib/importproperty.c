/* importproperty: what a Word document says of its text besides the text */
#include "importproperty.h"

bool
importreading_hidden(const struct importreading *r)
{
	return r->gone || r->row_gone;
}

static long
number_of(struct str s, long most)
{
	long n = 0;
	size_t i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		if ((n = 10 * n + s.p[i] - '0') > most)
			return most;
	return n;
}

static bool
is_on(struct str v)
{
	return !str_equal(v, STR("0")) && !str_equal(v, STR("false")) &&
	       !str_equal(v, STR("off"));
}

static void
set(struct buf *b, struct str s)
{
	buf_clear(b);
	buf_adds(b, str_cut(s, 0, s.n < 64 ? s.n : 64));
}

static void
new_paragraph(struct importreading *r)
{
	buf_clear(&r->list);
	buf_clear(&r->level);
	r->says = (struct importstory_says){ 0 };
}

static void
add_picture(struct importreading *r, struct str relation)
{
	struct story *y = importstory_now(&r->story);
	struct oldblock *b;

	if (importreading_hidden(r))
		return;
	b = olddoc_add(&y->after, OLD_PICTURE);
	if (++r->story.blocks > STORY_BLOCKS)
		r->story.full = true;
	b->number = r->number;
	buf_adds(&b->text, relation);
	buf_adds(&b->alt, buf_str(&r->alt));
	b->width = r->width;
	r->width = 0;
	buf_clear(&r->alt);
}

/* What is said of a row or a cell that is to come. */
static void
cell_property(
    struct importreading *r, enum docread_property what, struct str value)
{
	if (what == DOCREAD_GRID_BEFORE)
		r->before = (size_t)number_of(value, 100);
	else if (what == DOCREAD_SPAN)
		r->span = (size_t)number_of(value, 100);
	else
		r->up = !str_equal(value, STR("restart"));
}

void
importproperty_take(void *me, enum docread_property what, struct str value)
{
	struct importreading *r = me;
	bool body = r->story.n == 1 && importstory_now(&r->story)->cells == 0;

	switch (what) {
	case DOCREAD_PARAGRAPH:
		new_paragraph(r);
		break;
	case DOCREAD_ALIGN:
		r->says.centred = str_equal(value, STR("center"));
		break;
	case DOCREAD_LIST:
		set(&r->list, value);
		break;
	case DOCREAD_LIST_LEVEL:
		set(&r->level, value);
		break;
	case DOCREAD_OUTLINE: /* 17.3.1.20: 9 is no level */
		if (value.n == 1 && value.p[0] >= '0' && value.p[0] <= '3')
			r->says.style.level = value.p[0] - '0' + 1;
		break;
	case DOCREAD_PAGE_BEFORE:
		r->says.page_before = is_on(value);
		break;
	case DOCREAD_RUN:
		r->bold = false;
		break;
	case DOCREAD_RUN_STYLE:
		r->bold = oldstyles_find(r->styles, value).bold;
		break;
	case DOCREAD_BOLD:
		r->bold = is_on(value);
		break;
	case DOCREAD_PAGE:
		if (body && !importreading_hidden(r))
			importstory_text(&r->story, STR("\f"), false);
		break;
	case DOCREAD_GRID_BEFORE:
	case DOCREAD_SPAN:
	case DOCREAD_MERGE:
		cell_property(r, what, value);
		break;
	case DOCREAD_EXTENT:
		buf_clear(&r->alt);
		r->width = number_of(value, 360000000) / 3600;
		break;
	case DOCREAD_ALT:
		buf_clear(&r->alt);
		buf_adds(&r->alt, value);
		break;
	case DOCREAD_PICTURE:
		add_picture(r, value);
		break;
	case DOCREAD_CHART:
	case DOCREAD_DIAGRAM:
	case DOCREAD_OBJECT:
	case DOCREAD_CHUNK:
		r->left.n[LEFT_CHART + (what - DOCREAD_CHART)]++;
		break;
	}
}

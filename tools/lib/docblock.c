/* docblock: the blocks of a document that is being read, and when their events
 * go out */
#include "docblock.h"

/* Inserted and deleted again: it is in no version of the document. */
enum { NEVER = DOCREAD_DELETED + 1 };

enum docread_change
docblock_combine(enum docread_change outer, enum docread_change inner)
{
	if (outer == DOCREAD_KEPT || outer == inner)
		return inner;
	return (enum docread_change)NEVER;
}

bool
docblock_gone(const struct docblock *b, enum docread_change change)
{
	return change == (enum docread_change)NEVER ||
	       (change == DOCREAD_DELETED && b->on->change == NULL);
}

void
docblock_change(
    struct docblock *b, enum docblock_kind kind, enum docread_change change)
{
	struct docblock_frame *f = b->frame;

	if (f->kind == kind && !f->told)
		f->change = docblock_combine(f->change, change);
}

bool
docblock_holds(const struct docblock *b)
{
	return b->frame->kind != DOCBLOCK_ROW &&
	       !docblock_gone(b, b->frame->change);
}

static void
tell(const struct docblock *b, void (*event)(void *me))
{
	if (event != NULL)
		event(b->me);
}

/* Tells the row or cell, once. */
static void
tell_frame(struct docblock *b)
{
	struct docblock_frame *f = b->frame;
	void (*event)(void *, enum docread_change) = NULL;

	if (f->kind == DOCBLOCK_ROW)
		event = b->on->row;
	else if (f->kind == DOCBLOCK_CELL)
		event = b->on->cell;
	if (!f->told && event != NULL)
		event(b->me, f->change);
	f->told = true;
}

void
docblock_need(struct docblock *b)
{
	tell_frame(b);
	if (!b->frame->open && b->on->paragraph != NULL)
		b->on->paragraph(b->me, buf_str(&b->style));
	b->frame->open = true;
}

static void
close_paragraph(struct docblock *b, enum docread_change mark)
{
	if (b->frame->open && b->on->paragraph_end != NULL)
		b->on->paragraph_end(b->me, mark);
	b->frame->open = b->frame->joined = false;
}

static void
push(struct docblock *b, enum docblock_kind kind)
{
	*++b->frame = (struct docblock_frame){ .kind = kind };
}

void
docblock_begin(struct docblock *b)
{
	b->frame = b->frames;
	*b->frame = (struct docblock_frame){ .kind = DOCBLOCK_BODY };
}

void
docblock_end(struct docblock *b)
{
	close_paragraph(b, DOCREAD_KEPT);
	buf_free(&b->style);
}

bool
docblock_paragraph(struct docblock *b)
{
	if (!docblock_holds(b))
		return false;
	if (!b->frame->joined)
		close_paragraph(b, DOCREAD_KEPT);
	tell_frame(b);
	buf_clear(&b->style);
	b->frame->inside = true;
	b->frame->mark = DOCREAD_KEPT;
	return true;
}

void
docblock_paragraph_end(struct docblock *b)
{
	b->frame->inside = false;
	if (docblock_gone(b, b->frame->mark)) {
		b->frame->joined = b->frame->open;
		return;
	}
	docblock_need(b);
	close_paragraph(b, b->frame->mark);
}

bool
docblock_table(struct docblock *b)
{
	if (!docblock_holds(b))
		return false;
	close_paragraph(b, DOCREAD_KEPT);
	tell_frame(b);
	tell(b, b->on->table);
	b->frame->tables++;
	return true;
}

void
docblock_table_end(struct docblock *b)
{
	close_paragraph(b, DOCREAD_KEPT);
	tell(b, b->on->table_end);
	b->frame->tables--;
}

bool
docblock_row(struct docblock *b)
{
	if (!docblock_holds(b) || b->frame->tables == 0)
		return false;
	close_paragraph(b, DOCREAD_KEPT);
	push(b, DOCBLOCK_ROW);
	return true;
}

void
docblock_row_end(struct docblock *b)
{
	if (!docblock_gone(b, b->frame->change)) {
		tell_frame(b);
		tell(b, b->on->row_end);
	}
	b->frame--;
}

bool
docblock_cell(struct docblock *b)
{
	if (b->frame->kind != DOCBLOCK_ROW ||
	    docblock_gone(b, b->frame->change))
		return false;
	tell_frame(b);
	push(b, DOCBLOCK_CELL);
	return true;
}

void
docblock_cell_end(struct docblock *b)
{
	if (!docblock_gone(b, b->frame->change)) {
		close_paragraph(b, DOCREAD_KEPT);
		tell_frame(b);
		tell(b, b->on->cell_end);
	}
	b->frame--;
}

bool
docblock_box(struct docblock *b)
{
	if (!docblock_holds(b))
		return false;
	docblock_need(b);
	push(b, DOCBLOCK_BOX);
	tell(b, b->on->box);
	return true;
}

void
docblock_box_end(struct docblock *b)
{
	close_paragraph(b, DOCREAD_KEPT);
	tell(b, b->on->box_end);
	b->frame--;
}

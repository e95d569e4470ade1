/* importdocx: a Word document as an old report */
#include <stdlib.h>

#include "die.h"
#include "docopen.h"
#include "docread.h"
#include "importdocx.h"
#include "importleft.h"
#include "importparts.h"
#include "importproperty.h"
#include "importstory.h"
#include "lang.h"
#include "oldlist.h"
#include "oldnotes.h"
#include "utf8.h"

/* A line for the author that follows the paragraph: what, by whom. */
static void
add_remark(struct importreading *r, const char *what, struct str author,
    struct str text)
{
	struct oldblock *b =
	    olddoc_add(&importstory_now(&r->story)->after, OLD_REMARK);

	importleft_remark(what, author, text, &b->text);
}

/* Hands over what was deleted so far by one author. */
static void
end_deleted(struct importreading *r)
{
	if (utf8_trim(buf_str(&r->deleted)).n != 0)
		add_remark(
		    r, "删去", buf_str(&r->author), buf_str(&r->deleted));
	buf_clear(&r->deleted);
}

static void
tell_left(struct importreading *r)
{
	importleft_tell(
	    &r->left, r->number, buf_str(&importstory_now(&r->story)->text));
}

/* The paragraph's number as its list, or its style's, counts it. */
static void
count_label(struct importreading *r, struct importstory_says *says)
{
	struct str list = buf_str(&r->list), level = buf_str(&r->level);

	if (list.n == 0) {
		list = says->style.list;
		if (level.n == 0)
			level = says->style.list_level;
	}
	buf_clear(&says->label);
	if (list.n != 0 && !str_equal(list, STR("0")) &&
	    !oldlists_count(r->lists, list, level, &says->label))
		r->left.n[LEFT_BULLET]++;
}

static void
on_paragraph(void *me, struct str style)
{
	struct importreading *r = me;
	struct story *y = importstory_now(&r->story);
	struct buf label = y->says.label;
	bool centred = r->says.centred;

	r->number++;
	importstory_paragraph(&r->story, r->number);
	if (y->text.n != 0 && y->cells == 0)
		return; /* it goes on behind a deleted mark */
	y->says = r->says;
	y->says.label = label;
	y->says.style = oldstyles_find(r->styles, style);
	y->says.centred = centred || y->says.style.centred;
	if (r->says.style.level != 0 && y->says.style.level == 0)
		y->says.style.level = r->says.style.level;
	if (!importreading_hidden(r))
		count_label(r, &y->says);
}

static void
on_text(void *me, struct str text)
{
	struct importreading *r = me;
	const struct story *y = importstory_now(&r->story);
	bool set =
	    y->says.style.level != 0 || y->says.style.style != STYLE_NONE;

	if (importreading_hidden(r))
		buf_adds(&r->deleted, text);
	else
		importstory_text(&r->story, text, r->bold && !set);
}

static void
on_paragraph_end(void *me, enum docread_change mark)
{
	struct importreading *r = me;
	struct story *y = importstory_now(&r->story);

	if (y->cells == 0)
		end_deleted(r);
	else if (r->deleted.n != 0)
		buf_addc(&r->deleted, ' ');
	tell_left(r);
	if (r->changes == CHANGES_KEEP && mark >= DOCREAD_DELETED &&
	    y->cells == 0)
		return;
	importstory_paragraph_end(&r->story);
}

static void
on_table(void *me)
{
	importstory_table(&((struct importreading *)me)->story);
}

static void
on_table_end(void *me)
{
	struct importreading *r = me;

	end_deleted(r);
	importstory_table_end(&r->story);
}

static void
on_row(void *me, enum docread_change change)
{
	struct importreading *r = me;
	const struct story *y = importstory_now(&r->story);

	if (y->cells == 0)
		r->row_gone = change >= DOCREAD_DELETED;
	if (!r->row_gone)
		importstory_row(&r->story, r->before);
	r->before = 0;
}

static void
on_row_end(void *me)
{
	struct importreading *r = me;

	if (r->row_gone && importstory_now(&r->story)->cells == 0) {
		r->row_gone = false;
		end_deleted(r);
		return;
	}
	importstory_row_end(&r->story);
}

static void
on_cell(void *me, enum docread_change change)
{
	struct importreading *r = me;

	(void)change;
	if (r->row_gone)
		importstory_now(&r->story)->cells++;
	else
		importstory_cell(&r->story, r->span, r->up);
	r->span = 1;
	r->up = false;
}

static void
on_cell_end(void *me)
{
	importstory_cell_end(&((struct importreading *)me)->story);
}

static void
on_box(void *me)
{
	struct importreading *r = me;

	r->left.n[LEFT_BOX]++;
	tell_left(r);
	importstory_box(&r->story);
}

static void
on_box_end(void *me)
{
	struct importreading *r = me;

	end_deleted(r);
	importstory_box_end(&r->story);
}

static void
on_note(void *me, enum docread_notes kind, struct str id)
{
	struct importreading *r = me;
	struct oldnote *n = oldnotes_find(&r->notes, kind, id);

	if (n == NULL || n->taken || importreading_hidden(r))
		return;
	n->taken = true;
	importstory_note(&r->story, buf_str(&n->text));
}

static void
on_comment(void *me, struct str id, bool end, struct str author)
{
	struct importreading *r = me;
	struct oldnote *n = oldnotes_find(&r->notes, DOCREAD_COMMENTS, id);

	(void)end;
	(void)author;
	if (n == NULL || n->taken)
		return;
	n->taken = true;
	add_remark(r, "批注", buf_str(&n->author), buf_str(&n->text));
}

static void
on_change(
    void *me, enum docread_change change, struct str author, struct str date)
{
	struct importreading *r = me;
	bool gone = change >= DOCREAD_DELETED;

	(void)date;
	if (gone && !str_equal(author, buf_str(&r->author))) {
		end_deleted(r);
		buf_clear(&r->author);
		buf_adds(&r->author, author);
	}
	if (r->gone && !gone && r->deleted.n != 0 &&
	    !str_ends(buf_str(&r->deleted), STR(" ")))
		buf_addz(&r->deleted, "……");
	r->gone = gone;
}

static void
free_reading(struct importreading *r)
{
	oldstyles_free(r->styles);
	oldlists_free(r->lists);
	oldnotes_free(&r->notes);
	buf_free(&r->list);
	buf_free(&r->level);
	buf_free(&r->alt);
	buf_free(&r->author);
	buf_free(&r->deleted);
}

bool
importdocx_read(struct str file, enum importdocx_changes changes,
    const char *path, struct diag *d, struct olddoc *doc, struct buf *why)
{
	const struct docread_events events = {
		.rejects =
		    changes == CHANGES_REJECT ? docread_reject_all : NULL,
		.paragraph = on_paragraph,
		.text = on_text,
		.paragraph_end = on_paragraph_end,
		.table = on_table,
		.table_end = on_table_end,
		.row = on_row,
		.row_end = on_row_end,
		.cell = on_cell,
		.cell_end = on_cell_end,
		.box = on_box,
		.box_end = on_box_end,
		.note = on_note,
		.comment = on_comment,
		.change = changes == CHANGES_KEEP ? on_change : NULL,
		.property = importproperty_take,
	};
	struct opc *o = docopen_file(file, why);
	struct importreading r = {
		.changes = changes, .left = { .path = path, .d = d }, .span = 1
	};
	struct str part;
	bool fine;

	if (o == NULL)
		return false;
	part = opc_target(o, STR(""), "officeDocument");
	r.styles = oldstyles_read(o, part);
	r.lists = oldlists_read(o, part);
	importstory_begin(&r.story);
	fine = opc_error(o) == NULL &&
	       oldnotes_read(o, changes == CHANGES_REJECT, &r.notes) &&
	       docread_walk(o, &events, &r);
	tell_left(&r);
	importstory_end(&r.story, doc);
	fine = fine && importparts_pictures(o, part, doc) &&
	       importparts_headers(o, part, path, d);
	if (!fine)
		buf_addz(why, opc_error(o));
	else if (r.story.full)
		buf_addz(why, lang_text("a document of more than 1,000,000 "
					"paragraphs, or 2,000,000 cells"));
	else
		importleft_sums(&r.left, &r.story);
	fine = fine && !r.story.full;
	free_reading(&r);
	opc_free(o);
	return fine;
}

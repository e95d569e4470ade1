/* docread: a DOCX's main document, and its notes, as events; clauses are those
 * of ISO/IEC 29500-1 */
#include <stdlib.h>
#include <string.h>

#include "docblock.h"
#include "docchange.h"
#include "docfield.h"
#include "docproperty.h"
#include "docread.h"
#include "wordml.h"

/* An element that is open. */
struct level {
	enum wordml word;
	bool preserve; /* xml:space, inherited: XML 1.0, 2.10 */
	bool chosen; /* a Choice was taken */
};

struct walk {
	struct docblock block;
	struct level levels[XML_DEPTH];
	struct docchanges changes;
	struct docfields fields;
	size_t depth, skip;
	size_t hidden; /* of skip, from where on looks are not told either */
	enum wordml root;
	enum docread_notes notes; /* which the root holds */
	bool collects;
	struct buf word;
};

static struct str
value_of(const struct xml_element *e, const char *name)
{
	struct str value = { "", 0 };

	xml_attribute(e, e->space, name, &value);
	return value;
}

/* What an insertion, or a deletion, is in this walk. */
static enum docread_change
change_of(const struct walk *w, bool inserted, const struct xml_element *e)
{
	const struct docread_events *on = w->block.on;
	bool rejected = on->rejects != NULL &&
			on->rejects(w->block.me, value_of(e, "author"));

	return inserted != rejected ? DOCREAD_INSERTED : DOCREAD_DELETED;
}

/* A change of a paragraph's mark, of a row, or of the runs inside it. */
static enum wordml
begin_change(struct walk *w, enum wordml word, const struct level *parent,
    const struct xml_element *e)
{
	enum docread_change change = change_of(w, word == WORDML_INS, e);
	struct docblock_frame *f = w->block.frame;

	if (parent->word == WORDML_R_PR) {
		f->mark = docblock_combine(f->mark, change);
		return WORDML_OTHER;
	}
	if (parent->word == WORDML_RUN_PR)
		return WORDML_SKIPPED;
	if (parent->word == WORDML_ROW_PR) {
		docblock_change(&w->block, DOCBLOCK_ROW, change);
		return WORDML_OTHER;
	}
	docchange_begin(&w->changes, change, word == WORDML_DEL,
	    value_of(e, "author"), value_of(e, "date"));
	return word;
}

static void
emit(struct walk *w, struct str s)
{
	if (s.n == 0 || !docblock_holds(&w->block) ||
	    docblock_gone(&w->block, w->changes.last->change) ||
	    docfield_in_code(&w->fields))
		return;
	docblock_need(&w->block);
	docchange_tell(&w->changes, w->block.on, w->block.me);
	if (w->block.on->text != NULL)
		w->block.on->text(w->block.me, s);
}

/* White space in an element counts as blanks; it is dropped at both ends
 * unless the document says xml:space="preserve". */
static void
end_text(struct walk *w, bool preserve)
{
	struct str s;
	size_t i;

	if (!w->collects)
		return;
	w->collects = false;
	for (i = 0; i < w->word.n; i++)
		if ((unsigned char)w->word.p[i] < ' ')
			w->word.p[i] = ' ';
	s = buf_str(&w->word);
	while (!preserve && str_starts(s, STR(" ")))
		s = str_from(s, 1);
	while (!preserve && str_ends(s, STR(" ")))
		s.n--;
	emit(w, s);
	buf_clear(&w->word);
}

static void
mark_place(struct walk *w, const struct xml_element *e)
{
	if (w->block.on->bookmark == NULL || !docblock_holds(&w->block))
		return;
	if (w->block.frame->inside &&
	    !docblock_gone(&w->block, w->block.frame->mark))
		docblock_need(&w->block);
	w->block.on->bookmark(
	    w->block.me, value_of(e, "id"), value_of(e, "name"));
}

/* A note, or the mark of one; a line above the notes is none: 17.11.9. */
static enum wordml
step_note(struct walk *w, enum wordml word, const struct xml_element *e)
{
	enum docread_notes kind = w->notes;
	struct str type = value_of(e, "type");

	if (word == WORDML_NOTE && w->root != WORDML_NOTES)
		return WORDML_SKIPPED;
	if (word == WORDML_NOTE && type.n != 0 &&
	    !str_equal(type, STR("normal")))
		return WORDML_SKIPPED;
	if (word == WORDML_NOTE_MARK) {
		if (!docblock_holds(&w->block) ||
		    docblock_gone(&w->block, w->changes.last->change) ||
		    docfield_in_code(&w->fields))
			return word;
		kind = strcmp(e->name, "endnoteReference") == 0
			   ? DOCREAD_ENDNOTES
			   : DOCREAD_FOOTNOTES;
		docblock_need(&w->block);
		docchange_tell(&w->changes, w->block.on, w->block.me);
	}
	if (w->block.on->note != NULL)
		w->block.on->note(w->block.me, kind, value_of(e, "id"));
	return word;
}

/* A comment, or an end of what one is about: 17.13.4. */
static enum wordml
step_comment(struct walk *w, enum wordml word, const struct xml_element *e)
{
	struct str author = STR("");

	if ((word == WORDML_COMMENT) != (w->notes == DOCREAD_COMMENTS))
		return WORDML_SKIPPED;
	if (word == WORDML_COMMENT)
		author = value_of(e, "author");
	if (w->block.on->comment != NULL &&
	    (word == WORDML_COMMENT || docblock_holds(&w->block)))
		w->block.on->comment(w->block.me, value_of(e, "id"),
		    word == WORDML_COMMENT_END, author);
	return word;
}

/* Of the alternatives, the first is read: part 3, 7.5. */
static enum wordml
choose(struct level *parent, enum wordml word)
{
	if (parent->word != WORDML_ALTERNATE)
		return WORDML_OTHER;
	if (parent->chosen)
		return WORDML_SKIPPED;
	parent->chosen = true;
	return word;
}

/* A paragraph's end: a field whose code does not end in it is a broken one. */
static void
end_paragraph(struct walk *w)
{
	docfield_break(&w->fields);
	docblock_paragraph_end(&w->block);
}

static bool
begin_block(struct docblock *b, enum wordml word)
{
	switch (word) {
	case WORDML_P:
		return docblock_paragraph(b);
	case WORDML_TABLE:
		return docblock_table(b);
	case WORDML_ROW:
		return docblock_row(b);
	case WORDML_CELL:
		return docblock_cell(b);
	default:
		return docblock_box(b);
	}
}

/* Tells what an element says besides text, unless it is not to be seen. */
static void
tell_property(struct walk *w, enum wordml parent, const struct xml_element *e)
{
	enum docread_property what;
	struct str value;

	if (w->block.on->property == NULL || !docproperty_of(e, parent, &what))
		return;
	if (docblock_gone(&w->block, w->changes.last->change) ||
	    docfield_in_code(&w->fields))
		return;
	value = docproperty_value(e, what);
	if (what == DOCREAD_PICTURE && value.n == 0)
		return;
	if (what >= DOCREAD_PAGE && docblock_holds(&w->block) &&
	    w->block.frame->inside)
		docchange_tell(&w->changes, w->block.on, w->block.me);
	w->block.on->property(w->block.me, what, value);
}

/* What to take an element for, after what it means was done. */
static enum wordml
enter(struct walk *w, enum wordml word, struct level *parent,
    const struct xml_element *e)
{
	switch (word) {
	case WORDML_P:
	case WORDML_TABLE:
	case WORDML_ROW:
	case WORDML_CELL:
	case WORDML_BOX:
		if (docblock_gone(&w->block, w->changes.last->change))
			return WORDML_SKIPPED;
		return begin_block(&w->block, word) ? word : WORDML_SKIPPED;
	case WORDML_R_PR:
		if (parent->word == WORDML_P_PR)
			return word;
		return w->block.on->property != NULL ? WORDML_RUN_PR
						     : WORDML_SKIPPED;
	case WORDML_P_STYLE:
		if (parent->word != WORDML_P_PR)
			break;
		buf_clear(&w->block.style);
		buf_adds(&w->block.style, value_of(e, "val"));
		break;
	case WORDML_INS:
	case WORDML_DEL:
		return begin_change(w, word, parent, e);
	case WORDML_CELL_INS:
		docblock_change(
		    &w->block, DOCBLOCK_CELL, change_of(w, true, e));
		break;
	case WORDML_CELL_DEL:
		docblock_change(
		    &w->block, DOCBLOCK_CELL, change_of(w, false, e));
		break;
	case WORDML_CHOICE:
	case WORDML_FALLBACK:
		return choose(parent, word);
	case WORDML_T:
		w->collects = true;
		break;
	case WORDML_DEL_TEXT:
		/* inside of a deletion, whatever counts as one here */
		w->collects = w->changes.last->gone;
		break;
	case WORDML_FIELD:
		if (!docblock_gone(&w->block, w->changes.last->change))
			docfield_step(&w->fields, value_of(e, "fldCharType"));
		break;
	case WORDML_BOOKMARK:
		mark_place(w, e);
		break;
	case WORDML_NOTE:
	case WORDML_NOTE_MARK:
		return step_note(w, word, e);
	case WORDML_COMMENT:
	case WORDML_COMMENT_START:
	case WORDML_COMMENT_END:
		return step_comment(w, word, e);
	default:
		emit(w, wordml_text(word, e));
	}
	return word;
}

static void
leave(struct walk *w, const struct level *level)
{
	switch (level->word) {
	case WORDML_P:
		end_paragraph(w);
		break;
	case WORDML_TABLE:
		docblock_table_end(&w->block);
		break;
	case WORDML_ROW:
		docblock_row_end(&w->block);
		break;
	case WORDML_CELL:
		docblock_cell_end(&w->block);
		break;
	case WORDML_BOX:
		docblock_box_end(&w->block);
		break;
	case WORDML_INS:
	case WORDML_DEL:
		docchange_end(&w->changes);
		break;
	case WORDML_T:
	case WORDML_DEL_TEXT:
		end_text(w, level->preserve);
		break;
	default:
		break;
	}
}

/* Tells an element, but none of how things looked before a change
 * (w:tblPrChange and its like, 17.13.5). */
static void
tell_look(struct walk *w, const struct xml_element *e)
{
	size_t n = strlen(e->name);

	if (w->block.on->look == NULL || w->hidden != 0 ||
	    docblock_gone(&w->block, w->changes.last->change))
		return;
	if (w->skip != 0 && n > 6 && strcmp(e->name + n - 6, "Change") == 0)
		w->hidden = w->skip;
	else
		w->block.on->look(w->block.me, e);
}

static void
on_start(void *me, struct xml *x, const struct xml_element *e)
{
	static const char xml[] = "http://www.w3.org/XML/1998/namespace";
	struct walk *w = me;
	struct level *level = w->levels + w->depth;
	enum wordml word = w->skip != 0 ? WORDML_SKIPPED : wordml_of(e);
	struct str space;

	if (w->skip != 0) {
		w->skip++;
		tell_look(w, e);
		return;
	}
	if (w->depth == 0 && word != w->root) {
		xml_fail(x, w->root == WORDML_NOTES
				? "not the notes of a document"
				: "not a Word document");
		return;
	}
	*level = (struct level){ 0 };
	level->preserve = w->depth != 0 && level[-1].preserve;
	if (e->n != 0 && xml_attribute(e, xml, "space", &space))
		level->preserve = str_equal(space, STR("preserve"));
	if (w->depth != 0) {
		tell_property(w, level[-1].word, e);
		word = enter(w, word, level - 1, e);
	}
	level->word = word;
	w->hidden = word == WORDML_SKIPPED;
	if (word == WORDML_LOOKS || word == WORDML_OTHER ||
	    word == WORDML_RUN_PR)
		tell_look(w, e);
	if (word == WORDML_SKIPPED || word == WORDML_LOOKS)
		w->skip = 1;
	else
		w->depth++;
}

static void
on_end(void *me)
{
	struct walk *w = me;

	if (w->skip == 0) {
		leave(w, w->levels + --w->depth);
		return;
	}
	w->skip--;
	if (w->skip < w->hidden)
		w->hidden = 0;
}

static void
on_text(void *me, struct str text)
{
	struct walk *w = me;

	if (w->collects && w->skip == 0)
		buf_adds(&w->word, text);
}

static bool
walk_part(struct opc *o, struct str part, struct walk *w,
    const struct docread_events *events, void *me)
{
	static const struct xml_handler handler = {
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};
	bool fine;

	w->block.on = events;
	w->block.me = me;
	docchange_start(&w->changes);
	docblock_begin(&w->block);
	fine = opc_parse(o, part, &handler, w);
	docblock_end(&w->block);
	docchange_free(&w->changes);
	buf_free(&w->word);
	return fine;
}

bool
docread_reject_all(void *me, struct str author)
{
	(void)me;
	(void)author;
	return true;
}

bool
docread_walk(struct opc *o, const struct docread_events *events, void *me)
{
	struct walk w = { .root = WORDML_DOCUMENT };

	return walk_part(
	    o, opc_target(o, STR(""), "officeDocument"), &w, events, me);
}

bool
docread_walk_notes(struct opc *o, enum docread_notes kind,
    const struct docread_events *events, void *me)
{
	struct walk w = { .root = WORDML_NOTES, .notes = kind };
	static const char *const relations[] = { "footnotes", "endnotes",
		"comments" };
	struct str part = opc_target(
	    o, opc_target(o, STR(""), "officeDocument"), relations[kind]);

	if (part.n == 0)
		return opc_error(o) == NULL;
	return walk_part(o, part, &w, events, me);
}

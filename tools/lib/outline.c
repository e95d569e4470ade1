/* outline: the numbers of a whole report */
#include <stdint.h>
#include <stdlib.h>

#include "chart.h"
#include "die.h"
#include "edits.h"
#include "grammar.h"
#include "heading.h"
#include "inline.h"
#include "labels.h"
#include "lang.h"
#include "nearest.h"
#include "outline.h"
#include "utf8.h"

/* A {{#label}}, whose number may come in a later section. */
struct reference {
	struct str whole, label;
	struct str line;
	size_t number;
};

struct section {
	const char *path;
	struct str text;
	struct edits edits;
	struct reference *references;
	size_t references_n;
};

struct outline {
	struct str edition, known;
	struct diag *d;
	size_t counts[4]; /* the last heading of each level */
	size_t tables, figures;
	struct section *sections;
	size_t sections_n;
	struct labels labels;
};

/* The section being read, and the line in it. */
struct reading {
	struct outline *o;
	struct section *s;
	struct blocks blocks;
	struct line line;
	size_t number;
	size_t hidden; /* the depth of the block that leaves out its lines */
	bool goes_on; /* the line before ends in `\` */
	bool braces; /* the section has {{ somewhere */
};

struct outline *
outline_new(struct str edition, struct diag *d)
{
	struct outline *o = mem_alloc(sizeof(*o));

	o->edition = edition;
	o->d = d;
	return o;
}

void
outline_editions(struct outline *o, struct str names)
{
	o->known = names;
}

/* Puts a marked piece in the place of what was typed. */
static void
put_mark(struct section *s, const char *open, struct str typed, struct str text)
{
	edits_begin(&s->edits, (size_t)(typed.p - s->text.p), typed.n);
	mark_add(&s->edits.texts, open, typed, text);
	edits_end(&s->edits);
}

/* Leaves a mark of error at p, where a fault was reported. */
static void
mark_fault(struct reading *r, const char *p)
{
	put_mark(r->s, MARK_ERROR, (struct str){ p, 0 }, STR(""));
}

static const char *
line_end(const struct reading *r)
{
	return r->line.whole.p + r->line.whole.n;
}

static struct place
place(const struct reading *r, const char *p)
{
	return line_place(&r->line, p, r->s->path, r->number);
}

static void
add_label(struct reading *r, struct str name, struct str number)
{
	struct labels *ls = &r->o->labels;
	const struct label *old = labels_find(ls, name);
	struct place at = place(r, name.p);

	if (old == NULL) {
		labels_add(ls, name, at, number);
		return;
	}
	diag_say(r->o->d, at, LEVEL_ERROR, "label",
	    "the label #%.*s is already that of %s:%zu; choose another",
	    STR_ARG(name), old->place.path, old->place.line);
	mark_fault(r, line_end(r));
}

/* Numbers a table or a figure, whose caption is args, and takes its label off
 * the caption. */
static void
caption(struct reading *r, struct str args, const char *noun, size_t *count)
{
	size_t hash = labels_in(args);
	struct buf number = { 0 }, before = { 0 };

	if (utf8_trim(str_cut(args, 0, hash)).n == 0) {
		if (hash < args.n) {
			diag_say(r->o->d, place(r, args.p), LEVEL_ERROR,
			    "label", "a label needs a caption before it");
			mark_fault(r, line_end(r));
		}
		return;
	}
	buf_addf(&number, "%s%zu", noun, ++*count);
	buf_addf(&before, "%s　", number.p);
	put_mark(r->s, MARK_NUMBER, str_cut(args, 0, 0), buf_str(&before));
	if (hash < args.n) {
		/* with the blanks before it, which would end the caption */
		size_t end = utf8_trim(str_cut(args, 0, hash)).n;
		struct str label = str_from(args, hash);

		put_mark(r->s, MARK_NUMBER, str_from(args, end), STR(""));
		add_label(r, str_from(label, utf8_markup(label, 0, '#')),
		    buf_str(&number));
	}
	buf_free(&before);
	buf_free(&number);
}

/* Numbers what a block is the caption of. */
static void
captions(struct reading *r)
{
	struct str args = r->line.args;

	if (r->line.block->kind == BLOCK_TABLE)
		caption(r, args, "表", &r->o->tables);
	else if (r->line.block->kind == BLOCK_IMAGE)
		caption(r, args, "图", &r->o->figures);
	else if (r->line.block->kind == BLOCK_CHART)
		caption(
		    r, str_from(args, chart_word(args)), "图", &r->o->figures);
}

/* Counts a heading, and gives one with `#` its number. */
static void
heading(struct reading *r, const struct heading *h)
{
	size_t *counts = r->o->counts, i, level = (size_t)h->level - 1;
	struct str typed = str_cut(r->line.text, 0, h->length);
	struct buf number = { 0 };

	counts[level] = h->value != 0 ? h->value : counts[level] + 1;
	for (i = level + 1; i < 4; i++)
		counts[i] = 0;
	if (h->value != 0)
		return;
	heading_put(h->level, counts[level], &number);
	put_mark(r->s, MARK_NUMBER, typed, buf_str(&number));
	buf_free(&number);
}

/* Notes the references in the line; their numbers may come later. */
static void
references(struct reading *r)
{
	struct section *s = r->s;
	struct piece p;
	size_t at = 0;

	while (inline_next(r->line.whole, &at, &p)) {
		if (p.kind != PIECE_REFERENCE)
			continue;
		s->references = mem_more(
		    s->references, s->references_n, sizeof(*s->references));
		s->references[s->references_n++] = (struct reference){
			.whole = p.whole,
			.label = p.text,
			.line = r->line.whole,
			.number = r->number,
		};
	}
}

/* Counts a heading; a # that makes none is a fault. */
static void
paragraph(struct reading *r)
{
	struct str text = r->line.text;
	struct heading h;

	if (heading_read(text, &h)) {
		heading(r, &h);
	} else if (utf8_markup(text, 0, '#') != 0 && !marks_error(text)) {
		diag_say(r->o->d, place(r, text.p), LEVEL_ERROR, "heading",
		    "a heading is one to four # and a blank; a text that "
		    "begins with # is written \\#");
		mark_fault(r, line_end(r));
	}
}

static bool
is_edition(enum block_kind kind)
{
	return kind == BLOCK_ONLY || kind == BLOCK_EXCEPT;
}

/* Says whether the edition block that the line opens leaves out its lines. */
static bool
leaves_out(const struct reading *r)
{
	bool named =
	    r->o->edition.n != 0 && edition_among(r->line.args, r->o->edition);

	return named != (r->line.block->kind == BLOCK_ONLY);
}

/* Reports names that no edition has: a slip there would show what is to be left
 * out. */
static void
check_names(struct reading *r)
{
	const struct outline *o = r->o;
	struct str args = r->line.args, name;

	while (o->known.p != NULL && edition_next(&args, &name)) {
		struct buf hint = { 0 };
		struct nearest ne;
		struct str rest = o->known, known;

		if (edition_among(rest, name))
			continue;
		nearest_begin(&ne, name);
		while (edition_next(&rest, &known))
			nearest_offer(&ne, known);
		nearest_end(&ne, &hint);
		diag_say(o->d, place(r, name.p), LEVEL_ERROR, "edition",
		    "no edition is named %.*s: there is no facts.%.*s.txt%s",
		    STR_ARG(name), STR_ARG(name), hint.n != 0 ? hint.p : "");
		mark_fault(r, line_end(r));
		buf_free(&hint);
	}
}

/* Empties a line, but for a mark of error where it has one. */
static void
hide(struct reading *r)
{
	struct edits *e = &r->s->edits;

	edits_begin(
	    e, (size_t)(r->line.whole.p - r->s->text.p), r->line.whole.n);
	if (marks_error(r->line.whole))
		mark_add(&e->texts, MARK_ERROR, STR(""), STR(""));
	edits_end(e);
}

/* Takes the line into the blocks; says whether it is to be hidden. */
static bool
step(struct reading *r, enum step *what)
{
	size_t faults = r->o->d->counts[LEVEL_ERROR];
	enum block_kind inner = blocks_inside(&r->blocks);
	bool hidden, edition = false;

	*what = blocks_step(&r->blocks, &r->line, r->number);
	if (r->o->d->counts[LEVEL_ERROR] != faults)
		mark_fault(r, line_end(r));
	if (*what == STEP_CLOSED)
		edition = is_edition(inner);
	if (*what == STEP_OPENED && r->line.block != NULL &&
	    is_edition(r->line.block->kind)) {
		edition = true;
		check_names(r);
		if (r->hidden == 0 && leaves_out(r))
			r->hidden = r->blocks.n;
	}
	hidden = r->hidden != 0 || edition;
	if (r->blocks.n < r->hidden)
		r->hidden = 0;
	return hidden;
}

static void
read_line(struct reading *r)
{
	bool inside = r->goes_on && r->line.kind != LINE_BLANK;
	enum step what = STEP_NONE;

	if (r->line.kind == LINE_COMMENT) {
		if (r->hidden != 0)
			hide(r);
		return;
	}
	r->goes_on =
	    (inside || r->line.kind == LINE_TEXT) && line_goes_on(r->line.text);
	if (inside)
		r->line.kind = LINE_TEXT;
	if (step(r, &what)) {
		hide(r);
		return;
	}
	if (what == STEP_OPENED && r->line.block != NULL)
		captions(r);
	if (r->line.kind == LINE_TEXT && !inside &&
	    blocks_hold(&r->blocks) == HOLDS_BLOCKS)
		paragraph(r);
	if (r->braces)
		references(r);
}

void
outline_add(struct outline *o, const char *path, struct str text)
{
	struct reading r = { .o = o, .blocks = { .path = path, .d = o->d } };
	size_t i;

	o->sections =
	    mem_more(o->sections, o->sections_n, sizeof(*o->sections));
	r.s = &o->sections[o->sections_n++];
	*r.s = (struct section){ .path = path, .text = text };
	r.braces = str_find(text, STR("{{"), 0) != (size_t)-1 ||
		   str_find(text, STR("｛"), 0) != (size_t)-1;
	while (str_line(&text, &r.line.whole)) {
		r.number++;
		r.line = line_read(r.line.whole);
		read_line(&r);
	}
	for (i = 0; i < r.blocks.n; i++)
		if (!r.blocks.open[i].told)
			mark_fault(&r, r.blocks.open[i].end);
	blocks_end(&r.blocks);
	blocks_free(&r.blocks);
}

static void
say_no_label(
    const struct outline *o, const struct reference *ref, struct place at)
{
	struct buf hint = { 0 };

	labels_nearest(&o->labels, ref->label, &hint);
	if (ref->label.n == 0)
		diag_say(o->d, at, LEVEL_ERROR, "label",
		    "this reference names no label; write {{#label}}");
	else
		diag_say(o->d, at, LEVEL_ERROR, "label",
		    "no table or figure has the label #%.*s%s",
		    STR_ARG(ref->label),
		    hint.n != 0 ? hint.p
				: lang_text("; put it behind a caption and a "
					    "blank: :::表 CAPTION #label"));
	buf_free(&hint);
}

/* Puts numbers in the place of the references. */
static void
resolve(const struct outline *o, struct section *s)
{
	struct marks_count count = { 0 };
	size_t i, number = 0;

	for (i = 0; i < s->references_n; i++) {
		const struct reference *ref = &s->references[i];
		const struct label *l = labels_find(&o->labels, ref->label);

		if (ref->number != number)
			count = (struct marks_count){ ref->line.p, 1 };
		number = ref->number;
		if (l == NULL)
			say_no_label(o, ref,
			    (struct place){ s->path, number,
				marks_column_at(&count, ref->whole.p) });
		put_mark(s, l != NULL ? MARK_NUMBER : MARK_ERROR, ref->whole,
		    l != NULL ? buf_str(&l->number) : STR(""));
	}
	s->references_n = 0;
}

void
outline_put(struct outline *o, size_t i, struct buf *out)
{
	struct section *s = &o->sections[i];

	resolve(o, s);
	edits_apply(&s->edits, s->text, out);
}

void
outline_free(struct outline *o)
{
	size_t i;

	for (i = 0; i < o->sections_n; i++) {
		free(o->sections[i].references);
		edits_free(&o->sections[i].edits);
	}
	free(o->sections);
	labels_free(&o->labels);
	free(o);
}

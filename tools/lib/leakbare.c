/* leakbare: hidden values that stand bare in the texts of an edition */
#include <stdlib.h>

#include "die.h"
#include "grammar.h"
#include "leakbare.h"
#include "leakreport.h"
#include "leaktext.h"
#include "remarks.h"
#include "shown.h"
#include "utf8.h"

enum { AROUND = 6 }; /* bytes beside a text that a remark allows */

struct leakbare {
	const struct leakset *ls;
	const struct facts *fs;
	const char *edition;
	struct diag *d;
	struct hidden *hidden;
	struct shown shown;
	struct buf form;
	size_t *origins; /* of the form, once they are asked for */
	struct marks_count column;
	/* the place in the report */
	const char *path;
	size_t number;
	/* a remark that waits for its line, or holds for an open block */
	bool ok;
	size_t ok_block;
	/* told last, since a place may prove a value in many ways */
	const struct hidden_value *told;
	const char *told_at;
};

struct leakbare *
leakbare_new(const struct leakset *ls, struct hidden *h, const struct facts *fs,
    const char *edition, struct diag *d)
{
	struct leakbare *lb = mem_alloc(sizeof(*lb));

	lb->ls = ls;
	lb->hidden = h;
	lb->fs = fs;
	lb->edition = edition;
	lb->d = d;
	return lb;
}

/* Allows a hit everywhere in the edition, with what is beside it. */
static void
allow(struct leakbare *lb, size_t from, size_t end, size_t around)
{
	struct str form = buf_str(&lb->form);

	from = from > around ? from - around : 0;
	end = form.n - end > around ? end + around : form.n;
	while (from > 0 && (form.p[from] & 0xC0) == 0x80)
		from--;
	while (end < form.n && (form.p[end] & 0xC0) == 0x80)
		end++;
	words_add(&lb->hidden->shown, str_cut(form, from, end - from));
}

/* Allows what a fact of the edition says: a number beside its noun. */
static void
allow_said(struct leakbare *lb, const struct leakset_hit *hit)
{
	struct hidden_value *v =
	    &lb->hidden->list[hit->value - lb->hidden->list];

	if (hit->number)
		words_add(&v->said, hit->noun.n != 0 ? hit->noun : STR("*"));
	else
		allow(lb, hit->span, hit->span_end, 0);
}

/* Says whether a piece of the text may hold what was found there. */
static bool
may_hold(const struct leakbare *lb, const struct shown_piece *p, bool number)
{
	const struct fact *f;

	if (p->mark.kind == MARK_IS_NUMBER)
		return number;
	if (p->mark.kind != MARK_IS_VALUE)
		return false;
	f = facts_find(lb->fs, mark_name(&p->mark));
	return f != NULL && ((number && f->state != FACT_MASK) ||
				words_hold(&lb->hidden->shows, f->name));
}

static void
tell(struct leakbare *lb, const struct hidden_value *v, const char *source,
    const struct shown_piece *p)
{
	const struct place at = { lb->path, lb->number,
		marks_column_at(&lb->column, source) };
	struct buf name = { 0 };

	leakreport_name(v, &name);
	if (p->mark.kind == MARK_IS_VALUE)
		diag_say(lb->d, at, LEVEL_ERROR, "leak",
		    "%.*s shows what edition %s hides as %s; give it a mask, "
		    "too, or a line `show %.*s` in the edition's file",
		    STR_ARG(mark_name(&p->mark)), lb->edition, name.p,
		    STR_ARG(mark_name(&p->mark)));
	else if (v->row != 0)
		diag_say(lb->d, at, LEVEL_ERROR, "leak",
		    "this is what edition %s hides as %s; leave the passage "
		    "out (:::除 %s), or write `%%ok 泄密: why` before it",
		    lb->edition, name.p, lb->edition);
	else
		diag_say(lb->d, at, LEVEL_ERROR, "leak",
		    "this is what edition %s hides as %s; write {{%s}}, or "
		    "leave the passage out (:::除 %s), or write `%%ok 泄密: "
		    "why` before it",
		    lb->edition, name.p, name.p, lb->edition);
	buf_free(&name);
}

static void
take_hit(void *ctx, const struct leakset_hit *hit)
{
	struct leakbare *lb = ctx;
	struct str text = buf_str(&lb->shown.text);
	const struct shown_piece *p;
	const char *source;
	size_t at;

	if (lb->ok) {
		allow(lb, hit->span, hit->span_end, AROUND);
		return;
	}
	if (lb->origins == NULL)
		lb->origins = leaktext_origins(text);
	at = lb->origins[hit->from];
	p = shown_at(&lb->shown, at);
	source = shown_source(&lb->shown, at);
	if (may_hold(lb, p, hit->number)) {
		allow_said(lb, hit);
		return;
	}
	if (lb->told == hit->value && lb->told_at == source)
		return;
	lb->told = hit->value;
	lb->told_at = source;
	tell(lb, hit->value, source, p);
}

static bool
is_ok(struct str comment)
{
	struct remarks rs = { 0 };
	size_t remark = remarks_take(&rs, comment, (struct place){ 0 }, 0);
	bool ok = remarks_allow(&rs, remark, "leak", "泄密");

	remarks_free(&rs);
	return ok;
}

static void
take_line(struct leakbare *lb, const struct line *l)
{
	lb->column = (struct marks_count){ l->whole.p, 1 };
	lb->told = NULL;
	shown_read(&lb->shown, l->text);
	buf_clear(&lb->form);
	leaktext_put(buf_str(&lb->shown.text), &lb->form);
	leakset_form(lb->ls, buf_str(&lb->form), false, take_hit, lb);
	free(lb->origins);
	lb->origins = NULL;
}

void
leakbare_find(struct leakbare *lb, const char *path, struct str text)
{
	struct diag silent = { .to = NULL };
	struct blocks bs = { .path = path, .d = &silent };
	struct str whole;

	lb->path = path;

	lb->ok = false;
	lb->ok_block = 0;
	for (lb->number = 1; str_line(&text, &whole); lb->number++) {
		struct line l = line_read(whole);

		blocks_step(&bs, &l, lb->number);
		if (l.kind == LINE_BLANK)
			continue;
		if (l.kind == LINE_COMMENT) {
			lb->ok |= is_ok(l.text);
			continue;
		}
		take_line(lb, &l);
		/* before a block, a remark holds for the whole of it */
		if (l.kind == LINE_OPEN && lb->ok_block == 0 && lb->ok)
			lb->ok_block = bs.n;
		if (bs.n < lb->ok_block)
			lb->ok_block = 0;
		if (lb->ok_block == 0)
			lb->ok = false;
	}
	blocks_end(&bs);
	blocks_free(&bs);
}

void
leakbare_free(struct leakbare *lb)
{
	shown_free(&lb->shown);
	buf_free(&lb->form);
	free(lb);
}

/* redline: two texts of a report as one */
#include <stdlib.h>

#include "align.h"
#include "die.h"
#include "redline.h"
#include "redlinetable.h"
#include "typeset.h"
#include "xmlout.h"

/* The style of a paragraph's properties. */
static struct str
style_of(struct str properties)
{
	static const struct str open = STR("<w:pStyle w:val=\"");
	size_t end;

	if (!str_starts(properties, open))
		return STR("");
	properties = str_from(properties, open.n);
	end = str_find(properties, STR("\""), 0);
	return str_cut(properties, 0, end != (size_t)-1 ? end : 0);
}

/* What of a block is compared. */
static bool
read_block(
    struct token_ids *ids, const struct wml_block *b, struct alignee *a)
{
	*a = (struct alignee){ .kind = STR("p") };
	a->style = style_of(b->properties);
	if (b->kind == WML_PARAGRAPH)
		return tokens_read(&a->tokens, ids, b->content);
	a->kind = b->kind == WML_TABLE ? STR("table") : STR("other");
	if (b->kind == WML_TABLE)
		return redline_table_tokens(ids, b, &a->tokens);
	a->style = b->whole;
	return true;
}

static bool
read_blocks(
    struct token_ids *ids, const struct wml *w, struct alignees *as)
{
	as->list = mem_alloc((w->n + 1) * sizeof(*as->list));
	for (; as->n < w->n; as->n++)
		if (!read_block(ids, &w->blocks[as->n], &as->list[as->n]))
			return false;
	return true;
}

static struct author
blamed(const struct redline_side *side, const struct wml_block *b, size_t line)
{
	return blame_of(&side->blame, str_of(side->paths[b->section]),
	    line != 0 ? line : b->line);
}

static struct revision
revision(const struct redline *r, const struct aligned *a)
{
	bool gone = a->how == ALIGN_GONE;
	const struct redline_side *side = gone ? &r->old : &r->new;
	size_t at = gone ? a->old : a->new;

	return (struct revision){
		.change = gone ? CHANGE_DELETED : CHANGE_INSERTED,
		.author = blamed(side, &side->wml.blocks[at], 0),
		.move = a->move,
	};
}

/* Says whether a token's value stands in tokens, too, as another text. */
static bool
other_value(const struct token *t, const struct token *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (list[i].value.p != NULL &&
		    str_equal(list[i].value, t->value))
			return true;
	return false;
}

/* Who changed a token: its author, or what made it where only the data did. */
static struct author
author_of(const struct redline *r, const struct token *t, struct author author,
    const struct token *others, size_t n)
{
	size_t i;

	if (t->value.p != NULL && other_value(t, others, n))
		return (struct author){ r->ledger, author.date };
	for (i = 0; t->made && i < n; i++)
		if (others[i].made)
			return (struct author){ r->numbering, author.date };
	return author;
}

static bool
same_author(struct author a, struct author b)
{
	return str_equal(a.name, b.name) && str_equal(a.date, b.date);
}

/* Adds tokens that go or come in the place of others. */
static void
put_change(const struct redline *r, struct revisions *rs, struct revision *by,
    const struct token *list, size_t n, const struct token *others,
    size_t others_n)
{
	struct author author = by->author, next;
	size_t i, from = 0;

	for (i = 0; i < n; i++) {
		next = author_of(r, &list[i], author, others, others_n);
		if (i > from && !same_author(next, by->author)) {
			revision_runs(rs, by, list + from, i - from);
			from = i;
		}
		by->author = next;
	}
	revision_runs(rs, by, list + from, n - from);
	by->author = author;
}

/* The change that stands in the place of stretch i: one before, one behind. */
static const struct stretch *
partner(const struct comparison *c, size_t i)
{
	if (c->list[i].change == CHANGE_DELETED && i + 1 < c->n &&
	    c->list[i + 1].change == CHANGE_INSERTED)
		return &c->list[i + 1];
	if (c->list[i].change == CHANGE_INSERTED && i > 0 &&
	    c->list[i - 1].change == CHANGE_DELETED)
		return &c->list[i - 1];
	return NULL;
}

static void
put_stretch(const struct redline *r, struct revisions *rs,
    const struct comparison *c, size_t i, const struct tokens *old,
    const struct tokens *new, struct author author)
{
	const struct stretch *s = &c->list[i], *p = partner(c, i);
	struct revision by = { .change = s->change, .author = author };
	const struct token *gone = old->list + s->old_at,
			   *come = new->list + s->new_at;

	if (s->change == CHANGE_NONE)
		revision_runs(rs, &by, come, s->new_n);
	else if (s->change == CHANGE_DELETED)
		put_change(r, rs, &by, gone, s->old_n, come,
		    p != NULL ? p->new_n : 0);
	else
		put_change(r, rs, &by, come, s->new_n,
		    p != NULL ? old->list + p->old_at : NULL,
		    p != NULL ? p->old_n : 0);
}

void
redline_runs(const struct redline *r, struct revisions *rs,
    const struct tokens *old, const struct tokens *new, struct author author)
{
	struct comparison c = { 0 };
	size_t i;

	compare(old, new, &c);
	for (i = 0; i < c.n; i++)
		put_stretch(r, rs, &c, i, old, new, author);
	comparison_free(&c);
}

/* A paragraph that both texts have. */
static void
put_paragraph(const struct redline *r, struct revisions *rs,
    const struct wml_block *old, const struct alignee *old_text,
    const struct wml_block *new, const struct alignee *new_text)
{
	struct revision by = { .author = blamed(&r->new, new, 0) };

	xmlout_start(rs->out, "w:p");
	if (!str_equal(old_text->style, new_text->style))
		revision_properties(
		    rs, &by, new->properties, old->properties);
	else if (new->properties.n != 0) {
		xmlout_start(rs->out, "w:pPr");
		buf_adds(rs->out, new->properties);
		xmlout_end(rs->out, "w:pPr");
	}
	redline_runs(r, rs, &old_text->tokens, &new_text->tokens, by.author);
	xmlout_end(rs->out, "w:p");
}

/* Word joins two tables with nothing between. */
static void
part_tables(struct revisions *rs, const struct revision *by)
{
	if (str_ends(buf_str(rs->out), STR("</w:tbl>")))
		revision_parting(rs, by);
}

/* A block that is gone, or has come. */
static void
put_whole(const struct redline *r, struct revisions *rs,
    const struct aligned *a, const struct wml_block *b,
    const struct alignee *text)
{
	struct revision by = revision(r, a);

	if (b->kind == WML_PARAGRAPH) {
		revision_paragraph(rs, &by, b->properties, &text->tokens);
	} else if (b->kind == WML_TABLE) {
		part_tables(rs, &by);
		redline_table_whole(r, rs, b, &by);
	} else if (a->how == ALIGN_COME) {
		buf_adds(rs->out, b->whole);
	}
}

struct texts {
	struct alignees old, new;
	struct token_ids ids;
	struct alignments aligned;
};

static void
put_aligned(const struct redline *r, struct revisions *rs, struct texts *t,
    const struct aligned *a)
{
	const struct wml_block *old = r->old.wml.blocks + a->old,
			       *new = r->new.wml.blocks + a->new;
	struct revision by = { .author = { STR(""), STR("") } };

	if (a->how == ALIGN_GONE) {
		put_whole(r, rs, a, old, &t->old.list[a->old]);
	} else if (a->how == ALIGN_COME) {
		put_whole(r, rs, a, new, &t->new.list[a->new]);
	} else if (new->kind == WML_PARAGRAPH) {
		put_paragraph(r, rs, old, &t->old.list[a->old], new,
		    &t->new.list[a->new]);
	} else if (new->kind == WML_TABLE) {
		by.author = blamed(&r->new, new, 0);
		part_tables(rs, &by);
		redline_table(r, rs, &t->ids, old, new);
	} else {
		buf_adds(rs->out, new->whole);
	}
}

/* Writes the sections, all of what is gone beside what stays before it. */
static void
put_sections(struct redline *r, struct texts *t, struct buf *bodies)
{
	struct revisions rs = { .paper = r->paper };
	size_t i, section = 0;

	for (i = 0; i < r->new.wml.sections; i++)
		buf_addz(&bodies[i], WML_BEGIN);
	for (i = 0; i < t->aligned.n; i++) {
		const struct aligned *a = &t->aligned.list[i];

		if (a->how != ALIGN_GONE)
			section = r->new.wml.blocks[a->new].section;
		rs.out = &bodies[section];
		put_aligned(r, &rs, t, a);
	}
	for (i = 0; i < r->new.wml.sections; i++)
		buf_addz(&bodies[i], WML_END);
}

bool
redline(struct redline *r, struct buf *bodies)
{
	struct texts t = { .ids = { 0 } };
	bool fine;

	fine = r->new.wml.sections != 0 &&
	       read_blocks(&t.ids, &r->old.wml, &t.old) &&
	       read_blocks(&t.ids, &r->new.wml, &t.new);
	if (fine) {
		align(&t.old, &t.new, !r->paper, &t.aligned);
		put_sections(r, &t, bodies);
	}
	alignments_free(&t.aligned);
	alignees_free(&t.old);
	alignees_free(&t.new);
	token_ids_free(&t.ids);
	return fine;
}

/* redline: two texts of a report as one */
#include <stdlib.h>

#include "align.h"
#include "die.h"
#include "redline.h"
#include "redlinetable.h"
#include "reloc.h"
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
read_block(struct token_ids *ids, const struct wml_block *b, struct alignee *a)
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
read_blocks(struct token_ids *ids, const struct wml *w, struct alignees *as)
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

/* The token among others that the same placeholder put there; NULL for none. */
static const struct token *
same_value(const struct token *t, const struct token *others, size_t n)
{
	size_t i;

	for (i = 0; t->value.p != NULL && i < n; i++)
		if (others[i].value.p != NULL &&
		    str_equal(others[i].value, t->value))
			return &others[i];
	return NULL;
}

static bool
same_made(const struct token *t, const struct token *others, size_t n)
{
	size_t i;

	for (i = 0; t->made && i < n; i++)
		if (others[i].made)
			return true;
	return false;
}

/* Adds a value that only the data changed: a fact's, from what it was before to
 * what it is, by the ledger, with the fact's name in a comment. */
static void
put_value(const struct redline *r, struct revisions *rs,
    const struct revision *by, const struct token *t,
    const struct token *before)
{
	struct revision ledger = *by;
	size_t bar = str_find(t->value, STR("|"), 0);
	struct buf text = { 0 };

	ledger.author = (struct author){ r->ledger, STR("") };
	if (by->change == CHANGE_DELETED || rs->paper) {
		revision_runs(rs, &ledger, t, 1);
		return;
	}
	buf_adds(&text, r->ledger);
	buf_addc(&text, '\t');
	buf_adds(
	    &text, str_cut(t->value, 0, bar != (size_t)-1 ? bar : t->value.n));
	buf_addf(
	    &text, "：%.*s → %.*s", STR_ARG(before->text), STR_ARG(t->text));
	reloc_escaped(rs->out, RELOC_COMMENT, buf_str(&text));
	revision_runs(rs, &ledger, t, 1);
	reloc_put(rs->out, RELOC_COMMENT_END, STR(""));
	buf_free(&text);
}

/* Adds tokens that go or come in the place of others: what the author typed,
 * and, each by itself, what data or numbering changed. */
static void
put_change(const struct redline *r, struct revisions *rs,
    const struct revision *by, const struct token *list, size_t n,
    const struct token *others, size_t others_n)
{
	struct revision numbering = *by;
	size_t i, from = 0;

	numbering.author = (struct author){ r->numbering, STR("") };
	for (i = 0; i < n; i++) {
		const struct token *value =
		    same_value(&list[i], others, others_n);
		bool made = same_made(&list[i], others, others_n);

		if (value == NULL && !made)
			continue;
		revision_runs(rs, by, list + from, i - from);
		if (made)
			revision_runs(rs, &numbering, list + i, 1);
		else
			put_value(r, rs, by, &list[i], value);
		from = i + 1;
	}
	revision_runs(rs, by, list + from, n - from);
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
		put_change(
		    r, rs, &by, gone, s->old_n, come, p != NULL ? p->new_n : 0);
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
		revision_properties(rs, &by, new->properties, old->properties);
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

/* A pair of blocks that stand for each other. */
static void
put_pair(const struct redline *r, struct revisions *rs, struct texts *t,
    const struct aligned *a)
{
	const struct wml_block *old = r->old.wml.blocks + a->old,
			       *new = r->new.wml.blocks + a->new;
	struct revision by = { .author = { STR(""), STR("") } };

	if (new->kind == WML_PARAGRAPH) {
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

static void
put_aligned(const struct redline *r, struct revisions *rs, struct texts *t,
    const struct aligned *a)
{
	if (a->how == ALIGN_GONE)
		put_whole(
		    r, rs, a, r->old.wml.blocks + a->old, &t->old.list[a->old]);
	else if (a->how == ALIGN_COME)
		put_whole(
		    r, rs, a, r->new.wml.blocks + a->new, &t->new.list[a->new]);
	else
		put_pair(r, rs, t, a);
}

/* Where the linker would put a paragraph behind a table (wml_part), since the
 * redline ends or begins with one that is gone, no text has that paragraph. */
static void
end_section(const struct redline *r, struct revisions *rs, struct buf *bodies,
    size_t n, size_t i)
{
	const struct str head = STR(WML_BEGIN);
	const struct revision by = { .author = r->new.blame.other };
	size_t next = i + 1;

	while (next < n && bodies[next].n == head.n)
		next++;
	rs->out = &bodies[i];
	if (next == n || str_starts(str_from(buf_str(&bodies[next]), head.n),
			     STR("<w:tbl>")))
		part_tables(rs, &by);
}

/* Writes the sections, all of what is gone beside what stays before it. */
static void
put_sections(struct redline *r, struct texts *t, struct buf *bodies)
{
	struct revisions rs = { .paper = r->paper,
		.since = blame_last(&r->new.blame) };
	size_t n = r->new.wml.sections, i, section = 0;

	for (i = 0; i < n; i++)
		buf_addz(&bodies[i], WML_BEGIN);
	for (i = 0; i < t->aligned.n; i++) {
		const struct aligned *a = &t->aligned.list[i];

		if (a->how != ALIGN_GONE)
			section = r->new.wml.blocks[a->new].section;
		rs.out = &bodies[section];
		put_aligned(r, &rs, t, a);
	}
	for (i = n; i-- > 0;)
		end_section(r, &rs, bodies, n, i);
	for (i = 0; i < n; i++)
		buf_addz(&bodies[i], WML_END);
}

bool
redline(struct redline *r, struct buf *bodies)
{
	struct texts t = { .ids = { 0 } };
	bool fine;

	wml_part(&r->old.wml);
	wml_part(&r->new.wml);
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

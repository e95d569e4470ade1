/* hidden: the values that an edition hides */
#include <stdlib.h>
#include <sys/stat.h>

#include "die.h"
#include "hidden.h"
#include "hiddencells.h"
#include "io.h"
#include "marks.h"
#include "utf8.h"

#define PART "\x1F"

bool
words_hold(const struct words *w, struct str word)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (str_equal(buf_str(&w->list[i]), word))
			return true;
	return false;
}

void
words_add(struct words *w, struct str word)
{
	if (word.n == 0 || words_hold(w, word))
		return;
	w->list = mem_more(w->list, w->n, sizeof(*w->list));
	w->list[w->n] = (struct buf){ 0 };
	buf_adds(&w->list[w->n++], word);
}

void
words_free(struct words *w)
{
	while (w->n > 0)
		buf_free(&w->list[--w->n]);
	free(w->list);
	*w = (struct words){ 0 };
}

/* What a name says of how its number counts; what is left of it is the noun. */
static struct str
noun_of(struct str name)
{
	static const struct str tails[] = { STR("总人数"), STR("总数"),
		STR("人数"), STR("次数"), STR("件数"), STR("个数"), STR("家数"),
		STR("户数"), STR("项数"), STR("场次"), STR("人次"), STR("金额"),
		STR("总额"), STR("数量"), STR("占比"), STR("数") };
	size_t i;

	for (i = 0; i < sizeof(tails) / sizeof(*tails); i++)
		if (str_ends(name, tails[i]) && name.n >= tails[i].n + 6)
			return str_cut(name, 0, name.n - tails[i].n);
	return name;
}

struct hidden_value *
hidden_add(struct hidden *h, const struct fact *f, struct str text)
{
	struct hidden_value *v;

	h->list = mem_more(h->list, h->n, sizeof(*h->list));
	v = &h->list[h->n++];
	*v = (struct hidden_value){ .row = 0 };
	buf_adds(&v->fact, f->name);
	buf_adds(&v->origin, f->origin);
	buf_adds(&v->text, text);
	return v;
}

void
hidden_take(struct hidden *h, const struct facts *fs)
{
	size_t i;

	for (i = 0; i < fs->n; i++) {
		const struct fact *f = &fs->list[i];

		if (f->may_show)
			words_add(&h->shows, f->name);
		if (f->state != FACT_MASK || str_equal(f->value, f->shown) ||
		    utf8_trim(f->value).n == 0)
			continue;
		if (mark_table(f->value))
			hiddencells_take(h, f);
		else
			words_add(&hidden_add(h, f, f->value)->nouns,
			    noun_of(f->name));
	}
}

/* Takes the field before the next sep off *rest. */
static struct str
field(struct str *rest, struct str sep)
{
	size_t at = str_find(*rest, sep, 0);
	struct str f = str_cut(*rest, 0, at != (size_t)-1 ? at : rest->n);

	*rest = str_from(*rest, at != (size_t)-1 ? at + sep.n : rest->n);
	return f;
}

static void
read_words(struct str text, struct words *w)
{
	while (text.n != 0)
		words_add(w, field(&text, STR(PART)));
}

/* Reads a line behind its first tab. */
static void
read_list(struct hidden *h, struct str line)
{
	if (str_starts(line, STR("\t\t")))
		words_add(&h->vague, str_from(line, 2));
	else if (str_starts(line, STR("\t")))
		words_add(&h->shows, str_from(line, 1));
	else
		words_add(&h->shown, line);
}

static void
read_line(struct hidden *h, struct str line, const char *path)
{
	struct fact f = { .name = field(&line, STR("\t")) };
	struct str row, column;
	struct hidden_value *v;

	if (f.name.n == 0) {
		read_list(h, line);
		return;
	}
	f.origin = field(&line, STR("\t"));
	row = field(&line, STR("\t"));
	column = field(&line, STR("\t"));
	v = hidden_add(h, &f, field(&line, STR("\t")));
	if (v->text.n == 0 || row.n == 0 || column.n == 0)
		die("%s: this is no list of hidden values", path);
	v->row = (size_t)strtoul(row.p, NULL, 10);
	v->column = (size_t)strtoul(column.p, NULL, 10);
	buf_adds(&v->unit, field(&line, STR("\t")));
	read_words(field(&line, STR("\t")), &v->nouns);
	read_words(field(&line, STR("\t")), &v->before);
	read_words(field(&line, STR("\t")), &v->after);
	read_words(line, &v->said);
}

void
hidden_read(struct hidden *h, const char *path)
{
	struct buf raw = { 0 };
	struct str rest, line;

	io_read(path, &raw);
	rest = buf_str(&raw);
	while (str_line(&rest, &line))
		read_line(h, line, path);
	buf_free(&raw);
}

/* Adds text without what parts lines and fields. */
static void
put(struct str text, struct buf *out)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		buf_addc(out, text.p[i] == '\t' || text.p[i] == '\n' ||
				      text.p[i] == PART[0]
				  ? ' '
				  : text.p[i]);
}

static void
put_words(const struct words *w, struct buf *out)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		if (i != 0)
			buf_addz(out, PART);
		put(buf_str(&w->list[i]), out);
	}
}

static void
put_value(const struct hidden_value *v, struct buf *out)
{
	put(buf_str(&v->fact), out);
	buf_addc(out, '\t');
	put(buf_str(&v->origin), out);
	buf_addf(out, "\t%zu\t%zu\t", v->row, v->column);
	put(buf_str(&v->text), out);
	buf_addc(out, '\t');
	put(buf_str(&v->unit), out);
	buf_addc(out, '\t');
	put_words(&v->nouns, out);
	buf_addc(out, '\t');
	put_words(&v->before, out);
	buf_addc(out, '\t');
	put_words(&v->after, out);
	buf_addc(out, '\t');
	put_words(&v->said, out);
	buf_addc(out, '\n');
}

static void
put_list(const struct words *w, const char *tabs, struct buf *out)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		buf_addz(out, tabs);
		put(buf_str(&w->list[i]), out);
		buf_addc(out, '\n');
	}
}

void
hidden_write(const struct hidden *h, const char *path)
{
	struct buf out = { 0 };
	mode_t mask;
	size_t i;

	for (i = 0; i < h->n; i++)
		put_value(&h->list[i], &out);
	put_list(&h->shown, "\t", &out);
	put_list(&h->shows, "\t\t", &out);
	put_list(&h->vague, "\t\t\t", &out);
	mask = umask(077);
	io_save(path, buf_str(&out));
	umask(mask);
	buf_free(&out);
}

void
hidden_free(struct hidden *h)
{
	size_t i;

	for (i = 0; i < h->n; i++) {
		struct hidden_value *v = &h->list[i];

		buf_free(&v->fact);
		buf_free(&v->origin);
		buf_free(&v->text);
		buf_free(&v->unit);
		words_free(&v->nouns);
		words_free(&v->before);
		words_free(&v->after);
		words_free(&v->said);
	}
	free(h->list);
	words_free(&h->shown);
	words_free(&h->shows);
	words_free(&h->vague);
	*h = (struct hidden){ 0 };
}

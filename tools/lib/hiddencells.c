/* hiddencells: which cells of a table that an edition hides are values of
 * their own */
#include <stdlib.h>

#include "die.h"
#include "hiddencells.h"
#include "marks.h"
#include "utf8.h"

enum { LONG = 6 }; /* characters of a text that is no common word */

struct cells {
	struct str *list; /* by rows, the head first */
	size_t n, columns;
};

/* Heads of columns that name people, places, bodies, or give codes. */
static bool
names_something(struct str head)
{
	static const struct str words[] = { STR("姓名"), STR("名单"),
		STR("名称"), STR("单位"), STR("企业"), STR("公司"), STR("地址"),
		STR("住址"), STR("电话"), STR("手机"), STR("联系"), STR("号码"),
		STR("证号"), STR("编号"), STR("账号"), STR("帐号"),
		STR("身份证"), STR("负责人"), STR("书记"), STR("村"), STR("镇"),
		STR("乡"), STR("人员"), STR("党员"), STR("对象"), STR("代表"),
		STR("客户") };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_find(head, words[i], 0) != (size_t)-1)
			return true;
	return str_equal(head, STR("名字")) || str_equal(head, STR("name"));
}

static void
read_cells(struct str table, struct cells *c)
{
	size_t at = 0, from = 0;

	while (at < table.n) {
		enum mark_kind kind = mark_at(table, at);

		if (kind != MARK_IS_CELL && kind != MARK_IS_ROW) {
			at++;
			continue;
		}
		c->list = mem_more(c->list, c->n, sizeof(*c->list));
		c->list[c->n++] = utf8_trim(str_cut(table, from, at - from));
		if (kind == MARK_IS_ROW && c->columns == 0)
			c->columns = c->n;
		from = at += 3;
	}
}

/* Says whether a text has more than one place in its column. */
static bool
is_repeated(const struct cells *c, size_t cell)
{
	size_t i, count = 0;

	for (i = c->columns + cell % c->columns; i < c->n; i += c->columns)
		count += str_equal(c->list[i], c->list[cell]);
	return count > 1;
}

static bool
has_digit(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static bool
is_number(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.' &&
		    s.p[i] != ',' && s.p[i] != '-' && s.p[i] != '%')
			return false;
	return has_digit(s);
}

/* Says whether a text cell is looked for. */
static bool
is_telling(const struct cells *c, size_t cell)
{
	struct str text = c->list[cell];

	if (names_something(c->list[cell % c->columns]))
		return utf8_count(text) > 1;
	return utf8_count(text) >= LONG && !is_repeated(c, cell);
}

static void
take_cell(
    struct hidden *h, const struct fact *f, const struct cells *c, size_t i)
{
	size_t row = i - i % c->columns;
	struct hidden_value *v;

	if (c->list[i].n == 0)
		return;
	if (!is_number(c->list[i]) && !is_telling(c, i)) {
		words_add(&h->vague, f->name);
		return;
	}
	v = hidden_add(h, f, c->list[i]);
	v->row = i / c->columns;
	v->column = i % c->columns + 1;
	if (i != row && !is_number(c->list[row]))
		words_add(&v->nouns, c->list[row]);
	if (c->columns < 3 || i == row || is_number(c->list[row]))
		words_add(&v->nouns, c->list[i % c->columns]);
}

void
hiddencells_take(struct hidden *h, const struct fact *f)
{
	struct cells c = { 0 };
	size_t i;

	read_cells(f->value, &c);
	for (i = c.columns; c.columns != 0 && i < c.n; i++)
		take_cell(h, f, &c, i);
	free(c.list);
}

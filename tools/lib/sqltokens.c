/* sqltokens: a formula of facts.txt as the words and signs that it is made of
 */
#include <stdlib.h>
#include <strings.h>

#include "die.h"
#include "sqltokens.h"
#include "utf8.h"

struct reading {
	struct str text;
	size_t at;
	struct sqltokens *to;
	size_t depth; /* of brackets */
	bool apart; /* blanks stand before what comes */
	const char *why;
};

static const char NO_REMARK[] =
    "-- begins a remark, which cannot stand in a formula; put # before a line "
    "of its own";
static const char NOT_CLOSED[] = "this quotation mark is never closed";
static const char NOT_ONE[] =
    "a formula is one statement: leave out ; and what follows";
static const char NO_PARAMETER[] = "write :NAME for the value of another fact";
static const char CURLED[] =
    "write straight quotation marks, '...', around a text";

static const char NOT_OPEN[] = "this bracket closes none";
static const char NO_SIGN[] = "this sign cannot stand in a formula";
static const char TOO_LONG[] =
    "a formula of more than 16,000 bytes is too long; part it into facts";

enum { MOST_BYTES = 16000 };

char
sqltoken_sign(struct str s, size_t at, size_t *n)
{
	uint32_t c = 0;

	*n = utf8_next(s, at, &c);
	if (*n == 0)
		*n = 1;
	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFF01 - '!';
	return c < 0x80 ? (char)c : 0;
}

/* Says whether a name may hold the character; its length goes to *n. */
static bool
in_name(struct str s, size_t at, size_t *n)
{
	char sign = sqltoken_sign(s, at, n);
	uint32_t c = 0;

	if (sign != 0)
		return (sign >= '0' && sign <= '9') || sign == '_' ||
		       ((sign | ' ') >= 'a' && (sign | ' ') <= 'z');
	utf8_next(s, at, &c);
	return c > 0xFF && !(c >= 0x2000 && c <= 0x206F) &&
	       !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x303F) &&
	       !(c >= 0xFF00 && c <= 0xFFEF);
}

static struct str
word_at(struct str s, size_t at)
{
	size_t end = at, n;

	while (end < s.n && in_name(s, end, &n))
		end += n;
	return str_cut(s, at, end - at);
}

size_t
sqltoken_quoted_end(struct str s, size_t at)
{
	char mark = s.p[at] == '[' ? ']' : s.p[at];
	size_t i;

	for (i = at + 1; i < s.n; i++) {
		if (s.p[i] != mark)
			continue;
		if (i + 1 == s.n || s.p[i + 1] != mark || mark == ']')
			return i + 1;
		i++;
	}
	return 0;
}

/* The byte behind a number, as 12, 0.5 or 1e3. */
static size_t
number_end(struct str s, size_t at)
{
	size_t i = at;

	while (i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '.' ||
			      (s.p[i] | ' ') == 'e'))
		i++;
	return i;
}

static void
add_token(struct reading *r, enum sqltoken_kind kind, size_t end, char mark)
{
	struct sqltoken *t;

	r->to->list = mem_more(r->to->list, r->to->n, sizeof(*r->to->list));
	t = r->to->list + r->to->n++;
	*t = (struct sqltoken){ .kind = kind, .mark = mark };
	t->text = str_cut(r->text, r->at, end - r->at);
	t->apart = r->apart;
	r->apart = false;
	r->at = end;
}

/* Takes a comparison, of one sign or two: < <= <> > >= = == !=. */
static void
take_comparison(struct reading *r, char mark, size_t n)
{
	size_t next = 0, end = r->at + n;
	char second =
	    end < r->text.n ? sqltoken_sign(r->text, end, &next) : (char)0;

	if (second == '=' || (mark == '<' && second == '>'))
		end += next;
	add_token(r, SQL_COMPARES, end, mark);
}

/* Says what makes a formula of this sign impossible, or NULL. */
static const char *
forbidden(struct str s, size_t at, char mark, size_t n)
{
	size_t next = 0;
	uint32_t c = 0;

	if (mark == '-' && at + n < s.n &&
	    sqltoken_sign(s, at + n, &next) == '-')
		return NO_REMARK;
	if (mark == '?' || mark == '@' || mark == '$')
		return NO_PARAMETER;
	if (mark == ';' && utf8_trim(str_from(s, at + n)).n != 0)
		return NOT_ONE;
	utf8_next(s, at, &c);
	if (c >= 0x2018 && c <= 0x201D)
		return CURLED;
	return mark == 0 || (unsigned char)mark < ' ' ? NO_SIGN : NULL;
}

/* Says whether a sign is one of these. */
static bool
among(char mark, const char *signs)
{
	return mark != 0 && str_find(str_of(signs), (struct str){ &mark, 1 },
				0) != (size_t)-1;
}

static void
take_bracket(struct reading *r, char mark, size_t n)
{
	if (mark == ')' && r->depth == 0) {
		r->why = NOT_OPEN;
		return;
	}
	r->depth = mark == '(' ? r->depth + 1 : r->depth - 1;
	add_token(r, mark == '(' ? SQL_OPEN : SQL_CLOSE, r->at + n, mark);
}

static void
take_fact(struct reading *r, char mark, size_t n)
{
	struct str name = word_at(r->text, r->at + n);

	if (name.n == 0)
		r->why = NO_PARAMETER;
	else
		add_token(r, SQL_FACT, r->at + n + name.n, mark);
}

/* Takes a sign that is not quoted, a name or a number. */
static void
take_sign(struct reading *r, char mark, size_t n)
{
	r->why = forbidden(r->text, r->at, mark, n);
	if (r->why != NULL)
		return;
	if (mark == ':')
		take_fact(r, mark, n);
	else if (among(mark, "<>=!"))
		take_comparison(r, mark, n);
	else if (among(mark, "+-*/%"))
		add_token(r, SQL_RECKONS, r->at + n, mark);
	else if (among(mark, "()"))
		take_bracket(r, mark, n);
	else if (mark == ';')
		r->at = r->text.n;
	else
		add_token(r, SQL_OTHER, r->at + n, mark);
}

static void
take_token(struct reading *r)
{
	size_t blank = utf8_blank(r->text, r->at), n, end;
	char mark = sqltoken_sign(r->text, r->at, &n);

	if (blank != 0) {
		r->at += blank;
		r->apart = true;
	} else if (n == 1 && (mark == '\'' || mark == '"' || mark == '`' ||
				 mark == '[')) {
		end = sqltoken_quoted_end(r->text, r->at);
		if (end == 0)
			r->why = NOT_CLOSED;
		else
			add_token(r, SQL_QUOTED, end, 0);
	} else if (n == 1 && mark >= '0' && mark <= '9') {
		add_token(r, SQL_NUMBER, number_end(r->text, r->at), 0);
	} else if (in_name(r->text, r->at, &n)) {
		add_token(r, SQL_WORD, r->at + word_at(r->text, r->at).n, 0);
	} else {
		take_sign(r, mark, n);
	}
}

bool
sqltokens_read(
    struct sqltokens *ts, struct str formula, const char **why, size_t *at)
{
	struct reading r = { .text = formula, .to = ts };

	if (formula.n > MOST_BYTES)
		r.why = TOO_LONG;
	while (r.at < formula.n && r.why == NULL)
		take_token(&r);
	*why = r.why;
	*at = r.at;
	return r.why == NULL;
}

bool
sqltoken_is(const struct sqltoken *t, const char *word)
{
	const struct str w = str_of(word);

	return t->kind == SQL_WORD && t->text.n == w.n &&
	       strncasecmp(t->text.p, w.p, w.n) == 0;
}

bool
sqltoken_in(const struct sqltoken *t, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (sqltoken_is(t, words[i]))
			return true;
	return false;
}

void
sqltokens_free(struct sqltokens *ts)
{
	free(ts->list);
	*ts = (struct sqltokens){ 0 };
}

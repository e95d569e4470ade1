/* sqltext: a formula of facts.txt as SQL that SQLite computes as an office
 * would */
#include <stdlib.h>
#include <strings.h>

#include "die.h"
#include "sqltext.h"
#include "utf8.h"

enum kind {
	WORD, /* a name or a keyword */
	NUMBER,
	QUOTED,
	FACT, /* :name */
	COMPARES,
	RECKONS, /* + - * / % */
	OPEN,
	CLOSE,
	OTHER,
};

struct token {
	enum kind kind;
	struct str text; /* in the formula */
	char mark; /* what a sign of one character is in ASCII */
	bool stops; /* an operand of a comparison goes no further */
	bool apart; /* blanks stand before it */
	size_t opens, closes; /* calls that begin before and end after it */
	size_t fact; /* its number, from 1 */
};

struct reading {
	struct str text;
	size_t at;
	struct token *tokens;
	size_t n;
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

static const char NO_SIGN[] = "this sign cannot stand in a formula";
static const char TOO_LONG[] =
    "a formula of more than 16,000 bytes is too long; part it into facts";

enum { MOST_BYTES = 16000 };

/* Words that end an operand of a comparison: what the grammar of SQLite's
 * SELECT has between expressions, and its operators that are words. */
static const char *const stops[] = { "all", "and", "as", "asc", "between", "by",
	"case", "cross", "desc", "distinct", "else", "end", "escape", "except",
	"exists", "filter", "from", "full", "glob", "group", "having", "in",
	"inner", "intersect", "is", "join", "left", "like", "limit", "natural",
	"not", "offset", "on", "or", "order", "outer", "over", "partition",
	"right", "select", "then", "union", "using", "values", "when", "where",
	"with" };

/* The ASCII sign at byte at, or the one that a full-width form (U+FF01 to
 * U+FF5E) stands for; 0 for any other character. Its length goes to *n. */
static char
sign_at(struct str s, size_t at, size_t *n)
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
	char sign = sign_at(s, at, n);
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

static bool
is_stop(struct str word)
{
	size_t i;

	for (i = 0; i < sizeof(stops) / sizeof(*stops); i++)
		if (str_of(stops[i]).n == word.n &&
		    strncasecmp(stops[i], word.p, word.n) == 0)
			return true;
	return false;
}

/* The byte behind what is quoted from byte at, by a mark that doubles where it
 * stands for itself; 0 where it is never closed. */
static size_t
quoted_end(struct str s, size_t at)
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
add_token(struct reading *r, enum kind kind, size_t end, char mark)
{
	struct token *t;

	r->tokens = mem_more(r->tokens, r->n, sizeof(*r->tokens));
	t = r->tokens + r->n++;
	*t = (struct token){ .kind = kind, .mark = mark };
	t->text = str_cut(r->text, r->at, end - r->at);
	t->stops = kind == COMPARES || (kind == WORD && is_stop(t->text)) ||
		   (kind == OTHER && (mark == ',' || mark == ';'));
	t->apart = r->apart;
	r->apart = false;
	r->at = end;
}

/* Takes a comparison, of one sign or two: < <= <> > >= = == !=. */
static void
take_comparison(struct reading *r, char mark, size_t n)
{
	size_t next = 0, end = r->at + n;
	char second = end < r->text.n ? sign_at(r->text, end, &next) : (char)0;

	if (second == '=' || (mark == '<' && second == '>'))
		end += next;
	add_token(r, COMPARES, end, mark);
}

/* Says what makes a formula of this sign impossible, or NULL. */
static const char *
forbidden(struct str s, size_t at, char mark, size_t n)
{
	size_t next = 0;
	uint32_t c = 0;

	if (mark == '-' && at + n < s.n && sign_at(s, at + n, &next) == '-')
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

/* Takes a sign that is not quoted, a name or a number. */
static void
take_sign(struct reading *r, char mark, size_t n)
{
	struct str name;

	r->why = forbidden(r->text, r->at, mark, n);
	if (r->why != NULL)
		return;
	if (mark == ':') {
		name = word_at(r->text, r->at + n);
		if (name.n == 0) {
			r->why = NO_PARAMETER;
			return;
		}
		add_token(r, FACT, r->at + n + name.n, mark);
	} else if (mark != 0 && str_find(STR("<>="), (struct str){ &mark, 1 },
				    0) != (size_t)-1) {
		take_comparison(r, mark, n);
	} else if (mark == '!') {
		take_comparison(r, mark, n);
	} else if (mark != 0 && str_find(STR("+-*/%"), (struct str){ &mark, 1 },
				    0) != (size_t)-1) {
		add_token(r, RECKONS, r->at + n, mark);
	} else if (mark == '(' || mark == ')') {
		add_token(r, mark == '(' ? OPEN : CLOSE, r->at + n, mark);
	} else if (mark == ';') {
		r->at = r->text.n;
	} else {
		add_token(r, OTHER, r->at + n, mark);
	}
}

static void
take_token(struct reading *r)
{
	size_t blank = utf8_blank(r->text, r->at), n, end;
	char mark = sign_at(r->text, r->at, &n);

	if (blank != 0) {
		r->at += blank;
		r->apart = true;
	} else if (n == 1 && (mark == '\'' || mark == '"' || mark == '`' ||
				 mark == '[')) {
		end = quoted_end(r->text, r->at);
		if (end == 0)
			r->why = NOT_CLOSED;
		else
			add_token(r, QUOTED, end, 0);
	} else if (n == 1 && mark >= '0' && mark <= '9') {
		add_token(r, NUMBER, number_end(r->text, r->at), 0);
	} else if (in_name(r->text, r->at, &n)) {
		add_token(r, WORD, r->at + word_at(r->text, r->at).n, 0);
	} else {
		take_sign(r, mark, n);
	}
}

/* The token that the operand beside token i ends with, on the side that step
 * goes to: 1 right, -1 left; i itself where there is none. */
static size_t
operand_end(const struct reading *r, size_t i, int step)
{
	const enum kind in = step > 0 ? OPEN : CLOSE;
	const enum kind out = step > 0 ? CLOSE : OPEN;
	size_t depth = 0, last = i;

	while (step > 0 ? last + 1 < r->n : last > 0) {
		const struct token *t =
		    r->tokens + (step > 0 ? last + 1 : last - 1);

		if (depth == 0 && (t->stops || t->kind == out))
			break;
		depth += t->kind == in;
		depth -= t->kind == out;
		last = step > 0 ? last + 1 : last - 1;
	}
	return depth == 0 ? last : i;
}

/* Calls SQLTEXT_EXACT around an operand that reckons. */
static void
make_exact(struct reading *r, size_t first, size_t last)
{
	size_t i;

	for (i = first; i <= last; i++)
		if (r->tokens[i].kind == RECKONS)
			break;
	if (i > last)
		return;
	r->tokens[first].opens++;
	r->tokens[last].closes++;
}

/* Binary fractions make 0.1 + 0.2 differ from 0.3: what is compared is rounded
 * where it was reckoned. */
static void
make_comparisons_exact(struct reading *r)
{
	size_t i, end;

	for (i = 0; i < r->n; i++) {
		const struct token *t = r->tokens + i;
		bool between = t->kind == WORD && t->text.n == 7 &&
			       strncasecmp(t->text.p, "between", 7) == 0;

		if (t->kind != COMPARES && !between)
			continue;
		end = operand_end(r, i, -1);
		if (end < i)
			make_exact(r, end, i - 1);
		end = operand_end(r, i, 1);
		if (end > i)
			make_exact(r, i + 1, end);
	}
}

static bool
is_query(const struct reading *r)
{
	static const char *const heads[] = { "select", "with", "values" };
	size_t i;

	for (i = 0; i < 3 && r->n != 0; i++)
		if (r->tokens->text.n == str_of(heads[i]).n &&
		    strncasecmp(
			r->tokens->text.p, heads[i], r->tokens->text.n) == 0)
			return true;
	return false;
}

/* Says whether a word begins with a digit, which only a full-width one does. */
static bool
is_digit(struct str word)
{
	size_t n;
	char sign = sign_at(word, 0, &n);

	return sign >= '0' && sign <= '9';
}

static size_t
number_of(struct sqltext *t, struct str name)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (str_equal(t->names[i], name))
			return i + 1;
	t->names = mem_more(t->names, t->n, sizeof(*t->names));
	t->names[t->n++] = name;
	return t->n;
}

static void
put_token(struct sqltext *t, const struct token *token, struct str formula)
{
	struct sqltext_piece piece = { .text = (size_t)(token->text.p -
							formula.p) };
	size_t i, n;

	for (i = 0; i < token->opens; i++)
		buf_addz(&t->sql, " " SQLTEXT_EXACT "(");
	if (token->apart)
		buf_addc(&t->sql, ' ');
	piece.sql = t->sql.n;
	t->pieces = mem_more(t->pieces, t->pieces_n, sizeof(*t->pieces));
	t->pieces[t->pieces_n++] = piece;
	if (token->kind == FACT) {
		sign_at(token->text, 0, &n);
		buf_addf(
		    &t->sql, "?%zu ", number_of(t, str_from(token->text, n)));
	} else if (token->kind == RECKONS && token->mark == '/') {
		buf_addz(&t->sql, "*1.0/");
	} else if (token->kind == QUOTED ||
		   (token->kind == WORD && !is_digit(token->text))) {
		buf_adds(&t->sql, token->text);
	} else {
		for (i = 0; i < token->text.n; i += n)
			buf_addc(&t->sql, sign_at(token->text, i, &n));
	}
	for (i = 0; i < token->closes; i++)
		buf_addc(&t->sql, ')');
}

bool
sqltext_read(
    struct sqltext *t, struct str formula, const char **why, size_t *at)
{
	struct reading r = { .text = formula };
	size_t i;

	if (formula.n > MOST_BYTES)
		r.why = TOO_LONG;
	while (r.at < formula.n && r.why == NULL)
		take_token(&r);
	*why = r.why;
	*at = r.at;
	if (r.why == NULL) {
		t->query = is_query(&r);
		make_comparisons_exact(&r);
		for (i = 0; i < r.n; i++)
			put_token(t, r.tokens + i, formula);
	}
	free(r.tokens);
	return r.why == NULL;
}

size_t
sqltext_place(const struct sqltext *t, size_t sql)
{
	size_t i, text = 0;

	for (i = 0; i < t->pieces_n && t->pieces[i].sql <= sql; i++)
		text = t->pieces[i].text;
	return text;
}

size_t
sqltext_message(struct str check)
{
	size_t i = 0, n;

	while (i < check.n) {
		char mark = sign_at(check, i, &n);

		if (n == 1 && (mark == '\'' || mark == '"')) {
			size_t end = quoted_end(check, i);

			i = end != 0 ? end : i + 1;
		} else if (str_starts(str_from(check, i), STR("--")) &&
			   i != 0 && utf8_blank(check, i - 1) != 0) {
			return i;
		} else {
			i += n;
		}
	}
	return (size_t)-1;
}

void
sqltext_free(struct sqltext *t)
{
	buf_free(&t->sql);
	free(t->names);
	free(t->pieces);
	*t = (struct sqltext){ 0 };
}

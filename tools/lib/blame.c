/* blame: who wrote, or took away, each line of a report */
#include <stdlib.h>
#include <time.h>

#include "blame.h"
#include "die.h"
#include "io.h"
#include "utf8.h"

/* Takes what stands before a blank, or the rest, off *s. */
static struct str
take(struct str *s)
{
	size_t blank = str_find(*s, STR(" "), 0);
	struct str field = str_cut(*s, 0, blank != (size_t)-1 ? blank : s->n);

	*s = str_from(*s, field.n + (field.n < s->n));
	return field;
}

static int
order(struct str path, size_t line, const struct blame_line *other)
{
	int by_path = str_compare(path, other->path);

	if (by_path != 0)
		return by_path;
	return line < other->line ? -1 : line > other->line;
}

static int
compare(const void *x, const void *y)
{
	const struct blame_line *a = x;

	return order(a->path, a->line, y);
}

static size_t
number(struct str digits)
{
	size_t i, n = 0;

	for (i = 0; i < digits.n && digits.p[i] >= '0' && digits.p[i] <= '9' &&
		    n < 100000000000;
	     i++)
		n = 10 * n + (size_t)(digits.p[i] - '0');
	return n;
}

/* A count of seconds (POSIX.1-2008, 4.15) as a date of WordprocessingML. */
static struct str
date_of(struct blame *b, struct str seconds)
{
	time_t t = (time_t)number(seconds);
	struct buf date = { 0 };
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL || tm.tm_year > 9999 - 1900)
		return STR("");
	buf_addf(&date, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900,
	    tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
	b->kept = mem_more(b->kept, b->kept_n, sizeof(*b->kept));
	b->kept[b->kept_n++] = date;
	return buf_str(&date);
}

/* A name as XML can hold it, whatever encoding git has it in: what is no
 * character there is a question mark; other where there is nothing. */
static struct str
name_of(struct blame *b, struct str s)
{
	struct buf name = { 0 };
	bool clean = true;
	uint32_t c;
	size_t at, n;

	for (at = 0; at < s.n; at += n != 0 ? n : 1) {
		n = utf8_next(s, at, &c);
		if (n == 0 || c < ' ' || c == 0x7F || utf8_noncharacter(c)) {
			clean = false;
			buf_addc(&name, '?');
		} else {
			buf_adds(&name, str_cut(s, at, n));
		}
	}
	if (clean || s.n == 0) {
		buf_free(&name);
		return s.n != 0 ? s : b->other.name;
	}
	b->kept = mem_more(b->kept, b->kept_n, sizeof(*b->kept));
	b->kept[b->kept_n++] = name;
	return buf_str(&name);
}

static size_t
find_commit(const struct blame *b, struct str sha)
{
	size_t i;

	for (i = 0; i < b->commits_n; i++)
		if (str_equal(b->commits[i].sha, sha))
			break;
	return i;
}

static struct blame_commit *
add_commit(struct blame *b, struct str sha)
{
	b->commits = mem_more(b->commits, b->commits_n, sizeof(*b->commits));
	b->commits[b->commits_n] = (struct blame_commit){ sha, b->other };
	return &b->commits[b->commits_n++];
}

/* Whether a name is that of a commit: hexadecimal digits, and not all 0, which
 * stands for what is not committed. */
static bool
is_sha(struct str s, bool *committed)
{
	size_t i;

	*committed = false;
	for (i = 0; i < s.n; i++) {
		if (!((s.p[i] >= '0' && s.p[i] <= '9') ||
			(s.p[i] >= 'a' && s.p[i] <= 'f')))
			return false;
		*committed = *committed || s.p[i] != '0';
	}
	return s.n >= 40;
}

static void
take_chain(struct blame *b, struct str line)
{
	struct blame_commit *c = add_commit(b, take(&line));

	c->author.date = date_of(b, take(&line));
	c->author.name = name_of(b, line);
	b->chain_n = b->commits_n;
}

/* The reading of one file's lines. */
struct reading {
	struct blame *b;
	struct str path;
	struct blame_commit *commit; /* whose head is read, or NULL */
};

/* Takes the head of a line's entry: SHA LINE LINE. */
static void
take_head(struct reading *r, struct str sha, struct str rest, bool committed)
{
	struct blame *b = r->b;
	size_t i = find_commit(b, sha);
	struct blame_line l = { .path = r->path, .author = b->other };

	take(&rest);
	l.line = number(take(&rest));
	r->commit = NULL;
	if (b->chain_n != 0) {
		/* the commit behind the last that had the line */
		i = i == b->commits_n ? 0 : i + 1;
		if (i < b->chain_n)
			l.author = b->commits[i].author;
	} else if (committed && i == b->commits_n) {
		r->commit = add_commit(b, sha);
	}
	l.commit = b->chain_n == 0 && committed ? i + 1 : 0;
	b->list = mem_more(b->list, b->n, sizeof(*b->list));
	b->list[b->n++] = l;
}

static void
take_line(struct reading *r, struct str line)
{
	struct str rest = line, word = take(&rest);
	bool committed;

	if (str_equal(word, STR("chain")))
		take_chain(r->b, rest);
	else if (str_equal(word, STR("path")))
		r->path = rest;
	else if (is_sha(word, &committed))
		take_head(r, word, rest, committed);
	else if (r->commit != NULL && str_equal(word, STR("author")))
		r->commit->author.name = name_of(r->b, rest);
	else if (r->commit != NULL && str_equal(word, STR("committer-time")))
		r->commit->author.date = date_of(r->b, rest);
}

/* Names the authors of the lines, now that all commits are known. */
static void
settle(struct blame *b)
{
	size_t i;

	for (i = 0; i < b->n; i++)
		if (b->list[i].commit != 0)
			b->list[i].author =
			    b->commits[b->list[i].commit - 1].author;
	if (b->n > 1)
		qsort(b->list, b->n, sizeof(*b->list), compare);
}

void
blame_read(struct blame *b, const char *path)
{
	struct reading r = { .b = b, .path = STR("") };
	struct str text, line;

	io_read(path, &b->text);
	text = buf_str(&b->text);
	while (str_line(&text, &line))
		/* a tab is before a line of the file itself */
		if (line.n != 0 && line.p[0] != '\t')
			take_line(&r, line);
	settle(b);
}

struct author
blame_of(const struct blame *b, struct str path, size_t line)
{
	size_t low = 0, high = b->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int by = order(path, line, &b->list[middle]);

		if (by == 0)
			return b->list[middle].author;
		if (by < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return b->other;
}

struct str
blame_last(const struct blame *b)
{
	struct str last = STR("");
	size_t i;

	for (i = 0; i < b->n; i++)
		if (str_compare(b->list[i].author.date, last) > 0)
			last = b->list[i].author.date;
	return last;
}

void
blame_free(struct blame *b)
{
	while (b->kept_n > 0)
		buf_free(&b->kept[--b->kept_n]);
	free(b->kept);
	free(b->commits);
	free(b->list);
	buf_free(&b->text);
	*b = (struct blame){ 0 };
}

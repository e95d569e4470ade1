/*
 * score: how well proof finds faults, and how quiet it is where there is none
 *
 * `score [-v] [-r RULES] [-w TERMS] FAULTS CLEAN [PROSE ...]` proofreads two
 * sets of cases (faults.tsv says how they are written) and files of clean
 * prose, each a report of its own, and prints a table by rule. A fault is
 * caught where its rule finds something at its very place. Notes count only in
 * the cases of their own rule. Exits 1 where less than 97 % are caught, more
 * than 1 % of the clean cases raise an alarm, or clean prose raises more than
 * one in 10,000 characters. -v tells what was missed, and every alarm.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "office.h"
#include "proof.h"
#include "source.h"
#include "utf8.h"

/* What is known of a rule; clean counts the cases that tempt it, alarms what
 * it found in any of them. */
struct tally {
	char code[24];
	size_t faults, caught, other, clean, alarms, prose;
};

struct score {
	bool verbose;
	struct office office; /* its rules and terms */
	struct tally *rules;
	size_t n;
	size_t alarmed; /* clean cases with an alarm */
	size_t characters; /* of clean prose */
};

/* A line of a set. */
struct test {
	const char *path;
	size_t number;
	struct str code, place, text, options;
	size_t line, column; /* of the place */
};

static struct tally *
tally(struct score *s, struct str code)
{
	struct tally *t;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (str_equal(str_of(s->rules[i].code), code))
			return &s->rules[i];
	if (code.n >= sizeof(t->code))
		die("%.*s is no rule", STR_ARG(code));
	s->rules = mem_more(s->rules, s->n, sizeof(*s->rules));
	t = &s->rules[s->n++];
	*t = (struct tally){ 0 };
	memcpy(t->code, code.p, code.n);
	return t;
}

/* Adds text to out with its escapes read. */
static void
unescape(struct str text, struct buf *out)
{
	char hex[5] = { 0 };
	size_t i;

	for (i = 0; i < text.n; i++) {
		struct str rest = str_from(text, i);

		if (str_starts(rest, STR("\\n")))
			buf_addc(out, '\n');
		else if (str_starts(rest, STR("\\t")))
			buf_addc(out, '\t');
		else if (str_starts(rest, STR("\\u")) && rest.n >= 6) {
			memcpy(hex, rest.p + 2, 4);
			utf8_add(out, (uint32_t)strtoul(hex, NULL, 16));
			i += 4;
		} else {
			buf_addc(out, text.p[i]);
			continue;
		}
		i++;
	}
	buf_addc(out, '\n');
}

/* Proofreads one report. */
static void
proofread(const struct score *s, struct str text, struct str options,
    struct findings *found)
{
	struct facts fs = { 0 };
	struct proofing p = { .findings = found,
		.facts = &fs,
		.rules = &s->office.rules,
		.terms = &s->office.terms };
	struct diag d = { .to = NULL };
	struct buf room = { 0 }, edition = { 0 };
	struct proof *pr;

	if (str_starts(options, STR("-e "))) {
		buf_adds(&edition, str_from(options, 3));
		p.edition = edition.p;
	}
	pr = proof_new(&p);
	proof_add(pr, "-", source_text(text, SOURCE_STAGE, "-", &d, &room));
	proof_end(pr);
	findings_sort(found);
	proof_free(pr);
	buf_free(&room);
	buf_free(&edition);
	facts_free(&fs);
}

static bool
is_of(const struct finding *f, struct str code)
{
	return str_equal(str_of(f->rule->code), code);
}

static bool
is_caught(const struct finding *f, const struct test *t)
{
	return is_of(f, t->code) && f->spot.at.line == t->line &&
	       f->spot.at.column == t->column;
}

/* A note says what an author may leave; it is judged in its own cases only. */
static bool
is_alarm(const struct finding *f, struct str code)
{
	return f->rule->level != LEVEL_NOTE || is_of(f, code);
}

static void
say(const struct score *s, const char *what, const struct test *t,
    const struct finding *f)
{
	if (!s->verbose)
		return;
	printf("%s %s:%zu: ", what, t->path, t->number);
	if (f == NULL)
		printf("%.*s at %zu:%zu", STR_ARG(t->code), t->line, t->column);
	else
		printf("%zu:%zu: %s [%s]", f->spot.at.line, f->spot.at.column,
		    f->message.p, f->rule->code);
	printf("\n\t%.*s\n", STR_ARG(t->text));
}

static void
judge_fault(struct score *s, const struct test *t, const struct findings *found)
{
	bool caught = false;
	size_t i;

	for (i = 0; i < found->n; i++) {
		const struct finding *f = &found->list[i];

		if (!caught && is_caught(f, t)) {
			caught = true;
		} else if (is_alarm(f, t->code)) {
			tally(s, str_of(f->rule->code))->other++;
			say(s, "OTHER", t, f);
		}
	}
	tally(s, t->code)->faults++;
	if (caught)
		tally(s, t->code)->caught++;
	else
		say(s, "MISSED", t, NULL);
}

static void
judge_clean(struct score *s, const struct test *t, const struct findings *found)
{
	size_t i, alarms = 0;

	tally(s, t->code)->clean++;
	for (i = 0; i < found->n; i++) {
		const struct finding *f = &found->list[i];

		if (!is_alarm(f, t->code))
			continue;
		alarms++;
		tally(s, str_of(f->rule->code))->alarms++;
		say(s, "FALSE", t, f);
	}
	s->alarmed += alarms != 0;
}

/* Takes the next field off *rest. */
static struct str
field(struct str *rest)
{
	size_t end = str_find(*rest, STR("\t"), 0);
	struct str whole = *rest;

	if (end == (size_t)-1) {
		*rest = str_from(whole, whole.n);
		return whole;
	}
	*rest = str_from(whole, end + 1);
	return str_cut(whole, 0, end);
}

/* Reads a place, as COLUMN or LINE:COLUMN. */
static void
read_place(struct test *t)
{
	char text[32] = { 0 }, *end;

	if (t->place.n == 0 || t->place.n >= sizeof(text))
		die("%s:%zu: a case has no place", t->path, t->number);
	memcpy(text, t->place.p, t->place.n);
	t->line = 1;
	t->column = strtoul(text, &end, 10);
	if (*end == ':') {
		t->line = t->column;
		t->column = strtoul(end + 1, &end, 10);
	}
	if (*end != 0 || t->line == 0 || t->column == 0)
		die("%s:%zu: %s is no place", t->path, t->number, text);
}

/* Proofreads the cases of a set. */
static void
read_set(struct score *s, const char *path, bool faults)
{
	struct buf raw = { 0 }, text = { 0 };
	struct test t = { .path = path };
	struct str rest, line;

	io_read(path, &raw);
	rest = buf_str(&raw);
	while (str_line(&rest, &line)) {
		struct remarks rs = { 0 };
		struct findings found = { .remarks = &rs };

		t.number++;
		if (str_starts(line, STR("#")))
			continue;
		t.code = field(&line);
		if (faults) {
			t.place = field(&line);
			read_place(&t);
		}
		t.text = field(&line);
		t.options = field(&line);
		buf_clear(&text);
		unescape(t.text, &text);
		proofread(s, buf_str(&text), t.options, &found);
		if (faults)
			judge_fault(s, &t, &found);
		else
			judge_clean(s, &t, &found);
		findings_free(&found);
		remarks_free(&rs);
	}
	buf_free(&raw);
	buf_free(&text);
}

/* Proofreads a report of clean prose. */
static void
read_prose(struct score *s, const char *path)
{
	struct buf text = { 0 };
	struct remarks rs = { 0 };
	struct findings found = { .remarks = &rs };
	uint32_t c;
	size_t i, n;

	io_read(path, &text);
	for (i = 0; i < text.n && (n = utf8_next(buf_str(&text), i, &c)) != 0;
	     i += n)
		s->characters += utf8_chinese(c);
	proofread(s, buf_str(&text), STR(""), &found);
	for (i = 0; i < found.n; i++) {
		const struct finding *f = &found.list[i];

		if (f->rule->level == LEVEL_NOTE)
			continue;
		tally(s, str_of(f->rule->code))->prose++;
		if (s->verbose)
			printf("FALSE %s:%zu:%zu: %s [%s]\n", path,
			    f->spot.at.line, f->spot.at.column, f->message.p,
			    f->rule->code);
	}
	findings_free(&found);
	remarks_free(&rs);
	buf_free(&text);
}

static double
percent(size_t part, size_t whole)
{
	return whole == 0 ? 0 : 100.0 * (double)part / (double)whole;
}

static void
row(const struct tally *t)
{
	printf("%-14s %6zu %6zu %7.1f %6zu %6zu %6zu %6zu\n", t->code,
	    t->faults, t->caught, percent(t->caught, t->faults), t->other,
	    t->clean, t->alarms, t->prose);
}

/* Prints the table; returns the exit status. */
static int
report(const struct score *s)
{
	struct tally sum = { .code = "total" };
	double recall, alarms, prose;
	size_t i;

	printf("%-14s %6s %6s %7s %6s %6s %6s %6s\n", "rule", "faults",
	    "caught", "recall%", "other", "clean", "false", "prose");
	for (i = 0; i < s->n; i++) {
		row(&s->rules[i]);
		sum.faults += s->rules[i].faults;
		sum.caught += s->rules[i].caught;
		sum.other += s->rules[i].other;
		sum.clean += s->rules[i].clean;
		sum.alarms += s->rules[i].alarms;
		sum.prose += s->rules[i].prose;
	}
	row(&sum);
	recall = percent(sum.caught, sum.faults);
	alarms = percent(s->alarmed, sum.clean);
	prose = percent(sum.prose, s->characters) * 100;
	printf("recall %.2f %%; false alarms in %.2f %% of %zu clean cases, "
	       "and %.2f in 10,000 of %zu characters of clean prose\n",
	    recall, alarms, sum.clean, prose, s->characters);
	return recall >= 97 && alarms <= 1 && prose <= 1 ? 0 : 1;
}

static _Noreturn void
usage(void)
{
	fputs("usage: score [-v] [-r RULES] [-w TERMS] FAULTS CLEAN "
	      "[PROSE ...]\n",
	    stderr);
	_exit(2);
}

int
main(int argc, char **argv)
{
	struct score s = { 0 };
	struct diag d = { .to = stderr };
	int c, i, status;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "r:vw:")) != -1) {
		if (c == 'v')
			s.verbose = true;
		else if (!office_option(&s.office, &d, c, optarg))
			usage();
	}
	if (argc - optind < 2)
		usage();
	read_set(&s, argv[optind], true);
	read_set(&s, argv[optind + 1], false);
	for (i = optind + 2; i < argc; i++)
		read_prose(&s, argv[i]);
	status = report(&s);
	free(s.rules);
	office_free(&s.office);
	return status != 0 || diag_failed(&d);
}

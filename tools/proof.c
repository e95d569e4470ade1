/* proof: proofreads a report */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "office.h"
#include "proof.h"
#include "source.h"
#include "stage.h"

static _Noreturn void
usage(void)
{
	fputs("usage: proof [-W] [-e EDITION] [-F FACTS] [-i RULE] [-r RULES] "
	      "[-t SHEET]\n"
	      "             [-w TERMS] [FILE ... | -f LIST -s DIR]\n",
	    stderr);
	_exit(2);
}

/* Silences the rules that -i names; there must be such a rule. */
static void
ignore(struct findings *found, char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct rule *rule = findings_rule(found, str_of(names[i]));

		if (rule != NULL)
			rule->off = true;
		else
			die("there is no rule %s", names[i]);
	}
}

/* Starts with the program's rules and the office's, less those that -i
 * names. */
static struct proof *
begin(struct proofing *p, struct office *office, struct diag *d,
    char *const *ignored, size_t n)
{
	struct proof *pr;

	p->rules = &office->rules;
	p->terms = &office->terms;
	pr = proof_new(p);
	office_levels(office, d, p->findings);
	ignore(p->findings, ignored, n);
	return pr;
}

static void
tell(const struct findings *found, struct diag *d)
{
	size_t i;

	for (i = 0; i < found->n; i++)
		diag_say(d, found->list[i].spot.at, found->list[i].rule->level,
		    found->list[i].rule->code, "%s", found->list[i].message.p);
	if (fflush(stdout) != 0)
		die_errno("cannot write standard output");
}

/* Proofreads all texts. */
static void
read_all(const struct stage *st, struct proof *pr, struct diag *d)
{
	struct buf path = { 0 }, raw = { 0 }, room = { 0 };
	size_t i;

	for (i = 0; i < st->n; i++) {
		buf_clear(&path);
		buf_clear(&raw);
		buf_clear(&room);
		stage_source(st, i, &path);
		io_read(path.p, &raw);
		proof_add(pr, st->paths[i],
		    source_text(
			buf_str(&raw), SOURCE_STAGE, st->paths[i], d, &room));
	}
	buf_free(&path);
	buf_free(&raw);
	buf_free(&room);
	proof_end(pr);
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stdout };
	struct stage st = { 0 };
	struct facts fs = { 0 };
	struct remarks rs = { 0 };
	struct findings found = { .remarks = &rs };
	struct proofing p = { .findings = &found, .facts = &fs };
	struct office office = { 0 };
	struct proof *pr = NULL;
	char **ignored = NULL;
	size_t ignored_n = 0;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "e:F:f:i:r:s:t:w:W")) != -1) {
		if (c == 'F')
			facts_read(&fs, optarg);
		else if (c == 'e')
			p.edition = optarg;
		else if (c == 'i') {
			ignored =
			    mem_more(ignored, ignored_n, sizeof(*ignored));
			ignored[ignored_n++] = optarg;
		} else if (!office_option(&office, &d, c, optarg) &&
			   !stage_option(&st, &d, c, optarg))
			usage();
	}
	stage_open(&st, argv + optind, argc - optind);
	pr = begin(&p, &office, &d, ignored, ignored_n);
	free(ignored);
	read_all(&st, pr, &d);
	tell(&found, &d);
	proof_free(pr);
	findings_free(&found);
	remarks_free(&rs);
	office_free(&office);
	stage_free(&st);
	facts_free(&fs);
	return diag_status(&d);
}

/* fix: corrects in the author's files what is certain */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "fix.h"
#include "io.h"
#include "lang.h"
#include "linediff.h"
#include "proofopts.h"
#include "source.h"
#include "stage.h"

enum { ROUNDS = 8 }; /* of corrections that give rise to others */

static _Noreturn void
usage(void)
{
	fputs("usage: fix [-nW] [-e EDITION] [-F FACTS] [-i RULE] [-r RULES]\n"
	      "           [-t SHEET] [-w TERMS] FILE ... | -f LIST\n",
	    stderr);
	_exit(2);
}

/* A file, as it stands and as it will. */
struct text {
	struct buf raw, now, next;
	size_t made; /* corrections */
	bool left; /* as it is, whatever is found in it */
	bool changed; /* in the last round */
};

/* Says whether the file is UTF-8 and without a fault, so that every column is
 * a character of it; reports what is not. */
static bool
is_sound(const char *path, struct str raw, struct diag *d)
{
	struct diag seen = { .to = NULL };
	struct buf room = { 0 };

	source_text(raw, SOURCE_AUTHOR, path, &seen, &room);
	buf_clear(&room);
	if (seen.counts[LEVEL_ERROR] != 0)
		source_text(raw, SOURCE_AUTHOR, path, d, &room);
	else if (seen.counts[LEVEL_WARNING] != 0)
		diag_say(d, (struct place){ path, 0, 0 }, LEVEL_WARNING,
		    "encoding",
		    "not UTF-8, and left as it is; save the file as UTF-8 "
		    "first");
	buf_free(&room);
	return seen.counts[LEVEL_ERROR] + seen.counts[LEVEL_WARNING] == 0;
}

static struct text *
read_all(const struct stage *st, struct diag *d)
{
	struct text *texts = mem_alloc((st->n + 1) * sizeof(*texts));
	size_t i;

	for (i = 0; i < st->n; i++) {
		if (strcmp(st->paths[i], "-") == 0)
			die("standard input cannot be corrected; give files");
		io_read(st->paths[i], &texts[i].raw);
		buf_adds(&texts[i].now, buf_str(&texts[i].raw));
		texts[i].left =
		    !is_sound(st->paths[i], buf_str(&texts[i].raw), d);
	}
	return texts;
}

/* Proofreads the texts as they are now. */
static void
proofread(const struct stage *st, const struct text *texts,
    const struct proofopts *o, struct diag *d, struct proofrun *run)
{
	struct diag silent = { .to = NULL };
	struct buf room = { 0 };
	size_t i;

	proofrun_begin(run, o, d);
	for (i = 0; i < st->n; i++) {
		buf_clear(&room);
		proof_add(run->proof, st->paths[i],
		    source_text(buf_str(&texts[i].now), SOURCE_AUTHOR,
			st->paths[i], &silent, &room));
	}
	proof_end(run->proof);
	buf_free(&room);
}

/* Makes the corrections that were found; says how many. */
static size_t
correct(const struct stage *st, struct text *texts, const struct findings *f)
{
	size_t i, first, end = 0, made, sum = 0;

	for (i = 0; i < st->n; i++) {
		struct text *t = &texts[i];

		for (first = end; end < f->n && f->list[end].spot.section == i;)
			end++;
		t->changed = false;
		if (t->left)
			continue;
		buf_clear(&t->next);
		made = fix_apply(
		    buf_str(&t->now), f->list + first, end - first, &t->next);
		t->made += made;
		if (made != 0) {
			struct buf old = t->now;

			t->now = t->next;
			t->next = old;
			t->changed = true;
		}
		sum += made;
	}
	return sum;
}

/* Gives up on the texts whose corrections only undo each other, so that a
 * second run changes nothing, either. */
static void
give_up(const struct stage *st, struct text *texts, struct diag *d)
{
	size_t i;

	for (i = 0; i < st->n; i++) {
		struct text *t = &texts[i];

		if (!t->changed)
			continue;
		diag_say(d, (struct place){ st->paths[i], 0, 0 }, LEVEL_ERROR,
		    "fix",
		    "its corrections give rise to others without end, and it "
		    "is left as it is; look at the safe rules");
		t->left = true;
		t->made = 0;
		buf_clear(&t->now);
		buf_adds(&t->now, buf_str(&t->raw));
	}
}

/* Corrects the texts until nothing certain is found; returns what is left to
 * find. */
static size_t
fix_all(const struct stage *st, struct text *texts, const struct proofopts *o,
    struct diag *d)
{
	struct diag silent = { .to = NULL };
	size_t round, made, left;

	for (round = 0;; round++) {
		struct proofrun run = { 0 };

		/* what is wrong in the sheet is told once */
		proofread(st, texts, o, round == 0 ? d : &silent, &run);
		made = correct(st, texts, &run.findings);
		left = run.findings.n;
		proofrun_free(&run);
		if (made == 0)
			return left;
		if (round == ROUNDS) {
			give_up(st, texts, d);
			return left;
		}
	}
}

/* Shows the changes, and then makes them unless they are only shown; returns
 * how many corrections they are. */
static size_t
write_all(const struct stage *st, const struct text *texts, bool show)
{
	struct buf diff = { 0 };
	size_t i, made = 0;

	for (i = 0; i < st->n; i++)
		linediff_put(st->paths[i], buf_str(&texts[i].raw),
		    buf_str(&texts[i].now), &diff);
	io_output(NULL, buf_str(&diff));
	buf_free(&diff);
	for (i = 0; i < st->n && !show; i++)
		if (!str_equal(buf_str(&texts[i].raw), buf_str(&texts[i].now)))
			io_replace(st->paths[i], buf_str(&texts[i].raw),
			    buf_str(&texts[i].now));
	for (i = 0; i < st->n; i++)
		made += texts[i].made;
	return made;
}

static void
free_all(struct stage *st, struct text *texts)
{
	size_t i;

	for (i = 0; i < st->n; i++) {
		buf_free(&texts[i].raw);
		buf_free(&texts[i].now);
		buf_free(&texts[i].next);
	}
	free(texts);
	stage_free(st);
}

int
main(int argc, char **argv)
{
	struct diag d = { .to = stderr };
	struct stage st = { 0 };
	struct proofopts o = { 0 };
	struct text *texts;
	size_t made, left;
	bool show = false;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, PROOFOPTS "f:nW")) != -1) {
		if (c == 'n')
			show = true;
		else if (!proofopts_take(&o, c, optarg) &&
			 !stage_option(&st, &d, c, optarg))
			usage();
	}
	if (st.list == NULL && optind == argc)
		usage();
	stage_open(&st, argv + optind, argc - optind);
	proofopts_read(&o, &d);
	texts = read_all(&st, &d);
	left = fix_all(&st, texts, &o, &d);
	made = write_all(&st, texts, show);
	if (made + left != 0)
		fprintf(stderr,
		    lang_text(
			show ? "fix: can be corrected: %zu; left for you: %zu\n"
			     : "fix: corrected: %zu; left for you: %zu\n"),
		    made, left);
	free_all(&st, texts);
	proofopts_free(&o);
	return diag_status(&d);
}

/*
 * rounds: takes the place of a program's main, and runs it in a child of its
 * own once for each call that can fail
 *
 * A run without a fault says first what is right. Then, with a call that
 * fails, the program either does the same, to the byte, or ends with 2 and a
 * message: every file is then as before or as it is to be, nothing is left
 * behind, and the next run, without a fault, does what is right.
 *
 * INJECT       memory, files or short
 * INJECT_STEP  tries each n-th call
 * INJECT_AT    tries this call alone; with INJECT_TRACE says who made it
 * INJECT_SAID  a folder for what the program says
 * INJECT_LOOSE files below this folder may be neither old nor new: they are
 *              made again by the next run
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "inject.h"

enum { SECONDS = 60, TEXT_MAX = 1 << 20 };

typedef int main_function(int, char **, char **);

static struct program {
	main_function *main;
	int argc;
	char **argv, **env;
	const char *said, *loose;
} program;

/* What a run came to. */
struct outcome {
	int status; /* as of wait */
	struct tree tree;
	char *out, *err;
};

static long wrongs;

static void
redirect(const char *name, int fd)
{
	char path[4096];
	int file;

	snprintf(path, sizeof(path), "%s/%s", program.said, name);
	file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0666);
	if (file < 0 || dup2(file, fd) < 0)
		abort();
	close(file);
}

static char *
text_of(const char *name)
{
	char path[4096], *text = calloc(1, TEXT_MAX);
	int fd;

	snprintf(path, sizeof(path), "%s/%s", program.said, name);
	fd = open(path, O_RDONLY);
	if (fd < 0 || read(fd, text, TEXT_MAX - 1) < 0)
		abort();
	close(fd);
	return text;
}

/* Runs the program with call number `at` failing. */
static struct outcome
run(struct inject_state *s, long at)
{
	struct outcome o = { .status = 0 };
	pid_t child;

	s->at = at;
	s->calls = 0;
	s->reached = false;
	lseek(STDIN_FILENO, 0, SEEK_SET);
	fflush(stdout); /* or the child says it again */
	child = fork();
	if (child == 0) {
		redirect("out", STDOUT_FILENO);
		redirect("err", STDERR_FILENO);
		alarm(SECONDS);
		inject_state = s;
		exit(program.main(program.argc, program.argv, program.env));
	}
	if (child < 0 || waitpid(child, &o.status, 0) != child)
		abort();
	tree_read(&o.tree);
	o.out = text_of("out");
	o.err = text_of("err");
	return o;
}

static void
outcome_free(struct outcome *o)
{
	tree_free(&o->tree);
	free(o->out);
	free(o->err);
}

static void
wrong(long at, const char *what, const char *more)
{
	printf("%s %s: call %ld: %s%s\n", program_invocation_short_name,
	    getenv("INJECT"), at, what, more);
	wrongs++;
}

/* A memo holds times (memo.h), which are never the same. */
static bool
same(const char *path, const struct entry *a, const struct entry *b)
{
	const char *slash = strrchr(path, '/');

	if (slash != NULL && strcmp(slash, "/.memo") == 0)
		return true;
	return entry_same(a, b);
}

/* Every file is as before or as it is to be. */
static void
judge_files(long at, const struct tree *now, const struct tree *before,
    const struct tree *after)
{
	const struct tree *all[] = { now, before };
	size_t i, j;

	for (j = 0; j < 2; j++)
		for (i = 0; i < all[j]->n; i++) {
			const char *path = all[j]->list[i].path;
			const struct entry *e = tree_find(now, path);

			if (!same(path, e, tree_find(before, path)) &&
			    !same(path, e, tree_find(after, path)) &&
			    (*program.loose == '\0' ||
				strncmp(path + 2, program.loose,
				    strlen(program.loose)) != 0))
				wrong(at, "neither old nor new: ", path);
		}
}

static const char *
first_other(const struct tree *a, const struct tree *b)
{
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++)
		if (strcmp(a->list[i].path, b->list[i].path) != 0 ||
		    !same(a->list[i].path, &a->list[i], &b->list[i]))
			return a->list[i].path;
	return i < a->n ? a->list[i].path : i < b->n ? b->list[i].path : NULL;
}

static bool
same_trees(const struct tree *a, const struct tree *b)
{
	return first_other(a, b) == NULL;
}

/* The last line on standard error names the program that ends, and where there
 * was no memory says so; but what iconv_open lacked memory for it calls an
 * invalid argument. */
static bool
says_why(const char *err)
{
	size_t n = strlen(err), name;
	const char *line;

	if (n == 0 || err[n - 1] != '\n')
		return false;
	line = memrchr(err, '\n', n - 1);
	line = line != NULL ? line + 1 : err;
	name = strspn(line, "abcdefghijklmnopqrstuvwxyz-");
	return name != 0 && strncmp(line + name, ": ", 2) == 0 &&
	       (strcmp(getenv("INJECT"), "memory") != 0 ||
		   strstr(line, "memory") != NULL ||
		   strstr(line, "cannot convert from") != NULL);
}

/* The program gave up: says whether it did so as it should. */
static void
judge_refusal(struct inject_state *s, long at, const struct outcome *o,
    const struct outcome *right, const struct tree *before)
{
	struct outcome next;

	if (!says_why(o->err))
		wrong(at, "exit 2 without its reason: ", o->err);
	if (strncmp(o->out, right->out, strlen(o->out)) != 0)
		wrong(at, "exit 2, and other text on standard output", "");
	judge_files(at, &o->tree, before, &right->tree);
	next = run(s, 0);
	if (next.status != right->status ||
	    !same_trees(&next.tree, &right->tree))
		wrong(at,
		    "the next run is not as one from the start: ", next.err);
	tree_restore(&next.tree, before);
	outcome_free(&next);
}

/* The program went on: all must be as without the fault. */
static void
judge_survival(long at, const struct outcome *o, const struct outcome *right)
{
	if (o->status != right->status)
		wrong(at, "another exit: ", o->err);
	else if (!same_trees(&o->tree, &right->tree))
		wrong(at,
		    "another product: ", first_other(&o->tree, &right->tree));
	else if (strcmp(o->out, right->out) != 0)
		wrong(at, "other text on standard output", "");
	else if (getenv("INJECT_TRACE") == NULL &&
		 strcmp(o->err, right->err) != 0)
		wrong(at, "other messages: ", o->err);
}

/* Tries call number `at`; false where the program ends before it. */
static bool
try(struct inject_state *s, long at, const struct outcome *right,
    const struct tree *before, long counts[2])
{
	struct outcome o = run(s, at);
	bool reached = s->reached, refused;

	if (getenv("INJECT_TRACE") != NULL)
		fputs(o.err, stdout);
	refused = WIFEXITED(o.status) && WEXITSTATUS(o.status) == 2;
	if (WIFSIGNALED(o.status))
		wrong(at, "crash: ", strsignal(WTERMSIG(o.status)));
	else if (refused && reached)
		judge_refusal(s, at, &o, right, before);
	else
		judge_survival(at, &o, right);
	if (!refused || !reached)
		tree_restore(&o.tree, before);
	if (reached)
		counts[refused]++;
	outcome_free(&o);
	return reached;
}

static int
rounds(struct inject_state *s)
{
	const char *step = getenv("INJECT_STEP"), *only = getenv("INJECT_AT");
	long counts[2] = { 0, 0 }, at, n = step != NULL ? atol(step) : 1;
	struct tree before;
	struct outcome right;

	tree_read(&before);
	right = run(s, 0);
	tree_restore(&right.tree, &before);
	if (only != NULL)
		try(s, atol(only), &right, &before, counts);
	else
		for (at = 1; try(s, at, &right, &before, counts);)
			at += n;
	printf("%-9s %-6s exit %d: %ld calls failed, %ld ended it, it survived "
	       "%ld, %ld wrong\n",
	    program_invocation_short_name, getenv("INJECT"),
	    WEXITSTATUS(right.status), counts[0] + counts[1], counts[1],
	    counts[0], wrongs);
	tree_free(&before);
	outcome_free(&right);
	fflush(stdout);
	return wrongs != 0;
}

static int
try_all(int argc, char **argv, char **env)
{
	const char *kind = getenv("INJECT");
	struct inject_state *s;

	program.argc = argc;
	program.argv = argv;
	program.env = env;
	if (kind == NULL)
		return program.main(argc, argv, env);
	unsetenv("LD_PRELOAD");
	program.said = getenv("INJECT_SAID");
	program.loose = getenv("INJECT_LOOSE");
	if (program.loose == NULL)
		program.loose = "";
	s = mmap(NULL, sizeof(*s), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (program.said == NULL || s == MAP_FAILED)
		abort();
	s->kind = kind[0] == 'm'   ? INJECT_MEMORY
		  : kind[0] == 'f' ? INJECT_FILES
				   : INJECT_SHORT;
	_exit(rounds(s));
}

/* What the C library calls first: the program's main becomes ours. */
int __libc_start_main(main_function *main, int argc, char **argv,
    main_function *begin, void (*end)(void), void (*unload)(void), void *stack);
int
__libc_start_main(main_function *main, int argc, char **argv,
    main_function *begin, void (*end)(void), void (*unload)(void), void *stack)
{
	program.main = main;
	return ((__typeof__(&__libc_start_main))dlsym(
	    RTLD_NEXT, "__libc_start_main"))(
	    try_all, argc, argv, begin, end, unload, stack);
}

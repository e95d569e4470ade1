/* gitread: objects of a git repository, through one `git cat-file --batch` */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "die.h"
#include "gitread.h"

struct gitread {
	pid_t pid;
	FILE *to, *from;
};

/* Becomes git, with its ends of the pipes as its streams. */
static _Noreturn void
become_git(const char *folder, int in, int out)
{
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0)
		_exit(126);
	execlp("git", "git", "-C", folder, "cat-file", "--batch", (char *)NULL);
	_exit(127);
}

struct gitread *
gitread_open(const char *folder)
{
	struct gitread *g = mem_alloc(sizeof(*g));
	int ask[2], answer[2];

	signal(SIGPIPE, SIG_IGN); /* told by the write */
	if (pipe(ask) != 0 || pipe(answer) != 0)
		die_errno("cannot start git");
	g->pid = fork();
	if (g->pid < 0)
		die_errno("cannot start git");
	if (g->pid == 0) {
		close(ask[1]);
		close(answer[0]);
		become_git(folder, ask[0], answer[1]);
	}
	close(ask[0]);
	close(answer[1]);
	g->to = fdopen(ask[1], "w");
	g->from = fdopen(answer[0], "r");
	if (g->to == NULL || g->from == NULL)
		die_errno("cannot start git");
	return g;
}

static _Noreturn void
broken(void)
{
	die("git cat-file --batch ended, or answered what it should not");
}

/* Reads git's line about an object: ID TYPE SIZE; NULL where it has none of
 * that name. */
static char *
read_head(struct gitread *g, struct buf *line)
{
	int c;

	while ((c = getc(g->from)) != EOF && c != '\n')
		buf_addc(line, (char)c);
	if (c == EOF)
		broken();
	return str_ends(buf_str(line), STR(" missing")) ? NULL
							: strchr(line->p, ' ');
}

static void
read_data(struct gitread *g, size_t n, struct buf *data)
{
	buf_reserve(data, n);
	if (fread(data->p + data->n, 1, n, g->from) != n ||
	    getc(g->from) != '\n')
		broken();
	data->n += n;
	data->p[data->n] = '\0';
}

enum gitread_type
gitread_get(
    struct gitread *g, struct str name, struct buf *id, struct buf *data)
{
	enum gitread_type type = GITREAD_NONE;
	struct buf line = { 0 };
	char *p, *end;
	unsigned long long n;

	buf_clear(id);
	buf_clear(data);
	if (fwrite(name.p, 1, name.n, g->to) != name.n ||
	    putc('\n', g->to) == EOF || fflush(g->to) != 0)
		broken();
	p = read_head(g, &line);
	if (p != NULL) {
		buf_add(id, line.p, (size_t)(p - line.p));
		type = strncmp(p, " tree ", 6) == 0   ? GITREAD_TREE
		       : strncmp(p, " blob ", 6) == 0 ? GITREAD_BLOB
						      : GITREAD_OTHER;
		p = strrchr(p, ' ');
		errno = 0;
		n = strtoull(p + 1, &end, 10);
		if (errno != 0 || end == p + 1 || *end != '\0')
			broken();
		read_data(g, (size_t)n, data);
	}
	buf_free(&line);
	return type;
}

bool
gitread_next(struct str *tree, size_t id_n, struct gitread_entry *e)
{
	static const char digits[] = "0123456789abcdef";
	size_t blank = str_find(*tree, STR(" "), 0), nul, i;
	struct str mode;

	if (blank == (size_t)-1)
		return false;
	nul = str_find(*tree, (struct str){ "", 1 }, blank);
	if (nul == (size_t)-1 || tree->n - nul - 1 < id_n / 2)
		return false;
	mode = str_cut(*tree, 0, blank);
	e->folder = str_equal(mode, STR("40000"));
	e->file = str_starts(mode, STR("100"));
	e->name = str_cut(*tree, blank + 1, nul - blank - 1);
	buf_clear(&e->id);
	for (i = nul + 1; i <= nul + id_n / 2; i++) {
		buf_addc(&e->id, digits[(unsigned char)tree->p[i] >> 4]);
		buf_addc(&e->id, digits[(unsigned char)tree->p[i] & 15]);
	}
	*tree = str_from(*tree, i);
	return true;
}

void
gitread_close(struct gitread *g)
{
	int status;

	if (g == NULL)
		return;
	fclose(g->to);
	fclose(g->from);
	while (waitpid(g->pid, &status, 0) < 0 && errno == EINTR)
		;
	free(g);
}

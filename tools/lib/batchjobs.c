/* batchjobs: the processes of a batch, and how far they are */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "batchjobs.h"
#include "batchlock.h"
#include "die.h"
#include "lang.h"

struct jobs {
	struct batchwork *w;
	const char *folder;
	long n;
	pid_t *pids; /* 0 for those that ended */
	struct timespec begun;
};

static double
seconds_since(const struct timespec *begun)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - begun->tv_sec) +
	       (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

/* How far the batch is, in one line of the terminal. */
static void
show_progress(const struct jobs *b)
{
	size_t done = batchturns_done(b->w->turns);
	double passed = seconds_since(&b->begun);
	double rate = passed > 0 ? (double)done / passed : 0;

	if (rate > 0)
		fprintf(stderr, lang_text("%s%zu/%zu  %.0f/s  %.0f s left"),
		    "\r\033[K", done, b->w->rows->rows, rate,
		    (double)(b->w->rows->rows - done) / rate);
}

static void
stop_all(struct jobs *b)
{
	long i;

	for (i = 0; i < b->n; i++)
		if (b->pids[i] > 0)
			kill(b->pids[i], SIGKILL);
	for (i = 0; i < b->n; i++)
		if (b->pids[i] > 0)
			waitpid(b->pids[i], NULL, 0);
}

/* Takes leave of a process that ended; one that failed ends all. */
static void
ended(struct jobs *b, pid_t pid, int status)
{
	long i;

	for (i = 0; i < b->n; i++)
		if (b->pids[i] == pid)
			b->pids[i] = 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return;
	stop_all(b);
	if (WIFSIGNALED(status))
		die("a process of the batch was ended by signal %d; run it "
		    "again, and it goes on",
		    WTERMSIG(status));
	exit(2); /* it said why */
}

/* Waits for the next process to end, or for the time to show the progress. */
static void
wait_a_while(const struct jobs *b)
{
	struct timespec pause = { 0, 250000000 };
	sigset_t child;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigtimedwait(&child, NULL, &pause);
	show_progress(b);
}

static void
wait_for_all(struct jobs *b)
{
	long left = b->n;
	int status;
	pid_t pid;

	while (left > 0) {
		pid = waitpid(-1, &status, b->w->terminal ? WNOHANG : 0);
		if (pid > 0) {
			left--;
			ended(b, pid, status);
		} else if (pid == 0) {
			wait_a_while(b);
		} else if (errno != EINTR) {
			die_errno("cannot wait for the processes of the batch");
		}
	}
	if (b->w->terminal)
		fputs("\r\033[K", stderr);
}

static void
start_all(struct jobs *b)
{
	pid_t parent = getpid();
	sigset_t child;
	long i;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	if (b->w->terminal)
		sigprocmask(SIG_BLOCK, &child, NULL);
	fflush(stderr);
	for (i = 0; i < b->n; i++) {
		b->pids[i] = fork();
		if (b->pids[i] < 0) {
			stop_all(b);
			die_errno("cannot start a process");
		}
		if (b->pids[i] == 0) {
			batchlock_hold(b->folder, i);
			batchwork_run(b->w, parent);
			_exit(0);
		}
	}
}

void
batchjobs_run(struct batchwork *w, const char *folder, long n)
{
	struct jobs b = { .w = w, .folder = folder, .n = n };

	b.pids = mem_alloc((size_t)n * sizeof(*b.pids));
	clock_gettime(CLOCK_MONOTONIC, &b.begun);
	start_all(&b);
	wait_for_all(&b);
	free(b.pids);
}

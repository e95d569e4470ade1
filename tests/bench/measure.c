/*
 * measure: what a command costs
 *
 * Appends a line to a file: a name, wall time and processor time (user and
 * system, with children) in milliseconds, and the peak memory in KiB of the
 * process that had most. Ends as the command does.
 */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
milliseconds(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int
main(int argc, char **argv)
{
	struct rusage used;
	double start, wall;
	int status;
	pid_t pid;
	FILE *f;

	if (argc < 4) {
		fputs(
		    "usage: measure RESULTS NAME COMMAND [WORD ...]\n", stderr);
		return 2;
	}
	start = now();
	if ((pid = fork()) == 0) {
		execvp(argv[3], argv + 3);
		perror(argv[3]);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid) {
		perror("measure");
		return 2;
	}
	wall = now() - start;
	if (!WIFEXITED(status))
		return 2;
	if (WEXITSTATUS(status) != 0)
		return WEXITSTATUS(status);
	getrusage(RUSAGE_CHILDREN, &used);
	f = fopen(argv[1], "a");
	if (f == NULL ||
	    fprintf(f, "%s\t%.3f\t%.3f\t%ld\n", argv[2], wall,
		milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
		used.ru_maxrss) < 0 ||
	    fclose(f) != 0) {
		perror(argv[1]);
		return 2;
	}
	return 0;
}

/* inject: a program run again and again, each time with one call that fails */
#ifndef INJECT_H
#define INJECT_H

#include <stdbool.h>
#include <stddef.h>

/* What is made to fail: an allocation; a call on a file; or a read or write,
 * which does not fail but takes only one byte. */
enum inject { INJECT_MEMORY, INJECT_FILES, INJECT_SHORT };

/* Shared with the process under trial and all that it forks. */
struct inject_state {
	enum inject kind;
	long at; /* the number of the call that is to fail; 0 is none */
	long calls;
	bool reached;
};

/* NULL until a trial begins, so that nothing of what loads a program counts. */
extern struct inject_state *inject_state;

/* A file below the folder of a trial; a link has its target as its bytes. */
struct entry {
	char *path, *bytes;
	size_t n;
	char kind; /* 'f', 'l' or, without bytes, 'd' */
};

struct tree {
	struct entry *list;
	size_t n;
};

/* Reads all files below the working folder, by name; aborts where it cannot. */
void tree_read(struct tree *t);
/* Finds the entry with that path; NULL where there is none. */
const struct entry *tree_find(const struct tree *t, const char *path);
/* Says whether both are there and hold the same, or neither is there. */
bool entry_same(const struct entry *a, const struct entry *b);
/* Makes the working folder, which holds now, hold what want does. */
void tree_restore(const struct tree *now, const struct tree *want);
void tree_free(struct tree *t);

#endif

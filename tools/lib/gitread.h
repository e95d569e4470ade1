/* gitread: objects of a git repository, through one `git cat-file --batch` */
#ifndef GITREAD_H
#define GITREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum gitread_type { GITREAD_NONE, GITREAD_TREE, GITREAD_BLOB, GITREAD_OTHER };

/* An entry of a tree; views of it. */
struct gitread_entry {
	struct str name;
	struct buf id; /* hexadecimal */
	bool folder, file; /* a link is neither */
};

struct gitread;

/* Starts git in the repository that folder lies in; gitread_close ends it. Dies
 * where git cannot be started. */
struct gitread *gitread_open(const char *folder);
/* Reads the object of a name as git knows it, without a line feed, such as
 * COMMIT:FOLDER, in place of what *data holds, and its id; GITREAD_NONE where
 * there is none of that name. */
enum gitread_type gitread_get(
    struct gitread *g, struct str name, struct buf *id, struct buf *data);
/* Takes the first entry off what is left of a tree's data; false at its end.
 * The id is of id_n digits, as that of the tree. */
bool gitread_next(struct str *tree, size_t id_n, struct gitread_entry *e);
void gitread_close(struct gitread *g);

#endif

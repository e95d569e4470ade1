/* memo: what the files in a folder of products were made from, by content */
#ifndef MEMO_H
#define MEMO_H

#include <stdbool.h>

#include "str.h"

/* A folder's memo; starts as { 0 }. */
struct memo {
	struct buf path, old, next, line;
	struct str *lines; /* of old, in their order */
	size_t n, at;
	bool opened; /* the folder's file no longer stands */
};

/* Reads the memo of the folder; key names all that the products share, and a
 * memo with another key says nothing. */
void memo_read(struct memo *m, const char *folder, struct str key);
/* Says whether the product at path, of that name, is the very file that was
 * made from the content with that hash; to be asked in the order of the last
 * run, others are made again. */
bool memo_stands(
    struct memo *m, struct str name, struct str hash, const char *path);
/* To be called before any product changes: a run that is killed leaves no
 * memo, so that all is made again. */
void memo_void(struct memo *m);
/* Notes a product that now stands at path. */
void memo_note(
    struct memo *m, struct str name, struct str hash, const char *path);
/* Writes the memo if it changed. */
void memo_save(struct memo *m);
void memo_free(struct memo *m);

#endif

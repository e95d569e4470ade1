/* unfinished: files that are taken away where the program ends before what
 * they belong to is whole */
#ifndef UNFINISHED_H
#define UNFINISHED_H

/* Remembers a copy of the path of what is to be made; what may stand there by
 * then is another's. */
void unfinished_plan(const char *path);
/* Has a planned file, or folder if it is empty by then, removed when this
 * process ends; the last one planned goes first. Needs no memory. */
void unfinished_made(const char *path);
/* Lets a file stay after all; does nothing where it was not planned. */
void unfinished_keep(const char *path);
/* Lets all of them stay. */
void unfinished_keep_all(void);

#endif

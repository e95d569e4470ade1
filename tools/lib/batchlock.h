/* batchlock: one batch at a time in a folder, with all its processes */
#ifndef BATCHLOCK_H
#define BATCHLOCK_H

/* Waits until no other batch works in the folder, nor a process that one left
 * behind when it was killed, and keeps others out until this program ends. */
void batchlock_take(const char *folder);
/* Keeps them out until this process ends, as its number i, from 0. */
void batchlock_hold(const char *folder, long i);

#endif

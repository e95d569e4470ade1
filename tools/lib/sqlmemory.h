/* sqlmemory: memory for SQLite, as that of all others: there is some, or the
 * program ends */
#ifndef SQLMEMORY_H
#define SQLMEMORY_H

/* Has SQLite take its memory by mem_resize; called before all else of it. What
 * it calls out of memory from then on is a limit of its own. */
void sqlmemory_use(void);

#endif

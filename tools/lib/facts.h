/*
 * facts: the named values of a report, as facts.tsv hands them on
 *
 * A line of the file is a fact: its name, its state, the text that shows, and
 * where it was defined (path:line:column), parted by tabs.
 */
#ifndef FACTS_H
#define FACTS_H

#include "diag.h"
#include "str.h"

enum fact_state {
	FACT_VALUE, /* shown through the placeholder's format */
	FACT_MASK, /* shown as it is: the edition hides the value */
	FACT_ERROR, /* its definition has a fault that was reported */
};

/* One fact; its views last as long as the set. */
struct fact {
	struct str name, shown, origin;
	enum fact_state state;
	bool used;
};

/* A set of facts, in the order of their definitions; starts as { 0 }. */
struct facts {
	struct fact *list;
	size_t n;
	size_t *slots, slots_n;
	struct buf *kept; /* the texts that the views point into */
	size_t kept_n;
};

/* Adds a fact and gives it back; its texts must last as long as the set. */
struct fact *facts_add(struct facts *fs, struct fact f);
/* The fact of that name, or NULL; good until the next facts_add. */
struct fact *facts_find(const struct facts *fs, struct str name);
/* Reads the text of a facts.tsv, which must last as long as the set; false
 * when it is none. */
bool facts_parse(struct facts *fs, struct str tsv);
/* Reads the facts.tsv at path, with the texts kept by the set; dies when it
 * cannot, or when the file is none. */
void facts_read(struct facts *fs, const char *path);
/* Adds the set as the text of a facts.tsv. */
void facts_write(const struct facts *fs, struct buf *out);
/* Adds " (did you mean A or B?)" with the names nearest to name, if any are
 * near: within a third of its characters, by edits (Levenshtein 1966). */
void facts_nearest(const struct facts *fs, struct str name, struct buf *out);
/* Frees the set. */
void facts_free(struct facts *fs);

#endif

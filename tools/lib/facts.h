/*
 * facts: the named values of a report, as facts.tsv hands them on
 *
 * A line of the file is a fact: its name, its state, the text that shows, where
 * it was defined (path:line:column), and the word `used` if a formula or a
 * check uses it, parted by tabs.
 */
#ifndef FACTS_H
#define FACTS_H

#include "diag.h"
#include "str.h"

struct formula;

enum fact_state {
	FACT_VALUE, /* shown through the placeholder's format */
	FACT_MASK, /* shown as it is: the edition hides the value */
	FACT_ERROR, /* its definition has a fault that was reported */
	FACT_FRACTION, /* reckoned, and not whole: a format must say how it
			  shows */
	FACT_TABLE, /* reckoned: cells and rows, as marks.h parts them */
};

/* One fact; its views last as long as the set. */
struct fact {
	struct str name, shown, origin;
	enum fact_state state;
	bool used; /* by a formula, a check or a section */
	bool pending; /* its value comes later, with the row of a batch */

	/* while the files of facts are read; formula.c */
	struct str value; /* the true one, where a mask is shown */
	size_t formula; /* which of formulas gives it, from 1; 0 for none */
	bool may_show; /* the edition shows it, whatever it is made from */
};

/* A set of facts, in the order of their definitions; starts as { 0 }. */
struct facts {
	struct fact *list;
	size_t n;
	size_t *slots, slots_n;
	struct buf *kept; /* the texts that the views point into */
	size_t kept_n;
	struct formula *formulas; /* in the order of the files; formula.h */
	size_t formulas_n;
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

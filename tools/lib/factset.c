/* factset: the facts of a report as all their files give them */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "factfile.h"
#include "factset.h"
#include "formula.h"
#include "io.h"
#include "ledger.h"
#include "source.h"

bool
factset_option(struct factset *s, int option, const char *value)
{
	switch (option) {
	case 'l':
		s->ledgers = value;
		return true;
	case 'm':
		s->masks = value;
		return true;
	case 'r':
		s->replaces = value;
		return true;
	default:
		return false;
	}
}

static void
read_file(struct factset *s, const char *path, enum factfile_role role,
    struct diag *d)
{
	struct buf raw = { 0 }, room = { 0 };

	io_read(path, &raw);
	factfile_read(&s->facts,
	    source_text(buf_str(&raw), SOURCE_AUTHOR, path, d, &room), path,
	    role, d);
	buf_free(&raw);
	buf_free(&room);
}

/* A ledger with a fault has no table: what asks it says so. */
static void
load(struct factset *s, const struct ledger *l, struct diag *d)
{
	struct factset_ledger loaded = { 0 };
	struct buf why = { 0 };

	if (!ledger_read(&loaded.records, l->path, d)) {
		database_faulty(s->database, l->name);
		records_free(&loaded.records);
		return;
	}
	if (!database_load(s->database, l->name, &loaded.records, &why)) {
		diag_say(d, (struct place){ l->path, 1, 0 }, LEVEL_ERROR,
		    "ledger", "no table can be made of this ledger: %s", why.p);
		database_faulty(s->database, l->name);
		records_free(&loaded.records);
		buf_free(&why);
		return;
	}
	loaded.path = strdup(l->path);
	if (loaded.path == NULL)
		die("out of memory");
	s->loaded = mem_more(s->loaded, s->loaded_n, sizeof(*s->loaded));
	s->loaded[s->loaded_n++] = loaded;
}

void
factset_load(struct factset *s, struct diag *d)
{
	struct ledgers list = { 0 };
	size_t i;

	if (s->facts.formulas_n == 0)
		return;
	s->database = database_new();
	if (s->ledgers == NULL)
		return;
	ledger_list(&list, s->ledgers, d);
	for (i = 0; i < list.n; i++)
		load(s, list.list + i, d);
	ledgers_free(&list);
}

void
factset_define(struct factset *s, char *const *paths, size_t n, struct diag *d)
{
	size_t i;

	for (i = 0; i < n; i++)
		read_file(s, paths[i], FACTFILE_DEFINES, d);
	if (s->replaces != NULL)
		read_file(s, s->replaces, FACTFILE_REPLACES, d);
}

void
factset_mask(struct factset *s, struct diag *d)
{
	if (s->masks != NULL)
		read_file(s, s->masks, FACTFILE_MASKS, d);
}

void
factset_read(struct factset *s, char *const *paths, size_t n, struct diag *d)
{
	factset_define(s, paths, n, d);
	factset_mask(s, d);
	factset_load(s, d);
	if (s->facts.formulas_n != 0)
		formula_compute(&s->facts, s->database, d);
}

void
factset_free(struct factset *s)
{
	size_t i;

	for (i = 0; i < s->loaded_n; i++) {
		free(s->loaded[i].path);
		records_free(&s->loaded[i].records);
	}
	free(s->loaded);
	database_free(s->database);
	facts_free(&s->facts);
}

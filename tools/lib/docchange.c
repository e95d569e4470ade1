/* docchange: the tracked changes that are open while a document is read */
#include "docblock.h"
#include "docchange.h"

void
docchange_start(struct docchanges *cs)
{
	cs->last = cs->open;
}

void
docchange_begin(struct docchanges *cs, enum docread_change change, bool gone,
    struct str author, struct str date)
{
	const struct docchange *outer = cs->last++;

	*cs->last = (struct docchange){
		.change = docblock_combine(outer->change, change),
		.gone = outer->gone || gone,
		.serial = ++cs->serial,
		.author = cs->names.n,
	};
	buf_adds(&cs->names, author);
	cs->last->date = cs->names.n;
	buf_adds(&cs->names, date);
	cs->last->end = cs->names.n;
}

void
docchange_end(struct docchanges *cs)
{
	cs->names.n = cs->last->author;
	cs->last--;
}

void
docchange_tell(struct docchanges *cs, const struct docread_events *on, void *me)
{
	const struct docchange *c = cs->last;
	struct str names = buf_str(&cs->names);

	if (on->change == NULL || cs->told == c->serial)
		return;
	cs->told = c->serial;
	on->change(me, c->change,
	    str_cut(names, c->author, c->date - c->author),
	    str_cut(names, c->date, c->end - c->date));
}

void
docchange_free(struct docchanges *cs)
{
	buf_free(&cs->names);
}

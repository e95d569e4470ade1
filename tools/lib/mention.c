/* mention: the numbers that a report holds, in its order */
#include <stdlib.h>

#include "die.h"
#include "mention.h"

void
mentions_add(struct mentions *ms, struct mention m)
{
	ms->list = mem_more(ms->list, ms->n, sizeof(*ms->list));
	ms->list[ms->n++] = m;
}

struct str
mentions_keep(struct mentions *ms, struct str s)
{
	struct buf b = { 0 };

	if (s.n == 0)
		return STR("");
	buf_adds(&b, s);
	ms->kept = mem_more(ms->kept, ms->kept_n, sizeof(*ms->kept));
	ms->kept[ms->kept_n++] = b;
	return buf_str(&b);
}

void
mentions_free(struct mentions *ms)
{
	size_t i;

	for (i = 0; i < ms->kept_n; i++)
		buf_free(&ms->kept[i]);
	free(ms->kept);
	free(ms->list);
	*ms = (struct mentions){ 0 };
}

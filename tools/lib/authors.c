/* authors: the names of reviewers, a line each */
#include "authors.h"

bool
authors_same(struct str a, struct str b)
{
	size_t i;

	/* a name is kept as a line */
	for (i = 0; i < a.n && i < b.n; i++)
		if ((a.p[i] == '\n' ? ' ' : a.p[i]) !=
		    (b.p[i] == '\n' ? ' ' : b.p[i]))
			return false;
	return a.n == b.n;
}

void
authors_add(struct buf *authors, struct str name)
{
	struct str rest = buf_str(authors), line;
	size_t i, n = 0;

	while (str_line(&rest, &line)) {
		if (authors_same(line, name))
			return;
		if (++n > AUTHORS)
			return;
	}
	for (i = 0; i < name.n; i++)
		buf_addc(authors, name.p[i] == '\n' ? ' ' : name.p[i]);
	buf_addc(authors, '\n');
}

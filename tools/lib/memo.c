/* memo: what the files in a folder of products were made from, by content */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "memo.h"

void
memo_read(struct memo *m, const char *folder, struct str key)
{
	struct str rest, line;

	buf_addf(&m->path, "%s/.memo", folder);
	buf_adds(&m->next, key);
	buf_addc(&m->next, '\n');
	if (!io_read_if(m->path.p, &m->old))
		return;
	rest = buf_str(&m->old);
	if (!str_line(&rest, &line) || !str_equal(line, key))
		return;
	while (str_line(&rest, &line)) {
		m->lines = mem_more(m->lines, m->n, sizeof(*m->lines));
		m->lines[m->n++] = line;
	}
}

enum { HASH = 64 }; /* digits (hash.h) */

/* Says whether a line of the memo, "HASH FILE NAME", is of this name. */
static bool
names(struct str line, struct str name)
{
	return line.n > HASH + 1 + name.n && str_ends(line, name) &&
	       line.p[line.n - name.n - 1] == ' ';
}

/* Adds what tells the file at path from any other that may come to stand there,
 * also from what a crash leaves of it: its size, time and place on the disk. */
static void
put_file(const char *path, struct buf *out)
{
	struct stat st;

	if (stat(path, &st) != 0)
		buf_addz(out, "-");
	else
		buf_addf(out, "%lld-%lld.%09ld-%llu", (long long)st.st_size,
		    (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
		    (unsigned long long)st.st_ino);
}

static void
put_line(struct str name, struct str hash, const char *path, struct buf *out)
{
	buf_adds(out, hash);
	buf_addc(out, ' ');
	put_file(path, out);
	buf_addc(out, ' ');
	buf_adds(out, name);
}

/* Sections keep their order but for those that come and go, so the line is
 * nearly always the next one. */
bool
memo_stands(struct memo *m, struct str name, struct str hash, const char *path)
{
	size_t i;

	for (i = m->at; i < m->n; i++)
		if (names(m->lines[i], name))
			break;
	if (i == m->n)
		return false;
	m->at = i + 1;
	buf_clear(&m->line);
	put_line(name, hash, path, &m->line);
	return str_equal(m->lines[i], buf_str(&m->line));
}

void
memo_void(struct memo *m)
{
	if (!m->opened && unlink(m->path.p) != 0 && errno != ENOENT)
		die_errno("cannot remove %s", m->path.p);
	m->opened = true;
}

void
memo_note(struct memo *m, struct str name, struct str hash, const char *path)
{
	put_line(name, hash, path, &m->next);
	buf_addc(&m->next, '\n');
}

void
memo_save(struct memo *m)
{
	if (m->opened || !str_equal(buf_str(&m->next), buf_str(&m->old)))
		io_save(m->path.p, buf_str(&m->next));
}

void
memo_free(struct memo *m)
{
	buf_free(&m->path);
	buf_free(&m->old);
	buf_free(&m->next);
	buf_free(&m->line);
	free(m->lines);
}

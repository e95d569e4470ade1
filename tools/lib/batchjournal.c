/* batchjournal: what a batch has made so far, by content */
#include <stdlib.h>

#include "batchjournal.h"
#include "die.h"
#include "io.h"

enum { HASH = 64, HEAD = 2 * (HASH + 1) };

/* FNV-1a, 64 bits (Fowler, Noll, Vo) */
static size_t
slot_of(const struct batchjournal *j, struct str name)
{
	uint64_t h = 14695981039346656037u;
	size_t i, at;

	for (i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.p[i]) * 1099511628211u;
	at = (size_t)(h ^ h >> 32) & (j->slots_n - 1);
	while (j->slots[at] != 0 &&
	       !str_equal(batchjournal_line(j, j->slots[at] - 1).name, name))
		at = (at + 1) & (j->slots_n - 1);
	return at;
}

static void
grow(struct batchjournal *j)
{
	size_t i, lines = j->n;

	if (2 * (j->names + 1) <= j->slots_n)
		return;
	free(j->slots);
	j->slots_n = j->slots_n != 0 ? 2 * j->slots_n : 64;
	j->slots = mem_alloc(j->slots_n * sizeof(*j->slots));
	for (i = 0; i < lines; i++)
		j->slots[slot_of(j, batchjournal_line(j, i).name)] =
		    (uint32_t)i + 1;
}

static bool
is_hash(struct str s)
{
	size_t i;

	for (i = 0; i < HASH; i++)
		if (!((s.p[i] >= '0' && s.p[i] <= '9') ||
			(s.p[i] >= 'a' && s.p[i] <= 'f')))
			return false;
	return s.p[HASH] == ' ';
}

static void
take_line(struct batchjournal *j, struct str line)
{
	size_t at;

	if (line.n <= HEAD || !is_hash(line) ||
	    !is_hash(str_from(line, HASH + 1)) ||
	    str_find(line, STR("/"), 0) != (size_t)-1)
		return;
	grow(j);
	j->lines = mem_more(j->lines, j->n, sizeof(*j->lines));
	j->lines[j->n] = (size_t)(line.p - j->text.p);
	at = slot_of(j, str_from(line, HEAD));
	if (j->slots[at] == 0)
		j->names++;
	j->slots[at] = (uint32_t)++j->n;
}

void
batchjournal_read(struct batchjournal *j, const char *path)
{
	struct str rest, line;
	size_t end;

	if (!io_read_if(path, &j->text))
		return;
	rest = buf_str(&j->text);
	for (end = rest.n; end > 0 && rest.p[end - 1] != '\n'; end--)
		;
	rest.n = j->whole = end; /* without a line that was cut off */
	while (str_line(&rest, &line))
		take_line(j, line);
}

size_t
batchjournal_find(const struct batchjournal *j, struct str name)
{
	if (j->slots_n == 0)
		return (size_t)-1;
	return (size_t)j->slots[slot_of(j, name)] - 1;
}

struct batchline
batchjournal_line(const struct batchjournal *j, size_t i)
{
	struct str rest = str_from(buf_str(&j->text), j->lines[i]), line;

	str_line(&rest, &line);
	return (struct batchline){ str_cut(line, 0, HASH),
		str_cut(line, HASH + 1, HASH), str_from(line, HEAD) };
}

void
batchjournal_put(const struct batchline *l, struct buf *out)
{
	buf_adds(out, l->key);
	buf_addc(out, ' ');
	buf_adds(out, l->hash);
	buf_addc(out, ' ');
	buf_adds(out, l->name);
	buf_addc(out, '\n');
}

void
batchjournal_free(struct batchjournal *j)
{
	buf_free(&j->text);
	free(j->slots);
	free(j->lines);
	*j = (struct batchjournal){ 0 };
}

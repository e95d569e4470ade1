/* facts: the named values of a report, as facts.tsv hands them on */
#include <stdint.h>
#include <stdlib.h>

#include "die.h"
#include "facts.h"
#include "io.h"
#include "nearest.h"

static const struct str states[] = {
	[FACT_VALUE] = { "value", 5 },
	[FACT_MASK] = { "mask", 4 },
	[FACT_ERROR] = { "error", 5 },
	[FACT_FRACTION] = { "fraction", 8 },
	[FACT_TABLE] = { "table", 5 },
};

/* FNV-1a, 64 bits (Fowler, Noll, Vo) */
static size_t
slot_of(struct str name, size_t slots)
{
	uint64_t h = 14695981039346656037u;
	size_t i;

	for (i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.p[i]) * 1099511628211u;
	return (size_t)(h ^ h >> 32) & (slots - 1);
}

static void
put_slot(struct facts *fs, size_t index)
{
	size_t at = slot_of(fs->list[index].name, fs->slots_n);

	while (fs->slots[at] != 0)
		at = (at + 1) & (fs->slots_n - 1);
	fs->slots[at] = index + 1;
}

static void
grow(struct facts *fs)
{
	size_t i;

	if (2 * (fs->n + 1) <= fs->slots_n)
		return;
	free(fs->slots);
	fs->slots_n = fs->slots_n != 0 ? 2 * fs->slots_n : 64;
	fs->slots = mem_alloc(fs->slots_n * sizeof(*fs->slots));
	for (i = 0; i < fs->n; i++)
		put_slot(fs, i);
}

struct fact *
facts_add(struct facts *fs, struct fact f)
{
	grow(fs);
	fs->list = mem_more(fs->list, fs->n, sizeof(*fs->list));
	fs->list[fs->n] = f;
	put_slot(fs, fs->n);
	return &fs->list[fs->n++];
}

struct fact *
facts_find(const struct facts *fs, struct str name)
{
	size_t at;

	if (fs->slots_n == 0)
		return NULL;
	at = slot_of(name, fs->slots_n);
	for (; fs->slots[at] != 0; at = (at + 1) & (fs->slots_n - 1))
		if (str_equal(fs->list[fs->slots[at] - 1].name, name))
			return &fs->list[fs->slots[at] - 1];
	return NULL;
}

/* Takes the field before the next tab off *rest. */
static struct str
field(struct str *rest)
{
	size_t tab = str_find(*rest, STR("\t"), 0);
	struct str f = str_cut(*rest, 0, tab != (size_t)-1 ? tab : rest->n);

	*rest = str_from(*rest, tab != (size_t)-1 ? tab + 1 : rest->n);
	return f;
}

bool
facts_parse(struct facts *fs, struct str tsv)
{
	struct str line;

	while (str_line(&tsv, &line)) {
		struct fact f = { 0 };
		struct str state;
		size_t i;

		f.name = field(&line);
		state = field(&line);
		f.shown = field(&line);
		f.origin = field(&line);
		f.used = line.n != 0;
		for (i = 0; i <= FACT_TABLE; i++)
			if (str_equal(state, states[i]))
				break;
		if (f.name.n == 0 || f.origin.n == 0 || i > FACT_TABLE ||
		    (line.n != 0 && !str_equal(line, STR("used"))))
			return false;
		f.state = (enum fact_state)i;
		facts_add(fs, f);
	}
	return true;
}

void
facts_read(struct facts *fs, const char *path)
{
	struct buf text = { 0 };

	io_read(path, &text);
	fs->kept = mem_more(fs->kept, fs->kept_n, sizeof(*fs->kept));
	fs->kept[fs->kept_n++] = text;
	if (!facts_parse(fs, buf_str(&text)))
		die("%s is no list of facts: make it with the filter facts",
		    path);
}

void
facts_write(const struct facts *fs, struct buf *out)
{
	size_t i;

	for (i = 0; i < fs->n; i++) {
		const struct fact *f = &fs->list[i];

		buf_adds(out, f->name);
		buf_addc(out, '\t');
		buf_adds(out, states[f->state]);
		buf_addc(out, '\t');
		buf_adds(out, f->shown);
		buf_addc(out, '\t');
		buf_adds(out, f->origin);
		buf_addz(out, f->used ? "\tused\n" : "\n");
	}
}

void
facts_nearest(const struct facts *fs, struct str name, struct buf *out)
{
	struct nearest ne;
	size_t i;

	nearest_begin(&ne, name);
	for (i = 0; i < fs->n; i++)
		nearest_offer(&ne, fs->list[i].name);
	nearest_end(&ne, out);
}

void
facts_free(struct facts *fs)
{
	size_t i;

	for (i = 0; i < fs->kept_n; i++)
		buf_free(&fs->kept[i]);
	free(fs->kept);
	free(fs->formulas);
	free(fs->list);
	free(fs->slots);
	*fs = (struct facts){ 0 };
}

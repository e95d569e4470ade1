/* tally: quantities by what they count */
#include <stdlib.h>

#include "die.h"
#include "tally.h"

/* FNV-1a */
static size_t
hash(struct str s)
{
	uint64_t h = 14695981039346656037u;
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
	return (size_t)(h ^ (h >> 32));
}

static size_t *
slot(const struct tally *t, struct str key)
{
	size_t i = hash(key) & (t->slots_n - 1);

	while (t->slots[i] != 0 &&
	       !str_equal(buf_str(&t->things[t->slots[i] - 1].key), key))
		i = (i + 1) & (t->slots_n - 1);
	return &t->slots[i];
}

static void
grow(struct tally *t)
{
	size_t i;

	t->slots_n = t->slots_n != 0 ? 2 * t->slots_n : 64;
	free(t->slots);
	t->slots = mem_alloc(t->slots_n * sizeof(*t->slots));
	for (i = 0; i < t->things_n; i++)
		*slot(t, buf_str(&t->things[i].key)) = i + 1;
}

/* The thing that a key names, made where there is none. */
static size_t
thing(struct tally *t, struct str key)
{
	struct thing new = { .first = 0 };
	size_t *s;

	if (2 * (t->things_n + 1) > t->slots_n)
		grow(t);
	s = slot(t, key);
	if (*s != 0)
		return *s - 1;
	buf_adds(&new.key, key);
	t->things = mem_more(t->things, t->things_n, sizeof(*t->things));
	t->things[t->things_n] = new;
	*s = ++t->things_n;
	return t->things_n - 1;
}

void
tally_add(struct tally *t, struct str key, struct str value, struct str text,
    struct spot spot)
{
	struct tallied new = { .spot = spot };
	size_t number = thing(t, key);
	struct thing *own = &t->things[number];

	buf_adds(&new.value, value);
	buf_adds(&new.text, text);
	t->list = mem_more(t->list, t->n, sizeof(*t->list));
	t->list[t->n++] = new;
	if (own->first == 0)
		own->first = t->n;
	else
		t->list[own->last - 1].next = t->n;
	own->last = t->n;
}

const struct tallied *
tally_most(const struct tally *t, const struct thing *own)
{
	const struct tallied *first, *other = NULL;
	size_t i, of_first = 0, of_other = 0;

	first = &t->list[own->first - 1];
	for (i = own->first; i != 0; i = t->list[i - 1].next) {
		const struct tallied *x = &t->list[i - 1];
		struct str value = buf_str(&x->value);

		if (str_equal(value, buf_str(&first->value))) {
			of_first++;
			continue;
		}
		if (other == NULL)
			other = x;
		if (!str_equal(value, buf_str(&other->value)))
			return NULL;
		of_other++;
	}
	if (other == NULL)
		return NULL;
	return of_other > of_first ? other : first;
}

void
tally_free(struct tally *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		buf_free(&t->list[i].value);
		buf_free(&t->list[i].text);
	}
	for (i = 0; i < t->things_n; i++)
		buf_free(&t->things[i].key);
	free(t->list);
	free(t->things);
	free(t->slots);
}

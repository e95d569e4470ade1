/* batchname: names of files that every system can hold, each once */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "batchname.h"
#include "die.h"
#include "utf8.h"

/* A name may have 255 bytes; a number and .docx come behind it. */
enum { MOST = 200 };

/* Names that Windows keeps for devices, whatever ending they have. */
static bool
is_device(struct str s)
{
	static const char *const names[] = { "con", "prn", "aux", "nul" };
	size_t dot = str_find(s, STR("."), 0), i;

	if (dot != (size_t)-1)
		s = utf8_trim(str_cut(s, 0, dot));
	for (i = 0; s.n == 3 && i < 4; i++)
		if (strncasecmp(s.p, names[i], 3) == 0)
			return true;
	return s.n == 4 && s.p[3] >= '0' && s.p[3] <= '9' &&
	       (strncasecmp(s.p, "com", 3) == 0 ||
		   strncasecmp(s.p, "lpt", 3) == 0);
}

/* Says whether no file name may hold the character: slashes, what Windows
 * refuses, controls, line ends, marks that turn the writing around. */
static bool
is_unsafe(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
	       (c < 0x7F && strchr("/\\:*?\"<>|", (int)c) != NULL) ||
	       (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
	       utf8_noncharacter(c);
}

/* The name without blanks and dots at its end, which Windows drops. */
static struct str
trim_end(struct str s)
{
	do {
		s = utf8_trim(s);
		while (s.n != 0 && s.p[s.n - 1] == '.')
			s.n--;
	} while (s.n != 0 && utf8_trim(s).n != s.n);
	return s;
}

static struct str
without_ending(struct str s)
{
	s = trim_end(s);
	if (s.n >= 5 && strncasecmp(s.p + s.n - 5, ".docx", 5) == 0)
		s = trim_end(str_cut(s, 0, s.n - 5));
	return s;
}

void
batchname_safe(struct str wanted, struct buf *out)
{
	size_t at = 0, n, start = out->n;
	uint32_t c;

	wanted = without_ending(wanted);
	/* a hidden file, or what an office program locks one with */
	if (wanted.n != 0 &&
	    (wanted.p[0] == '.' || wanted.p[0] == '~' || is_device(wanted))) {
		buf_addc(out, '_');
		at = wanted.p[0] == '.' || wanted.p[0] == '~';
	}
	for (; at < wanted.n; at += n) {
		n = utf8_next(wanted, at, &c);
		if (n == 0)
			n = 1, c = 0;
		if (out->n - start + n > MOST)
			break;
		if (is_unsafe(c))
			buf_addc(out, '_');
		else
			buf_add(out, wanted.p + at, n);
	}
	if (out->n != start)
		out->n = start + trim_end(str_from(buf_str(out), start)).n;
	if (out->p != NULL)
		out->p[out->n] = '\0';
}

/* A name given, by its hash: of two that have one, the second would only get a
 * number that it does not need. */
struct batchname {
	uint64_t hash;
	uint32_t line, next; /* the number to try next; 0 for a free slot */
};

/* FNV-1a, 64 bits (Fowler, Noll, Vo), of the name in small letters */
static uint64_t
hash_of(struct str name)
{
	uint64_t h = 14695981039346656037u;
	size_t i;

	for (i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c | ' ');
		h = (h ^ c) * 1099511628211u;
	}
	return h;
}

static struct batchname *
slot_of(const struct batchnames *ns, uint64_t hash)
{
	size_t at = (size_t)(hash ^ hash >> 32) & (ns->slots_n - 1);

	while (ns->slots[at].next != 0 && ns->slots[at].hash != hash)
		at = (at + 1) & (ns->slots_n - 1);
	return ns->slots + at;
}

static void
grow(struct batchnames *ns)
{
	struct batchnames more = { .n = ns->n };
	size_t i;

	if (2 * (ns->n + 1) <= ns->slots_n)
		return;
	more.slots_n = ns->slots_n != 0 ? 2 * ns->slots_n : 64;
	more.slots = mem_alloc(more.slots_n * sizeof(*more.slots));
	for (i = 0; i < ns->slots_n; i++)
		if (ns->slots[i].next != 0)
			*slot_of(&more, ns->slots[i].hash) = ns->slots[i];
	free(ns->slots);
	*ns = more;
}

static void
add(struct batchnames *ns, struct str name, size_t line)
{
	uint64_t hash = hash_of(name);

	*slot_of(ns, hash) = (struct batchname){ hash, (uint32_t)line, 2 };
	ns->n++;
}

bool
batchname_unique(
    struct batchnames *ns, struct buf *name, size_t line, size_t *first)
{
	struct batchname *old;
	size_t n = name->n;

	grow(ns);
	old = slot_of(ns, hash_of(buf_str(name)));
	if (old->next == 0) {
		add(ns, buf_str(name), line);
		return true;
	}
	*first = old->line;
	do {
		name->n = n;
		buf_addf(name, "-%u", (unsigned)old->next++);
	} while (slot_of(ns, hash_of(buf_str(name)))->next != 0);
	add(ns, buf_str(name), line);
	return false;
}

void
batchnames_free(struct batchnames *ns)
{
	free(ns->slots);
	*ns = (struct batchnames){ 0 };
}

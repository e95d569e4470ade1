/* history: in which commit a report's files have the contents that a receipt
 * names */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "gitread.h"
#include "history.h"
#include "inputs.h"

/* A blob that was read, as text or by its bytes. */
struct known {
	struct buf id, hash;
	bool text;
	struct history_place place; /* where it was met first */
	size_t next; /* of those with the same slot; 0 for none */
};

/* A file of the tree that is looked at, by its path. */
struct file {
	char *path;
	struct buf id;
};

struct history {
	enum history_what what;
	struct gitread *git;
	const char *prefix, *name;
	struct known *known; /* number 0 is none */
	size_t known_n, known_room;
	size_t *slots;
	size_t slots_n;
	struct file *files;
	size_t files_n;
	struct buf tree, commit;
};

enum { SLOTS = 1 << 16 };

struct history *
history_new(enum history_what what, const char *top, const char *prefix,
    const char *name)
{
	struct history *h = mem_alloc(sizeof(*h));

	h->what = what;
	h->git = gitread_open(top);
	h->prefix = prefix;
	h->name = name;
	h->slots_n = SLOTS;
	h->slots = mem_alloc(h->slots_n * sizeof(*h->slots));
	h->known = mem_more(NULL, 0, sizeof(*h->known));
	memset(&h->known[0], 0, sizeof(h->known[0]));
	h->known_n = 1;
	return h;
}

static int
by_path(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/* Notes a file of the tree, and takes it for an input if it is one. */
static void
take(struct history *h, struct inputs *in, struct buf *style,
    const char *relative, const struct buf *id)
{
	struct buf path = { 0 }, copy = { 0 };

	if (strpbrk(relative, "\n\t") != NULL)
		return; /* no list can hold it */
	buf_addf(&path, "%s/%s", h->name, relative);
	buf_adds(&copy, buf_str(id));
	h->files = mem_more(h->files, h->files_n, sizeof(*h->files));
	h->files[h->files_n++] = (struct file){ path.p, copy };
	if (h->what == HISTORY_REPORT)
		inputs_take(in, h->name, relative, NULL);
	else if (str_ends(str_of(relative), STR(".style")) &&
		 relative[0] != '.' && strchr(relative, '/') == NULL)
		buf_addf(style, "%s\n", path.p);
}

/* Takes the files of a folder right below. */
static void
take_folder(
    struct history *h, struct inputs *in, struct str name, const struct buf *id)
{
	struct gitread_entry e = { .folder = false };
	struct buf data = { 0 }, got = { 0 }, path = { 0 };
	struct str rest;

	if (gitread_get(h->git, buf_str(id), &got, &data) == GITREAD_TREE) {
		rest = buf_str(&data);
		while (gitread_next(&rest, got.n, &e)) {
			buf_clear(&path);
			buf_addf(
			    &path, "%.*s/%.*s", STR_ARG(name), STR_ARG(e.name));
			if (e.file)
				take(h, in, NULL, path.p, &e.id);
		}
	}
	buf_free(&e.id);
	buf_free(&data);
	buf_free(&got);
	buf_free(&path);
}

static void
take_tree(
    struct history *h, struct inputs *in, struct buf *style, struct str tree)
{
	struct gitread_entry e = { .folder = false };
	struct buf name = { 0 };

	while (gitread_next(&tree, h->tree.n, &e)) {
		buf_clear(&name);
		buf_adds(&name, e.name);
		if (e.file)
			take(h, in, style, name.p, &e.id);
		else if (e.folder && h->what == HISTORY_REPORT)
			take_folder(h, in, e.name, &e.id);
	}
	buf_free(&e.id);
	buf_free(&name);
	if (h->files_n != 0)
		qsort(h->files, h->files_n, sizeof(*h->files), by_path);
}

static size_t *
slot_of(const struct history *h, struct str digits)
{
	size_t i, v = 0;

	for (i = 0; i < 4 && i < digits.n; i++)
		v = v * 16 + (size_t)(digits.p[i] <= '9'
					  ? digits.p[i] - '0'
					  : digits.p[i] - 'a' + 10);
	return &h->slots[v % h->slots_n];
}

static const struct known *
find_known(const struct history *h, struct str id, bool text)
{
	size_t i;

	for (i = *slot_of(h, id); i != 0; i = h->known[i].next)
		if (h->known[i].text == text &&
		    str_equal(buf_str(&h->known[i].id), id))
			return &h->known[i];
	return NULL;
}

/* Reads a blob and names its content. */
static const struct known *
learn(struct history *h, const struct file *file, bool text)
{
	struct known k = { .text = text };
	struct buf data = { 0 };
	size_t *slot;

	if (gitread_get(h->git, buf_str(&file->id), &k.id, &data) !=
	    GITREAD_BLOB)
		die("%s: git cannot read it as it was in commit %s", file->path,
		    h->commit.p);
	inputs_hash(buf_str(&data), text, file->path, &k.hash);
	buf_free(&data);
	buf_adds(&k.place.commit, buf_str(&h->commit));
	buf_addz(&k.place.path, file->path);
	slot = slot_of(h, buf_str(&k.id));
	k.next = *slot;
	*slot = h->known_n;
	h->known = mem_more(h->known, h->known_n, sizeof(*h->known));
	h->known[h->known_n] = k;
	return &h->known[h->known_n++];
}

static void
hash_blob(void *me, const char *path, bool text, struct buf *out)
{
	struct history *h = me;
	struct buf name = { 0 };
	struct file key, *file;
	const struct known *k;

	buf_addz(&name, path);
	key.path = name.p;
	file = bsearch(&key, h->files, h->files_n, sizeof(*file), by_path);
	k = find_known(h, buf_str(&file->id), text);
	if (k == NULL)
		k = learn(h, file, text);
	buf_adds(out, buf_str(&k->hash));
	buf_free(&name);
}

static void
put_styles(struct history *h, struct str paths, struct buf *out)
{
	struct buf path = { 0 };
	struct str line;

	while (str_line(&paths, &line)) {
		buf_clear(&path);
		buf_adds(&path, line);
		buf_addz(out, "\t" INPUT_STYLE "\t");
		hash_blob(h, path.p, true, out);
		buf_addf(out, "\t%s\n", path.p);
	}
	buf_free(&path);
}

static void
forget_files(struct history *h)
{
	while (h->files_n > 0) {
		free(h->files[--h->files_n].path);
		buf_free(&h->files[h->files_n].id);
	}
	free(h->files);
	h->files = NULL;
}

static void
put_list(
    struct history *h, struct str tree, struct str overlay, struct buf *list)
{
	struct inputs in = { .n = 0 };
	struct buf style = { 0 };

	take_tree(h, &in, &style, tree);
	inputs_sort(&in);
	buf_adds(list, overlay);
	inputs_put_by(&in, hash_blob, h, list);
	put_styles(h, buf_str(&style), list);
	inputs_free(&in);
	buf_free(&style);
	forget_files(h);
}

bool
history_list(
    struct history *h, struct str commit, struct str overlay, struct buf *list)
{
	struct buf name = { 0 }, id = { 0 }, data = { 0 };
	struct str prefix = str_of(h->prefix);
	bool fine;

	if (str_ends(prefix, STR("/")))
		prefix.n--;
	buf_addf(&name, "%.*s:%.*s", STR_ARG(commit), STR_ARG(prefix));
	fine =
	    gitread_get(h->git, buf_str(&name), &id, &data) == GITREAD_TREE &&
	    !str_equal(buf_str(&id), buf_str(&h->tree));
	if (fine) {
		buf_clear(&h->tree);
		buf_adds(&h->tree, buf_str(&id));
		buf_clear(&h->commit);
		buf_adds(&h->commit, commit);
		put_list(h, buf_str(&data), overlay, list);
	}
	buf_free(&name);
	buf_free(&id);
	buf_free(&data);
	return fine;
}

const struct history_place *
history_find(const struct history *h, struct str digits)
{
	size_t i;

	for (i = 1; i < h->known_n; i++)
		if (str_starts(buf_str(&h->known[i].hash), digits))
			return &h->known[i].place;
	return NULL;
}

void
history_free(struct history *h)
{
	size_t i;

	if (h == NULL)
		return;
	for (i = 1; i < h->known_n; i++) {
		buf_free(&h->known[i].id);
		buf_free(&h->known[i].hash);
		buf_free(&h->known[i].place.commit);
		buf_free(&h->known[i].place.path);
	}
	gitread_close(h->git);
	free(h->known);
	free(h->slots);
	buf_free(&h->tree);
	buf_free(&h->commit);
	free(h);
}

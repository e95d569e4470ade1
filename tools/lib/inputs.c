/* inputs: what a report is made from: its sections in order, and the rest */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "die.h"
#include "hash.h"
#include "inputs.h"
#include "io.h"
#include "source.h"

/* Compares the numbers that two names begin with, of any length, by value. */
static int
compare_numbers(const char **a, const char **b)
{
	size_t n, m;
	int c;

	*a += strspn(*a, "0");
	*b += strspn(*b, "0");
	n = strspn(*a, "0123456789");
	m = strspn(*b, "0123456789");
	if (n != m)
		return n < m ? -1 : 1;
	c = strncmp(*a, *b, n);
	*a += n;
	*b += m;
	return c;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Numbered sections come first, by number, then by name. */
static int
compare_sections(const void *x, const void *y)
{
	const char *a = *(char *const *)x, *b = *(char *const *)y;
	const char *p = strrchr(a, '/') + 1, *q = strrchr(b, '/') + 1;
	int c;

	if (is_digit(*p) != is_digit(*q))
		return is_digit(*p) ? -1 : 1;
	c = is_digit(*p) ? compare_numbers(&p, &q) : 0;
	return c != 0 ? c : strcmp(a, b);
}

static int
compare_names(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

static char *
join(const char *folder, const char *name)
{
	struct buf b = { 0 };

	buf_addf(&b, "%s/%s", folder, name);
	return b.p;
}

/* What vanished meanwhile, or points nowhere, is no folder; as a file it is
 * told when it is read. */
static bool
is_folder(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0)
		return S_ISDIR(st.st_mode);
	if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP)
		die_errno("cannot read %s", path);
	return false;
}

static void
take(char ***list, size_t *n, char *path)
{
	if (strpbrk(path, "\n\t") != NULL)
		die("rename %s: a list cannot hold a name with a line break or "
		    "a tab",
		    path);
	*list = mem_more(*list, *n, sizeof(**list));
	(*list)[(*n)++] = path;
}

static bool
is_hidden(const char *name)
{
	/* or what an office program locks a file with */
	return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

/* Reads the names in a folder that is there. */
static void
read_folder(const char *folder,
    void (*each)(struct inputs *, const char *, const char *, const char *),
    struct inputs *in, const char *edition)
{
	const struct dirent *e;
	DIR *dir = opendir(folder);

	if (dir == NULL)
		die_errno("cannot read the folder %s", folder);
	for (errno = 0; (e = readdir(dir)) != NULL; errno = 0)
		if (!is_hidden(e->d_name))
			each(in, folder, e->d_name, edition);
	if (errno != 0)
		die_errno("cannot read the folder %s", folder);
	closedir(dir);
}

/* Says whether name is facts.txt, or facts.X.txt; *x is then the X. */
static bool
is_facts(struct str name, struct str *x)
{
	*x = (struct str){ name.p, 0 };
	if (str_equal(name, STR("facts.txt")))
		return true;
	if (!str_starts(name, STR("facts.")) || name.n < 10)
		return false;
	*x = str_cut(name, 6, name.n - 10);
	return true;
}

/* Says whether a name is that of a picture; what it holds is another matter. */
static bool
is_picture(struct str name)
{
	static const struct str endings[] = { { ".png", 4 }, { ".PNG", 4 },
		{ ".jpg", 4 }, { ".JPG", 4 }, { ".jpeg", 5 }, { ".JPEG", 5 } };
	size_t i;

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (str_ends(name, endings[i]))
			return true;
	return false;
}

/* Takes a file for a picture where its name is that of one. */
static void
sort_picture(struct inputs *in, char *path)
{
	if (is_picture(str_of(path)))
		take(&in->pictures, &in->pictures_n, path);
	else
		free(path);
}

static void
take_picture(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	char *path = join(folder, name);

	(void)edition;
	if (!is_folder(path))
		sort_picture(in, path);
	else
		free(path);
}

/* Pictures lie beside the sections or in folders right below: no further, since
 * the report's folder may hold others that have nothing to do with it. */
static void
take_pictures(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	char *path = join(folder, name);

	if (!is_folder(path))
		take_picture(in, folder, name, edition);
	else if (access(path, R_OK | X_OK) == 0)
		read_folder(path, take_picture, in, edition);
	else if (errno != EACCES)
		die_errno("cannot read the folder %s", path);
	free(path);
}

/* Takes a file beside the sections for what its name says it is. */
static void
sort_section(
    struct inputs *in, char *path, struct str name, const char *edition)
{
	struct str x;

	if (!str_ends(name, STR(".txt"))) {
		free(path);
	} else if (!is_facts(name, &x)) {
		take(&in->sections, &in->n, path);
	} else if (x.n == 0 ||
		   (edition != NULL && str_equal(x, str_of(edition)))) {
		take(&in->facts, &in->facts_n, path);
	} else {
		free(path);
	}
}

static void
take_section(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	char *path = join(folder, name);
	struct str x;

	if (is_facts(str_of(name), &x) || !is_folder(path))
		sort_section(in, path, str_of(name), edition);
	else
		free(path);
}

static void
take_ledger(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	char *path = join(folder, name);

	(void)edition;
	if (!is_folder(path))
		take(&in->ledgers, &in->ledgers_n, path);
	else
		free(path);
}

static void
sort(char **list, size_t n, int (*compare)(const void *, const void *))
{
	if (n != 0)
		qsort(list, n, sizeof(*list), compare);
}

/* Says whether the edition has its file: without it, a mistyped name would
 * publish what is to be masked. */
static bool
has_masks(const struct inputs *in, const char *edition)
{
	struct buf name = { 0 };
	bool found = false;
	size_t i;

	buf_addf(&name, "/facts.%s.txt", edition);
	for (i = 0; i < in->facts_n; i++)
		if (str_ends(str_of(in->facts[i]), buf_str(&name)))
			found = true;
	buf_free(&name);
	return found;
}

void
inputs_take(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	const char *slash = strchr(name, '/');

	if (is_hidden(name) || (slash != NULL && is_hidden(slash + 1)) ||
	    slash != strrchr(name, '/'))
		return;
	if (slash == NULL)
		sort_section(in, join(folder, name), str_of(name), edition);
	else if (strncmp(name, "ledgers/", 8) == 0)
		take(&in->ledgers, &in->ledgers_n, join(folder, name));
	sort_picture(in, join(folder, name));
}

void
inputs_sort(struct inputs *in)
{
	sort(in->sections, in->n, compare_sections);
	sort(in->facts, in->facts_n, compare_names);
	sort(in->ledgers, in->ledgers_n, compare_names);
	sort(in->pictures, in->pictures_n, compare_names);
}

void
inputs_read(struct inputs *in, const char *folder, const char *edition)
{
	char *ledgers = join(folder, "ledgers");

	read_folder(folder, take_section, in, edition);
	read_folder(folder, take_pictures, in, edition);
	if (is_folder(ledgers))
		read_folder(ledgers, take_ledger, in, edition);
	free(ledgers);
	if (edition != NULL && !has_masks(in, edition))
		die("%s/facts.%s.txt is missing: it says what the edition "
		    "masks, and may be empty",
		    folder, edition);
	inputs_sort(in);
}

/* A ledger in CSV is text, in any encoding; a workbook is not. What is no text
 * goes by its bytes. A picture that no section names is listed as well: which
 * are named is known only later. */
static bool
is_text(const char *kind, const char *path)
{
	return strcmp(kind, INPUT_PICTURE) != 0 &&
	       (strcmp(kind, INPUT_LEDGER) != 0 ||
		   str_ends(str_of(path), STR(".csv")));
}

void
inputs_hash(struct str raw, bool text, const char *path, struct buf *out)
{
	struct buf room = { 0 };
	struct diag quiet = { .to = NULL };

	/* what is wrong in a text is told by the filter that reads it next */
	if (text)
		raw = source_text(raw, SOURCE_STAGE, path, &quiet, &room);
	hash_add(out, raw);
	buf_free(&room);
}

/* The hash of the file that stands at path. */
static void
hash_file(void *me, const char *path, bool text, struct buf *out)
{
	struct buf raw = { 0 };

	(void)me;
	io_read(path, &raw);
	inputs_hash(buf_str(&raw), text, path, out);
	buf_free(&raw);
}

/* Adds the lines of files that are no sections. */
static void
put_all(const char *kind, char *const *list, size_t n, inputs_hasher *hash,
    void *me, struct buf *out)
{
	size_t i;

	for (i = 0; i < n; i++) {
		buf_addf(out, "\t%s\t", kind);
		hash(me, list[i], is_text(kind, list[i]), out);
		buf_addf(out, "\t%s\n", list[i]);
	}
}

void
inputs_put_file(const char *kind, const char *path, struct buf *out)
{
	buf_addf(out, "\t%s\t", kind);
	hash_file(NULL, path, is_text(kind, path), out);
	buf_addf(out, "\t%s\n", path);
}

void
inputs_put_program(const char *path, struct buf *out)
{
	struct stat st;

	if (stat(path, &st) != 0)
		die_errno("cannot read %s", path);
	buf_addf(out, "\tprogram\t%lld-%lld.%09ld-%llu\t%s\n",
	    (long long)st.st_size, (long long)st.st_mtim.tv_sec,
	    st.st_mtim.tv_nsec, (unsigned long long)st.st_ino, path);
}

void
inputs_put_by(
    const struct inputs *in, inputs_hasher *hash, void *me, struct buf *out)
{
	size_t i;

	put_all(INPUT_FACTS, in->facts, in->facts_n, hash, me, out);
	put_all(INPUT_LEDGER, in->ledgers, in->ledgers_n, hash, me, out);
	put_all(INPUT_PICTURE, in->pictures, in->pictures_n, hash, me, out);
	for (i = 0; i < in->n; i++) {
		buf_addf(out, "%s\t", in->sections[i]);
		hash(me, in->sections[i], true, out);
		buf_addc(out, '\n');
	}
}

void
inputs_put(const struct inputs *in, struct buf *out)
{
	inputs_put_by(in, hash_file, NULL, out);
}

static void
free_all(char **list, size_t n)
{
	while (n > 0)
		free(list[--n]);
	free(list);
}

void
inputs_free(struct inputs *in)
{
	free_all(in->sections, in->n);
	free_all(in->facts, in->facts_n);
	free_all(in->ledgers, in->ledgers_n);
	free_all(in->pictures, in->pictures_n);
}

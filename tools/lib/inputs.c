/* inputs: what a report is made from: its sections in order, and the rest */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "die.h"
#include "hash.h"
#include "inputs.h"
#include "io.h"

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

static bool
is_file(const char *path)
{
	struct stat st;

	/* what vanished meanwhile, or points nowhere, is told when it is read
	 */
	return stat(path, &st) != 0 || !S_ISDIR(st.st_mode);
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
		if (e->d_name[0] != '.')
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

static void
take_section(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	struct str s = str_of(name), x;
	char *path;

	if (!str_ends(s, STR(".txt")))
		return;
	path = join(folder, name);
	if (is_facts(s, &x)) {
		if (x.n == 0 ||
		    (edition != NULL && str_equal(x, str_of(edition))))
			take(&in->others, &in->others_n, path);
		else
			free(path);
	} else if (is_file(path)) {
		take(&in->sections, &in->n, path);
	} else {
		free(path);
	}
}

static void
take_ledger(struct inputs *in, const char *folder, const char *name,
    const char *edition)
{
	char *path = join(folder, name);

	(void)edition;
	if (is_file(path))
		take(&in->others, &in->others_n, path);
	else
		free(path);
}

void
inputs_read(struct inputs *in, const char *folder, const char *edition)
{
	char *ledgers = join(folder, "ledgers");
	struct stat st;

	read_folder(folder, take_section, in, edition);
	if (stat(ledgers, &st) == 0 && S_ISDIR(st.st_mode))
		read_folder(ledgers, take_ledger, in, edition);
	free(ledgers);
	if (in->n != 0)
		qsort(in->sections, in->n, sizeof(*in->sections),
		    compare_sections);
	if (in->others_n != 0)
		qsort(in->others, in->others_n, sizeof(*in->others),
		    compare_names);
}

static void
put(const char *path, struct buf *text, struct buf *out)
{
	buf_clear(text);
	io_read(path, text);
	buf_addz(out, path);
	buf_addc(out, '\t');
	hash_add(out, buf_str(text));
	buf_addc(out, '\n');
}

void
inputs_put_file(const char *path, struct buf *out)
{
	struct buf text = { 0 };

	buf_addc(out, '\t');
	put(path, &text, out);
	buf_free(&text);
}

void
inputs_put(const struct inputs *in, struct buf *out)
{
	struct buf text = { 0 };
	size_t i;

	for (i = 0; i < in->others_n; i++)
		inputs_put_file(in->others[i], out);
	for (i = 0; i < in->n; i++)
		put(in->sections[i], &text, out);
	buf_free(&text);
}

void
inputs_free(struct inputs *in)
{
	size_t i;

	for (i = 0; i < in->n; i++)
		free(in->sections[i]);
	for (i = 0; i < in->others_n; i++)
		free(in->others[i]);
	free(in->sections);
	free(in->others);
}

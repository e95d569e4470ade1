/* lang: messages in the reader's language */
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lang.h"
#include "str.h"

/* The parts of a catalogue: a header, and two tables of the lengths and places
 * of its texts, of which the first is in order (gettext manual, 10.3). */
enum { MAGIC = 0, COUNT = 8, ENGLISH = 12, OTHER = 16, HEADER = 20 };
enum { LARGEST = 16 << 20 };

static struct buf catalogue; /* empty for English */
static const char *program; /* argv[0] */

static uint32_t
word(size_t at)
{
	const unsigned char *p = (const unsigned char *)catalogue.p + at;

	return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[1] << 8 | p[0];
}

/* The text i of a table, which ends in a zero byte. */
static const char *
text(size_t table, size_t i)
{
	return catalogue.p + word(word(table) + 8 * i + 4);
}

static bool
table_is_sound(size_t table)
{
	size_t i, at = word(table), n = word(COUNT), from, length;

	if (at > catalogue.n || n > (catalogue.n - at) / 8)
		return false;
	for (i = 0; i < n; i++) {
		length = word(at + 8 * i);
		from = word(at + 8 * i + 4);
		if (from >= catalogue.n || length >= catalogue.n - from ||
		    catalogue.p[from + length] != '\0')
			return false;
	}
	return true;
}

static bool
is_sound(void)
{
	return catalogue.n >= HEADER && word(MAGIC) == 0x950412de &&
	       table_is_sound(ENGLISH) && table_is_sound(OTHER);
}

/* Not by io_read, which says what fails: there is no language for it yet. */
static bool
read_catalogue(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct stat st;
	size_t size;

	if (f == NULL)
		return false;
	if (fstat(fileno(f), &st) == 0 && st.st_size > 0 &&
	    st.st_size < LARGEST) {
		size = (size_t)st.st_size;
		buf_reserve(&catalogue, size);
		catalogue.n = fread(catalogue.p, 1, size, f);
	}
	fclose(f);
	if (is_sound())
		return true;
	buf_free(&catalogue);
	return false;
}

/* Adds the folder of PATH that has the program, with a slash at its end, or
 * nothing. */
static void
add_folder_of_path(struct buf *out)
{
	const char *path = getenv("PATH");
	size_t begin = out->n, n;

	for (; path != NULL && *path != '\0'; path += n + (path[n] == ':')) {
		n = strcspn(path, ":");
		out->n = begin;
		buf_add(out, path, n);
		buf_addf(out, "/%s", program);
		if (n != 0 && access(out->p, X_OK) == 0) {
			out->n -= strlen(program);
			return;
		}
	}
	out->n = begin;
}

/* Adds the folder of the program, with a slash at its end, or nothing where it
 * cannot be told. */
static void
add_own_folder(struct buf *out)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path));
	const char *name = path;

	if (n <= 0 || (size_t)n == sizeof(path)) {
		/* where /proc is not mounted */
		name = program;
		n = (ssize_t)strlen(program);
	}
	while (n > 0 && name[n - 1] != '/')
		n--;
	if (n > 0)
		buf_add(out, name, (size_t)n);
	else
		add_folder_of_path(out);
}

/* In the tree of a build, in an installed one, and in one whose programs are
 * not for PATH (libexec/wengao). */
static bool
find_catalogue(struct str language)
{
	static const char *const folders[] = { "../locale", "../share/locale",
		"../../share/locale" };
	struct buf path = { 0 };
	bool found = false;
	size_t i;

	for (i = 0; !found && i < 3; i++) {
		buf_clear(&path);
		add_own_folder(&path);
		if (path.n == 0)
			break;
		buf_addf(&path, "%s/%.*s/LC_MESSAGES/wengao.mo", folders[i],
		    (int)language.n, language.p);
		found = read_catalogue(path.p);
	}
	buf_free(&path);
	return found;
}

/* The locale that messages are asked for in, as POSIX has it. */
static const char *
locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *value;
	size_t i;

	for (i = 0; i < 3; i++) {
		value = getenv(names[i]);
		if (value != NULL && value[0] != '\0')
			return value;
	}
	return "";
}

static bool
is_language(struct str name, const char *language)
{
	size_t n = strlen(language);

	return name.n >= n && memcmp(name.p, language, n) == 0 &&
	       (name.n == n || name.p[n] == '_');
}

/* Sees to one name that was asked for, such as zh_CN.UTF-8; false where another
 * may be tried. Chinese of any place is that of zh_CN, unless it has its own:
 * who reads the one can read the other. */
static bool
take(struct str name)
{
	size_t n = 0;

	while (n < name.n && strchr(".@/", name.p[n]) == NULL)
		n++;
	name.n = n;
	if (n == 0)
		return false;
	if (is_language(name, "en") || is_language(name, "C") ||
	    is_language(name, "POSIX"))
		return true;
	if (find_catalogue(name))
		return true;
	if (is_language(name, "zh"))
		return find_catalogue(STR("zh_CN"));
	for (n = 0; n < name.n && name.p[n] != '_'; n++)
		continue;
	return n < name.n && find_catalogue(str_cut(name, 0, n));
}

static void
find_language(void)
{
	const char *list = getenv("LANGUAGE"), *asked = locale();
	size_t n;

	/* C is for programs that read messages, whatever LANGUAGE says */
	if (program == NULL || strcmp(asked, "POSIX") == 0 ||
	    strcmp(asked, "C") == 0 || strncmp(asked, "C.", 2) == 0)
		return;
	for (; list != NULL && *list != '\0'; list += n + (list[n] == ':')) {
		n = strcspn(list, ":");
		if (take((struct str){ list, n }))
			return;
	}
	take(str_of(asked));
}

void
lang_begin(const char *argv0)
{
	if (program == NULL)
		program = argv0;
}

const char *
lang_text(const char *english)
{
	/* a run without messages does not read the catalogue */
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	size_t from = 0, to, middle;
	int order;

	pthread_once(&once, find_language);
	if (catalogue.n == 0 || english[0] == '\0')
		return english;
	for (to = word(COUNT); from < to;) {
		middle = from + (to - from) / 2;
		order = strcmp(english, text(ENGLISH, middle));
		if (order == 0)
			return text(OTHER, middle);
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return english;
}

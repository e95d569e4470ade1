/* say: a message of a script, in the reader's language */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "lang.h"

static _Noreturn void
usage(void)
{
	fputs("usage: say FORMAT [ARGUMENT ...]\n", stderr);
	_exit(2);
}

/* Adds the argument that a directive at p, %s or %2$s, means; *next counts
 * those without a number. Returns where the directive ends, or NULL where it is
 * none.
 */
static const char *
put_argument(struct buf *out, const char *p, char **arguments, size_t *next)
{
	size_t i = *next, n = 0;

	while (arguments[n] != NULL)
		n++;
	if (p[1] >= '1' && p[1] <= '9' && p[2] == '$') {
		i = (size_t)(p[1] - '1');
		p += 2;
	} else {
		++*next;
	}
	if (p[1] != 's')
		return NULL;
	if (i >= n)
		die("the message has more %%s than there are arguments");
	buf_addz(out, arguments[i]);
	return p + 2;
}

static void
put(struct buf *out, const char *format, char **arguments)
{
	const char *p = format, *end;
	size_t next = 0;

	while (*p != '\0') {
		if (p[0] == '%' && p[1] == '%') {
			buf_addc(out, '%');
			p += 2;
		} else if (p[0] != '%') {
			buf_addc(out, *p++);
		} else {
			end = put_argument(out, p, arguments, &next);
			if (end == NULL)
				die("a message takes %%s alone: %s", format);
			p = end;
		}
	}
	buf_addc(out, '\n');
}

int
main(int argc, char **argv)
{
	struct buf text = { 0 };

	die_name(argv[0]);
	if (getopt(argc, argv, "+") != -1 || optind == argc)
		usage();
	put(&text, lang_text(argv[optind]), argv + optind + 1);
	io_output(NULL, buf_str(&text));
	buf_free(&text);
	return 0;
}

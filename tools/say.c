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

/* Adds the argument that the directive at p means, %s or %2$s; *next counts
 * those without a number. Returns where the directive ends. */
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
		die("a message takes %%s alone, not %%%s", p + 1);
	if (i >= n)
		die("the message has more %%s than there are arguments");
	buf_addz(out, arguments[i]);
	return p + 2;
}

static void
put(struct buf *out, const char *p, char **arguments)
{
	size_t next = 0;

	while (*p != '\0') {
		if (p[0] == '%' && p[1] == '%') {
			buf_addc(out, '%');
			p += 2;
		} else if (p[0] == '%') {
			p = put_argument(out, p, arguments, &next);
		} else {
			buf_addc(out, *p++);
		}
	}
	buf_addc(out, '\n');
}

int
main(int argc, char **argv)
{
	struct buf text = { 0 };

	die_name(argv[0]);
	/* + since an argument may begin like an option */
	if (getopt(argc, argv, "+") != -1 || optind == argc)
		usage();
	put(&text, lang_text(argv[optind]), argv + optind + 1);
	io_output(NULL, buf_str(&text));
	buf_free(&text);
	return 0;
}

/* style: compiles a style sheet into the parts of a Word document */
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "io.h"
#include "stylexml.h"

static _Noreturn void
usage(void)
{
	fputs("usage: style [-d DIR | -o FILE] [SHEET]\n"
	      "       style -k [-o FILE]\n",
	    stderr);
	_exit(2);
}

static void
save(const char *folder, const char *name, struct buf *part)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/%s", folder, name);
	io_rewrite(path.p, buf_str(part));
	buf_clear(part);
	buf_free(&path);
}

/* Where the sheet has a fault nothing is compiled, and an empty sheet lets
 * typeset go on to find the faults of the text. */
static void
write_parts(const struct stylesheet *s, bool sound, const char *folder)
{
	struct buf part = { 0 };

	io_folder(folder);
	if (sound) {
		stylexml_styles(s, &part);
		save(folder, "styles.xml", &part);
		stylexml_settings(s, &part);
		save(folder, "settings.xml", &part);
		stylexml_fonts(s, &part);
		save(folder, "fontTable.xml", &part);
		stylexml_footer(s, false, false, &part);
		save(folder, "footer1.xml", &part);
		stylexml_footer(s, true, false, &part);
		save(folder, "footer2.xml", &part);
		stylexml_footer(s, false, true, &part);
		save(folder, "footer3.xml", &part);
		stylexml_footer(s, true, true, &part);
		save(folder, "footer4.xml", &part);
		stylesheet_put(s, &part);
	}
	save(folder, "sheet", &part);
	buf_free(&part);
}

int
main(int argc, char **argv)
{
	const char *folder = NULL, *output = NULL;
	struct diag d = { .to = stderr };
	struct buf text = { 0 };
	struct stylesheet s;
	bool keys = false, sound;
	int c;

	die_name(argv[0]);
	while ((c = getopt(argc, argv, "d:ko:")) != -1) {
		if (c == 'd')
			folder = optarg;
		else if (c == 'k')
			keys = true;
		else if (c == 'o')
			output = optarg;
		else
			usage();
	}
	if (argc - optind > 1 || (folder != NULL && output != NULL) ||
	    (keys && (folder != NULL || optind != argc)))
		usage();
	sound = stylesheet_read(&s, argv[optind], &d);
	if (folder != NULL)
		write_parts(&s, sound, folder);
	else if (keys)
		stylesheet_keys(&text);
	else if (sound)
		stylesheet_put(&s, &text);
	if (folder == NULL && sound)
		io_output(output, buf_str(&text));
	buf_free(&text);
	stylesheet_free(&s);
	return diag_status(&d);
}

/* facts: any bytes as facts, as an overlay of other values, as the masks of an
 * edition and as a ledger, parted by lines ====. What is sound reads back as it
 * was written, and shows nothing of a value that is masked. */
#define _GNU_SOURCE /* memmem */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "factset.h"
#include "parts.h"

#define SECRET "zq7919xk"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FACTS, REPLACES, MASKS, LEDGER, FILES };

static char folder[] = "build/facts-XXXXXX";
static char *paths[FILES];

static void
make_paths(void)
{
	static const char *const names[] = { "facts", "replaces", "masks",
		"ledgers/会议.csv" };
	char ledgers[sizeof(folder) + 16];
	size_t i;

	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(ledgers, sizeof(ledgers), "%s/ledgers", folder);
	mkdir(ledgers, 0777);
	for (i = 0; i < FILES; i++)
		if (asprintf(&paths[i], "%s/%s", folder, names[i]) < 0)
			abort();
}

static void
save(const char *path, const char *before, struct str part)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (fd < 0 || write(fd, before, strlen(before)) < 0 ||
	    write(fd, part.p, part.n) != (ssize_t)part.n)
		abort();
	close(fd);
}

static void
check(const struct facts *fs, bool masked)
{
	struct buf out = { 0 }, again = { 0 };
	struct facts back = { 0 };

	facts_write(fs, &out);
	if (!facts_parse(&back, buf_str(&out)))
		abort();
	facts_write(&back, &again);
	if (!str_equal(buf_str(&out), buf_str(&again)))
		abort();
	if (masked && memmem(out.p, out.n, SECRET, strlen(SECRET)) != NULL)
		abort();
	facts_free(&back);
	buf_free(&out);
	buf_free(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = { (const char *)data, size }, rest = in;
	struct diag quiet = { .to = NULL };
	char ledgers[sizeof(folder) + 16];
	struct factset set = { 0 };
	struct str masks;

	/* a formula that never ends is stopped after seconds: formula.c has
	 * one of them at a time */
	if (memmem(in.p, in.n, "with", 4) != NULL ||
	    memmem(in.p, in.n, "WITH", 4) != NULL)
		return 0;
	if (paths[0] == NULL)
		make_paths();
	snprintf(ledgers, sizeof(ledgers), "%s/ledgers", folder);
	save(paths[FACTS], "密 = " SECRET "\n", cut_part(&rest));
	save(paths[REPLACES], "", cut_part(&rest));
	masks = cut_part(&rest);
	save(paths[MASKS], "密 = **\n", masks);
	save(paths[LEDGER], "", cut_part(&rest));
	set.replaces = paths[REPLACES];
	set.masks = paths[MASKS];
	set.ledgers = ledgers;
	factset_read(&set, &paths[FACTS], 1, &quiet);
	/* what the edition shows of its own will is no leak */
	if (quiet.counts[LEVEL_ERROR] == 0)
		check(&set.facts, memmem(masks.p, masks.n, "show", 4) == NULL &&
				      memmem(in.p, in.n, "zq", 2) == NULL);
	factset_free(&set);
	return 0;
}

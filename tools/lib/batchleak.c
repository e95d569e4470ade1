/* batchleak: whether the document of a row hides what its edition does */
#include "batchleak.h"
#include "hiddenuse.h"
#include "leakbare.h"
#include "leakreport.h"

/* Reads what the placeholders of hidden values stand beside. */
static void
read_uses(struct hidden *h, const struct batchsections *ss)
{
	struct hiddenuse *use = hiddenuse_new();
	size_t i;

	for (i = 0; i < ss->n; i++)
		hiddenuse_take(use, h, buf_str(&ss->list[i].outlined));
	hiddenuse_free(use);
}

static void
check_texts(struct hidden *h, const struct leakset *ls, const struct facts *fs,
    const struct batchsections *ss, struct diag *d)
{
	struct buf edition = { 0 };
	struct leakbare *lb;
	size_t i;

	buf_adds(&edition, ss->edition);
	lb = leakbare_new(ls, h, fs, edition.p, d);
	for (i = 0; i < ss->n; i++)
		leakbare_find(
		    lb, ss->list[i].path, buf_str(&ss->list[i].outlined));
	leakbare_free(lb);
	buf_free(&edition);
}

bool
batchleak_free(const struct facts *fs, const struct batchsections *ss,
    const char *name, struct str package, bool first, struct diag *d)
{
	size_t errors = d->counts[LEVEL_ERROR];
	struct hidden h = { 0 };
	struct leakset *ls;

	hidden_take(&h, fs);
	read_uses(&h, ss);
	ls = leakset_new(&h);
	check_texts(&h, ls, fs, ss, d);
	leakset_free(ls);
	/* what the texts show for good is among them now */
	ls = leakset_new(&h);
	leakreport_product(ls, name, package, d);
	if (first)
		leakreport_short(ls, &h, d);
	leakset_free(ls);
	hidden_free(&h);
	return d->counts[LEVEL_ERROR] == errors;
}

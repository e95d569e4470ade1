/* inputcheck: whether the files of a list are still those that it names */
#include "inputcheck.h"
#include "inputs.h"

/* Takes the field before the next tab off *rest. */
static struct str
field(struct str *rest)
{
	size_t tab = str_find(*rest, STR("\t"), 0);
	struct str f = str_cut(*rest, 0, tab != (size_t)-1 ? tab : rest->n);

	*rest = str_from(*rest, tab != (size_t)-1 ? tab + 1 : rest->n);
	return f;
}

/* Adds the hash of a file as its line in the list has it. */
static void
put_now(struct str kind, const char *path, struct buf *out)
{
	struct buf line = { 0 };
	struct str rest;

	if (str_equal(kind, STR(INPUT_PICTURE)))
		inputs_put_file(INPUT_PICTURE, path, &line);
	else if (str_equal(kind, STR(INPUT_LEDGER)))
		inputs_put_file(INPUT_LEDGER, path, &line);
	else
		inputs_put_file(INPUT_FACTS, path, &line);
	rest = str_from(buf_str(&line), 1);
	field(&rest);
	buf_adds(out, field(&rest));
	buf_free(&line);
}

static bool
stands(struct str line, struct buf *path)
{
	struct str first = field(&line), kind = STR(""), hash;
	struct buf now = { 0 };
	bool same;

	if (first.n == 0)
		kind = field(&line);
	hash = field(&line);
	buf_clear(path);
	buf_adds(path, first.n != 0 ? first : line);
	if (str_equal(kind, STR("setting")) || str_equal(kind, STR("program")))
		return true;
	put_now(kind, path->p, &now);
	same = str_equal(buf_str(&now), hash);
	buf_free(&now);
	return same;
}

bool
inputcheck_stand(struct str list, struct buf *changed)
{
	struct buf path = { 0 };
	struct str line;
	bool fine = true;

	while (fine && str_line(&list, &line))
		fine = stands(line, &path);
	if (!fine)
		buf_adds(changed, buf_str(&path));
	buf_free(&path);
	return fine;
}

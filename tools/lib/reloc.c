/* reloc: what typeset leaves to the linker */
#include <stdlib.h>

#include "reloc.h"
#include "xmlout.h"

#define OPEN "<?wengao "

static const struct str names[] = {
	[RELOC_IMAGE] = { "image", 5 },
	[RELOC_CHART] = { "chart", 5 },
	[RELOC_NOTE] = { "note", 4 },
	[RELOC_NOTE_END] = { "/note", 5 },
	[RELOC_LANDSCAPE] = { "landscape", 9 },
	[RELOC_PORTRAIT] = { "portrait", 8 },
	[RELOC_TOC] = { "toc", 3 },
	[RELOC_COMMENT] = { "comment", 7 },
	[RELOC_COMMENT_END] = { "/comment", 8 },
	[RELOC_VALUE] = { "value", 5 },
	[RELOC_VALUE_END] = { "/value", 6 },
	[RELOC_MADE] = { "made", 4 },
	[RELOC_MADE_END] = { "/made", 5 },
	[RELOC_LINES] = { "lines", 5 },
};

void
reloc_put(struct buf *out, enum reloc_kind kind, struct str args)
{
	xmlout_instruction(out, "wengao", names[kind], args);
}

void
reloc_image(
    struct buf *out, struct str path, struct str alt, long width, long height)
{
	struct buf args = { 0 };

	buf_addf(&args, "%ld %ld ", width, height);
	buf_adds(&args, path);
	buf_addc(&args, '\t'); /* which neither a path nor a text holds */
	buf_adds(&args, alt);
	reloc_put(out, RELOC_IMAGE, buf_str(&args));
	buf_free(&args);
}

void
reloc_chart(struct buf *out, const struct chart *c)
{
	struct buf args = { 0 };
	size_t r, i;

	buf_addf(&args, "%s %ld %ld %zu %zu ", chart_kind_name(c->kind),
	    c->width, c->height, c->points, c->series);
	buf_adds(&args, buf_str(&c->caption));
	for (r = 0; r <= c->points; r++)
		for (i = 0; i <= c->series; i++) {
			buf_addc(&args, '\t');
			buf_adds(&args, buf_str(chart_cell(c, r, i)));
		}
	reloc_put(out, RELOC_CHART, buf_str(&args));
	buf_free(&args);
}

bool
reloc_next(struct str text, size_t *at, size_t *end, struct reloc *r)
{
	size_t open = str_find(text, STR(OPEN), *at), close, i, name;
	struct str body;

	if (open == (size_t)-1)
		return false;
	close = str_find(text, STR("?>"), open);
	if (close == (size_t)-1)
		return false;
	body = str_cut(
	    text, open + sizeof(OPEN) - 1, close - open - (sizeof(OPEN) - 1));
	for (name = 0; name < body.n && body.p[name] != ' '; name++)
		continue;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_equal(str_cut(body, 0, name), names[i]))
			break;
	if (i == sizeof(names) / sizeof(names[0]))
		return false;
	r->kind = (enum reloc_kind)i;
	r->args = str_from(body, name < body.n ? name + 1 : name);
	*at = open;
	*end = close + 2;
	return true;
}

bool
reloc_strip(struct str text, struct buf *out)
{
	struct reloc r;
	size_t from = 0, at, end;
	bool any = false;

	for (at = 0; reloc_next(text, &at, &end, &r); at = end) {
		if (r.kind < RELOC_VALUE)
			continue;
		buf_adds(out, str_cut(text, from, at - from));
		from = end;
		any = true;
	}
	if (any)
		buf_adds(out, str_from(text, from));
	return any;
}

void
reloc_escaped(struct buf *out, enum reloc_kind kind, struct str args)
{
	struct buf plain = { 0 };

	xmlout_plain(&plain, args);
	reloc_put(out, kind, buf_str(&plain));
	buf_free(&plain);
}

bool
reloc_read_image(struct str args, long *width, long *height, struct buf *path,
    struct str *alt)
{
	size_t tab = str_find(args, STR("\t"), 0);
	char *end;

	if (tab == (size_t)-1)
		return false;
	/* what follows the text ends a number */
	*width = strtol(args.p, &end, 10);
	*height = strtol(end, &end, 10);
	if (*end != ' ' || end + 1 > args.p + tab || *width <= 0 ||
	    *height <= 0)
		return false;
	xmlout_plain(path, str_cut(args, (size_t)(end + 1 - args.p),
			       tab - (size_t)(end + 1 - args.p)));
	*alt = str_from(args, tab + 1);
	return true;
}

/* Takes what stands before a c, or the rest, off *rest. */
static struct str
take(struct str *rest, char c)
{
	size_t at = str_find(*rest, (struct str){ &c, 1 }, 0);
	struct str taken = *rest;

	if (at == (size_t)-1)
		at = rest->n;
	taken.n = at;
	*rest = str_from(*rest, at < rest->n ? at + 1 : at);
	return taken;
}

/* A blank or a tab ends the number. */
static bool
take_number(struct str *rest, long *n)
{
	struct str digits = take(rest, ' ');

	if (digits.n == 0 || digits.n > 9 || rest->n == 0)
		return false;
	*n = strtol(digits.p, NULL, 10);
	return *n > 0;
}

static bool
read_chart(struct str rest, struct chart *c)
{
	size_t tabs = 0, i;
	long points, series;

	for (i = 0; i < rest.n; i++)
		tabs += rest.p[i] == '\t';
	if (!chart_kind_named(take(&rest, ' '), &c->kind) ||
	    !take_number(&rest, &c->width) || !take_number(&rest, &c->height) ||
	    !take_number(&rest, &points) || !take_number(&rest, &series))
		return false;
	if ((size_t)points > tabs || (size_t)series > tabs ||
	    tabs != ((size_t)points + 1) * ((size_t)series + 1))
		return false;
	if (c->kind == CHART_PIE && (points > CHART_SLICES || series != 1))
		return false;
	chart_make(c, (size_t)points, (size_t)series);
	buf_adds(&c->caption, take(&rest, '\t'));
	for (i = 0; i < tabs; i++)
		buf_adds(&c->cells[i], take(&rest, '\t'));
	return true;
}

bool
reloc_read_chart(struct str args, struct chart *c)
{
	struct buf plain = { 0 };
	bool fine;

	xmlout_plain(&plain, args);
	fine = read_chart(buf_str(&plain), c);
	buf_free(&plain);
	return fine;
}

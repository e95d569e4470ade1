/* picture: the block 图片: a picture file, set in the report */
#include <string.h>

#include "image.h"
#include "inline.h"
#include "io.h"
#include "measure.h"
#include "picture.h"
#include "reloc.h"
#include "utf8.h"
#include "xmlout.h"

enum { FIELDS = 4, EMU_A_TWIP = 635, TWIPS_AN_INCH = 1440 };

enum field { PATH, ALT, WIDTH, CAPTION };

struct picture {
	const struct setting *how;
	const struct line *line;
	size_t number;
	struct paragraph fields[FIELDS]; /* as their author wrote them */
	size_t n;
	struct buf shown[FIELDS]; /* as they are read */
	bool bad;
};

static void
say(struct picture *p, enum field f, const char *what, const char *why)
{
	const char *at = p->n > (size_t)f && p->fields[f].text.n != 0
			     ? p->fields[f].lines[0].line.text.p
			     : p->line->text.p;

	p->bad = true;
	diag_say(p->how->d, line_place(p->line, at, p->how->path, p->number),
	    LEVEL_ERROR, "image", "%s%s", what, why);
}

/* Adds one field of the arguments. */
static void
add_field(struct picture *p, struct str text)
{
	struct line l = *p->line;

	l.text = utf8_trim(text);
	if (p->n < FIELDS)
		paragraph_take(&p->fields[p->n], &l, p->number);
	p->n++;
}

/* Cuts the arguments at the | that no value put in and no \ protects. */
static void
cut_fields(struct picture *p)
{
	struct str args = p->line->args;
	size_t at = 0, start = 0, i, bar;
	struct piece piece;

	while (inline_next(args, &at, &piece)) {
		if (piece.kind != PIECE_TEXT)
			continue;
		for (i = 0; i < piece.text.n; i += bar != 0 ? bar : 1) {
			size_t here = (size_t)(piece.text.p - args.p) + i;

			if ((bar = utf8_markup(piece.text, i, '|')) == 0)
				continue;
			add_field(p, str_cut(args, start, here - start));
			start = here + bar;
		}
	}
	add_field(p, str_from(args, start));
}

/* The path from where the filters run: beside the section's file. */
static bool
find_path(struct picture *p, struct buf *path)
{
	struct str name = buf_str(&p->shown[PATH]);
	const char *slash;

	if (name.n == 0) {
		say(p, PATH, "name the picture's file: ",
		    ":::图片 file.png | what it shows");
		return false;
	}
	slash = memchr(name.p, '/', name.n);
	if (name.p[0] == '/' || (slash != NULL && strchr(slash + 1, '/')) ||
	    str_starts(name, STR("../")) ||
	    str_find(name, STR("/../"), 0) != (size_t)-1 ||
	    str_find(name, STR("\\"), 0) != (size_t)-1 ||
	    str_find(name, STR("\t"), 0) != (size_t)-1) {
		say(p, PATH,
		    "a picture lies in the report's folder or one right "
		    "below; ",
		    "name it from there, without .. or a slash in front");
		return false;
	}
	slash = strrchr(p->how->path, '/');
	if (slash != NULL)
		buf_add(path, p->how->path, (size_t)(slash - p->how->path) + 1);
	buf_adds(path, name);
	return true;
}

static bool
read_image(struct picture *p, const char *path, struct image *image)
{
	struct buf file = { 0 };
	const char *wrong = NULL;
	bool found = io_read_if(path, &file);

	if (!found)
		say(p, PATH, "there is no picture ", path);
	else if ((wrong = image_read(buf_str(&file), image)) != NULL)
		say(p, PATH, "this picture cannot be set: ", wrong);
	buf_free(&file);
	return found && wrong == NULL;
}

/* The size on paper, twips. */
static bool
measure(struct picture *p, const struct image *image, long *width, long *height)
{
	const struct face *body = &p->how->sheet->faces[FACE_BODY];
	struct measure m = { face_character(body), body->line };
	long most = stylesheet_height(p->how->sheet) - 4 * body->line, unused;
	const char *wrong;

	if (p->how->width != stylesheet_width(p->how->sheet))
		most = stylesheet_width(p->how->sheet) - 4 * body->line;
	*width = (long)(image->width * TWIPS_AN_INCH / image->across);
	*height = (long)(image->height * TWIPS_AN_INCH / image->down);
	if (p->shown[WIDTH].n != 0) {
		long wanted;

		wrong = measure_length(
		    buf_str(&p->shown[WIDTH]), m, &wanted, &unused);
		if (wrong != NULL || wanted > p->how->width || wanted < 20) {
			say(p, WIDTH,
			    wrong != NULL ? wrong
					  : "a picture is at most as wide as "
					    "the type area",
			    "");
			return false;
		}
		*height = (long)((long long)*height * wanted /
				 (*width > 0 ? *width : 1));
		*width = wanted;
	}
	if (*width > p->how->width) {
		*height = (long)((long long)*height * p->how->width / *width);
		*width = p->how->width;
	}
	if (*height > most) {
		*width = (long)((long long)*width * most / *height);
		*height = most;
	}
	*width = *width > 20 ? *width : 20;
	*height = *height > 20 ? *height : 20;
	return true;
}

static void
put_picture(struct picture *p, const char *path, long width, long height,
    struct buf *out)
{
	bool captioned = p->n > CAPTION && p->fields[CAPTION].text.n != 0;

	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", face_style(FACE_IMAGE));
	if (captioned)
		xmlout_element(out, "w:keepNext", NULL, NULL);
	xmlout_end(out, "w:pPr");
	reloc_image(out, str_of(path), buf_str(&p->shown[ALT]),
	    width * EMU_A_TWIP, height * EMU_A_TWIP);
	xmlout_end(out, "w:p");
	if (!captioned)
		return;
	paragraph_open(face_style(FACE_FIGURE_CAPTION), out);
	paragraph_runs(
	    &p->fields[CAPTION], 0, p->fields[CAPTION].text.n, p->how, out);
	paragraph_close(out);
}

void
picture_put(const struct line *line, size_t number, const struct setting *how,
    struct buf *out)
{
	struct picture p = { .how = how, .line = line, .number = number };
	struct image image = { 0 };
	struct buf path = { 0 };
	long width = 0, height = 0;
	size_t i;

	cut_fields(&p);
	for (i = 0; i < p.n && i < FIELDS; i++)
		inline_shown(buf_str(&p.fields[i].text), &p.shown[i]);
	if (p.n > FIELDS)
		say(&p, CAPTION,
		    "a picture has a file, what it shows, a width and a "
		    "caption; ",
		    "write \\| for the sign itself");
	if (p.shown[ALT].n == 0)
		say(&p, PATH,
		    "say behind | what the picture shows: it is read out to ",
		    "who cannot see it");
	if (find_path(&p, &path) && read_image(&p, path.p, &image) &&
	    measure(&p, &image, &width, &height) && !p.bad)
		put_picture(&p, path.p, width, height, out);
	for (i = 0; i < FIELDS; i++) {
		paragraph_free(&p.fields[i]);
		buf_free(&p.shown[i]);
	}
	buf_free(&path);
}

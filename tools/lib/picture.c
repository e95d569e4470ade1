/* picture: the block 图片: a picture file, set in the report */
#include <string.h>

#include "image.h"
#include "inline.h"
#include "io.h"
#include "lang.h"
#include "measure.h"
#include "picture.h"
#include "reloc.h"
#include "utf8.h"
#include "xmlout.h"

enum { FIELDS = 3, EMU_A_TWIP = 635, TWIPS_AN_INCH = 1440 };

enum field { PATH, ALT, WIDTH };

struct picture {
	const struct setting *how;
	const struct paragraph *line;
	size_t at[FIELDS + 1]; /* where the fields begin */
	size_t n;
	struct buf shown[FIELDS]; /* as they are read */
	bool bad;
};

/* Says what is wrong with a field, in a text with at most one %s, for why. */
static void
say(struct picture *p, enum field f, const char *what, const char *why)
{
	size_t at = (size_t)f < p->n ? p->at[f] : 0;

	p->bad = true;
	diag_say(p->how->d, paragraph_place(p->line, at, p->how->path),
	    LEVEL_ERROR, "image", what, why);
}

/* Adds the field of the line from byte at to end. */
static void
add_field(struct picture *p, size_t at, size_t end)
{
	struct str text = str_cut(buf_str(&p->line->text), at, end - at);
	struct str bare = utf8_trim(text);

	if (p->n <= FIELDS)
		p->at[p->n] = at + (size_t)(bare.p - text.p);
	if (p->n < FIELDS)
		inline_shown(bare, &p->shown[p->n]);
	p->n++;
}

/* Cuts the line at the | that no value put in and no \ protects. */
static void
cut_fields(struct picture *p)
{
	struct str line = buf_str(&p->line->text);
	size_t at = 0, start = 0, i, bar;
	struct piece piece;

	while (inline_next(line, &at, &piece)) {
		if (piece.kind != PIECE_TEXT)
			continue;
		for (i = 0; i < piece.text.n; i += bar != 0 ? bar : 1) {
			size_t here = (size_t)(piece.text.p - line.p) + i;

			if ((bar = utf8_markup(piece.text, i, '|')) == 0)
				continue;
			add_field(p, start, here);
			start = here + bar;
		}
	}
	add_field(p, start, line.n);
}

/* The path from where the filters run: beside the section's file. */
static bool
find_path(struct picture *p, struct buf *path)
{
	struct str name = buf_str(&p->shown[PATH]);
	const char *slash;

	if (name.n == 0) {
		say(p, PATH,
		    "name the picture's file: file.png | what it shows | width",
		    "");
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
		    "below; name it from there, without .. or a slash in front",
		    "");
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
		say(p, PATH, "there is no picture %s", path);
	else if ((wrong = image_read(buf_str(&file), image)) != NULL)
		say(p, PATH, "this picture cannot be set: %s",
		    lang_text(wrong));
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
put_picture(const struct picture *p, const char *path, long width, long height,
    bool keep, struct buf *out)
{
	xmlout_start(out, "w:p");
	xmlout_start(out, "w:pPr");
	xmlout_element(out, "w:pStyle", "w:val", face_style(FACE_IMAGE));
	if (keep)
		xmlout_element(out, "w:keepNext", NULL, NULL);
	xmlout_end(out, "w:pPr");
	reloc_image(out, str_of(path), buf_str(&p->shown[ALT]),
	    width * EMU_A_TWIP, height * EMU_A_TWIP);
	xmlout_end(out, "w:p");
}

/* Sets one picture; keep holds it on the page of what follows. */
static void
take_picture(struct picture *p, bool keep, struct buf *out)
{
	struct image image = { 0 };
	struct buf path = { 0 };
	long width = 0, height = 0;
	size_t i;

	cut_fields(p);
	if (p->n > FIELDS)
		say(p, (enum field)FIELDS,
		    "a picture has a file, what it shows and a width; write "
		    "\\| for the sign itself",
		    "");
	if (p->shown[ALT].n == 0)
		say(p, PATH,
		    "say behind | what the picture shows: it is read out to "
		    "who cannot see it",
		    "");
	if (find_path(p, &path) && read_image(p, path.p, &image) &&
	    measure(p, &image, &width, &height) && !p->bad)
		put_picture(p, path.p, width, height, keep, out);
	for (i = 0; i < FIELDS; i++)
		buf_free(&p->shown[i]);
	buf_free(&path);
}

void
pictures_put(const struct paragraph *caption, const struct paragraph *lines,
    size_t n, struct place opened, const struct setting *how, struct buf *out)
{
	bool captioned = caption->text.n != 0;
	size_t i;

	if (n == 0)
		diag_say(how->d, opened, LEVEL_ERROR, "image",
		    "there is no picture; write file.png | what it shows "
		    "before its :::");
	for (i = 0; i < n; i++) {
		struct picture p = { .how = how, .line = &lines[i] };

		take_picture(&p, captioned || i + 1 < n, out);
	}
	if (!captioned)
		return;
	paragraph_open(face_style(FACE_FIGURE_CAPTION), out);
	paragraph_runs(caption, 0, caption->text.n, how, out);
	paragraph_close(out);
}

/* closing: signature and date below the text (GB/T 9704 7.3.5) */
#include "closing.h"
#include "glyphs.h"
#include "utf8.h"

enum { GAP = 2, STAMP = 4, STAMP_RIGHT = 4 }; /* characters */

/* Says whether a character is a Western letter or digit. */
static bool
western(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z');
}

static bool
seam(uint32_t a, uint32_t b)
{
	return (western(a) && utf8_chinese(b)) ||
	       (utf8_chinese(a) && western(b));
}

/* The space that stands where Chinese and Western meet: 3.4 points at 16,
 * measured; about a quarter of a character in Word. */
static long
seams_width(struct str text, const struct face *f)
{
	struct glyphs gs = { 0 };
	long seams = 0;
	size_t i;

	glyphs_read(text, &gs);
	for (i = 1; i < gs.n; i++)
		seams += seam(gs.g[i - 1].c, gs.g[i].c);
	glyphs_free(&gs);
	return seams * f->size * 17 / 80;
}

static long
line_width(
    const struct paragraph *p, enum face_kind kind, const struct setting *how)
{
	const struct face *f = &how->sheet->faces[kind];
	struct str text = buf_str(&p->text);
	long w = glyphs_width(text, f) + seams_width(text, f);

	return w < how->width ? w : how->width;
}

/* A distance from the right that keeps a line of this width in the type area.
 */
static long
clamp(long right, long width, long area)
{
	if (right > area - width)
		right = area - width;
	return right > 0 ? right : 0;
}

/* Puts the line over the middle of a date. */
static long
over(long date_right, long date, long line)
{
	return date_right + (date - line) / 2;
}

static void
put_line(const struct paragraph *p, enum face_kind kind, struct layout l,
    const struct setting *how, struct buf *out)
{
	long w = line_width(p, kind, how);

	/* what takes several lines goes on where they end */
	l.right = clamp(l.right, w < how->width ? w : 0, how->width);
	paragraph_open_with(face_style(kind), &l, out);
	paragraph_runs(p, 0, p->text.n, how, out);
	paragraph_close(out);
}

/* The distances from the right of lines and date that bear no seal. */
static void
unsealed(long longest, long date, long em, long *right, long *date_right)
{
	*date_right = *right + longest - GAP * em - date;
	if (date > longest) {
		*date_right = *right;
		*right = date + GAP * em + *date_right - longest;
	}
}

void
closing_put(const struct paragraph *lines, size_t n, const struct setting *how,
    struct buf *out)
{
	const struct stylesheet *s = how->sheet;
	const struct face *organ = &s->faces[FACE_SIGNATURE];
	long em = face_character(organ), longest = 0, date, w;
	long right = organ->right.twips;
	long date_right = s->faces[FACE_DATE].right.twips;
	size_t i, organs = n > 1 ? n - 1 : n;

	for (i = 0; i < organs; i++)
		if ((w = line_width(&lines[i], FACE_SIGNATURE, how)) > longest)
			longest = w;
	if (longest > how->width - right)
		longest = how->width - right; /* it takes several lines */
	date = n > 1 ? line_width(&lines[n - 1], FACE_DATE, how) : 0;
	if (s->seal == SEAL_SIGNED) {
		date_right = STAMP_RIGHT * em;
		right = date_right + (STAMP + GAP) * em;
	} else if (s->seal == SEAL_NONE && n > 1) {
		unsealed(longest, date, em, &right, &date_right);
	}
	for (i = 0; i < organs; i++) {
		struct layout l = { .keep = n > 1, .before = BEFORE_STYLE };

		if (i != 0)
			l.before = 0;
		else if (s->seal == SEAL_SIGNED)
			l.before = 2 * s->faces[FACE_BODY].line;
		l.right = right;
		if (s->seal == SEAL_SEALED && n > 1)
			l.right = over(date_right, date,
			    line_width(&lines[i], FACE_SIGNATURE, how));
		put_line(&lines[i], FACE_SIGNATURE, l, how, out);
	}
	if (n > 1)
		put_line(&lines[n - 1], FACE_DATE,
		    (struct layout){ .right = date_right,
			.before = s->seal == SEAL_SIGNED
				      ? s->faces[FACE_BODY].line
				      : BEFORE_STYLE },
		    how, out);
}

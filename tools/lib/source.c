/* source: the text of a file, as every filter wants it */
#include <string.h>

#include "encoding.h"
#include "lang.h"
#include "marks.h"
#include "source.h"
#include "utf8.h"

/* A file that is no text at all would fill the screen: stop telling after so
 * many lines. */
enum { TOLD = 50 };

/* Why a character cannot stand in a text; NULL where it can. */
static const char *
fault_of(struct str s, size_t at, size_t n, uint32_t c, enum source_kind kind)
{
	if (n == 0)
		return "not UTF-8; save the file as UTF-8";
	if (utf8_noncharacter(c) &&
	    (kind == SOURCE_AUTHOR || mark_at(s, at) == MARK_IS_NONE))
		return "a noncharacter, which no text may hold; delete it";
	if (c == 0xFEFF)
		return "a byte-order mark inside the text; delete it";
	if (c == 0x2028 || c == 0x2029)
		return "a line separator; end lines with LF or CR LF";
	/* XML 1.0, 2.2: of the controls only tab, LF and CR are characters; and
	 * no editor shows those of ISO 6429 */
	if ((c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0))
		return c == '\r' ? "a carriage return inside a line; "
				   "end lines with LF or CR LF"
				 : "a control character; delete it";
	return NULL;
}

/* The length of the sound text at the head of s. */
static size_t
sound_head(struct str s, enum source_kind kind)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, n;
	uint32_t c;

	while (i < s.n) {
		if (p[i] >= 0x20 && p[i] < 0x7F) {
			i++;
			continue;
		}
		/* nearly all of a Chinese text: U+3000 to U+CFFF */
		if (p[i] >= 0xE3 && p[i] <= 0xEC && i + 2 < s.n &&
		    (p[i + 1] & 0xC0) == 0x80 && (p[i + 2] & 0xC0) == 0x80) {
			i += 3;
			continue;
		}
		n = utf8_next(s, i, &c);
		if (fault_of(s, i, n, c, kind) != NULL)
			break;
		i += n;
	}
	return i;
}

struct scan {
	enum source_kind kind;
	const char *path;
	struct diag *d;
	size_t line, told, told_line;
	bool broken_off; /* what follows could not be converted */
};

/* Reports a fault at byte at of s, in the line that begins at start. */
static void
tell(struct scan *sc, struct str s, size_t start, size_t at, const char *why)
{
	struct place place = { sc->path, sc->line, 1 };
	struct str before = str_cut(s, start, at - start);
	uint32_t c = 0;
	size_t i, n;

	if (sc->told_line == sc->line || sc->told > TOLD) {
		sc->d->counts[LEVEL_ERROR]++;
		return;
	}
	sc->told_line = sc->line;
	for (i = 0; i < before.n; i += n != 0 ? n : 1, place.column++)
		n = utf8_next(before, i, &c);
	if (sc->told++ == TOLD)
		diag_say(sc->d, place, LEVEL_ERROR, "source",
		    "and more such lines follow; is this a text file?");
	else if (utf8_next(s, at, &c) == 0)
		diag_say(sc->d, place, LEVEL_ERROR, "source",
		    "the byte 0x%02X is %s", (unsigned char)s.p[at],
		    lang_text(why));
	else
		diag_say(sc->d, place, LEVEL_ERROR, "source", "U+%04X is %s",
		    (unsigned int)c, lang_text(why));
}

/* Copies s to out without carriage returns, and with marks of error where a
 * character cannot stand. */
static void
mend(struct scan *sc, struct str s, struct buf *out)
{
	size_t i = 0, start = 0, n;
	const char *why;
	uint32_t c = 0;

	sc->line = 1;
	while (i < s.n) {
		c = 0;
		n = utf8_next(s, i, &c);
		if (c == '\r' && i + 1 < s.n && s.p[i + 1] == '\n') {
			i++;
			continue;
		}
		why = fault_of(s, i, n, c, sc->kind);
		if (why != NULL) {
			tell(sc, s, start, i, why);
			/* one column, whatever it was */
			mark_add(out, MARK_ERROR, STR("?"), STR(""));
		} else {
			buf_add(out, s.p + i, n);
		}
		i += n != 0 ? n : 1;
		if (c == '\n' && n == 1) {
			sc->line++;
			start = i;
		}
	}
}

/*
 * Says whether s is rather GB18030 than UTF-8 with a fault in it. Two Chinese
 * characters of UTF-8 always make three of GB18030, so that a conversion alone
 * proves nothing; but a text in GB18030 has hardly a sequence of three or four
 * bytes that is UTF-8, and nearly every byte of it is a fault.
 */
static bool
rather_gb18030(struct str s)
{
	size_t i, n, good = 0, bad = 0;
	uint32_t c;

	for (i = 0; i < s.n; i += n != 0 ? n : 1) {
		n = utf8_next(s, i, &c);
		good += n >= 3;
		bad += n == 0;
	}
	return bad > good;
}

static void
say_converted(struct scan *sc, const char *name)
{
	diag_say(sc->d, (struct place){ sc->path, 0, 0 }, LEVEL_WARNING,
	    "encoding", "read as %s; save the file as UTF-8", name);
}

/* Converts what carries the byte-order mark of UTF-16; the place of a fault is
 * the end of what could be read. */
static void
from_utf16(struct scan *sc, struct str raw, const char *name, struct buf *out)
{
	struct str text;
	size_t at;

	say_converted(sc, name);
	if (encoding_convert(str_from(raw, 2), name, out))
		return;
	text = buf_str(out);
	sc->line = 1;
	for (at = 0; at < text.n; at++)
		sc->line += text.p[at] == '\n';
	diag_say(sc->d, (struct place){ sc->path, sc->line, 0 }, LEVEL_ERROR,
	    "source",
	    "the text is broken here (half a character of UTF-16); "
	    "save the file as UTF-8");
	sc->broken_off = true;
}

/* Finds the encoding; gives the text in UTF-8, perhaps with faults. */
static struct str
to_utf8(struct scan *sc, struct str raw, struct buf *room)
{
	if (str_starts(raw, STR("\xEF\xBB\xBF")))
		return str_from(raw, 3);
	if (str_starts(raw, STR("\xFF\xFE"))) {
		from_utf16(sc, raw, "UTF-16LE", room);
		return buf_str(room);
	}
	if (str_starts(raw, STR("\xFE\xFF"))) {
		from_utf16(sc, raw, "UTF-16BE", room);
		return buf_str(room);
	}
	return raw;
}

/* Says whether the marks of every line are whole; reports the first that are
 * not. */
static bool
check_marks(const struct scan *sc, struct str s)
{
	struct place at = { sc->path, 0, 0 };
	struct str line, rest = s;

	if (str_find(s, STR("\xEF\xB7"), 0) == (size_t)-1)
		return true;
	while (str_line(&rest, &line)) {
		at.line++;
		if (marks_whole(line))
			continue;
		diag_say(sc->d, at, LEVEL_ERROR, "source",
		    "the marks of an earlier filter are broken off here; run "
		    "it again");
		return false;
	}
	return true;
}

struct str
source_text(struct str raw, enum source_kind kind, const char *path,
    struct diag *d, struct buf *room)
{
	struct scan sc = { .kind = kind, .path = path, .d = d };
	struct buf other = { 0 };
	struct str s;
	size_t sound;

	s = to_utf8(&sc, raw, &other);
	sound = sound_head(s, kind);
	if (sound < s.n && other.n == 0 && rather_gb18030(s)) {
		if (encoding_convert(s, "GB18030", &other)) {
			say_converted(&sc, "GB18030");
			s = buf_str(&other);
			sound = sound_head(s, kind);
		}
	}
	if (sound < s.n || other.p != NULL) {
		buf_clear(room);
		buf_reserve(room, s.n);
		mend(&sc, s, room);
		if (sc.broken_off)
			mark_add(room, MARK_ERROR, STR(""), STR(""));
		s = buf_str(room);
	}
	buf_free(&other);
	if (kind == SOURCE_STAGE && !check_marks(&sc, s)) {
		buf_clear(room);
		mark_add(room, MARK_ERROR, STR(""), STR(""));
		s = buf_str(room);
	}
	return s;
}

/* leakpart: hidden values in a part of a package, or in any other file */
#include <string.h>

#include "encoding.h"
#include "leakcode.h"
#include "leakimage.h"
#include "leakpart.h"
#include "leaktext.h"
#include "leakxml.h"
#include "utf8.h"

/* A search in one part. */
struct search {
	const struct leakset *ls;
	struct leak_place at;
	leak_tell *tell;
	void *ctx;
	struct str form; /* the text that is searched; empty for bytes */
	struct buf room;
};

static void
take_hit(void *ctx, const struct leakset_hit *hit)
{
	struct search *s = ctx;
	struct leak_place at = s->at;

	if (s->form.n != 0 && leakset_shown(s->ls, s->form, hit))
		return;
	if (at.where == LEAK_BYTES)
		at.number += hit->from;
	s->tell(s->ctx, hit->value, &at);
}

/* Searches what text has in a code. */
static void
search_codes(struct search *s, struct str text)
{
	struct buf out = { 0 }, form = { 0 };
	size_t at = 0;

	if (leakcode_resolve(text, &out)) {
		leaktext_put(buf_str(&out), &form);
		s->form = buf_str(&form);
		leakset_form(s->ls, s->form, false, take_hit, s);
	}
	s->form = STR("");
	for (buf_clear(&out); leakcode_base64(text, &at, &out);
	     buf_clear(&out)) {
		leakset_bytes(s->ls, buf_str(&out), take_hit, s);
		buf_clear(&form);
		leaktext_put(buf_str(&out), &form);
		leakset_form(s->ls, buf_str(&form), false, take_hit, s);
	}
	buf_free(&out);
	buf_free(&form);
}

static void
search_text(struct search *s, struct str text, bool row)
{
	buf_clear(&s->room);
	leaktext_put(text, &s->room);
	s->form = buf_str(&s->room);
	leakset_form(s->ls, s->form, row, take_hit, s);
	s->form = STR("");
}

static void
see_piece(void *ctx, const struct leakxml_piece *p)
{
	static const enum leak_where wheres[] = {
		[LEAKXML_TEXT] = LEAK_TEXT,
		[LEAKXML_DELETED] = LEAK_DELETED,
		[LEAKXML_ROW] = LEAK_TEXT,
		[LEAKXML_CODE] = LEAK_CODE,
		[LEAKXML_ATTRIBUTE] = LEAK_ATTRIBUTE,
		[LEAKXML_REMARK] = LEAK_REMARK,
		[LEAKXML_NAME] = LEAK_NAME,
	};
	struct search *s = ctx;
	struct leak_place was = s->at;

	if (s->at.where != LEAK_BYTES) {
		bool paragraph =
		    p->kind == LEAKXML_TEXT || p->kind == LEAKXML_DELETED ||
		    p->kind == LEAKXML_ROW || p->kind == LEAKXML_CODE;

		s->at.where = wheres[p->kind];
		s->at.name = p->name;
		s->at.number =
		    paragraph && p->paragraph != 0 ? p->paragraph : p->at;
		if (paragraph && p->paragraph == 0)
			s->at.where = LEAK_ELEMENT;
	}
	search_text(s, p->text, p->kind == LEAKXML_ROW);
	search_codes(s, p->text);
	s->at = was;
}

static bool
is_text(struct str s)
{
	size_t i, n;
	uint32_t c;

	for (i = 0; i < s.n; i += n) {
		n = 1;
		if (s.p[i] >= ' ' && (s.p[i] & 0x80) == 0)
			continue;
		n = utf8_next(s, i, &c);
		if (n == 0 || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
			return false;
	}
	return true;
}

static bool
is_xml(struct str s)
{
	size_t i = str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;

	while (i < s.n && strchr(" \t\r\n", s.p[i]) != NULL && s.p[i] != '\0')
		i++;
	return i < s.n && s.p[i] == '<';
}

/* Searches a blob: as bytes, as text if it is some, and as XML from where XMP
 * begins in it. */
static void
search_bytes(void *ctx, struct str bytes)
{
	struct search *s = ctx;
	size_t xml = str_find(bytes, STR("<x:xmpmeta"), 0);

	s->form = STR("");
	leakset_bytes(s->ls, bytes, take_hit, s);
	if (is_text(bytes)) {
		search_text(s, bytes, false);
		search_codes(s, bytes);
	}
	if (xml != (size_t)-1)
		leakxml_read(str_from(bytes, xml), see_piece, s);
}

/* Searches plain text line by line. */
static void
search_lines(struct search *s, struct str text)
{
	struct str line;

	s->at.where = LEAK_LINE;
	for (s->at.number = 1; str_line(&text, &line); s->at.number++) {
		search_text(s, line, false);
		search_codes(s, line);
	}
}

/* The text of XML in another encoding than UTF-8; raw where it is none. */
static struct str
converted(struct str raw, struct buf *room)
{
	struct str head = str_cut(raw, 0, raw.n < 100 ? raw.n : 100);

	if (str_starts(raw, STR("\xFF\xFE")) || str_starts(raw, STR("<\0?\0")))
		encoding_convert(raw, "UTF-16LE", room);
	else if (str_starts(raw, STR("\xFE\xFF")) ||
		 str_starts(raw, STR("\0<\0?")))
		encoding_convert(raw, "UTF-16BE", room);
	else if (str_find(head, STR("encoding="), 0) != (size_t)-1 &&
		 (str_find(head, STR("GB"), 0) != (size_t)-1 ||
		     str_find(head, STR("gb"), 0) != (size_t)-1))
		encoding_convert(raw, "GB18030", room);
	return room->n != 0 ? buf_str(room) : raw;
}

void
leakpart_find(const struct leakset *ls, struct str part, struct str bytes,
    leak_tell *tell, void *ctx)
{
	struct search s = { .ls = ls, .tell = tell, .ctx = ctx };
	struct buf room = { 0 }, unpacked = { 0 };
	struct str text = converted(bytes, &room);

	s.at = (struct leak_place){ .where = LEAK_BYTES, .part = part };
	if (is_xml(text)) {
		s.at.where = LEAK_TEXT;
		leakxml_read(text, see_piece, &s);
		/* what is no UTF-8 in it is looked at as bytes */
		s.at.where = LEAK_BYTES;
		if (!is_text(text))
			search_bytes(&s, bytes);
	} else if (is_text(text)) {
		search_lines(&s, text);
	} else if (!leakimage_read(bytes, search_bytes, &s)) {
		search_bytes(&s, bytes);
		if (leakimage_unpack(bytes, &unpacked))
			search_bytes(&s, buf_str(&unpacked));
	}
	buf_free(&s.room);
	buf_free(&room);
	buf_free(&unpacked);
}

void
leakpart_text(const struct leakset *ls, struct str text,
    const struct leak_place *at, leak_tell *tell, void *ctx)
{
	struct search s = { .ls = ls, .tell = tell, .ctx = ctx, .at = *at };

	search_text(&s, text, false);
	search_codes(&s, text);
	buf_free(&s.room);
}

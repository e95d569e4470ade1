/* docopen: a Word document opened, or told from what is none */
#include "docopen.h"
#include "lang.h"

/* How other files begin. */
static const struct {
	struct str head;
	const char *what;
} others[] = {
	{ { "{\\rtf", 5 }, "an RTF file, not a DOCX: save it as .docx first" },
	{ { "%PDF-", 5 }, "a PDF file, not a DOCX" },
	{ { "<?xml", 5 }, "an XML file, not a DOCX: save it as .docx first" },
	{ { "\xef\xbb\xbf<?xml", 8 },
	    "an XML file, not a DOCX: save it as .docx first" },
};

/* An OLE file (MS-CFB, 2.2) by the names in its directory, which are UTF-16:
 * MS-OFFCRYPTO, 2.3.4.4, and MS-DOC, 2.1.1. */
static const char *
recognize_ole(struct str file)
{
	static const struct str encrypted = {
		"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32
	};
	static const struct str word = { "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
		24 };

	if (str_find(file, encrypted, 0) != (size_t)-1)
		return "an encrypted document: open it with its password and "
		       "save it without one";
	if (str_find(file, word, 0) != (size_t)-1)
		return "an old Word document (.doc): save it as .docx first";
	return "an OLE file, not a DOCX";
}

/* What the file is when it is no ZIP file; NULL when it may be one. */
static const char *
recognize(struct str file)
{
	static const struct str ole = { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 };
	static const struct str odf =
	    STR("mimetypeapplication/vnd.oasis.opendocument");
	size_t i;

	if (file.n == 0)
		return "an empty file";
	if (str_starts(file, ole))
		return recognize_ole(file);
	/* OpenDocument 1.2, part 3, 3.3: at byte 30 */
	if (file.n > 30 && str_starts(str_from(file, 30), odf))
		return "an OpenDocument file, not a DOCX: save it as .docx "
		       "first";
	for (i = 0; i < sizeof others / sizeof *others; i++)
		if (str_starts(file, others[i].head))
			return others[i].what;
	return NULL;
}

struct opc *
docopen_file(struct str file, struct buf *why)
{
	const char *what = recognize(file);
	struct opc *o = NULL;

	if (what == NULL) {
		o = opc_open(file);
		if (opc_target(o, STR(""), "officeDocument").n != 0)
			return o;
		what = opc_error(o);
	}
	if (what == NULL)
		what = "a package without a main document";
	buf_addz(why, lang_text(what));
	opc_free(o);
	return NULL;
}

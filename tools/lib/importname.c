/* importname: the names of section files, after what stands in them */
#include "heading.h"
#include "importname.h"
#include "importnouns.h"
#include "utf8.h"

enum { MOST = 16 }; /* characters of a heading in a file's name */

void
importname_heading(struct str heading, struct buf *name)
{
	size_t at = 0, n, count = 0;
	uint32_t c = 0;
	struct heading h;

	heading = utf8_trim(heading);
	if (heading_read(heading, &h))
		at = h.length;
	for (; at < heading.n && count < MOST; at += n != 0 ? n : 1) {
		n = utf8_next(heading, at, &c);
		if (importnouns_han(heading, at) != 0 ||
		    (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z')) {
			buf_add(name, heading.p + at, n);
			count++;
		} else if (count != 0 && c != ' ') {
			break;
		}
	}
	if (name->n == 0)
		buf_addz(name, "章节");
}

void
importname_label(struct str label, struct buf *name)
{
	size_t i, n;

	for (i = 0; i < label.n; i += n)
		if ((n = utf8_blank(label, i)) == 0) {
			buf_addc(name, label.p[i]);
			n = 1;
		}
}

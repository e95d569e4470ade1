/* runtext: the text of runs in what typeset wrote */
#include "runtext.h"

void
runtext_put(struct str xml, struct buf *out)
{
	size_t at = 0, end, note;

	while ((at = str_find(xml, STR("<w:t"), at)) != (size_t)-1) {
		note = str_find(xml, STR("<?wengao note?>"), 0);
		if (note < at) {
			end = str_find(xml, STR("<?wengao /note?>"), note);
			if (end == (size_t)-1)
				return;
			xml = str_from(xml, end + 1);
			at = 0;
			continue;
		}
		at = str_find(xml, STR(">"), at) + 1;
		end = str_find(xml, STR("</w:t>"), at);
		if (end == (size_t)-1)
			return;
		if (xml.p[at - 2] != '/' && xml.p[at - 2] != 'b')
			buf_add(out, xml.p + at, end - at);
	}
}

/* attachments: the note of attachments below the text (GB/T 9704 7.3.4) */
#ifndef ATTACHMENTS_H
#define ATTACHMENTS_H

#include "paragraph.h"

/* Adds the names, one a line: 附件：1.名称, the next ones with their numbers
 * below; a single one has none, and one that the author typed stays. A name
 * that wraps goes on below its own first character. Warns of a mark at the end
 * of a name. */
void attachments_put(const struct paragraph *lines, size_t n,
    const struct setting *how, struct buf *out);

/* Adds the head of an attachment's own page (GB/T 9704 7.3.7): 附件 with its
 * number, which may be empty, flush left on the first line, the title's lines
 * centred on the third. */
void attachment_page_put(const struct paragraph *number,
    const struct paragraph *lines, size_t n, const struct setting *how,
    struct buf *out);

#endif

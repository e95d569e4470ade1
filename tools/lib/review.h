/*
 * review: the copy of a report that goes to leaders, and comes back
 *
 * What must survive an editor's save is carried by bookmarks: wgN for each
 * paragraph and each row of a table, wgvN for each filled value. A manifest, a
 * part of its own in customXml (ISO/IEC 29500-1, 15.2.5), says which section,
 * line and fact each is, and of which commit the copy was made:
 *
 *     <review xmlns="urn:wengao:review" commit="..." edition="...">
 *       <section path="01-开头.txt"/>
 *       <block name="wg1" section="0" line="2"/>
 *       <value name="wgv1" section="0" line="2" fact="年度">2022</value>
 *     </review>
 *
 * Sections go by their names in the report's folder.
 */
#ifndef REVIEW_H
#define REVIEW_H

#include <stdbool.h>

#include "str.h"

#define REVIEW_NAMESPACE "urn:wengao:review"

/* Starts as { 0 }. */
struct review {
	struct buf manifest;
	size_t sections, blocks, values, ids;
};

/* Starts the copy of a commit, in an edition or in none (empty). */
void review_begin(struct review *r, struct str commit, struct str edition);
/* Adds a section's w:body, as typeset -m wrote it, to out with its bookmarks;
 * false where it is none. */
bool review_body(
    struct review *r, const char *path, struct str body, struct buf *out);
/* Ends the manifest. */
void review_end(struct review *r);
void review_free(struct review *r);

#endif

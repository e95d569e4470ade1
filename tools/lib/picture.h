/* picture: the block 图片: a picture file, set in the report */
#ifndef PICTURE_H
#define PICTURE_H

#include "paragraph.h"

/*
 * Adds the paragraph of a picture, and one of its caption where there is one:
 * args, at byte from of line, is `path | alternative text | width | caption`,
 * the last two as the author wants. The path goes from the folder of the
 * section's file. The picture is as large as its resolution makes it, but not
 * wider than the type area; how->room is the height that it may take, twips.
 * What is wrong with it is reported where it stands.
 */
void picture_put(const struct line *line, size_t number,
    const struct setting *how, struct buf *out);

#endif

/* picture: the block 图片: a picture file, set in the report */
#ifndef PICTURE_H
#define PICTURE_H

#include "paragraph.h"

/*
 * Adds pictures and their caption below, which may be empty. A line is `path |
 * alternative text | width`, the width as the author wants. The path goes from
 * the folder of the section's file. A picture is as large as its resolution
 * makes it, but not wider than the type area, nor so high that nothing else
 * finds room on its page. What is wrong with it is reported where it stands;
 * opened is the place of the block.
 */
void pictures_put(const struct paragraph *caption,
    const struct paragraph *lines, size_t n, struct place opened,
    const struct setting *how, struct buf *out);

#endif

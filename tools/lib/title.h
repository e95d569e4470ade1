/* title: a title broken into balanced lines (GB/T 9704 7.3.1) */
#ifndef TITLE_H
#define TITLE_H

#include "paragraph.h"

/*
 * Adds the lines of a title block as one paragraph of a style. Where the author
 * typed several, or `／`, those are its lines; one that is longer than the
 * sheet's title_characters is broken into as few lines as can be: after 的 和
 * 与 及 》, else anywhere between Han characters, never inside 《》 “”, a
 * number, a Latin word or a value, and no line has a single character. Of those
 * breaks the one with the least cost is taken: the squares of what each line
 * differs from the mean, in half characters, with 40 for two neighbours of
 * equal length (a rectangle) and 60 for a line that grows again below a shorter
 * one.
 */
void title_put(const struct paragraph *lines, size_t n, const char *style,
    const struct setting *how, struct buf *out);

#endif

/* drawing: a picture in a line of text, as DrawingML */
#include "drawing.h"
#include "xmlout.h"

#define NS_DRAWINGML "http://schemas.openxmlformats.org/drawingml/2006/"

static void
put_extent(const char *element, const struct drawing *d, struct buf *out)
{
	xmlout_open(out, element);
	xmlout_attrn(out, "cx", d->width);
	xmlout_attrn(out, "cy", d->height);
	xmlout_empty(out);
}

/* The properties that each drawing has, in the text and in its picture. */
static void
put_properties(const char *element, const struct drawing *d, struct buf *out)
{
	struct buf name = { 0 };

	buf_addf(&name, "Picture %zu", d->id);
	xmlout_open(out, element);
	xmlout_attrn(out, "id", (long)d->id);
	xmlout_attrz(out, "name", name.p);
	xmlout_attr_escaped(out, "descr", d->alt);
	xmlout_empty(out);
	buf_free(&name);
}

/* pic:pic (20.2.2.5) */
static void
put_pic(const struct drawing *d, struct buf *out)
{
	xmlout_open(out, "pic:pic");
	xmlout_attrz(out, "xmlns:pic", NS_DRAWINGML "picture");
	xmlout_more(out);
	xmlout_start(out, "pic:nvPicPr");
	put_properties("pic:cNvPr", d, out);
	xmlout_element(out, "pic:cNvPicPr", NULL, NULL);
	xmlout_end(out, "pic:nvPicPr");
	xmlout_start(out, "pic:blipFill");
	xmlout_element(out, "a:blip", "r:embed", d->relation);
	xmlout_start(out, "a:stretch");
	xmlout_element(out, "a:fillRect", NULL, NULL);
	xmlout_end(out, "a:stretch");
	xmlout_end(out, "pic:blipFill");
	xmlout_start(out, "pic:spPr");
	xmlout_start(out, "a:xfrm");
	xmlout_open(out, "a:off");
	xmlout_attrz(out, "x", "0");
	xmlout_attrz(out, "y", "0");
	xmlout_empty(out);
	put_extent("a:ext", d, out);
	xmlout_end(out, "a:xfrm");
	xmlout_open(out, "a:prstGeom");
	xmlout_attrz(out, "prst", "rect");
	xmlout_more(out);
	xmlout_element(out, "a:avLst", NULL, NULL);
	xmlout_end(out, "a:prstGeom");
	xmlout_end(out, "pic:spPr");
	xmlout_end(out, "pic:pic");
}

/* Opens the run and its wp:inline (20.4.2.8). */
static void
open_inline(const struct drawing *d, struct buf *out)
{
	xmlout_start(out, "w:r");
	xmlout_start(out, "w:drawing");
	xmlout_open(out, "wp:inline");
	xmlout_attrz(out, "xmlns:wp", NS_DRAWINGML "wordprocessingDrawing");
	xmlout_attrz(out, "distT", "0");
	xmlout_attrz(out, "distB", "0");
	xmlout_attrz(out, "distL", "0");
	xmlout_attrz(out, "distR", "0");
	xmlout_more(out);
	put_extent("wp:extent", d, out);
}

static void
open_graphic(const char *uri, struct buf *out)
{
	xmlout_open(out, "a:graphic");
	xmlout_attrz(out, "xmlns:a", NS_DRAWINGML "main");
	xmlout_more(out);
	xmlout_open(out, "a:graphicData");
	xmlout_attrz(out, "uri", uri);
	xmlout_more(out);
}

static void
close_inline(struct buf *out)
{
	xmlout_end(out, "a:graphicData");
	xmlout_end(out, "a:graphic");
	xmlout_end(out, "wp:inline");
	xmlout_end(out, "w:drawing");
	xmlout_end(out, "w:r");
}

void
drawing_put(const struct drawing *d, struct buf *out)
{
	open_inline(d, out);
	put_properties("wp:docPr", d, out);
	open_graphic(NS_DRAWINGML "picture", out);
	put_pic(d, out);
	close_inline(out);
}

void
drawing_put_chart(const struct drawing *d, struct buf *out)
{
	struct buf name = { 0 };

	open_inline(d, out);
	buf_addf(&name, "Chart %zu", d->id);
	xmlout_open(out, "wp:docPr");
	xmlout_attrn(out, "id", (long)d->id);
	xmlout_attrz(out, "name", name.p);
	xmlout_attr(out, "descr", d->alt);
	if (d->title.n != 0)
		xmlout_attr(out, "title", d->title);
	xmlout_empty(out);
	buf_free(&name);
	xmlout_element(out, "wp:cNvGraphicFramePr", NULL, NULL);
	open_graphic(NS_DRAWINGML "chart", out);
	xmlout_open(out, "c:chart");
	xmlout_attrz(out, "xmlns:c", NS_DRAWINGML "chart");
	xmlout_attrz(out, "r:id", d->relation);
	xmlout_empty(out);
	close_inline(out);
}

/* htmlcss: how a page looks, on a wide screen, on a phone and on paper */
#include "fontstack.h"
#include "htmlcss.h"

enum { ROOM = 900 }; /* twips that a window has beside a paper */

static const char everywhere[] =
    "*{box-sizing:border-box}\n"
    "body{margin:0;color:#000;font-size:1rem;line-height:1.8}\n"
    "figure{margin:0}\n"
    "p,h1,h2,h3,h4,h5,h6,figcaption{margin:0;font-weight:normal;"
    "font-size:1rem;white-space:pre-wrap;overflow-wrap:anywhere;"
    "line-break:strict;text-autospace:no-autospace;"
    "text-spacing-trim:space-all}\n"
    "figure{overflow-x:auto}\n"
    "figure p{margin:0}\n"
    "figcaption{line-height:inherit}\n"
    "a{color:inherit;text-decoration:none}\n"
    "a:hover{text-decoration:underline}\n"
    "sup{line-height:0;font-size:60%}\n"
    "img{max-width:100%;height:auto;vertical-align:bottom}\n"
    ".chart{display:inline-block;vertical-align:bottom}\n"
    ".chart svg{display:block;width:100%;height:auto}\n"
    ".words{font-size:.9rem;color:#444}\n"
    ".scroll{overflow-x:auto;line-height:0}\n"
    "table{border-collapse:collapse;table-layout:fixed;margin:0 auto;"
    "line-height:1.8}\n"
    "th,td{padding:0;vertical-align:middle;font-weight:normal}\n"
    ".grid th,.grid td{border:var(--inner,.5pt) solid #000;"
    "padding:0 .3375rem}\n"
    ".rules{border-top:var(--outer,1pt) solid #000;"
    "border-bottom:var(--outer,1pt) solid #000}\n"
    ".rules tr+tr td{border-top:var(--inner,.75pt) solid #000}\n"
    ".tabbed{display:flex;flex-wrap:wrap;text-indent:0}\n"
    ".tabbed a{display:flex;flex-wrap:wrap;flex:1}\n"
    ".tab{flex:1 1 1em;overflow:hidden;white-space:pre}\n"
    ".dots .tab{height:1.3em;border-bottom:.12em dotted #000;margin:0 .3em}\n"
    ".notes{margin-top:1.8rem}\n"
    ".notes:before{content:\"\";display:block;width:8rem;"
    "border-top:.5pt solid #000;margin-bottom:.4rem}\n"
    ".notes a{padding-right:.4em}\n";

static const char screen[] =
    "html{background:#e8e8eb}\n"
    ".sheet{display:flex;flex-direction:column;margin:6mm auto;"
    "background:#fff;box-shadow:0 1px 6px #0004}\n"
    ".sheet .foot,.notes{margin-top:auto}\n";

static const char phone[] =
    "html{font-size:17.5px;background:#fff}\n"
    ".sheet{max-width:44rem;margin:0 auto;padding:1.4rem 1rem;"
    "box-shadow:none;border-bottom:.5rem solid #e8e8eb}\n"
    "h1,h2,.Title,.AttachmentTitle{text-wrap:balance}\n"
    ".sheet .foot,.notes{margin-top:1.5rem}\n";

static const char paper[] = "html{background:none}\n"
			    ".sheet{break-after:page}\n"
			    ".sheet:last-child{break-after:auto}\n"
			    "h1,h2,h3,h4,h5,h6,figcaption{break-after:avoid}\n"
			    "tr,img,svg{break-inside:avoid}\n"
			    "figure,.scroll{overflow:visible}\n";

static void
put_paper(const struct htmlpaper *p, size_t i, struct buf *out)
{
	const long *sides[] = { &p->top, &p->right, &p->bottom, &p->left };
	size_t side;

	buf_addf(out, ".paper%zu{width:", i + 1);
	look_mm(p->width, out);
	buf_addz(out, ";min-height:");
	look_mm(p->height, out);
	buf_addz(out, ";padding:");
	for (side = 0; side < 4; side++) {
		buf_addz(out, side != 0 ? " " : "");
		look_mm(*sides[side], out);
	}
	buf_addz(out, "}\n");
}

/* The same as a page that is printed, margins and all. */
static void
put_page(const struct htmlpaper *p, size_t i, struct buf *out)
{
	const long *sides[] = { &p->top, &p->right, &p->bottom, &p->left };
	size_t side;

	buf_addf(out, ".paper%zu{page:paper%zu}\n@page paper%zu{size:", i + 1,
	    i + 1, i + 1);
	look_mm(p->width, out);
	buf_addc(out, ' ');
	look_mm(p->height, out);
	buf_addz(out, ";margin:");
	for (side = 0; side < 4; side++) {
		buf_addz(out, side != 0 ? " " : "");
		look_mm(*sides[side], out);
	}
	buf_addz(out, "}\n");
}

/* Begins the rules of windows that are too narrow for a paper. */
static void
open_narrow(long width, struct buf *out)
{
	buf_addz(out, "@media screen and (max-width:");
	look_mm(width + ROOM, out);
	buf_addz(out, "){\n");
}

/* A sheet is as wide as its window where its paper does not find room. */
static void
put_narrow(const struct htmlpaper *p, size_t i, struct buf *out)
{
	open_narrow(p->width, out);
	buf_addf(out,
	    ".paper%zu{width:auto;min-height:0}\n"
	    ".paper%zu table{width:100%%!important;min-width:var(--least)}\n"
	    "}\n",
	    i + 1, i + 1);
}

/* The width of the narrowest of the papers. */
static long
narrowest(const struct htmlbody *h)
{
	long least = h->sheets.paper.width;
	size_t i;

	for (i = 0; i < h->sheets.papers_n; i++)
		if (h->sheets.papers[i].width < least)
			least = h->sheets.papers[i].width;
	return least;
}

void
htmlcss_put(const struct htmlbody *h, struct buf *out)
{
	size_t i;

	fontstack_faces(out);
	buf_addf(out,
	    "html{font-size:%ld%spt;-webkit-text-size-adjust:100%%;"
	    "text-size-adjust:100%%}\n",
	    h->base / 2, h->base % 2 != 0 ? ".5" : "");
	buf_addz(out, everywhere);
	htmlstyles_css(h->styles, out);
	buf_addz(out, "@media screen{\n");
	buf_addz(out, screen);
	for (i = 0; i < h->sheets.papers_n; i++)
		put_paper(&h->sheets.papers[i], i, out);
	buf_addz(out, "}\n");
	for (i = 0; i < h->sheets.papers_n; i++)
		put_narrow(&h->sheets.papers[i], i, out);
	open_narrow(narrowest(h), out);
	buf_addz(out, phone);
	htmlstyles_phone(h->styles, out);
	buf_addz(out, "}\n@media print{\n");
	buf_addz(out, paper);
	for (i = 0; i < h->sheets.papers_n; i++)
		put_page(&h->sheets.papers[i], i, out);
	htmlfooter_css(&h->footer, h->styles, out);
	buf_addz(out, "}\n");
}

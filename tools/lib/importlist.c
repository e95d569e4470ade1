/* importlist: the facts of an old report as a file of facts */
#include "importlist.h"

enum { PLACE_MOST = 24 }; /* characters of the text around a fact */

/* Where a fact was found: its section, and the text around it. */
static void
put_place(const struct olddoc *doc, const struct importfiles *files,
    const struct importfact *fact, struct buf *out)
{
	struct str text = buf_str(&doc->blocks[fact->block].text);
	size_t at = fact->at, end = at, i;

	for (i = 0; i < PLACE_MOST / 2 && at != 0; i++)
		do
			at--;
		while (at != 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80);
	for (i = 0; i < PLACE_MOST / 2 + 4 && end < text.n; i++)
		do
			end++;
		while (end < text.n &&
		       ((unsigned char)text.p[end] & 0xC0) == 0x80);
	buf_addf(out, "# %s：……",
	    files->list[files->of_block[fact->block] - 1].name.p);
	olddoc_shown(str_cut(text, at, end - at), out);
	buf_addz(out, "……\n");
}

void
importlist_put(const struct olddoc *doc, const struct importfacts *f,
    const struct importfiles *files, const char *from, struct buf *out)
{
	static const char *const heads[GROUPS] = {
		[GROUP_TIME] = "时间",
		[GROUP_NAMES] = "单位名称",
		[GROUP_MASKS] = "遮盖的内容（请改成真实的值）",
		[GROUP_COUNTS] = "数量",
	};
	size_t i, group;
	bool begun;

	buf_addf(out,
	    "# 从 %s 里找出的名称和数字，出处写在每条上面，请逐条核对。\n"
	    "# 不该统一改动的，把正文里的占位符改回文字，再删去这里的一条。\n",
	    from);
	for (group = 0; group < GROUPS; group++) {
		begun = false;
		for (i = 0; i < f->n; i++) {
			const struct importfact *fact = &f->list[i];

			if (fact->group != group || fact->dropped)
				continue;
			if (!begun)
				buf_addf(out, "\n# %s\n", heads[group]);
			if (!begun && group == GROUP_MASKS)
				buf_addz(out, "# 公开的文本要遮盖的，把符号写"
					      "在 facts.public.txt 里。\n");
			begun = true;
			put_place(doc, files, fact, out);
			buf_addf(out, "%s = %s\n", fact->name.p, fact->value.p);
		}
	}
	for (i = 0, begun = false; i < f->n; i++) {
		if (!f->list[i].dropped)
			continue;
		if (!begun)
			buf_addz(out, "\n# 各处的值不同，没有提出来的：\n");
		begun = true;
		buf_addf(out, "# %s\n", f->list[i].name.p);
	}
}

/* package: the least package around a main part, for fuzz targets */
#ifndef PACKAGE_H
#define PACKAGE_H

#include "zip.h"

#define SPACE "xmlns='http://schemas.openxmlformats.org/package/2006/"

/* One more part of it. */
struct part {
	const char *name;
	struct str content;
};

/* The package around a main part, and n others. */
static inline void
wrap_with(struct str main, const struct part *others, size_t n, struct buf *out)
{
	struct zip *z = zip_new();
	size_t i;

	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml", STR("<Types " SPACE "x'/>"));
	zip_add(z, "_rels/.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='i' "
		"Target='d' Type='http://schemas.openxmlformats.org/"
		"officeDocument/2006/relationships/officeDocument'/>"
		"</Relationships>"));
	zip_add(z, "d", main);
	for (i = 0; i < n; i++)
		zip_add(z, others[i].name, others[i].content);
	zip_end(z);
	zip_free(z);
}

/* The package around a main part alone. */
static inline void
wrap(struct str main, struct buf *out)
{
	wrap_with(main, NULL, 0, out);
}

#endif

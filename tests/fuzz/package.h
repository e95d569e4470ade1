/* package: the least package around a main part, for fuzz targets */
#ifndef PACKAGE_H
#define PACKAGE_H

#include "zip.h"

#define SPACE "xmlns='http://schemas.openxmlformats.org/package/2006/"

/* The package around a main part. */
static void
wrap(struct str part, struct buf *out)
{
	struct zip *z = zip_new();

	zip_begin(z, out);
	zip_add(z, "[Content_Types].xml", STR("<Types " SPACE "x'/>"));
	zip_add(z, "_rels/.rels",
	    STR("<Relationships " SPACE "relationships'><Relationship Id='i' "
		"Target='d' Type='http://schemas.openxmlformats.org/"
		"officeDocument/2006/relationships/officeDocument'/>"
		"</Relationships>"));
	zip_add(z, "d", part);
	zip_end(z);
	zip_free(z);
}

#endif

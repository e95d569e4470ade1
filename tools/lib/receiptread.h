/* receiptread: the receipt of a document that anybody may have written */
#ifndef RECEIPTREAD_H
#define RECEIPTREAD_H

#include <stdbool.h>

#include "receipt.h"
#include "str.h"

enum receiptread {
	RECEIPTREAD_FINE,
	RECEIPTREAD_NONE, /* a sound package without a receipt */
	RECEIPTREAD_DAMAGED, /* no sound package, or no sound receipt */
};

/* Reads the receipt of a DOCX; without one that is sound, with the reason added
 * to *why. Nothing is in it but hexadecimal digits, and a version of letters,
 * digits, points and hyphens. */
enum receiptread receiptread_file(
    struct str file, struct receipt *r, struct buf *why);
/* Reads the date of creation that a DOCX names, in seconds as SOURCE_DATE_EPOCH
 * counts them; *epoch is -1 where it names none as wengao writes it, and false
 * comes back where the part that would name it is damaged. */
bool receiptread_created(struct str file, long long *epoch);

#endif

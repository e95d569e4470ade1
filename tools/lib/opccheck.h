/* opccheck: whether a package that we wrote is whole */
#ifndef OPCCHECK_H
#define OPCCHECK_H

#include <stdbool.h>

#include "str.h"

/*
 * Checks a package: a sound ZIP file with no name twice; every CRC right, every
 * XML part well-formed; every part with a content type and reached from the
 * root relationships; every internal target there. False with the first fault
 * added to *why.
 */
bool opc_check(struct str file, struct buf *why);

#endif

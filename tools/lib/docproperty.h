/* docproperty: what the elements of a Word document say besides text */
#ifndef DOCPROPERTY_H
#define DOCPROPERTY_H

#include <stdbool.h>

#include "docread.h"
#include "wordml.h"
#include "xml.h"

/* Says whether an element, inside of parent, tells something, and what. */
bool docproperty_of(const struct xml_element *e, enum wordml parent,
    enum docread_property *what);
/* What it tells, as good as the element; "" where it has no value. */
struct str docproperty_value(
    const struct xml_element *e, enum docread_property what);

#endif

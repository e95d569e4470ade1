/* succession: whether numbers follow each other */
#include "succession.h"

bool
succession_fits(const struct succession *s, size_t value)
{
	return value == s->last + 1 ||
	       (s->instead != 0 && value == s->instead + 1) ||
	       (s->missing != 0 && value >= s->missing && value < s->last);
}

enum succession_step
succession_step(struct succession *s, size_t value)
{
	size_t next = s->last + 1;

	if (value == next || (s->instead != 0 && value == s->instead + 1)) {
		s->last = value;
		s->instead = 0;
		return SUCCESSION_NEXT;
	}
	if (succession_fits(s, value)) {
		s->missing = 0;
		return SUCCESSION_NEXT;
	}
	*s = (struct succession){ .last = value, .instead = next };
	if (value < next)
		return SUCCESSION_BACK;
	s->missing = next;
	return SUCCESSION_GAP;
}

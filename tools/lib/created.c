/* created: the date of a reproducible build */
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "created.h"
#include "die.h"

const char *
created_date(char *text)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;
	struct tm tm;
	time_t t;

	if (epoch == NULL || *epoch == '\0')
		return NULL;
	errno = 0;
	t = (time_t)strtoll(epoch, &end, 10);
	/* W3CDTF has years of four digits */
	if (errno != 0 || *end != '\0' || t < 0 || t > 253402300799 ||
	    gmtime_r(&t, &tm) == NULL)
		die("SOURCE_DATE_EPOCH=%s is no count of seconds", epoch);
	strftime(text, CREATED, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return text;
}

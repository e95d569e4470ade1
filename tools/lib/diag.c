/* diag: what a run has to say to the author, as path:line:column: level: text
 */
#include <stdarg.h>

#include "diag.h"

void
diag_say(struct diag *d, struct place at, enum level level, const char *code,
    const char *fmt, ...)
{
	static const char *const names[] = { "note", "warning", "error" };
	va_list ap;

	d->counts[level]++;
	if (d->to == NULL)
		return;
	fprintf(d->to, "%s:", at.path);
	if (at.line != 0)
		fprintf(d->to, "%zu:", at.line);
	if (at.line != 0 && at.column != 0)
		fprintf(d->to, "%zu:", at.column);
	fprintf(d->to, " %s: ", names[level]);
	va_start(ap, fmt);
	vfprintf(d->to, fmt, ap);
	va_end(ap);
	fprintf(d->to, " [%s]\n", code);
}

bool
diag_failed(const struct diag *d)
{
	return d->counts[LEVEL_ERROR] != 0 ||
	       (d->strict && d->counts[LEVEL_WARNING] != 0);
}

int
diag_status(const struct diag *d)
{
	return diag_failed(d) ? 1 : 0;
}

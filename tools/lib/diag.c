/* diag: what a run has to say to the author, as path:line:column: level: text
 */
#include <stdarg.h>

#include "diag.h"
#include "lang.h"
#include "str.h"

void
diag_say(struct diag *d, struct place at, enum level level, const char *code,
    const char *fmt, ...)
{
	static const char *const names[] = { "note", "warning", "error" };
	struct buf text = { 0 };
	va_list ap;

	d->counts[level]++;
	if (d->take != NULL) {
		va_start(ap, fmt);
		buf_addv(&text, lang_text(fmt), ap);
		va_end(ap);
		d->take(d->ctx, at, level, code, buf_str(&text));
		buf_free(&text);
		return;
	}
	if (d->to == NULL)
		return;
	buf_addf(&text, "%s:", at.path);
	if (at.line != 0)
		buf_addf(&text, "%zu:", at.line);
	if (at.line != 0 && at.column != 0)
		buf_addf(&text, "%zu:", at.column);
	buf_addf(&text, " %s: ", names[level]);
	va_start(ap, fmt);
	buf_addv(&text, lang_text(fmt), ap);
	va_end(ap);
	buf_addf(&text, " [%s]\n", code);
	/* in one piece: standard error has no buffer of its own */
	fwrite(text.p, 1, text.n, d->to);
	buf_free(&text);
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

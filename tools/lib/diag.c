/* diag: what a run has to say to the author, as path:line:column: level: text
 */
#include <stdarg.h>

#include "diag.h"
#include "lang.h"
#include "str.h"

void
diag_put(struct buf *out, struct place at, enum level level, const char *code,
    struct str text)
{
	static const char *const names[] = { "note", "warning", "error" };

	buf_addf(out, "%s:", at.path);
	if (at.line != 0)
		buf_addf(out, "%zu:", at.line);
	if (at.line != 0 && at.column != 0)
		buf_addf(out, "%zu:", at.column);
	buf_addf(out, " %s: ", names[level]);
	buf_adds(out, text);
	buf_addf(out, " [%s]\n", code);
}

void
diag_say(struct diag *d, struct place at, enum level level, const char *code,
    const char *fmt, ...)
{
	struct buf text = { 0 }, line = { 0 };
	va_list ap;

	d->counts[level]++;
	if (d->take == NULL && d->to == NULL)
		return;
	va_start(ap, fmt);
	buf_addv(&text, lang_text(fmt), ap);
	va_end(ap);
	if (d->take != NULL) {
		d->take(d->ctx, at, level, code, buf_str(&text));
	} else {
		diag_put(&line, at, level, code, buf_str(&text));
		/* in one piece: standard error has no buffer of its own */
		fwrite(line.p, 1, line.n, d->to);
	}
	buf_free(&text);
	buf_free(&line);
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

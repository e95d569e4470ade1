/* factplace: where a fact was defined */
#include "factplace.h"
#include "io.h"
#include "utf8.h"

/* Takes `:number` off the end of a place. */
static size_t
take_number(struct str *s)
{
	size_t end = s->n, n = 0, i;

	while (s->n > 0 && s->p[s->n - 1] >= '0' && s->p[s->n - 1] <= '9')
		s->n--;
	for (i = s->n; i < end && n < 100000000; i++)
		n = 10 * n + (size_t)(s->p[i] - '0');
	if (s->n == 0 || s->p[s->n - 1] != ':')
		return 0;
	s->n--;
	return n;
}

bool
factplace_computed(const char *path, size_t number)
{
	struct buf file = { 0 };
	struct str rest, line = STR("");
	size_t i, colon;
	bool is = false;

	if (!io_read_if(path, &file))
		return false;
	rest = buf_str(&file);
	while (number > 0 && str_line(&rest, &line))
		number--;
	for (i = 0; number == 0 && i < line.n; i++) {
		if (utf8_markup(line, i, '=') != 0)
			break;
		colon = utf8_markup(line, i, ':');
		if (colon != 0 && utf8_markup(line, i + colon, '=') != 0) {
			is = true;
			break;
		}
	}
	buf_free(&file);
	return is;
}

bool
factplace_read(
    struct str origin, struct buf *path, size_t *line, size_t *column)
{
	*column = take_number(&origin);
	*line = take_number(&origin);
	buf_adds(path, origin);
	return path->n != 0;
}

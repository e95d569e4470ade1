/* masthead: 版头, which opens an official document */
#include <stdlib.h>

#include "die.h"
#include "issuers.h"
#include "masthead.h"
#include "xmlout.h"

/* 7.2.1 to 7.2.3: flush left from the first line of the type area; 密级 and
 * 紧急程度 in 黑体. */
static void
put_lines(const struct masthead *m)
{
	enum masthead_key key;

	for (key = MASTHEAD_COPY; key <= MASTHEAD_URGENCY; key++) {
		const struct keyvalue *kv = masthead_value(m, key, 0);
		struct dress d = { .ruled = masthead_last(m, key) };
		struct setting how = *m->how;

		if (kv == NULL)
			continue;
		if (key != MASTHEAD_COPY) {
			how.heading_end = kv->end;
			how.heading_style = "Classification";
		}
		masthead_open(m, FACE_MASTHEAD, &d);
		keyvalue_runs(kv, &how, m->out);
		paragraph_close(m->out);
	}
}

static void
put_signer(const struct masthead *m, size_t i)
{
	const struct keyvalue *kv = masthead_value(m, MASTHEAD_SIGNER, i);
	struct setting how = *m->how;

	how.heading_end = kv->end;
	how.heading_style = "SignerName";
	keyvalue_runs(kv, &how, m->out);
}

/* The tabs of the line that begins with signer i: of the label, and of the
 * second name. Names stand below names, and the right ones end one character
 * from the type area's edge. Lines without the label have a tab for the first
 * name instead. */
static void
signer_tabs(const struct masthead *m, size_t i, long *tabs)
{
	const long one = face_character(masthead_face(m, FACE_NUMBER));
	long widest[2] = { 0, 0 }, n;
	size_t s;

	for (s = 0; s < m->counts[MASTHEAD_SIGNER]; s++) {
		n = masthead_extent(
		    m, masthead_value(m, MASTHEAD_SIGNER, s), FACE_NUMBER);
		if (n > widest[s % 2])
			widest[s % 2] = n;
	}
	tabs[1] = m->how->width - one - widest[1];
	tabs[0] = tabs[1] - one - widest[0] - (i == 0 ? 4 * one : 0);
}

/* A line with up to two signers from number i on. */
static void
put_signers(const struct masthead *m, size_t i, bool columns)
{
	run_put(i == 0 ? STR("\t签发人：") : STR("\t"), m->out);
	put_signer(m, i);
	if (i + 1 < m->counts[MASTHEAD_SIGNER]) {
		run_put(columns ? STR("\t") : STR("　"), m->out);
		put_signer(m, i + 1);
	}
}

/* 7.2.5: centred; 7.2.6: with signers one character from the left, on the
 * last of their lines, two of them in each, one character from the right. */
static void
put_number_lines(const struct masthead *m)
{
	const struct keyvalue *number = masthead_value(m, MASTHEAD_NUMBER, 0);
	const size_t signers = m->counts[MASTHEAD_SIGNER];
	const long one = face_character(masthead_face(m, FACE_NUMBER));
	struct dress d = { 0 };
	size_t i = 0;

	if (number == NULL && signers == 0)
		return;
	if (signers != 0)
		d.jc = "left", d.tabs[0] = m->how->width - one;
	do {
		if (signers > 2)
			signer_tabs(m, i, d.tabs);
		d.ruled = i + 2 >= signers;
		d.joined = i != 0;
		masthead_open(m, FACE_NUMBER, &d);
		if (d.ruled && number != NULL) {
			if (signers != 0)
				run_put(STR("　"), m->out);
			keyvalue_runs(number, m->how, m->out);
		}
		if (signers != 0)
			put_signers(m, i, d.tabs[1] != 0);
		paragraph_close(m->out);
		i += 2;
	} while (i < signers);
}

void
masthead_put(const struct paragraph *lines, size_t n, struct place opened,
    const struct setting *how, struct buf *out)
{
	struct masthead m = { .how = how, .out = out };
	size_t i;

	if (n == 0)
		diag_say(how->d, opened, LEVEL_ERROR, "masthead",
		    "this block is empty; it takes lines such as 标志 = "
		    "中共××县委文件");
	m.values = mem_alloc((n + 1) * sizeof(*m.values));
	m.n = mastheadkeys_read(lines, n, how, m.values);
	for (i = 0; i < m.n; i++)
		m.counts[m.values[i].key]++;
	if (m.counts[MASTHEAD_SUFFIX] != 0 && m.counts[MASTHEAD_ISSUER] == 0) {
		diag_say(how->d,
		    keyvalue_place(masthead_value(&m, MASTHEAD_SUFFIX, 0), how),
		    LEVEL_ERROR, "masthead",
		    "a 后缀 stands beside a 标志; there is none");
		keyvalue_runs(masthead_value(&m, MASTHEAD_SUFFIX, 0), how, out);
	}
	put_lines(&m);
	issuers_put(&m);
	put_number_lines(&m);
	free(m.values);
}

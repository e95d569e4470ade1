/* findingsout: findings and their rules as people and programs read them */
#include <string.h>

#include "findingsout.h"
#include "json.h"
#include "lang.h"
#include "version.h"

static const char *const levels[] = { "note", "warning", "error" };

bool
findings_format(const char *name, enum findings_format *format)
{
	static const char *const names[] = { "text", "json", "sarif" };
	size_t i;

	for (i = 0; i < 3; i++)
		if (strcmp(name, names[i]) == 0)
			*format = (enum findings_format)i;
	return strcmp(name, names[*format]) == 0;
}

static void
put_json(const struct findings *f, struct buf *out)
{
	struct json j = { .out = out };
	size_t i;

	json_open(&j, NULL, '[', true);
	for (i = 0; i < f->n; i++) {
		const struct finding *one = &f->list[i];

		json_open(&j, NULL, '{', false);
		json_string(&j, "path", str_of(one->spot.at.path));
		json_number(&j, "line", one->spot.at.line);
		json_number(&j, "column", one->spot.at.column);
		json_number(&j, "endLine", one->spot.end_line);
		json_number(&j, "endColumn", one->spot.end_column);
		json_string(&j, "level", str_of(levels[one->rule->level]));
		json_string(&j, "rule", str_of(one->rule->code));
		json_string(&j, "name", str_of(one->rule->chinese));
		json_string(&j, "message", buf_str(&one->message));
		if (one->replaces && one->spot.typed) {
			json_string(
			    &j, "replacement", buf_str(&one->replacement));
			json_bool(&j, "safe", one->safe);
		}
		json_close(&j);
	}
	json_close(&j);
}

/* Where an editor finds the file: a path as a relative reference (RFC 3986,
 * 4.2), each byte that is no plain one by its number. */
static void
put_artifact(struct json *j, const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~/";
	struct buf uri = { 0 };
	const char *p;

	if (path[0] == '/')
		buf_addz(&uri, "file://");
	for (p = path; *p != '\0'; p++)
		if (strchr(plain, *p) != NULL)
			buf_addc(&uri, *p);
		else
			buf_addf(&uri, "%%%02X", (unsigned char)*p);
	json_open(j, "artifactLocation", '{', false);
	json_string(j, "uri", buf_str(&uri));
	json_close(j);
	buf_free(&uri);
}

static void
put_region(struct json *j, const char *key, const struct spot *spot)
{
	json_open(j, key, '{', false);
	json_number(j, "startLine", spot->at.line);
	json_number(j, "startColumn", spot->at.column);
	json_number(j, "endLine", spot->end_line);
	json_number(j, "endColumn", spot->end_column);
	json_close(j);
}

static void
put_text(struct json *j, const char *key, struct str text)
{
	json_open(j, key, '{', false);
	json_string(j, "text", text);
	json_close(j);
}

/* SARIF 3.55 */
static void
put_fix(struct json *j, const struct finding *one)
{
	json_open(j, "fixes", '[', false);
	json_open(j, NULL, '{', false);
	put_text(j, "description",
	    str_of(lang_text(one->safe ? "certain" : "to be looked at")));
	json_open(j, "artifactChanges", '[', false);
	json_open(j, NULL, '{', false);
	put_artifact(j, one->spot.at.path);
	json_open(j, "replacements", '[', false);
	json_open(j, NULL, '{', false);
	put_region(j, "deletedRegion", &one->spot);
	put_text(j, "insertedContent", buf_str(&one->replacement));
	json_close(j);
	json_close(j);
	json_close(j);
	json_close(j);
	json_close(j);
	json_close(j);
}

/* SARIF 3.27 */
static void
put_result(struct json *j, const struct finding *one)
{
	json_open(j, NULL, '{', true);
	json_string(j, "ruleId", str_of(one->rule->code));
	json_string(j, "level", str_of(levels[one->rule->level]));
	put_text(j, "message", buf_str(&one->message));
	json_open(j, "locations", '[', false);
	json_open(j, NULL, '{', false);
	json_open(j, "physicalLocation", '{', false);
	put_artifact(j, one->spot.at.path);
	put_region(j, "region", &one->spot);
	json_close(j);
	json_close(j);
	json_close(j);
	if (one->replaces && one->spot.typed)
		put_fix(j, one);
	json_close(j);
}

/* SARIF 3.49; an id stands once. */
static void
put_rule(struct json *j, const struct findings *f, const struct rule *rule)
{
	if (findings_rule(f, str_of(rule->code)) != rule)
		return;
	json_open(j, NULL, '{', true);
	json_string(j, "id", str_of(rule->code));
	json_string(j, "name", str_of(rule->chinese));
	put_text(j, "shortDescription", str_of(lang_text(rule->what)));
	json_open(j, "defaultConfiguration", '{', false);
	json_string(j, "level", str_of(levels[rule->level]));
	if (rule->off)
		json_bool(j, "enabled", false);
	json_close(j);
	json_close(j);
}

static void
put_driver(struct json *j, const struct findings *f)
{
	size_t i, k;

	json_open(j, "tool", '{', true);
	json_open(j, "driver", '{', true);
	json_string(j, "name", STR("wengao/proof"));
	json_string(j, "version", STR(VERSION));
	json_open(j, "rules", '[', true);
	for (i = 0; i < f->groups_n; i++)
		for (k = 0; k < f->group_sizes[i]; k++)
			put_rule(j, f, &f->groups[i][k]);
	json_close(j);
	json_close(j);
	json_close(j);
}

static void
put_sarif(const struct findings *f, struct buf *out)
{
	struct json j = { .out = out };
	size_t i;

	json_open(&j, NULL, '{', true);
	json_string(&j, "$schema",
	    STR("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
		"schemas/sarif-schema-2.1.0.json"));
	json_string(&j, "version", STR("2.1.0"));
	json_open(&j, "runs", '[', true);
	json_open(&j, NULL, '{', true);
	put_driver(&j, f);
	json_string(&j, "columnKind", STR("unicodeCodePoints"));
	json_open(&j, "results", '[', true);
	for (i = 0; i < f->n; i++)
		put_result(&j, &f->list[i]);
	json_close(&j);
	json_close(&j);
	json_close(&j);
	json_close(&j);
}

void
findings_put(const struct findings *f, enum findings_format format,
    struct diag *d, struct buf *out)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		const struct finding *one = &f->list[i];

		if (format == FINDINGS_TEXT)
			diag_say(d, one->spot.at, one->rule->level,
			    one->rule->code, "%s", one->message.p);
		else
			d->counts[one->rule->level]++;
	}
	if (format == FINDINGS_JSON)
		put_json(f, out);
	else if (format == FINDINGS_SARIF)
		put_sarif(f, out);
}

void
findings_list(const struct findings *f, struct buf *out)
{
	size_t i, k;

	for (i = 0; i < f->groups_n; i++)
		for (k = 0; k < f->group_sizes[i]; k++) {
			const struct rule *rule = &f->groups[i][k];

			if (findings_rule(f, str_of(rule->code)) == rule)
				buf_addf(out, "%s\t%s\t%s\t%s\n", rule->code,
				    rule->chinese,
				    rule->off ? "off" : levels[rule->level],
				    lang_text(rule->what));
		}
}

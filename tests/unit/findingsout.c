/* findingsout: findings and rules as programs read them */
#include <assert.h>
#include <string.h>

#include "findingsout.h"

static const struct rule rules[] = {
	{ "comma", "逗号", LEVEL_WARNING, "a \"wrong\" comma", false },
	{ "mask", "掩码", LEVEL_ERROR, "a mask", true },
};
static const struct rule again[] = {
	{ "comma", "逗号", LEVEL_NOTE, "counts as that one", false },
};

static const char sarif[] =
    "{\n"
    "\t\"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
    "errata01/os/schemas/sarif-schema-2.1.0.json\",\n"
    "\t\"version\": \"2.1.0\",\n"
    "\t\"runs\": [\n"
    "\t\t{\n"
    "\t\t\t\"tool\": {\n"
    "\t\t\t\t\"driver\": {\n"
    "\t\t\t\t\t\"name\": \"wengao/proof\",\n"
    "\t\t\t\t\t\"version\": \"0.1\",\n"
    "\t\t\t\t\t\"rules\": [\n"
    "\t\t\t\t\t\t{\n"
    "\t\t\t\t\t\t\t\"id\": \"comma\",\n"
    "\t\t\t\t\t\t\t\"name\": \"逗号\",\n"
    "\t\t\t\t\t\t\t\"shortDescription\": "
    "{\"text\": \"a \\\"wrong\\\" comma\"},\n"
    "\t\t\t\t\t\t\t\"defaultConfiguration\": {\"level\": \"warning\"}\n"
    "\t\t\t\t\t\t},\n"
    "\t\t\t\t\t\t{\n"
    "\t\t\t\t\t\t\t\"id\": \"mask\",\n"
    "\t\t\t\t\t\t\t\"name\": \"掩码\",\n"
    "\t\t\t\t\t\t\t\"shortDescription\": {\"text\": \"a mask\"},\n"
    "\t\t\t\t\t\t\t\"defaultConfiguration\": "
    "{\"level\": \"error\", \"enabled\": false}\n"
    "\t\t\t\t\t\t}\n"
    "\t\t\t\t\t]\n"
    "\t\t\t\t}\n"
    "\t\t\t},\n"
    "\t\t\t\"columnKind\": \"unicodeCodePoints\",\n"
    "\t\t\t\"results\": [\n"
    "\t\t\t\t{\n"
    "\t\t\t\t\t\"ruleId\": \"comma\",\n"
    "\t\t\t\t\t\"level\": \"warning\",\n"
    "\t\t\t\t\t\"message\": {\"text\": \"write ，\"},\n"
    "\t\t\t\t\t\"locations\": [{\"physicalLocation\": {"
    "\"artifactLocation\": {\"uri\": \"a%20%E8%8A%82%3A1.txt\"}, "
    "\"region\": {\"startLine\": 2, \"startColumn\": 3, \"endLine\": 2, "
    "\"endColumn\": 4}}}],\n"
    "\t\t\t\t\t\"fixes\": [{\"description\": {\"text\": \"certain\"}, "
    "\"artifactChanges\": [{\"artifactLocation\": "
    "{\"uri\": \"a%20%E8%8A%82%3A1.txt\"}, \"replacements\": "
    "[{\"deletedRegion\": {\"startLine\": 2, \"startColumn\": 3, "
    "\"endLine\": 2, \"endColumn\": 4}, \"insertedContent\": "
    "{\"text\": \"，\"}}]}]}]\n"
    "\t\t\t\t},\n"
    "\t\t\t\t{\n"
    "\t\t\t\t\t\"ruleId\": \"comma\",\n"
    "\t\t\t\t\t\"level\": \"warning\",\n"
    "\t\t\t\t\t\"message\": {\"text\": \"write ，\"},\n"
    "\t\t\t\t\t\"locations\": [{\"physicalLocation\": {"
    "\"artifactLocation\": {\"uri\": \"file:///b\"}, "
    "\"region\": {\"startLine\": 9, \"startColumn\": 1, \"endLine\": 9, "
    "\"endColumn\": 9}}}]\n"
    "\t\t\t\t}\n"
    "\t\t\t]\n"
    "\t\t}\n"
    "\t]\n"
    "}\n";

int
main(void)
{
	struct remarks rs = { 0 };
	struct findings f = { .remarks = &rs };
	struct diag d = { .to = NULL };
	struct spot spot = { { "a 节:1.txt", 2, 3 }, 2, 4, 0, 0, true };
	struct spot other = { { "/b", 9, 1 }, 9, 9, 1, 0, false };
	struct buf out = { 0 };
	enum findings_format format = FINDINGS_TEXT;
	const struct rule *rule = findings_rules(&f, rules, 2);

	findings_rules(&f, again, 1);
	assert(findings_format("sarif", &format) && format == FINDINGS_SARIF);
	assert(
	    !findings_format("xml", &format) && !findings_format("", &format));
	findings_list(&f, &out);
	assert(strcmp(out.p, "comma\t逗号\twarning\ta \"wrong\" comma\n"
			     "mask\t掩码\toff\ta mask\n") == 0);
	buf_clear(&out);
	assert(findings_add(&f, spot, &rule[1], "off") == NULL);
	findings_replace(
	    findings_add(&f, spot, rule, "write ，"), STR("，"), true);
	/* not all of it was typed: nothing to be put in its place */
	findings_replace(
	    findings_add(&f, other, rule, "write ，"), STR("，"), true);
	findings_put(&f, FINDINGS_SARIF, &d, &out);
	assert(strcmp(out.p, sarif) == 0);
	assert(d.counts[LEVEL_WARNING] == 2 && diag_status(&d) == 0);
	buf_clear(&out);
	findings_put(&f, FINDINGS_JSON, &d, &out);
	assert(strstr(out.p, "{\"path\": \"a 节:1.txt\", \"line\": 2, "
			     "\"column\": 3, \"endLine\": 2, \"endColumn\": 4, "
			     "\"level\": \"warning\", \"rule\": \"comma\", "
			     "\"name\": \"逗号\", \"message\": \"write ，\", "
			     "\"replacement\": \"，\", \"safe\": true}"));
	buf_free(&out);
	findings_free(&f);
	return 0;
}

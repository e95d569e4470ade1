/* leak: any bytes can be searched; what is found in a file is found in it as a
 * part of a package, too */
#include <stdint.h>

#include "leak.h"
#include "package.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void
add(struct facts *fs, struct str name, struct str value)
{
	facts_add(fs,
	    (struct fact){ .name = name,
		.value = value,
		.shown = STR("*"),
		.origin = STR("f:1:1"),
		.state = FACT_MASK });
}

static void
tell(void *ctx, const struct hidden_value *v, const struct leak_place *at)
{
	(void)v, (void)at;
	++*(size_t *)ctx;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static struct hidden h;
	static struct leakset *ls;
	struct str in = { (const char *)p, n };
	struct buf file = { 0 }, why = { 0 };
	size_t found = 0, again = 0;

	if (ls == NULL) {
		struct facts fs = { 0 };

		add(&fs, STR("县名"), STR("清河"));
		add(&fs, STR("党员总数"), STR("36"));
		add(&fs, STR("党费"), STR("12860.5"));
		add(&fs, STR("日期"), STR("2019-05-17"));
		add(&fs, STR("电话"), STR("0577-66123456"));
		hidden_take(&h, &fs);
		facts_free(&fs);
		ls = leakset_new(&h);
	}
	/* as it is, then as the main part of a package */
	leak_package(ls, "x", in, tell, &found, &why);
	wrap(in, &file);
	leak_package(ls, "x", buf_str(&file), tell, &again, &why);
	if (found != 0 && again == 0)
		__builtin_trap();
	buf_free(&file);
	buf_free(&why);
	return 0;
}

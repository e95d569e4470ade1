/* replay: gives a fuzz target the bytes of each file that is named */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "io.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
main(int argc, char **argv)
{
	int i;

	die_name(argv[0]);
	if (argc < 2)
		die("name the files");
	for (i = 1; i < argc; i++) {
		struct buf file = { 0 };
		uint8_t *exact;

		fprintf(stderr, "%s\n", argv[i]); /* the last one failed */
		io_read(argv[i], &file);
		/* no byte behind them, so that one that is read is seen */
		exact = mem_alloc(file.n);
		memcpy(exact, file.p, file.n);
		LLVMFuzzerTestOneInput(exact, file.n);
		free(exact);
		buf_free(&file);
	}
	return 0;
}

/* careless: does all wrong that rounds.c must find, or it would find nothing */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
main(void)
{
	int fd = open("product", O_WRONLY | O_CREAT | O_TRUNC, 0666);
	char *text = malloc(6);

	if (fd < 0 || write(fd, "half", 4) != 4)
		return 2;
	strcpy(text, "whole"); /* a crash where there is none */
	if (write(fd, text, 5) != 5)
		fputs("careless: no space\n", stderr);
	return 0;
}

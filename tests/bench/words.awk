# Writes N sections of fresh words, one after the other, for the benchmark.
#
#     awk -v sections=20000 [-v folder=DIR] -f words.awk
#
# Words are drawn from a vocabulary of its own making, so that the text packs
# about three to one, as real prose does; a report repeated packs a hundred to
# one and flatters every tool. With folder each section is a file there.

function draw(n) # the next number below n (Park and Miller 1988)
{
	seed = (seed * 16807) % 2147483647
	return seed % n
}

function han(i) # one of the first Han characters, U+4E00 and on
{
	return sprintf("%c%c%c", 228 + int((3584 + i) / 4096), \
	    128 + int((3584 + i) / 64) % 64, 128 + i % 64)
}

function sentence(    i, n, s)
{
	n = 8 + draw(8)
	for (i = 0; i < n; i++) {
		s = s words[draw(3000)]
		if (i % 5 == 4 && i + 1 < n)
			s = s "，"
	}
	return s "。"
}

BEGIN {
	seed = 20221231
	if (!sections)
		sections = 1000
	for (i = 0; i < 3000; i++)
		words[i] = han(draw(1500)) han(draw(1500))
	for (i = 1; i <= sections; i++) {
		file = folder ? folder "/" i "-s.txt" : "/dev/stdout"
		print "# " words[draw(3000)] words[draw(3000)] > file
		for (j = 0; j < 3; j++) {
			line = "召开会议{{会议}}次，“" words[draw(3000)] "”"
			for (k = 0; k < 6; k++)
				line = line sentence()
			print line > file
		}
		if (folder)
			close(file)
	}
}

# A vocabulary of its own making, for the texts of the benchmark.
#
#     awk -v sections=20000 [-v folder=DIR] -f words.awk -f sections.awk
#     awk -v folder=DIR -f words.awk -f report.awk
#     awk -v rows=1000 -v folder=DIR -f words.awk -f rows.awk
#
# Fresh words pack about three to one, as real prose does; a report repeated
# packs a hundred to one and flatters every tool. Run with LC_ALL=C.

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
	for (i = 0; i < 3000; i++)
		words[i] = han(draw(1500)) han(draw(1500))
}

# Writes N sections of fresh words, one after the other; with folder each is a
# file there. words.awk says how to run it.

BEGIN {
	if (!sections)
		sections = 1000
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

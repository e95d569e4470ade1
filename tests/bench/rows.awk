# Writes value sets for the report of report.awk: rows.csv, as make batch reads
# it, and rows.tsv for the others. words.awk says how to run it.

BEGIN {
	csv = folder "/rows.csv"
	tsv = folder "/rows.tsv"
	names = "文件名,单位,书记,年度,党员,女党员,会议,党课,活动,走访,党费," \
	    "诉求,办结,志愿"
	print names > csv
	gsub(/,/, "\t", names)
	print names > tsv
	for (i = 1; i <= rows; i++) {
		row = sprintf("支部%05d", i) "," \
		    words[draw(3000)] words[draw(3000)] "支部," \
		    words[draw(3000)] han(draw(1500)) ",2022"
		for (j = 4; j <= 13; j++)
			row = row "," 1 + draw(j % 3 ? 99 : 9999)
		print row > csv
		gsub(/,/, "\t", row)
		print row > tsv
	}
}

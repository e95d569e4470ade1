# Writes a report of the size of a branch's yearly one, 3,276 characters with
# 13 values, into folder: report.txt and facts.txt. words.awk says how to run
# it.
#
# The values of facts.txt stand nowhere else in the report, so that they can be
# found in a document that is made of it.

function characters(s)
{
	gsub(/[\200-\277]/, "", s)
	return length(s)
}

# A paragraph of at least n characters, which has facts in it.
function paragraph(lead, n, facts,    i, k, f, s)
{
	k = split(facts, f, " ")
	s = lead
	for (i = 1; i <= k; i++)
		s = s words[draw(3000)] "{{" f[i] "}}" words[draw(3000)] \
		    (i < k ? "，" : "。")
	while (characters(s) < n)
		s = s sentence()
	return s "\n"
}

function heading()
{
	return numerals[++headings] "、" words[draw(3000)] words[draw(3000)] words[draw(3000)] \
	    words[draw(3000)] "。"
}

# The text as its reader sees it.
function shown(text,    name)
{
	for (name in value)
		gsub("{{" name "}}", value[name], text)
	gsub(/:::[^\n]*\n/, "", text)
	return text
}

BEGIN {
	n = split("单位 书记 年度 党员 女党员 会议 党课 活动 走访 党费 诉求 " \
	    "办结 志愿", names, " ")
	value["单位"] = "子丑寅卯"
	value["书记"] = "辰巳午"
	for (i = 3; i <= n; i++)
		value[names[i]] = 90000 + i
	split("一 二 三 四 五 六 七 八 九", numerals, " ")
	text = ":::标题\n{{单位}}工作情况报告\n:::\n"
	text = text paragraph("", 242, "年度 书记")
	text = text paragraph(heading(), 279, "党员 女党员")
	text = text paragraph(heading(), 279, "会议 党课")
	text = text paragraph(heading(), 654, "活动")
	text = text paragraph(heading(), 231, "走访")
	text = text paragraph("", 129, "")
	text = text paragraph(heading(), 139, "党费")
	text = text paragraph("", 80, "")
	text = text paragraph(heading(), 336, "诉求")
	text = text paragraph(heading(), 276, "办结")
	text = text paragraph("", 242, "")
	last = heading() words[draw(3000)] "{{志愿}}次"
	while (characters(shown(text last "。\n")) < 3276)
		last = last han(draw(1500))
	text = text last "。\n"
	printf "%s", text > (folder "/report.txt")
	for (i = 1; i <= n; i++)
		print names[i] " = " value[names[i]] > (folder "/facts.txt")
}

/*
 * termfile: wrong forms of words and what they should be, as files
 *
 * A file is a table with tabs: its first line names the columns, wrong 错误,
 * right 正确, certainty 确定性, condition 条件 and note 说明, of which the
 * last two may be missing; # begins a comment. A line of a later file replaces
 * the one of the same wrong form.
 */
#ifndef TERMFILE_H
#define TERMFILE_H

#include "diag.h"
#include "pattern.h"

enum certainty {
	TERM_FIX, /* 必改: wrong, and safe to correct */
	TERM_WRONG, /* 必错: wrong, but people must correct it */
	TERM_DOUBTFUL, /* 疑似 */
	TERM_NOTE, /* 提示 */
	TERM_OFF, /* 关: takes an earlier line away */
};

enum condition {
	TERM_ALWAYS, /* 总是 */
	TERM_BEFORE, /* 后接: one of the words follows */
	TERM_NOT_BEFORE, /* 不后接 */
	TERM_AFTER, /* 前接 */
	TERM_NOT_AFTER, /* 不前接 */
	TERM_PATTERN, /* 正则: a pattern matches from the term's start on */
};

struct term {
	struct buf wrong, right, note;
	enum certainty certainty;
	enum condition condition;
	struct buf words; /* of a condition, parted by | */
	struct pattern *pattern;
	bool looks_away; /* it has negative look-around */
	size_t line, file, order; /* files count from 1 */
};

/* Starts as { .d }, which hears of the faults. */
struct terms {
	struct diag *d;
	struct term *list;
	size_t n, files;
};

/* Reads a file; every fault is told at its place. A file that cannot be read
 * ends the program. */
void termfile_read(struct terms *ts, const char *path);
/* The same, of the bytes of a file. */
void termfile_take(struct terms *ts, const char *path, struct str raw);
void termfile_free(struct terms *ts);

#endif

/* mergewrite: what reviewers want, as files and as messages */
#include <stdlib.h>
#include <string.h>

#include "authors.h"
#include "die.h"
#include "factplace.h"
#include "io.h"
#include "lang.h"
#include "mergewrite.h"
#include "utf8.h"

/* The writing of all reviewers' edits. */
struct writing {
	struct merge *m;
	const struct facts *fs;
	const char *path; /* of the file that came back */
	struct str file;
	const char *folder;
	char **names; /* of the sections, as messages have them */
	const char *author; /* the folder of the author's files, or NULL */
	struct diag *d;
	size_t reviewers;
};

static const char *
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* Writes a file of a reviewer. */
static void
save(const struct writing *w, const char *name, struct str data)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/%zu/%s", w->folder, w->reviewers, name);
	io_folder_of(path.p);
	io_save(path.p, data);
	buf_free(&path);
}

static void
save_sections(const struct writing *w, const struct merged *found)
{
	struct buf text = { 0 }, name = { 0 };
	size_t i, j;

	for (i = 0; i < w->m->files_n; i++) {
		for (j = 0; j < found->n && found->edits[j].section != i; j++)
			;
		if (j == found->n)
			continue;
		buf_clear(&text);
		buf_clear(&name);
		merge_apply(w->m, found, i, &text);
		buf_addf(&name, "sections/%s", last_part(w->m->paths[i]));
		save(w, name.p, buf_str(&text));
	}
	buf_free(&text);
	buf_free(&name);
}

/* Adds text as it can stand in a line: its paragraphs, cells and rows parted by
 * strokes. */
static void
put_line(struct str text, struct buf *out)
{
	static const char *const marks[] = { STREAM_CELL, STREAM_ROW,
		STREAM_BREAK, STREAM_NOTE };
	static const char *const shown[] = { " | ", " / ", " / ", "[]" };
	size_t i, j;

	if (str_equal(text, STR("\n")))
		text = str_of(lang_text("(the end of a paragraph)"));
	while (text.n != 0 && text.p[text.n - 1] == '\n')
		text.n--;
	for (i = 0; i < text.n; i++) {
		for (j = 0; j < 4; j++)
			if (str_starts(str_from(text, i), str_of(marks[j])))
				break;
		if (j < 4) {
			buf_addz(out, i + 3 < text.n || j == 3 ? shown[j] : "");
			i += 2;
		} else if (text.p[i] == '\n') {
			buf_addz(out, " / ");
		} else {
			buf_addc(out, text.p[i]);
		}
	}
}

static struct place
place(const struct writing *w, size_t section, size_t line, size_t column)
{
	if (line == 0)
		return (struct place){ .path = w->path };
	return (struct place){ w->names[section], line, column };
}

/* Adds the name by which messages have a file of the author's. */
static void
put_name(const struct writing *w, const char *path, struct buf *out)
{
	if (w->author != NULL)
		buf_addf(out, "%s/", w->author);
	buf_addz(out, w->author != NULL ? last_part(path) : path);
}

/* The place where a fact was defined, by its name for messages in *name; line
 * 0 where it is not known. Says whether a formula gives it. */
static bool
find_fact(const struct writing *w, struct str fact, struct place *at,
    struct buf *name)
{
	const struct fact *f = facts_find(w->fs, fact);
	struct buf path = { 0 };
	bool computed;

	*at = (struct place){ .path = w->path };
	if (f == NULL)
		return false;
	if (!factplace_read(f->origin, &path, &at->line, &at->column))
		return false;
	put_name(w, path.p, name);
	at->path = name->p;
	computed = factplace_computed(path.p, at->line);
	buf_free(&path);
	return computed;
}

/* Tells that a fact should have another value: at the fact's own place. */
static void
tell_proposal(const struct writing *w, const struct merge_note *n,
    struct str author, struct buf *out)
{
	struct buf line = { 0 }, name = { 0 }, old = { 0 }, new = { 0 };
	struct place at;
	bool computed = find_fact(w, buf_str(&n->fact), &at, &name);

	put_line(buf_str(&n->old), &old);
	put_line(buf_str(&n->new), &new);
	buf_addf(&line, lang_text("%s: %s → %s, proposed by %.*s (%s:%zu:%zu)"),
	    n->fact.n != 0 ? n->fact.p : "?",
	    old.n != 0 ? old.p : lang_text("(nothing)"),
	    new.n != 0 ? new.p : lang_text("(nothing)"), STR_ARG(author),
	    w->names[n->section], n->line, n->column);
	if (computed)
		buf_addz(&line,
		    lang_text("; a formula gives it: correct the ledger, or "
			      "the formula"));
	diag_say(w->d, at, LEVEL_NOTE, "proposal", "%s", line.p);
	if (at.line != 0)
		buf_addf(out, "%s:%zu:%zu: ", at.path, at.line, at.column);
	buf_adds(out, buf_str(&line));
	buf_addc(out, '\n');
	buf_free(&line);
	buf_free(&name);
	buf_free(&old);
	buf_free(&new);
}

/* Tells what has no place, and adds it, with its text. */
static void
tell_unplaced(const struct writing *w, const struct merge_note *n,
    struct str author, struct buf *out)
{
	struct buf line = { 0 };

	if (n->old.n != 0) {
		buf_addz(&line, lang_text("deleted: "));
		put_line(buf_str(&n->old), &line);
	}
	if (n->new.n != 0) {
		buf_addz(&line,
		    lang_text(line.n != 0 ? "; inserted: " : "inserted: "));
		put_line(buf_str(&n->new), &line);
	}
	diag_say(w->d, place(w, n->section, n->line, n->column), LEVEL_WARNING,
	    "unplaced",
	    "there is no place in the sections for an edit by %.*s; %s",
	    STR_ARG(author), line.n != 0 ? line.p : "");
	if (n->line != 0)
		buf_addf(out, "%s:%zu:%zu: ", w->names[n->section], n->line,
		    n->column);
	buf_adds(out, buf_str(&line));
	buf_addc(out, '\n');
	buf_free(&line);
}

static void
save_notes(
    const struct writing *w, const struct merged *found, struct str author)
{
	struct buf proposals = { 0 }, unplaced = { 0 };
	size_t i;

	for (i = 0; i < found->notes_n; i++) {
		const struct merge_note *n = &found->notes[i];

		if (n->kind == MERGE_PROPOSAL)
			tell_proposal(w, n, author, &proposals);
		else if (n->kind == MERGE_UNPLACED)
			tell_unplaced(w, n, author, &unplaced);
		else
			diag_say(w->d, place(w, n->section, n->line, n->column),
			    LEVEL_NOTE, "number",
			    "%.*s writes %s in the place of %s, a number that "
			    "is made by counting; it stays",
			    STR_ARG(author),
			    n->new.n != 0 ? n->new.p : lang_text("(nothing)"),
			    n->old.p);
	}
	if (proposals.n != 0)
		save(w, "proposals", buf_str(&proposals));
	if (unplaced.n != 0)
		save(w, "unplaced", buf_str(&unplaced));
	buf_free(&proposals);
	buf_free(&unplaced);
}

/* Writes what one reviewer wants, if it is anything. */
static void
save_reviewer(struct writing *w, const struct merged *found, struct str author)
{
	struct buf line = { 0 };

	if (found->n == 0 && found->notes_n == 0)
		return;
	w->reviewers++;
	buf_addf(&line, "%.*s\t%s\n", STR_ARG(author), last_part(w->path));
	save(w, "author", buf_str(&line));
	save_sections(w, found);
	save_notes(w, found, author);
	buf_free(&line);
}

/* Reads what came back as an author wants it; false after a message. */
static bool
read_view(struct writing *w, struct docstream *s, enum docstream_view view,
    struct str author, struct buf *authors)
{
	struct buf why = { 0 };
	bool fine =
	    docstream_read(s, &w->m->ids, w->file, view, author, authors, &why);

	if (!fine)
		diag_say(w->d, (struct place){ .path = w->path }, LEVEL_ERROR,
		    "docx", "%s",
		    why.n != 0 ? why.p : lang_text("no sound document"));
	buf_free(&why);
	return fine;
}

/* Tells the comments, each at the place that it is about. */
static void
tell_comments(const struct writing *w, const struct docstream *back)
{
	size_t *to = merge_map(w->m, back), i;

	for (i = 0; i < back->comments_n; i++) {
		const struct stream_comment *c = &back->comments[i];
		const struct source_char *at =
		    merge_place(w->m, back, to, c->byte);
		struct buf text = { 0 };

		put_line(utf8_trim(buf_str(&c->text)), &text);
		diag_say(w->d,
		    at != NULL ? place(w, at->section, at->line, at->column)
			       : place(w, 0, 0, 0),
		    LEVEL_NOTE, "comment", LANG_WORD("%s: %s"),
		    c->author.n != 0 ? c->author.p : "?",
		    text.n != 0 ? text.p : "");
		buf_free(&text);
	}
	free(to);
}

/* What was typed without tracking is in every reader's view; so it is found
 * first, and what it told is left out of the others. */
static void
merge_authors(struct writing *w, struct str names, struct merged *untracked)
{
	struct docstream back = { .n = 0 };
	struct merged told = { .n = 0 };
	struct str author;

	merged_copy(&told, untracked);
	while (str_line(&names, &author)) {
		struct merged found = { .n = 0 };

		if (read_view(w, &back, STREAM_AUTHOR, author, NULL)) {
			merge_find(w->m, &back, untracked, &found);
			save_reviewer(w, &found,
			    author.n != 0
				? author
				: str_of(lang_text("somebody without a name")));
			merged_copy(&told, &found);
		}
		merged_free(&found);
		docstream_free(&back);
	}
	if (read_view(w, &back, STREAM_ALL, STR(""), NULL)) {
		struct merged together = { .n = 0 };

		merge_together(w->m, &back, &told, &together);
		save_reviewer(w, &together,
		    str_of(lang_text("several reviewers together")));
		merged_free(&together);
		tell_comments(w, &back);
	}
	docstream_free(&back);
	merged_free(&told);
}

static void
merge_file(struct writing *w)
{
	struct docstream back = { .n = 0 };
	struct buf authors = { 0 };
	struct merged untracked = { .n = 0 };
	struct str rest, name;
	size_t n = 0;

	if (read_view(w, &back, STREAM_NONE, STR(""), &authors)) {
		merge_find(w->m, &back, NULL, &untracked);
		save_reviewer(
		    w, &untracked, str_of(lang_text("somebody, untracked")));
		for (rest = buf_str(&authors); str_line(&rest, &name);)
			n++;
		if (n <= AUTHORS)
			merge_authors(w, buf_str(&authors), &untracked);
		else
			diag_say(w->d, (struct place){ .path = w->path },
			    LEVEL_ERROR, "docx",
			    "its changes are of more than %d authors; nothing "
			    "of them is merged",
			    AUTHORS);
	}
	docstream_free(&back);
	merged_free(&untracked);
	buf_free(&authors);
}

/* The names of the sections in messages; freed with free_names. */
static void
make_names(struct writing *w)
{
	struct buf name = { 0 };
	size_t i;

	w->names = mem_alloc((w->m->files_n + 1) * sizeof(*w->names));
	for (i = 0; i < w->m->files_n; i++) {
		buf_clear(&name);
		put_name(w, w->m->paths[i], &name);
		w->names[i] = mem_alloc(name.n + 1);
		memcpy(w->names[i], name.p, name.n + 1);
	}
	buf_free(&name);
}

static void
free_names(struct writing *w)
{
	size_t i;

	for (i = 0; i < w->m->files_n; i++)
		free(w->names[i]);
	free(w->names);
}

void
mergewrite_all(struct merge *m, const struct facts *fs, char *const *paths,
    size_t n, const char *folder, const char *author, struct diag *d)
{
	struct writing w = { .m = m, .fs = fs, .folder = folder, .d = d };
	size_t i;

	w.author = author;
	make_names(&w);
	for (i = 0; i < n; i++) {
		struct buf file = { 0 };

		io_read(paths[i], &file);
		w.path = paths[i];
		w.file = buf_str(&file);
		merge_file(&w);
		buf_free(&file);
	}
	free_names(&w);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_CORRECTIONS_H
#define LOAD_CORRECT_CORRECTIONS_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a person said of an issue, against what was guessed: a list of corrections,
 * in the order in which they were said, and its form as text (baolan-issue(5)).
 *
 * A correction names lines by what stands in them, with their page and number as a
 * hint among lines that are alike; so it holds when lines were added elsewhere,
 * and does not when its own line was changed.
 */

enum correction_kind {
	CORRECTION_NONE,      /* a line of the file that is none: a remark */
	CORRECTION_PARAGRAPH, /* a paragraph begins at the line */
	CORRECTION_JOIN,    /* the line goes on with the paragraph before it */
	CORRECTION_HEAD,    /* it is a line of a headline */
	CORRECTION_NOHEAD,  /* it is none */
	CORRECTION_ARTICLE, /* an article begins at it */
	CORRECTION_ATTACH, /* from it on it belongs to the article of another */
	CORRECTION_NOARTICLE, /* its article is none, but furniture of the page */
	CORRECTION_KINDS
};

struct line_key {
	uint32_t hash;       /* of the line without white space at its ends */
	size_t page, number; /* 1-based: of the issue, and in its file */
};

struct correction {
	enum correction_kind kind;
	char *text; /* owned; as it stands in the file, without a line end */
	size_t text_bytes; /* it may hold NUL */
	struct line_key at;
	struct line_key to; /* CORRECTION_ATTACH: a line of the other article */
	size_t line, to_line; /* indices into the issue's lines, or NPOS */
	size_t page;          /* index of that of `line` */
	bool unsaved;         /* it is not in the file */
	bool from_lost_file;  /* it was, but that file is not used any more */
	bool this_session;    /* said since the issue was opened */
};

struct corrections {
	struct correction *items; /* owned */
	size_t count, cap;
	char *file_error; /* owned: why a file of them is not used, or NULL */
	/* Owned: what was taken back and is in the file still. */
	struct buf *removed;
	size_t removed_count, removed_cap;
	/* Owned: indices of those that have a line, page by page, and of a page
	 * in the order in which they were said. */
	size_t *by_page;
	size_t by_page_count;
	size_t steps; /* comparisons of the last corrections_find() */
};

void corrections_release(struct corrections *corrections);

/* Appends what the text of a file says.  A line that is not understood is a
 * remark, and is kept. */
void corrections_parse(struct corrections *corrections, struct str text);

/* Appends the text of the file: what was parsed, as it was. */
void corrections_print(const struct corrections *corrections, struct buf *out);

/* The line of the file. */
struct str correction_text(const struct correction *correction);

/* By what a line (index) of the issue is named. */
struct line_key line_key_of(const struct issue *issue, size_t line);

/* The line it names, of those that have lines, or NPOS. */
size_t line_key_find(const struct issue *issue, const struct line_key *key);

/* Adds one at line `line` (index) of the issue; `to` for CORRECTION_ATTACH. */
void corrections_add(struct corrections *corrections, const struct issue *issue,
                     enum correction_kind kind, size_t line, size_t to);

/* How many there are but remarks. */
size_t corrections_count(const struct corrections *corrections);

/* Takes the last one away that was said since the issue was opened, or else the
 * last one that is no remark; false when there is none. */
bool corrections_undo(struct corrections *corrections);

/* Takes one away (index). */
void corrections_remove(struct corrections *corrections, size_t index);

/* Forgets what was taken back. */
void corrections_clear_removed(struct corrections *corrections);

/*
 * The file has become another: `file` is what it holds now.  What was said or taken
 * back here and is not saved is done to that; all else is as in the file.  False when
 * nothing but that is in it, or was: then nobody else has written to it.  Lines are
 * to be found again.
 */
bool corrections_merge(struct corrections *corrections, struct str file);

/* They are all in the file now, and nothing else is; or none is in a file. */
void corrections_saved(struct corrections *corrections);
void corrections_unsaved(struct corrections *corrections);

/* Sets `line` and `to_line` of each to where they are in this issue, and says
 * in its diagnostics which are nowhere, and which lines of the file are not
 * understood; of those without a place in the issue the first few.  Takes
 * (lines + corrections) * log(lines + corrections), however many are alike. */
void corrections_find(struct corrections *corrections, struct issue *issue);

/* Says `trouble` in the diagnostics of the issue. */
void corrections_report_file_error(const struct corrections *corrections,
                                   struct issue *issue);

/* Sets by_page, when corrections or their lines have become others. */
void corrections_sort(struct corrections *corrections);

/* Those of page `page` (index), as a range of by_page. */
struct range corrections_of_page(const struct corrections *corrections,
                                 size_t page);

/* Is it a remark, or are all its lines there? */
bool correction_fits(const struct correction *correction);

/* How many do not fit. */
size_t corrections_misfits(const struct corrections *corrections);

#endif

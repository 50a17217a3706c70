/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_CORRECTIONS_H
#define LOAD_CORRECT_CORRECTIONS_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Corrections: what a person said that a line or an article of an issue is.  They override
 * the estimate, are kept in the order in which they were said, and have a form as text
 * (baolan-issue(5)).
 *
 * A correction names a line by the hash of its text, with page and number as a hint
 * among equal lines.  So it survives lines that are added elsewhere, but no change of its
 * own line: then it fits no more, and is left out and reported.
 */

/* The order counts: corrections of lines, then corrections of articles. */
enum correction_kind {
	CORRECTION_NONE,      /* a remark, or a line that is not understood */
	CORRECTION_PARAGRAPH, /* a paragraph begins at the line */
	CORRECTION_JOIN,      /* the line continues the paragraph before it */
	CORRECTION_HEAD,      /* the line is part of a headline */
	CORRECTION_NOHEAD,    /* the line is part of no headline */
	CORRECTION_ARTICLE,   /* an article begins at the line */
	CORRECTION_ATTACH, /* from the line on, text belongs to the article of
	                      another line */
	CORRECTION_NOARTICLE, /* the article of the line is furniture */
	CORRECTION_KINDS
};

_Static_assert(CORRECTION_NOHEAD + 1 == CORRECTION_ARTICLE &&
                       CORRECTION_NOARTICLE + 1 == CORRECTION_KINDS,
               "correction_is_of_article() compares: articles come last");

static inline bool correction_is_of_article(enum correction_kind kind)
{
	return kind >= CORRECTION_ARTICLE;
}

/* The name of a line. */
struct line_key {
	uint32_t hash; /* hash_text_32() of the line without the white space at
	                  its ends */
	size_t page, number; /* from 1: page of the issue, line of its file */
};

struct correction {
	enum correction_kind kind;
	char *text; /* owned; its line of the file, without the line end */
	size_t text_bytes; /* of `text`, which may hold NUL */
	struct line_key at;
	struct line_key to; /* CORRECTION_ATTACH: a line of the other article */
	/* Set by corrections_find() and corrections_add(). */
	size_t line, to_line; /* indices into the issue's lines, or NPOS */
	size_t page;          /* index of the page of `line`, if that is set */
	bool unsaved;         /* not in the file */
	bool from_lost_file; /* unsaved, but was in a file that is not used now */
	bool this_session;   /* said since the issue was opened */
};

struct corrections {
	struct correction *items; /* owned; in the order of the file */
	size_t count, cap;
	char *file_error; /* owned: why a file of them is not used, or NULL */
	/* Owned: texts of corrections that were undone, but are in the file. */
	struct buf *removed;
	size_t removed_count, removed_cap;
	/* Owned: indices of the corrections that have a line, sorted by page,
	 * and on a page in the order in which they were said. */
	size_t *by_page;
	size_t by_page_count;
	size_t steps; /* comparisons of the last corrections_find() */
};

/* `= { 0 }` initialises corrections; this frees what they own and does so again. */
void corrections_release(struct corrections *corrections);

/* Appends the corrections of the text of a file, one for each line, without lines of the
 * issue (NPOS).  A line that is not understood is kept as CORRECTION_NONE. */
void corrections_parse(struct corrections *corrections, struct str text);

/* Appends the text of a file of these corrections to `out`; lines that were parsed come
 * out unchanged. */
void corrections_print(const struct corrections *corrections, struct buf *out);

/* The line of the file; borrowed from the correction. */
struct str correction_text(const struct correction *correction);

/* The key of line `line` (index) of the issue. */
struct line_key line_key_of(const struct issue *issue, size_t line);

/* The index of the line that a key names, or NPOS if no line has its hash. */
size_t line_key_find(const struct issue *issue, const struct line_key *key);

/* Appends an unsaved correction of line `line` (index) of the issue; `to` is the other
 * line of CORRECTION_ATTACH. */
void corrections_add(struct corrections *corrections, const struct issue *issue,
                     enum correction_kind kind, size_t line, size_t to);

/* How many corrections there are, without CORRECTION_NONE. */
size_t corrections_count(const struct corrections *corrections);

/* Removes the last correction of this session, or else the last one of all; one that
 * is in the file is added to `removed`.  False if there is none. */
bool corrections_undo(struct corrections *corrections);

/* Removes the correction of index `index`; by_page is out of date afterwards. */
void corrections_remove(struct corrections *corrections, size_t index);

/* Empties the list `removed`. */
void corrections_clear_removed(struct corrections *corrections);

/*
 * Merges with the file, which others may have changed and whose text is `file` now:
 * takes what it holds, removes what was undone here, and appends what is unsaved here.
 * False if nobody else has changed the file; then nothing changes here.  After a merge
 * the lines of corrections have to be found again.
 */
bool corrections_merge(struct corrections *corrections, struct str file);

/* Marks all corrections as saved: the file holds them and nothing else. */
void corrections_saved(struct corrections *corrections);

/* Marks all corrections as unsaved: the file that held them is not used any more. */
void corrections_unsaved(struct corrections *corrections);

/*
 * Sets `line`, `to_line` and `page` of each correction to where its lines are in the
 * issue, and reports in its diagnostics the corrections that do not fit and the lines of
 * the file that are not understood; of those without a place in the issue only the
 * first few.  Time: O((lines + corrections) log(lines + corrections)), however many
 * lines are equal.
 */
void corrections_find(struct corrections *corrections, struct issue *issue);

/* Adds `file_error`, if it is set, to the diagnostics of the issue. */
void corrections_report_file_error(const struct corrections *corrections,
                                   struct issue *issue);

/* Computes by_page anew, after corrections were removed or their lines changed. */
void corrections_sort(struct corrections *corrections);

/* The corrections of page `page` (index), as a range of by_page. */
struct range corrections_of_page(const struct corrections *corrections,
                                 size_t page);

/* Is the correction a remark, or were all its lines found? */
bool correction_fits(const struct correction *correction);

/* How many corrections do not fit. */
size_t corrections_misfits(const struct corrections *corrections);

#endif

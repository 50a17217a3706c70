/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_READING_H
#define UI_READING_H

#include "issue/issue.h"
#include "search/search.h"
#include "settings/settings.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The place in the issue and the hits of the search, shared by all views, so that they
 * all show the same place.  A place is a byte of a passage: it stays the same in every
 * view and at every size of the screen.  The cursor stands at the place.
 */

struct place {
	size_t passage; /* index; 0 also when the issue has no passage */
	size_t at;      /* byte of the passage */
};

struct reading {
	const struct issue *issue;  /* borrowed */
	struct search_index *index; /* owned */
	struct place place;         /* of the cursor */
	struct hits hits;
	struct buf pattern;    /* of the hits; empty: nothing is searched */
	size_t hit;            /* index of the current hit, or NPOS */
	struct hit kept_hit;   /* the current hit, kept while a search is run
	                        * again; end 0: none */
	struct search *search; /* the search that is running, or NULL */
	bool jump_pending;     /* the first hit at or behind jump_from becomes
	                        * the place as soon as it is found */
	struct place jump_from;
	size_t slice_bytes;    /* of the issue, that are searched at once */
	size_t pages_searched; /* pages that were loaded when the search began */
	size_t parts_searched; /* and parts that were joined (parts_joined()) */
	size_t generation; /* counted up whenever other hits replace these */
	const struct settings *settings; /* borrowed */
	int ambiguous_cols;              /* of the terminal, 1 or 2 */
	/* The bytes of the passage of the cursor that are drawn as chosen, while the
	 * cursor is on words (word_cursor.h); empty: none. */
	struct range chosen;
	bool dims_unsure; /* words with a low sureness are shown dim */
};

/* Begins at the first text of the issue. */
void reading_init(struct reading *reading, const struct issue *issue,
                  const struct settings *settings, int ambiguous_cols);
void reading_release(struct reading *reading);

/* Begins again with another issue, at its beginning and without hits; settings and
 * terminal stay. */
void reading_take_issue(struct reading *reading, const struct issue *issue);

/* The article and the page of the cursor (indices).  The article is NPOS in furniture;
 * both are NPOS in an issue without text.  Of an article over several pages it is the
 * first part (issue/parts.h); reading_part() is the one that the cursor is in. */
size_t reading_article(const struct reading *reading);
size_t reading_part(const struct reading *reading);

/* The ordinal of that article among those that are no later parts, or NPOS. */
size_t reading_ordinal(const struct reading *reading);
size_t reading_page(const struct reading *reading);

/* The passage that names an article in lists: its headline, or else its first passage;
 * NPOS when the article has none. */
size_t reading_title(const struct reading *reading, size_t article);

/* Appends the day of a page (index) and two spaces, if the pages of the issue are of
 * several days and the day of this page is known.  Numbers of pages alone would not
 * tell such pages apart. */
void reading_add_day(struct buf *out, const struct issue *issue, size_t page);

/* The name of an article: its headline, or else the text of its first passage. */
struct str reading_name(const struct reading *reading, size_t article);

/* The printed line of the cursor (index), or NPOS. */
size_t reading_line(const struct reading *reading);

/* Move the cursor to the beginning of an article, of the one with an ordinal, of the first letter to the editor,
 * to the lead of a page (issue_page_lead()), or else to its first text.  False, and nothing changed, when there is none. */
bool reading_go_article(struct reading *reading, size_t article);
bool reading_go_ordinal(struct reading *reading, size_t ordinal);
bool reading_go_letter(struct reading *reading);
bool reading_go_page(struct reading *reading, size_t page);

/* Searches, and moves the cursor to the first hit at or behind `from`; when all is
 * searched and none is there, to the first hit of all; without hits, to `from`.  A long
 * search goes on in reading_work(); meanwhile the hits are those found so far, and the
 * cursor waits at `from`. */
void reading_search(struct reading *reading, struct str pattern,
                    struct place from);

/* Searches, and leaves the cursor where it is.  The hit under the cursor, if any,
 * becomes the current one. */
void reading_mark(struct reading *reading, struct str pattern);

/* Searches a slice more; true when that changed what a screen shows. */
bool reading_work(struct reading *reading);

/* Ends the running search; the hits found so far stay. */
void reading_stop(struct reading *reading);

/* Moves the cursor to the hit that reading_search() would choose among those found so
 * far. */
void reading_go_first(struct reading *reading, struct place from);

/* Are there hits, or is a search running? */
bool reading_is_marked(const struct reading *reading);

/* How much of the issue the search has seen, in percent. */
int reading_searched_percent(const struct reading *reading);

/* Has the search seen all of the issue? */
bool reading_searched_all(const struct reading *reading);

/* Is there a hit at or behind `from`? */
bool reading_has_hit_from(const struct reading *reading, struct place from);

/* Is the hit already known that reading_step_hit() should choose, whatever the running
 * search may still find? */
bool reading_knows_hit(const struct reading *reading, int step);

/* Ends the search and drops its hits. */
void reading_forget(struct reading *reading);

/* The hit at or behind the cursor becomes the current one; the cursor stays. */
void reading_near_hit(struct reading *reading);

/* The article of a hit (index), or NPOS. */
size_t reading_hit_article(const struct reading *reading, size_t hit);

/* Moves the cursor to a hit (index). */
void reading_go_hit(struct reading *reading, size_t hit);

/* Moves the cursor to the next hit (step 1) or the one before (-1), around the ends of
 * the issue.  False when there are no hits. */
bool reading_step_hit(struct reading *reading, int step);

/* Would that step go around an end?  There may be no hits at all. */
bool reading_steps_around(const struct reading *reading, int step);

/* "3/32", the current hit and their number, or "" without a search; appended to
 * `out`. */
void reading_add_hit_count(struct buf *out, const struct reading *reading);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_READING_H
#define UI_READING_H

#include "search/search.h"
#include "settings/settings.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * Where a reader is and what was searched: shared by all views, so that they
 * all show the same place.  A place is a byte of a passage; it holds whatever
 * the view and the size of the screen.
 */

struct place {
	size_t passage; /* index; 0 also when the issue has none */
	size_t at;      /* byte */
};

struct reading {
	const struct issue *issue;  /* borrowed */
	struct search_index *index; /* owned */
	struct place place;
	struct hits hits;
	struct buf pattern; /* that they are of; empty: none is looked for */
	size_t hit;         /* the hit one is at, or NPOS */
	struct hit chosen;  /* it, while it is looked for again; end 0: none */
	struct search *search; /* that goes on, or NULL */
	bool goes; /* to a hit at or behind `from`, once there is one */
	struct place from;
	size_t slice_bytes; /* of the issue, that are searched at once */
	size_t pages_searched;
	size_t searches; /* how often the hits were made others */
	const struct settings *settings; /* borrowed */
	int ambiguous_cols;              /* of the terminal, 1 or 2 */
};

/* At the beginning of the issue. */
void reading_init(struct reading *reading, const struct issue *issue,
                  const struct settings *settings, int ambiguous_cols);
void reading_release(struct reading *reading);

/* Begins again with another issue, at its beginning and without hits; settings and
 * terminal stay. */
void reading_take_issue(struct reading *reading, const struct issue *issue);

/* The article and the page one is at; the article is NPOS in furniture, both
 * are in an issue without text. */
size_t reading_article(const struct reading *reading);
size_t reading_page(const struct reading *reading);

/* The passage that names an article in lists: its head, or else its first; NPOS
 * when it has none. */
size_t reading_title(const struct reading *reading, size_t article);

/* Appends the day of a page (index) and two spaces, where pages of the issue are of
 * several days and its own is known: their numbers do not tell them apart. */
void reading_add_day(struct buf *out, const struct issue *issue, size_t page);

/* What an article is called: its headline, or else the text of its first passage. */
struct str reading_name(const struct reading *reading, size_t article);

/* The place as printed: the index of its line, or NPOS. */
size_t reading_line(const struct reading *reading);

/* To the beginning of an article, the first of its letters, the first text on
 * a page.  False and nothing changed when there is none. */
bool reading_go_article(struct reading *reading, size_t article);
bool reading_go_letter(struct reading *reading);
bool reading_go_page(struct reading *reading, size_t page);

/* Searches, and goes to the first hit at or behind `from`, or when all is searched
 * the first of all; to `from` itself when there is none.  What takes long goes on in
 * reading_work(); until then there are fewer hits, and one is at `from`. */
void reading_search(struct reading *reading, struct str pattern,
                    struct place from);

/* Searches, and stays where one is: at no hit, or at the one that is there. */
void reading_mark(struct reading *reading, struct str pattern);

/* Does some of a search that goes on; true when there is something to see. */
bool reading_work(struct reading *reading);

/* Leaves it; the hits that were found stay. */
void reading_stop(struct reading *reading);

/* To the hit that reading_search() would go to, among those there are. */
void reading_go_first(struct reading *reading, struct place from);

/* Are there hits, or are they looked for? */
bool reading_is_marked(const struct reading *reading);

/* How much was searched, in percent. */
int reading_searched_percent(const struct reading *reading);

/* Has all of the issue been searched? */
bool reading_searched_all(const struct reading *reading);

/* Is there a hit at or behind `from`? */
bool reading_has_hit_from(const struct reading *reading, struct place from);

/* Is the hit known that reading_step_hit() should go to, whatever else there is? */
bool reading_knows_hit(const struct reading *reading, int step);

/* Marks no hits any more. */
void reading_forget(struct reading *reading);

/* The hit at or behind the place is the one that is shown; the place stays. */
void reading_near_hit(struct reading *reading);

/* The article of a hit, or NPOS. */
size_t reading_hit_article(const struct reading *reading, size_t hit);

/* To a hit that there is. */
void reading_go_hit(struct reading *reading, size_t hit);

/* To the next hit (step 1) or the one before (-1), around the ends of the
 * issue.  False when there are none. */
bool reading_step_hit(struct reading *reading, int step);

/* "3/32", or "" without a search; appended to `out`. */
void reading_add_hit_count(struct buf *out, const struct reading *reading);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_STORY_OWNERS_H
#define LOAD_CORRECT_STORY_OWNERS_H

#include "load/segment/stories.h"

#include <stddef.h>

/*
 * An index of the stories of a page while they are edited: which story or teaser owns each
 * unit, and which stories continue each story.  Looking these up takes no search
 * through the stories, so that many corrections take linear time.  While the index
 * exists the stories are changed through it only.
 */

/* The lists of units of a story. */
enum story_list {
	LIST_TEXT,
	LIST_HEADS,
	LIST_BYLINES,
	LIST_JUMPS,
	LIST_QUOTES,
	LIST_CAPTIONS,
	STORY_LISTS
};

struct list *story_list(struct story *story, enum story_list which);

/* Where a unit is: in a story, a teaser, or neither (OWNER_NONE). */
struct owner {
	size_t story, teaser; /* indices; at most one of them is not NPOS */
	enum story_list list; /* of the story */
};

#define OWNER_NONE ((struct owner){ NPOS, NPOS, LIST_TEXT })

/* Links of a story: the first story that continues it, and its neighbours in the list of
 * stories that continue the same one.  Indices, or NPOS. */
struct continuation_links {
	size_t first, previous, next;
};

struct story_owners {
	struct stories *stories;          /* borrowed */
	struct owner *of_units;           /* owned; one for each unit */
	struct continuation_links *links; /* owned; one for each story */
	size_t link_count, link_cap;
};

/* `stories` is borrowed until story_owners_release(). */
void story_owners_init(struct story_owners *owners, struct stories *stories);
void story_owners_release(struct story_owners *owners);

/* The list in which an owner that is not OWNER_NONE has its units; the heads of a
 * teaser.  The pointer is valid until a story or a teaser is added. */
struct list *story_owners_list(struct story_owners *owners, struct owner owner);

/* Moves the units [first, end) that are in `from` to the list of `to`, in the order of the
 * page.  `from` may not be that list itself. */
void story_owners_move(struct story_owners *owners, struct list *from,
                       struct owner to, size_t first, size_t end);

/* Story `s` continues story `continued`, or none for NPOS. */
void story_owners_link(struct story_owners *owners, size_t s, size_t continued);

/* Appends an empty story, which counts as corrected; returns its index. */
size_t story_owners_add_story(struct story_owners *owners);

/* Sorts a list whose first `sorted` items are in ascending order; insertion sort, as the
 * items behind them nearly are, too. */
void list_sort_end(struct list *list, size_t sorted);

#endif

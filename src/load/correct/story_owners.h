/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_STORY_OWNERS_H
#define LOAD_CORRECT_STORY_OWNERS_H

#include "load/segment/stories.h"

#include <stddef.h>

/*
 * Who has the units of a page, and which stories are at home in which, while they
 * change their story: what is asked again and again is known without looking through all
 * stories.  As long as there is one of these, nothing else changes them.
 */

/* The lists of a story. */
enum {
	LIST_TEXT,
	LIST_HEADS,
	LIST_BYLINES,
	LIST_JUMPS,
	LIST_QUOTES,
	LIST_CAPTIONS,
	STORY_LISTS
};

struct list *story_list(struct story *story, int which);

/* Who has a unit: a story, or a teaser; or nobody. */
struct owner {
	size_t story, teaser; /* indices, or NPOS */
	int list;             /* of the story */
};

#define OWNER_NONE ((struct owner){ NPOS, NPOS, 0 })

/* The stories that are at home in one, and those beside it that are at home in the
 * same: indices, or NPOS. */
struct continuation_links {
	size_t first, previous, next;
};

struct story_owners {
	struct stories *stories;          /* borrowed */
	struct owner *of;                 /* owned; a unit */
	struct continuation_links *links; /* owned; a story */
	size_t link_count, link_cap;
};

/* As the page was read. */
void story_owners_init(struct story_owners *owners, struct stories *stories);
void story_owners_release(struct story_owners *owners);

/* The list that an owner has. */
struct list *story_owners_list(struct story_owners *owners, struct owner owner);

/* Takes the units [first, end) out of `from` and gives them to `to`, where they stand
 * in the order of the page. */
void story_owners_move(struct story_owners *owners, struct list *from,
                       struct owner to, size_t first, size_t end);

/* Story `s` has a home, or none for NPOS. */
void story_owners_link(struct story_owners *owners, size_t s, size_t home);

/* A story more, of nothing yet, because a person said so; its index. */
size_t story_owners_add_story(struct story_owners *owners);

/* Brings what stands behind the first `sorted` of a list into the order of the page. */
void list_sort_end(struct list *list, size_t sorted);

#endif

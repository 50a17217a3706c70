/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_VIEWS_H
#define UI_VIEW_VIEWS_H

#include <stdbool.h>

/*
 * The list of the views.  A new view is a row here and a file view/view_NAME.c that
 * defines `const struct view view_NAME` (view.h).  The main views come first: one of
 * them is always shown.  The others lie over it, or beside it as the list does.
 */
#define VIEWS(X)                                                               \
 X(PAGE, page)                                                                 \
 X(ARTICLE, article)                                                           \
 X(BOTH, both)                                                                 \
 X(LIST, list)                                                                 \
 X(HITS, hits)                                                                 \
 X(MAP, map)                                                                   \
 X(FACTS, facts)                                                               \
 X(MENU, menu)                                                                 \
 X(REPAIR, repair)                                                             \
 X(HELP, help)

#define VIEWS_ID(NAME, name) VIEW_##NAME,

enum view_id {
	VIEWS(VIEWS_ID) VIEW_COUNT,
	VIEW_NONE = VIEW_COUNT,
	VIEW_MAIN_COUNT = VIEW_LIST /* the views before it are main views */
};

/* What a view keeps for itself; view_state() (view.h) makes it. */
struct view_slot {
	void *state;                  /* owned, or NULL */
	void (*release)(void *state); /* releases what it owns, or NULL */
	bool is_fresh; /* the view was shown, but not asked yet */
};

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_VIEWS_H
#define UI_VIEW_VIEWS_H

#include <stdbool.h>

/*
 * The list of the views.  A new view is a row here and a file view/view_NAME.c that
 * defines `const struct view view_NAME` (view.h).  The main views come first: they show
 * the issue itself, and one of them is always opened.  The others lie over it, or beside
 * it as the list does (ui/view_stack.h).  The last column is the command that opens the
 * view, and closes it when the view has the keys.
 */
#define VIEWS(X)                                                               \
 X(PAGE, page, NONE)                                                           \
 X(ARTICLE, article, NONE)                                                     \
 X(BOTH, both, NONE)                                                           \
 X(LIST, list, LIST)                                                           \
 X(HITS, hits, HITS)                                                           \
 X(MAP, map, MAP)                                                              \
 X(FACTS, facts, FACTS)                                                        \
 X(MENU, menu, MENU)                                                           \
 X(RECENT, recent, NONE)                                                       \
 X(FOUND, found, SEARCH_ALL)                                                   \
 X(ISSUES, issues, ISSUES)                                                     \
 X(BOOKMARKS, bookmarks, BOOKMARKS)                                            \
 X(REPAIR, repair, REPAIR)                                                     \
 X(ENTRY, entry, ENTRY)                                                     \
 X(HELP, help, HELP)

#define VIEWS_ID(NAME, name, opener) VIEW_##NAME,

enum view_id {
	VIEWS(VIEWS_ID) VIEW_COUNT,
	VIEW_NONE = VIEW_COUNT,
	VIEW_MAIN_COUNT = VIEW_LIST /* the views before it are main views */
};

static inline bool view_is_main(enum view_id id)
{
	return id < VIEW_MAIN_COUNT;
}

/* What a view keeps for itself; view_state() (view.h) makes it. */
struct view_slot {
	void *state;                  /* owned, or NULL */
	void (*release)(void *state); /* releases what it owns, or NULL */
	bool is_fresh; /* the view was shown, but not asked yet */
};

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_STACK_H
#define UI_VIEW_STACK_H

#include "ui/reading.h"
#include "ui/view/views.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The views that were opened, the one that has the keys on top.  The page view lies at
 * the bottom and is never taken away.  Each view that another one covers keeps the place
 * of the cursor, so that closing the upper one leads back to it.
 *
 * Going back never takes long: of the views that are no main views each is in the stack
 * once at most, and of the main views between two of those, too.  Opening such a view
 * again brings it to the top, and closes what was opened from it.
 */

/* With each of the others once, and all main views between them. */
#define VIEW_STACK_MAX                                                         \
 (VIEW_COUNT - VIEW_MAIN_COUNT +                                               \
  VIEW_MAIN_COUNT * (VIEW_COUNT - VIEW_MAIN_COUNT + 1))

struct opened_view {
	enum view_id id;
	struct place place; /* of the cursor, when the view was covered */
};

struct view_stack {
	struct opened_view items[VIEW_STACK_MAX];
	size_t count; /* >= 1 */
};

/* The page view alone. */
void view_stack_init(struct view_stack *stack);

/* The view that has the keys, and the main view that is nearest below it. */
enum view_id view_stack_top(const struct view_stack *stack);
enum view_id view_stack_main(const struct view_stack *stack);

/* Is the view in the stack? */
bool view_stack_has(const struct view_stack *stack, enum view_id id);

/* Brings a view to the top; the one that is covered keeps the place `here`. */
void view_stack_show(struct view_stack *stack, enum view_id id,
                     struct place here);

/* Closes the view on top.  Returns the view that it covered, or NULL: the last one stays. */
const struct opened_view *view_stack_leave(struct view_stack *stack);

/* All covered views keep another place, as when the issue was replaced. */
void view_stack_move(struct view_stack *stack, struct place place);

#endif

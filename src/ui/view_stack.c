/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view_stack.h"

#include "base/mem.h"

#include <assert.h>

void view_stack_init(struct view_stack *stack)
{
	stack->items[0] = (struct opened_view){ VIEW_PAGE, { 0, 0 } };
	stack->count = 1;
}

enum view_id view_stack_top(const struct view_stack *stack)
{
	return stack->items[stack->count - 1].id;
}

enum view_id view_stack_main(const struct view_stack *stack)
{
	size_t at = stack->count - 1;

	while (!view_is_main(stack->items[at].id))
		at--;
	return stack->items[at].id;
}

/* The index of the uppermost view of that id among the items [from, count); NPOS: there
 * is none. */
static size_t view_stack_find(const struct view_stack *stack, size_t from,
                              enum view_id id)
{
	for (size_t i = stack->count; i > from; i--)
		if (stack->items[i - 1].id == id)
			return i - 1;
	return NPOS;
}

bool view_stack_has(const struct view_stack *stack, enum view_id id)
{
	return view_stack_find(stack, 0, id) != NPOS;
}

/* The first of the main views on top, between which no other view lies; `count` when the
 * top is no main view. */
static size_t view_stack_main_run(const struct view_stack *stack)
{
	size_t from = stack->count;

	while (from > 0 && view_is_main(stack->items[from - 1].id))
		from--;
	return from;
}

/* Adds a view on top; a main view that lies there already among other main views takes
 * their place. */
static void view_stack_add(struct view_stack *stack, struct opened_view view)
{
	size_t at = NPOS;

	if (view_is_main(view.id))
		at = view_stack_find(stack, view_stack_main_run(stack),
		                     view.id);
	if (at != NPOS)
		stack->count = at;
	assert(stack->count < VIEW_STACK_MAX);
	stack->items[stack->count++] = view;
}

void view_stack_show(struct view_stack *stack, enum view_id id,
                     struct place here)
{
	struct opened_view covered = stack->items[stack->count - 1];
	size_t at = view_is_main(id) ? NPOS : view_stack_find(stack, 0, id);

	if (covered.id == id)
		return;
	covered.place = here;
	stack->items[stack->count - 1] = covered;
	if (at != NPOS) {
		stack->count = at;
		view_stack_add(stack, covered);
	}
	view_stack_add(stack, (struct opened_view){ id, here });
}

const struct opened_view *view_stack_leave(struct view_stack *stack)
{
	if (stack->count == 1)
		return NULL;
	stack->count--;
	return &stack->items[stack->count - 1];
}

void view_stack_move(struct view_stack *stack, struct place place)
{
	for (size_t i = 0; i < stack->count; i++)
		stack->items[i].place = place;
}

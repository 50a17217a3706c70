/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view_stack.h"

#include "../lib/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Shows the views up to VIEW_NONE, each at a place of its own: passage 1, 2, … */
static void open_views(struct view_stack *stack, const enum view_id *views)
{
	view_stack_init(stack);
	for (size_t i = 0; views[i] != VIEW_NONE; i++)
		view_stack_show(stack, views[i], (struct place){ i + 1, 0 });
}

static void assert_views(const struct view_stack *stack,
                         const enum view_id *views)
{
	size_t i;

	for (i = 0; views[i] != VIEW_NONE; i++) {
		assert_true(i < stack->count);
		assert_int_equal(stack->items[i].id, views[i]);
	}
	assert_int_equal(stack->count, i);
}

#define VIEWS_OF(...) ((const enum view_id[]){ __VA_ARGS__, VIEW_NONE })

static void back_leads_where_one_came_from(void **state)
{
	struct view_stack stack;
	const struct opened_view *to;

	(void)state;
	open_views(&stack, VIEWS_OF(VIEW_LIST, VIEW_ARTICLE, VIEW_HELP));
	to = view_stack_leave(&stack);
	assert_int_equal(to->id, VIEW_ARTICLE);
	assert_int_equal(to->place.passage, 3);
	to = view_stack_leave(&stack);
	assert_int_equal(to->id, VIEW_LIST);
	assert_int_equal(to->place.passage, 2);
	to = view_stack_leave(&stack);
	assert_int_equal(to->id, VIEW_PAGE);
	assert_int_equal(to->place.passage, 1);
	assert_null(view_stack_leave(&stack));
	assert_int_equal(view_stack_top(&stack), VIEW_PAGE);
}

static void the_view_on_top_is_not_opened_again(void **state)
{
	struct view_stack stack;

	(void)state;
	open_views(&stack, VIEWS_OF(VIEW_PAGE, VIEW_LIST, VIEW_LIST));
	assert_views(&stack, VIEWS_OF(VIEW_PAGE, VIEW_LIST));
}

static void the_same_text_is_shown_by_the_view_that_is_there(void **state)
{
	struct view_stack stack;

	(void)state;
	open_views(&stack, VIEWS_OF(VIEW_ARTICLE, VIEW_BOTH, VIEW_PAGE));
	assert_views(&stack, VIEWS_OF(VIEW_PAGE));
	open_views(&stack, VIEWS_OF(VIEW_HITS, VIEW_PAGE, VIEW_ARTICLE));
	assert_views(&stack,
	             VIEWS_OF(VIEW_PAGE, VIEW_HITS, VIEW_PAGE, VIEW_ARTICLE));
	assert_int_equal(view_stack_main(&stack), VIEW_ARTICLE);
}

static void a_list_is_opened_once(void **state)
{
	struct view_stack stack;

	(void)state;
	open_views(&stack, VIEWS_OF(VIEW_LIST, VIEW_ARTICLE, VIEW_HITS,
	                            VIEW_ARTICLE, VIEW_LIST));
	assert_views(&stack, VIEWS_OF(VIEW_PAGE, VIEW_ARTICLE, VIEW_LIST));
	assert_int_equal(view_stack_leave(&stack)->place.passage, 5);
	open_views(&stack,
	           VIEWS_OF(VIEW_LIST, VIEW_ARTICLE, VIEW_PAGE, VIEW_LIST));
	assert_views(&stack, VIEWS_OF(VIEW_PAGE, VIEW_LIST));
	assert_int_equal(view_stack_leave(&stack)->place.passage, 4);
}

static void a_replaced_issue_has_other_places(void **state)
{
	struct view_stack stack;

	(void)state;
	open_views(&stack, VIEWS_OF(VIEW_LIST, VIEW_ARTICLE));
	view_stack_move(&stack, (struct place){ 7, 8 });
	assert_int_equal(view_stack_leave(&stack)->place.passage, 7);
	assert_int_equal(view_stack_leave(&stack)->place.at, 8);
}

static void check(const struct view_stack *stack)
{
	assert_true(stack->count >= 1 && stack->count <= VIEW_STACK_MAX);
	assert_int_equal(stack->items[0].id, VIEW_PAGE);
	for (size_t i = 1; i < stack->count; i++) {
		assert_true(stack->items[i].id < VIEW_COUNT);
		assert_true(stack->items[i].id != stack->items[i - 1].id);
	}
}

/* Whatever is opened and closed: the page lies at the bottom, no view lies on itself, and
 * closing what was just opened leads back to the view and the place before. */
static void any_views(void **state)
{
	uint32_t seed = 1;
	struct view_stack stack;

	(void)state;
	view_stack_init(&stack);
	for (size_t n = 1; n < 100000; n++) {
		enum view_id before = view_stack_top(&stack);
		enum view_id next =
			(enum view_id)fixture_random(&seed, VIEW_COUNT);
		bool is_new =
			!view_stack_has(&stack, next) || !view_is_main(next);

		view_stack_show(&stack, next, (struct place){ n, 0 });
		check(&stack);
		assert_int_equal(view_stack_top(&stack), next);
		if (!fixture_random(&seed, 3) && before != next && is_new) {
			const struct opened_view *to = view_stack_leave(&stack);

			assert_int_equal(to->id, before);
			assert_int_equal(to->place.passage, n);
		}
	}
	for (size_t views = stack.count; views > 1; views--) {
		assert_non_null(view_stack_leave(&stack));
		check(&stack);
	}
	assert_views(&stack, VIEWS_OF(VIEW_PAGE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(back_leads_where_one_came_from),
		cmocka_unit_test(the_view_on_top_is_not_opened_again),
		cmocka_unit_test(
			the_same_text_is_shown_by_the_view_that_is_there),
		cmocka_unit_test(a_list_is_opened_once),
		cmocka_unit_test(a_replaced_issue_has_other_places),
		cmocka_unit_test(any_views),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/hit_rows.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "ui/ask/filter.h"
#include "ui/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* How often the article of a hit was asked for; the linker leads the calls here. */
static size_t asked;

size_t __real_reading_hit_article(const struct reading *reading, size_t hit);
size_t __wrap_reading_hit_article(const struct reading *reading, size_t hit);

size_t __wrap_reading_hit_article(const struct reading *reading, size_t hit)
{
	asked++;
	return __real_reading_hit_article(reading, hit);
}

static size_t hit_count(const void *of)
{
	const struct reading *reading = of;

	return reading->hits.count;
}

static const struct filter_items items = { .count = hit_count };

/* Hits 0, 1, … of an issue; hit i stands in the article of passage i. */
struct list {
	struct issue *issue;
	struct reading reading;
	struct filter filter;
	struct hit_rows rows;
};

static void list_init(struct list *list)
{
	*list = (struct list){ .issue = issue_new() };
	list->reading.issue = list->issue;
	filter_init(&list->filter, &items, &list->reading,
	            &list->reading.generation);
}

static void list_release(struct list *list)
{
	hit_rows_release(&list->rows);
	filter_release(&list->filter);
	free(list->reading.hits.items);
	issue_free(list->issue);
}

static void list_add(struct list *list, size_t page, size_t article)
{
	struct hits *hits = &list->reading.hits;
	struct issue *issue = list->issue;

	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .page = page, .article = article };
	while (article != NPOS && issue->article_count <= article) {
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) = (struct article){ 0 };
		parts_begin(issue);
	}
	*ARRAY_ADD(hits->items, hits->count, hits->cap) =
		(struct hit){ .passage = issue->passage_count - 1 };
}

/* Rows as the reader sees them: R for a rule, H for a headline, a digit for entry 0 to 9.
 * What stands above an entry is of it and is in sight with it. */
static void assert_rows(struct list *list, const char *want)
{
	size_t row = 0, top = 0;

	hit_rows_follow(&list->rows, &list->filter);
	for (; want[row]; row++) {
		const struct hit_row at = hit_rows_at(&list->rows, row);
		const char *next = want + row + strspn(want + row, "RH");

		assert_true(row < hit_rows_count(&list->rows));
		assert_int_equal(at.kind, want[row] == 'R'   ? HIT_ROW_RULE
		                          : want[row] == 'H' ? HIT_ROW_HEAD
		                                             : HIT_ROW_HIT);
		assert_int_equal(at.entry, *next - '0');
		if (next != want + row)
			continue;
		assert_int_equal(hit_rows_of(&list->rows, at.entry), row);
		assert_int_equal(hit_rows_top_of(&list->rows, at.entry), top);
		top = row + 1;
	}
	assert_int_equal(hit_rows_count(&list->rows), row);
}

static void headlines_stand_above_their_hits(void **state)
{
	struct list list;

	(void)state;
	list_init(&list);
	assert_rows(&list, "");
	list_add(&list, 0, 0);
	assert_rows(&list, "H0");
	list_add(&list, 0, 0);
	list_add(&list, 0, 2);
	assert_rows(&list, "H01H2");
	list_add(&list, 0, NPOS);
	list_add(&list, 0, NPOS);
	list_add(&list, 0, 4);
	assert_rows(&list, "H01H2H34H5");
	list_release(&list);
}

/* Where a page begins there is a rule, and its articles have their headlines, also one that
 * goes on from the page before; a second page may come while the list is seen. */
static void pages_are_parted_by_rules(void **state)
{
	struct list list;

	(void)state;
	list_init(&list);
	list_add(&list, 0, 0);
	list_add(&list, 0, 0);
	list.issue->page_count = 1;
	assert_rows(&list, "H01");
	list.issue->page_count = 2;
	assert_rows(&list, "RH01");
	list_add(&list, 1, NPOS);
	list_add(&list, 2, NPOS);
	list_add(&list, 2, 0);
	assert_rows(&list, "RH01RH2RH3H4");
	assert_int_equal(hit_rows_in_group(&list.rows, 0), 2);
	assert_int_equal(hit_rows_in_group(&list.rows, 1), 2);
	assert_int_equal(hit_rows_in_group(&list.rows, 3), 1);
	assert_int_equal(hit_rows_in_group(&list.rows, 4), 1);
	list_release(&list);
}

static void another_search_has_other_rows(void **state)
{
	struct list list;

	(void)state;
	list_init(&list);
	list_add(&list, 0, 0);
	list_add(&list, 0, 1);
	assert_rows(&list, "H0H1");
	list.issue->passages[1].article = 0;
	list.reading.generation++;
	assert_rows(&list, "H01");
	list.issue->passages[1].article = 1;
	filter_restart(&list.filter);
	assert_rows(&list, "H0H1");
	list_release(&list);
}

/* A key in a long list looks at no hit that was there before. */
static void a_hit_is_looked_at_once(void **state)
{
	enum {
		HITS = 10000
	};
	struct list list;

	(void)state;
	list_init(&list);
	for (size_t i = 0; i < HITS; i++)
		list_add(&list, 0, i / 10);
	asked = 0;
	hit_rows_follow(&list.rows, &list.filter);
	assert_int_equal(asked, HITS);
	asked = 0;
	for (size_t i = 0; i < HITS; i++) {
		hit_rows_follow(&list.rows, &list.filter);
		assert_int_equal(
			hit_rows_at(&list.rows, hit_rows_of(&list.rows, i))
				.entry,
			i);
	}
	assert_int_equal(asked, 0);
	list_release(&list);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(headlines_stand_above_their_hits),
		cmocka_unit_test(pages_are_parted_by_rules),
		cmocka_unit_test(another_search_has_other_rows),
		cmocka_unit_test(a_hit_is_looked_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

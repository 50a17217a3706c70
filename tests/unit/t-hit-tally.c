/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/hit_tally.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "ui/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* An issue whose passage i stands in the article that `articles` names, and a hit in each
 * of its passages. */
struct tally_page {
	struct issue *issue;
	struct reading reading;
	struct hit_tally tally;
};

static void page_add(struct tally_page *page, size_t article)
{
	struct issue *issue = page->issue;

	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .article = article };
	while (article != NPOS && issue->article_count <= article) {
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) = (struct article){ 0 };
		parts_begin(issue);
	}
	hits_add(&page->reading.hits,
	         (struct hit){ .passage = issue->passage_count - 1, .end = 1 });
}

static void page_init(struct tally_page *page, const size_t *articles,
                      size_t count)
{
	*page = (struct tally_page){ .issue = issue_new() };
	page->reading.issue = page->issue;
	for (size_t i = 0; i < count; i++)
		page_add(page, articles[i]);
}

static void page_release(struct tally_page *page)
{
	hit_tally_release(&page->tally);
	hits_release(&page->reading.hits);
	issue_free(page->issue);
}

static size_t page_count(struct tally_page *page)
{
	return hit_tally_count(&page->tally, &page->reading);
}

static void each_article_counts_once(void **state)
{
	static const size_t articles[] = { 0, 0, 1, NPOS, 3, 1 };
	struct tally_page page;

	(void)state;
	page_init(&page, NULL, 0);
	assert_int_equal(page_count(&page), 0);
	page_release(&page);
	page_init(&page, articles, ARRAY_LEN(articles));
	assert_int_equal(page_count(&page), 3);
	page_add(&page, NPOS);
	assert_int_equal(page_count(&page), 3);
	page_add(&page, 20);
	assert_int_equal(page_count(&page), 4);
	page_release(&page);
}

static void an_article_that_goes_on_counts_once(void **state)
{
	static const size_t articles[] = { 0, 1, 2 };
	struct tally_page page;

	(void)state;
	page_init(&page, articles, ARRAY_LEN(articles));
	parts_join(page.issue, 2, 0);
	assert_int_equal(page_count(&page), 2);
	page_release(&page);
}

/* What was looked at is not looked at again, unless other hits have come. */
static void a_hit_is_looked_at_once(void **state)
{
	static const size_t articles[] = { 0, 1, 2 };
	struct tally_page page;

	(void)state;
	page_init(&page, articles, ARRAY_LEN(articles));
	assert_int_equal(page_count(&page), 3);
	page.issue->passages[2].article = 0;
	page_add(&page, 4);
	assert_int_equal(page_count(&page), 4);
	page.reading.generation++;
	assert_int_equal(page_count(&page), 3);
	page.reading.hits.count = 1;
	assert_int_equal(page_count(&page), 1);
	page_release(&page);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_article_counts_once),
		cmocka_unit_test(an_article_that_goes_on_counts_once),
		cmocka_unit_test(a_hit_is_looked_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

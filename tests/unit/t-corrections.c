/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections.h"

#include "../lib/corrected.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static struct issue *load(struct corrections *corrections)
{
	const struct load_options how = { .corrections = corrections };

	return load_bytes(str_from(corrected_page), "page.txt", &how);
}

static const struct passage *passage_of(const struct issue *issue,
                                        const char *text)
{
	size_t line = corrected_line_of(issue, text), passage, byte;
	struct str all = issue->lines[line].text;
	size_t at = str_find(all, str_from(text), 0);

	assert_true(issue_passage_at(issue, line, at, &passage, &byte));
	return &issue->passages[passage];
}

/* The page read with one thing that was said; free with issue_free(). */
static struct issue *told(enum correction_kind kind, const char *line,
                          const char *to)
{
	struct issue *plain = load(NULL), *issue;
	struct corrections corrections = { 0 };
	char *wrong;

	corrections_add(&corrections, plain, kind,
	                corrected_line_of(plain, line),
	                to ? corrected_line_of(plain, to) : NPOS);
	issue = load(&corrections);
	assert_int_equal(corrections_misfits(&corrections), 0);
	wrong = issue_validate(issue);
	assert_null(wrong);
	corrections_release(&corrections);
	issue_free(plain);
	return issue;
}

static void nothing_is_said(void **state)
{
	struct issue *issue = load(NULL);

	(void)state;
	assert_int_equal(issue->article_count, 2);
	assert_int_equal(passage_of(issue, "社区食堂开到")->role, ROLE_HEAD);
	assert_int_equal(passage_of(issue, "活动由")->role, ROLE_BODY);
	assert_int_equal(issue->diags.count, 0);
	issue_free(issue);
}

static void a_paragraph_begins(void **state)
{
	struct issue *issue = told(CORRECTION_PARAGRAPH, "部群众种下", NULL);

	(void)state;
	assert_true(str_starts(passage_of(issue, "部群众种下")->text,
	                       STR("部群众种下松树")));
	issue_free(issue);
}

static void a_paragraph_is_joined(void **state)
{
	struct issue *issue = told(CORRECTION_JOIN, "活动由区", NULL);

	(void)state;
	assert_true(passage_of(issue, "本报讯 昨天") ==
	            passage_of(issue, "活动由区"));
	assert_true(str_find(passage_of(issue, "活动由区")->text,
	                     STR("看望了工人。活动由区园林局"), 0) != NPOS);
	issue_free(issue);
}

static void heads_are_told(void **state)
{
	struct issue *issue = told(CORRECTION_NOHEAD, "社区食堂开到", NULL);

	(void)state;
	assert_false(role_is_headline(passage_of(issue, "社区食堂开到")->role));
	issue_free(issue);
	issue = told(CORRECTION_HEAD, "名踊跃。", NULL);
	assert_true(role_is_headline(passage_of(issue, "名踊跃。")->role) ||
	            passage_of(issue, "名踊跃。")->role == ROLE_SUBHEAD);
	issue_free(issue);
}

static void an_article_begins(void **state)
{
	struct issue *issue = told(CORRECTION_ARTICLE, "活动由区", NULL);

	(void)state;
	assert_int_equal(issue->article_count, 3);
	assert_int_equal(passage_of(issue, "本报讯 昨天")->article, 0);
	assert_int_equal(passage_of(issue, "活动由区")->article, 1);
	assert_int_equal(passage_of(issue, "本报讯 社区")->article, 2);
	issue_free(issue);
}

static void text_goes_to_another_article(void **state)
{
	struct issue *issue =
		told(CORRECTION_ATTACH, "活动由区", "社区食堂开到");

	(void)state;
	assert_int_equal(issue->article_count, 2);
	assert_int_equal(passage_of(issue, "本报讯 昨天")->article, 0);
	assert_int_equal(passage_of(issue, "活动由区")->article, 1);
	/* A person said so: it is no guess. */
	assert_int_equal(issue->articles[1].note_count, 0);
	issue_free(issue);
}

static void a_head_goes_to_another_article(void **state)
{
	struct issue *issue =
		told(CORRECTION_ATTACH, "社区食堂开到", "本报讯 昨天");

	(void)state;
	assert_int_equal(passage_of(issue, "社区食堂开到")->article, 0);
	assert_int_equal(passage_of(issue, "本报讯 社区")->article, 1);
	assert_int_equal(issue->articles[1].headline.len, 0);
	issue_free(issue);
}

static void articles_are_joined(void **state)
{
	struct issue *issue =
		told(CORRECTION_ATTACH, "本报讯 社区", "本报讯 昨天");

	(void)state;
	assert_int_equal(passage_of(issue, "本报讯 社区")->article, 0);
	issue_free(issue);
}

static void an_article_is_none(void **state)
{
	struct issue *issue = told(CORRECTION_NOARTICLE, "名踊跃。", NULL);

	(void)state;
	assert_int_equal(issue->article_count, 1);
	assert_true(passage_of(issue, "春季植树")->article == NPOS);
	assert_true(passage_of(issue, "活动由区")->article == NPOS);
	assert_int_equal(passage_of(issue, "本报讯 社区")->role, ROLE_BODY);
	issue_free(issue);
}

/* What is said later of a line goes before. */
static void the_last_word_counts(void **state)
{
	struct issue *plain = load(NULL), *issue;
	struct corrections corrections = { 0 };
	size_t line = corrected_line_of(plain, "活动由区");

	(void)state;
	corrections_add(&corrections, plain, CORRECTION_JOIN, line, NPOS);
	corrections_add(&corrections, plain, CORRECTION_PARAGRAPH, line, NPOS);
	issue = load(&corrections);
	assert_true(passage_of(issue, "本报讯 昨天") !=
	            passage_of(issue, "活动由区"));
	issue_free(issue);
	issue_free(plain);
	corrections_release(&corrections);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_said),
		cmocka_unit_test(a_paragraph_begins),
		cmocka_unit_test(a_paragraph_is_joined),
		cmocka_unit_test(heads_are_told),
		cmocka_unit_test(an_article_begins),
		cmocka_unit_test(text_goes_to_another_article),
		cmocka_unit_test(a_head_goes_to_another_article),
		cmocka_unit_test(articles_are_joined),
		cmocka_unit_test(an_article_is_none),
		cmocka_unit_test(the_last_word_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

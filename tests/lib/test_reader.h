/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_TEST_READER_H
#define TESTS_LIB_TEST_READER_H

#include "session/session.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/view/frame.h"

/*
 * Someone reading a large issue, without a terminal, and what is seen of it.  Work is
 * done when a test says so, so each state can be waited for.
 */

#define TEST_READER_PAGES 300
#define TEST_READER_ROWS  12
#define TEST_READER_COLS  60

struct test_reader {
	struct session session;
	struct app app;
};

/* For a group of tests: a folder, where one is then, with an issue of an article a
 * page; 这里有一个记号 is on every hundredth. */
int test_reader_make_issue(void **state);
/* The same, and on each page a second article, 长篇第N页的题目, whose text goes on behind the
 * jumps of both pages on the next one; on every second page, so that each has two parts. */
int test_reader_make_jumps(void **state);
int test_reader_remove_issue(void **state);

/* With no more loaded than the reader loads at once. */
void test_reader_open(struct test_reader *reader);
void test_reader_close(struct test_reader *reader);

/* All loaded, and so large beside a slice of a search that a key's slices leave much of
 * it unsearched. */
void test_reader_open_large(struct test_reader *reader);

/* The same, with 记号 searched to the end: one is at the first of its three hits. */
void test_reader_open_searched(struct test_reader *reader);

/* Each draws the screen when it is done. */
void test_reader_press(struct test_reader *reader, uint32_t key);
void test_reader_type(struct test_reader *reader, const char *keys); /* UTF-8 */
void test_reader_search_sign(struct test_reader *reader); /* /记号 Enter */
void test_reader_work(struct test_reader *reader,
                      size_t pages);                 /* till so many are read */
void test_reader_finish(struct test_reader *reader); /* till there is no work */

/* Fails when a row of the screen, or the one at the foot, does not say it. */
void test_reader_says(const struct test_reader *reader, int row,
                      const char *part);
void test_reader_foot_says(const struct test_reader *reader, const char *part);

/* The number of the page one is on. */
size_t test_reader_page(const struct test_reader *reader);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/named_issues.h"

#include "base/mem.h"
#include "issue/name_day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/t-named-issues-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return !mkdtemp(folder) || chdir(folder);
}

static int remove_folder(void **state)
{
	char command[sizeof folder + 16];

	(void)state;
	snprintf(command, sizeof command, "rm -r %s", folder);
	return chdir("/") || system(command);
}

static void put_all(const char *name, const char *text, const char *more)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	fputs(text, file);
	fputs(more, file);
	fclose(file);
}

static void put(const char *name, const char *text)
{
	put_all(name, text,
	        "\n\n渡口恢复夜间班次\n\n　　本报讯　从今晚起，城西渡口恢复\n"
	        "夜间班次，每小时一班。\n");
}

/* The names of all issues, with | between issues, and spaces between names. */
static void assert_issues(const char *wanted, const char *const *names,
                          size_t count)
{
	struct named_issues issues;
	struct buf text;

	buf_init(&text);
	named_issues_find(&issues, names, count);
	for (size_t i = 0; i < issues.count; i++)
		for (size_t n = 0; n < issues.items[i].count; n++) {
			if (text.len)
				buf_add_byte(&text, n ? ' ' : '|');
			buf_add_c(&text, issues.items[i].names[n]);
		}
	assert_string_equal(text.ptr, wanted);
	buf_release(&text);
	named_issues_release(&issues);
}

#define ASSERT_ISSUES(wanted, ...)                                             \
 assert_issues(wanted, (const char *const[]){ __VA_ARGS__ },                   \
	       ARRAY_LEN(((const char *const[]){ __VA_ARGS__ })))

static void test_files(void **state)
{
	(void)state;
	put("a", "青溪日报　1930年4月3日　第1版");
	put("b", "青溪日报　1930年4月3日　第2版");
	put("c", "青溪日报　1930年4月4日　第1版");
	put("d", "临江晚报　1930年4月4日　第1版");
	put("e", "没有日期的一页");
	ASSERT_ISSUES("a", "a");
	ASSERT_ISSUES("a b", "a", "b");
	ASSERT_ISSUES("a b|c", "a", "b", "c");
	ASSERT_ISSUES("a b|c", "a", "c", "b");
	ASSERT_ISSUES("c|d", "c", "d");
	ASSERT_ISSUES("a e|c", "a", "e", "c");
	ASSERT_ISSUES("e a|c", "e", "a", "c");
	ASSERT_ISSUES("e e", "e", "e");
	ASSERT_ISSUES("a nothing c", "a", "nothing", "c");
}

static void test_foot(void **state)
{
	struct buf page;

	(void)state;
	buf_init(&page);
	for (int i = 0; i < 100; i++)
		buf_add_c(&page, "　　渡口恢复夜间班次，每小时一班，到\n"
		                 "十一点为止，渡工轮流值班。\n");
	buf_add_c(&page, "\n青溪日报　1930年4月3日　第1版\n");
	put_all("foot", page.ptr, "");
	buf_release(&page);
	put("c", "青溪日报　1930年4月4日　第1版");
	ASSERT_ISSUES("foot|c", "foot", "c");
}

/* A day in a name goes before what the page says, and no page is read for it. */
static void test_names(void **state)
{
	(void)state;
	put("qx-1930-04-03-1.txt", "");
	put("qx-1930-04-03-2.txt", "青溪日报　1930年4月9日　第2版");
	put("qx-19300404.txt", "");
	put("lj-1930-04-04.txt", "临江晚报　第1版");
	ASSERT_ISSUES("qx-1930-04-03-1.txt qx-1930-04-03-2.txt|qx-19300404.txt",
	              "qx-1930-04-03-1.txt", "qx-1930-04-03-2.txt",
	              "qx-19300404.txt");
}

static void test_folders(void **state)
{
	(void)state;
	assert_int_equal(mkdir("mon", 0700) + mkdir("tue", 0700), 0);
	put("mon/1", "青溪日报　1930年4月7日　第1版");
	put("mon/2", "青溪日报　1930年4月7日　第2版");
	put("tue/1", "青溪日报　1930年4月8日　第1版");
	ASSERT_ISSUES("mon", "mon");
	ASSERT_ISSUES("mon|tue", "mon", "tue");
	put("mon/3", "青溪日报　1930年4月9日　第1版");
	ASSERT_ISSUES("mon/1 mon/2|mon/3", "mon");
	assert_int_equal(mkdir("year", 0700) + mkdir("year/10", 0700) +
	                         mkdir("year/9", 0700) +
	                         mkdir("year/10/x", 0700),
	                 0);
	put("year/9/1", "没有日期");
	put("year/9/2", "没有日期");
	put("year/10/x/1", "没有日期");
	ASSERT_ISSUES("year/9|year/10/x", "year");
}

static void test_pipe(void **state)
{
	(void)state;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	put("a", "青溪日报　1930年4月3日　第1版");
	ASSERT_ISSUES("a pipe", "a", "pipe");
	ASSERT_ISSUES("-", "-");
}

static void test_day(void **state)
{
	static const struct {
		const char *path, *day;
	} cases[] = {
		{ "1930-04-03.txt", "1930-04-03" },
		{ "p1_19300403.pdf", "1930-04-03" },
		{ "1930/04/03/1.txt", "1930-04-03" },
		{ "2020-01-01/qx.1930.04.03.txt", "1930-04-03" },
		{ "1930-13-03.txt", NULL },
		{ "19300400.txt", NULL },
		{ "1930.txt", NULL },
		{ "99999999.txt", NULL },
		{ "193004031.txt", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char day[NAME_DAY_CHARS + 1] = "";

		assert_int_equal(name_day_find(str_from(cases[i].path), day),
		                 cases[i].day != NULL);
		assert_string_equal(day, cases[i].day ? cases[i].day : "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files), cmocka_unit_test(test_foot),
		cmocka_unit_test(test_names), cmocka_unit_test(test_folders),
		cmocka_unit_test(test_pipe),  cmocka_unit_test(test_day),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

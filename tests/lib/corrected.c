/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corrected.h"

#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

const char corrected_page[] = "春季植树活动在河边举行\n"
			      "\n"
			      "　　本报讯 昨天上午，全区春季植\n"
			      "树活动在永定河边举行，三百多名干\n"
			      "部群众种下松树、柳树和杨树一千二\n"
			      "百棵。区领导参加活动，并看望了工\n"
			      "人。\n"
			      "　　活动由区园林局组织，各街道报\n"
			      "名踊跃。今年全区计划种树三万棵。\n"
			      "\n"
			      "社区食堂开到家门口\n"
			      "\n"
			      "　　本报讯 社区食堂昨天开张，六\n"
			      "十岁以上的居民用餐打八折，头一天\n"
			      "就来了二百多人，大家都说饭菜好。\n";

const char *const corrected_names[] = { "page.txt" };

/* The line that begins with `text`, white space aside. */
size_t corrected_line_of(const struct issue *issue, const char *text)
{
	for (size_t i = 0; i < issue->line_count; i++)
		if (str_starts(str_trim(issue->lines[i].text), str_from(text)))
			return i;
	fail_msg("no line %s", text);
	return NPOS;
}

void corrected_write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

bool corrected_is_there(const char *path)
{
	return !access(path, F_OK);
}

static char *folder; /* owned */

int corrected_enter_folder(void **state)
{
	char name[] = "/tmp/t-repair.XXXXXX";

	(void)state;
	if (!mkdtemp(name) || chdir(name))
		return -1;
	folder = mem_dup(name, strlen(name));
	setenv("XDG_DATA_HOME", name, 1);
	corrected_write_file("page.txt", corrected_page);
	return 0;
}

int corrected_leave_folder(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	free(folder);
	return chdir("/") || system(command);
}

void corrected_open_session(struct session *session, const char *const *names,
                            size_t count, bool own)
{
	char *error = NULL;

	assert_true(session_open(session, names, count, NULL, own, &error));
	session_read(session, NPOS);
}

mode_t corrected_mode_of(const char *path)
{
	struct stat about;

	assert_int_equal(lstat(path, &about), 0);
	return about.st_mode & 07777;
}

/* The whole file as a string; caller frees. */
char *corrected_text_of(const char *path)
{
	struct buf text;
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	buf_init(&text);
	for (int c; (c = getc(file)) != EOF;)
		buf_add_byte(&text, (char)c);
	fclose(file);
	return buf_steal(&text);
}

bool corrected_holds(const char *path, const char *part)
{
	char *text = corrected_text_of(path);
	bool found = strstr(text, part) != NULL;

	free(text);
	return found;
}

/* Says of the only page that an article begins at a line. */
enum session_result corrected_begin_at(struct session *session,
                                       const char *line)
{
	return session_correct(session, CORRECTION_ARTICLE,
	                       corrected_line_of(session->issue, line), NPOS);
}

bool corrected_is_told(const struct issue *issue, const char *part)
{
	for (size_t i = 0; i < issue->diags.count; i++)
		if (issue->diags.items[i].level == DIAG_ERROR &&
		    strstr(issue->diags.items[i].text, part))
			return true;
	return false;
}

void corrected_add_to(const char *path, const char *text)
{
	FILE *file = fopen(path, "a");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

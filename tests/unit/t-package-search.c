/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/package_search.h"

#include "base/mem.h"
#include "base/str.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* The tests run in a folder of their own, which is removed at their end. */
static int make_folder(void **state)
{
	char *folder = mem_dup("/tmp/t-search-XXXXXX", 20);

	*state = folder;
	return !mkdtemp(folder) || chdir(folder);
}

static int remove_folder(void **state)
{
	struct buf command;
	int failed;

	buf_init(&command);
	buf_addf(&command, "rm -r %s", (char *)*state);
	failed = chdir("/") || system(command.ptr);
	buf_release(&command);
	free(*state);
	return failed;
}

/* Makes the folders of `path`, and the file. */
static void write_file(const char *path, const char *text)
{
	char *folder = mem_dup(path, strlen(path));
	FILE *file;

	for (char *slash = strchr(folder, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(folder, 0755);
		*slash = '/';
	}
	free(folder);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void add_path(void *context, char *path)
{
	buf_add_c(context, path);
	buf_add_byte(context, ' ');
	free(path);
}

static void assert_found(const char *folder, const char *want)
{
	struct buf found;

	buf_init(&found);
	package_search(folder, add_path, &found);
	assert_string_equal(found.ptr, want);
	buf_release(&found);
}

static void packages_are_found_in_deliveries(void **state)
{
	(void)state;
	write_file("bag/bagit.txt", "BagIt-Version: 0.97");
	write_file("bag/data/P/10/x-METS.xml", "<mets/>");
	write_file("bag/data/P/9/didl.xml.gz", "");
	write_file("bag/data/P/9/deeper/x-mets.xml", "");
	write_file("bag/.hidden/x-mets.xml", "");
	write_file("bag/data/other.xml", "<alto/>");
	assert_int_equal(symlink("data", "bag/link"), 0);
	assert_true(package_search_is_delivery("bag"));
	assert_false(package_search_is_delivery("bag/data"));
	assert_found("bag", "bag/data/P/9/didl.xml.gz "
	                    "bag/data/P/10/x-METS.xml ");
	assert_found("bag/data/P/10", "bag/data/P/10/x-METS.xml ");
	assert_found("none", "");
	write_file("1/2/3/4/5/6/7/x-mets.xml", "");
	write_file("0/1/2/3/4/5/6/7/x-mets.xml", "");
	assert_found("1", "1/2/3/4/5/6/7/x-mets.xml ");
	assert_found("0", "");
}

#define PAGE(text)                                                             \
 "<alto><Page><TextBlock ID='B'><TextLine><String CONTENT='" text              \
 "'/></TextLine></TextBlock></Page></alto>"

static struct issue *load(const char *name)
{
	char *error = NULL;
	struct issue *issue =
		load_files((const char *const[]){ name }, 1, NULL, &error);

	if (!issue)
		fail_msg("%s", error);
	return issue;
}

/* The folder toc has the articles of pages that stand beside it. */
static void articles_may_stand_in_a_folder_toc(void **state)
{
	struct issue *issue;

	(void)state;
	write_file("b/manifest.xml",
	           "<mets><fileSec><file ID='o'><FLocat href='ocr/1.xml'/>"
	           "</file></fileSec></mets>");
	write_file("b/ocr/1.xml", PAGE("one"));
	write_file("secret.xml", PAGE("secret"));
	write_file(
		"b/toc/T.xml",
		"<mets><dmdSec ID='D1'><title>1898-02-14 (68)</title>"
		"<date>1898/02/14</date></dmdSec>"
		"<dmdSec ID='D2'><title>An article</title></dmdSec>"
		"<fileSec><file ID='o'><FLocat href='../ocr/1.xml'/></file>"
		"<file ID='p'><FLocat href='../../secret.xml'/></file></fileSec>"
		"<structMap TYPE='logical'><div TYPE='ARTICLE' DMDID='D9 D2'>"
		"<div TYPE='BODY'><fptr><area FILEID='o' BEGIN='B'/></fptr>"
		"</div></div></structMap></mets>");
	issue = load("b");
	assert_int_equal(issue->page_count, 2);
	assert_true(issue->pages[0].by_library);
	assert_true(str_equal(issue->passages[0].text, STR("one")));
	assert_int_equal(issue->passage_count, 1);
	assert_true(str_equal(issue->date, STR("1898-02-14")));
	assert_int_equal(issue->title.len, 0);
	issue_free(issue);
	issue = load("b/toc/T.xml");
	assert_true(issue->pages[0].by_library);
	issue_free(issue);
}

/* A folder of pages is read as it is, whatever stands below it. */
static void pages_go_first(void **state)
{
	struct issue *issue;

	(void)state;
	write_file("pages/1.txt", "A page.\n");
	write_file("pages/old/x-mets.xml", "<mets/>");
	issue = load("pages");
	assert_int_equal(issue->page_count, 1);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(packages_are_found_in_deliveries),
		cmocka_unit_test(articles_may_stand_in_a_folder_toc),
		cmocka_unit_test(pages_go_first),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/repair.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char page[] = "春季植树活动在河边举行\n"
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

static struct issue *load(struct repairs *repairs)
{
	const struct load_options how = { .repairs = repairs };

	return load_bytes(str_from(page), "page.txt", &how);
}

/* The line that begins with `text`, white space aside. */
static size_t line_of(const struct issue *issue, const char *text)
{
	for (size_t i = 0; i < issue->line_count; i++)
		if (str_starts(str_trim(issue->lines[i].text), str_from(text)))
			return i;
	fail_msg("no line %s", text);
	return NPOS;
}

static const struct passage *passage_of(const struct issue *issue,
                                        const char *text)
{
	size_t line = line_of(issue, text), passage, byte;
	struct str all = issue->lines[line].text;
	size_t at = str_find(all, str_from(text), 0);

	assert_true(issue_passage_at(issue, line, at, &passage, &byte));
	return &issue->passages[passage];
}

/* The page read with one thing that was said; free with issue_free(). */
static struct issue *told(enum repair_kind kind, const char *line,
                          const char *to)
{
	struct issue *plain = load(NULL), *issue;
	struct repairs repairs = { 0 };
	char *wrong;

	repairs_add(&repairs, plain, kind, line_of(plain, line),
	            to ? line_of(plain, to) : NPOS);
	issue = load(&repairs);
	assert_int_equal(repairs_misfits(&repairs), 0);
	wrong = issue_check(issue);
	assert_null(wrong);
	repairs_release(&repairs);
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
	struct issue *issue = told(REPAIR_PARAGRAPH, "部群众种下", NULL);

	(void)state;
	assert_true(str_starts(passage_of(issue, "部群众种下")->text,
	                       STR("部群众种下松树")));
	issue_free(issue);
}

static void a_paragraph_is_joined(void **state)
{
	struct issue *issue = told(REPAIR_JOIN, "活动由区", NULL);

	(void)state;
	assert_true(passage_of(issue, "本报讯 昨天") ==
	            passage_of(issue, "活动由区"));
	assert_true(str_find(passage_of(issue, "活动由区")->text,
	                     STR("看望了工人。活动由区园林局"), 0) != NPOS);
	issue_free(issue);
}

static void heads_are_told(void **state)
{
	struct issue *issue = told(REPAIR_NOHEAD, "社区食堂开到", NULL);

	(void)state;
	assert_false(role_is_headline(passage_of(issue, "社区食堂开到")->role));
	issue_free(issue);
	issue = told(REPAIR_HEAD, "名踊跃。", NULL);
	assert_true(role_is_headline(passage_of(issue, "名踊跃。")->role) ||
	            passage_of(issue, "名踊跃。")->role == ROLE_SUBHEAD);
	issue_free(issue);
}

static void an_article_begins(void **state)
{
	struct issue *issue = told(REPAIR_ARTICLE, "活动由区", NULL);

	(void)state;
	assert_int_equal(issue->article_count, 3);
	assert_int_equal(passage_of(issue, "本报讯 昨天")->article, 0);
	assert_int_equal(passage_of(issue, "活动由区")->article, 1);
	assert_int_equal(passage_of(issue, "本报讯 社区")->article, 2);
	issue_free(issue);
}

static void text_goes_to_another_article(void **state)
{
	struct issue *issue = told(REPAIR_ATTACH, "活动由区", "社区食堂开到");

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
		told(REPAIR_ATTACH, "社区食堂开到", "本报讯 昨天");

	(void)state;
	assert_int_equal(passage_of(issue, "社区食堂开到")->article, 0);
	assert_int_equal(passage_of(issue, "本报讯 社区")->article, 1);
	assert_int_equal(issue->articles[1].headline.len, 0);
	issue_free(issue);
}

static void articles_are_joined(void **state)
{
	struct issue *issue = told(REPAIR_ATTACH, "本报讯 社区", "本报讯 昨天");

	(void)state;
	assert_int_equal(passage_of(issue, "本报讯 社区")->article, 0);
	issue_free(issue);
}

static void an_article_is_none(void **state)
{
	struct issue *issue = told(REPAIR_NOARTICLE, "名踊跃。", NULL);

	(void)state;
	assert_int_equal(issue->article_count, 1);
	assert_true(passage_of(issue, "春季植树")->article == NPOS);
	assert_true(passage_of(issue, "活动由区")->article == NPOS);
	assert_int_equal(passage_of(issue, "本报讯 社区")->role, ROLE_BODY);
	issue_free(issue);
}

/* What is not understood is kept, too. */
static void files_are_read_back(void **state)
{
	static const char file[] =
		"# a remark\n"
		"\n"
		"paragraph 0123abcd 1:7 \"活动由区园林局组…\"\n"
		"join 0123abcd 1:7\n"
		"attach 00000001 1:2 \"a\" to 00000002 3:4 \"b\"\n"
		"paragraph 0123abcd\n"
		"paragraph 0123abc 1:7\n"
		"paragraph 0123abcd 1:7 \"open\n"
		"paragraph 0123abcd 1:7 more\n"
		"attach 00000001 1:2 \"a\"\n"
		"sing 0123abcd 1:7\n"
		"head 00000000 9999999999:0\n"
		"head 00000000 1:0\n"
		"head 00000000 0:1\n"
		"head 00000000 -1:1\n"
		"head 00000000 +1:1\n"
		"head 00000000 1:18446744073709551617\n"
		"head 0x000001 1:1\n"
		"head  1 1:1\n"
		"head 0000000g 1:1\n"
		"head 00000000 1:\n"
		"head 00000000 :1\n"
		"head 00000000 1\n"
		"head 00000001 999999999:999999999\n";
	struct repairs repairs = { 0 };
	struct buf out;

	(void)state;
	repairs_parse(&repairs, str_from(file));
	assert_int_equal(repairs.count, 24);
	assert_int_equal(repairs_count(&repairs), 4);
	assert_int_equal(repairs.items[2].kind, REPAIR_PARAGRAPH);
	assert_int_equal(repairs.items[2].at.hash, 0x0123abcd);
	assert_int_equal(repairs.items[2].at.page, 1);
	assert_int_equal(repairs.items[2].at.number, 7);
	assert_int_equal(repairs.items[4].kind, REPAIR_ATTACH);
	assert_int_equal(repairs.items[4].to.number, 4);
	buf_init(&out);
	repairs_print(&repairs, &out);
	assert_string_equal(out.ptr, file);
	buf_release(&out);
	repairs_release(&repairs);
}

/* Any byte may stand in the file. */
static void bytes_are_kept(void **state)
{
	static const char file[] = "a\0b\n\xff\xfe\r\n\0\n\t\n";
	struct repairs repairs = { 0 };
	struct buf out;

	(void)state;
	repairs_parse(&repairs, STR(file));
	buf_init(&out);
	repairs_print(&repairs, &out);
	assert_int_equal(out.len, sizeof file - 1);
	assert_memory_equal(out.ptr, file, out.len);
	buf_release(&out);
	repairs_release(&repairs);
}

static void undo_takes_the_last(void **state)
{
	struct repairs repairs = { 0 };
	struct buf out;

	(void)state;
	repairs_parse(&repairs, STR("head 00000001 1:1\n"
	                            "head 00000002 1:1\n"
	                            "# remark\n"));
	assert_true(repairs_undo(&repairs));
	buf_init(&out);
	repairs_print(&repairs, &out);
	assert_string_equal(out.ptr, "head 00000001 1:1\n# remark\n");
	assert_true(repairs_undo(&repairs));
	assert_false(repairs_undo(&repairs));
	buf_release(&out);
	repairs_release(&repairs);
}

static size_t misfits_told(const struct issue *issue)
{
	size_t told = 0;

	for (size_t i = 0; i < issue->diags.count; i++)
		told += issue->diags.items[i].line &&
		        strstr(issue->diags.items[i].text,
		               "There is no such line any more") != NULL;
	return told;
}

/* Among lines that are alike the hint decides, and lines may have moved. */
static void lines_are_found(void **state)
{
	static const char *const before = "同\n甲\n同\n乙\n同\n";
	static const char *const after = "新\n新\n同\n甲\n同\n乙\n同\n";
	struct repairs repairs = { 0 };
	struct load_options how = { .repairs = &repairs };
	struct issue *issue = load_bytes(str_from(before), "x", NULL);

	(void)state;
	repairs_add(&repairs, issue, REPAIR_HEAD, 1, NPOS);
	repairs_add(&repairs, issue, REPAIR_HEAD, 2, NPOS);
	repairs_add(&repairs, issue, REPAIR_HEAD, 3, NPOS);
	issue_free(issue);
	issue = load_bytes(str_from(before), "x", &how);
	assert_int_equal(repairs.items[1].line, 2);
	issue_free(issue);
	issue = load_bytes(str_from(after), "x", &how);
	assert_int_equal(repairs.items[0].line, 3);
	assert_int_equal(repairs.items[1].line, 2);
	assert_int_equal(repairs.items[2].line, 5);
	issue_free(issue);
	issue = load_bytes(STR("同\n丙\n"), "x", &how);
	assert_int_equal(repairs_misfits(&repairs), 2);
	assert_int_equal(misfits_told(issue), 2);
	issue_free(issue);
	repairs_release(&repairs);
}

/* The nearest page, then the nearest line, then the first: as looking at each
 * line in turn finds it. */
static size_t naive(const struct issue *issue, const struct line_key *key)
{
	size_t best = NPOS, pages = NPOS, numbers = NPOS;

	for (size_t l = 0; l < issue->line_count; l++) {
		struct line_key own = line_key_of(issue, l);
		size_t pages_off = own.page > key->page ? own.page - key->page
		                                        : key->page - own.page;
		size_t numbers_off = own.number > key->number
		                             ? own.number - key->number
		                             : key->number - own.number;

		if (own.hash != key->hash || pages_off > pages ||
		    (pages_off == pages && numbers_off >= numbers))
			continue;
		best = l;
		pages = pages_off;
		numbers = numbers_off;
	}
	return best;
}

static void the_nearest_is_found(void **state)
{
	struct repairs repairs = { 0 };
	const struct load_options how = { .repairs = &repairs };
	struct buf text, file;
	struct issue *issue;
	uint32_t seed = 1;

	(void)state;
	buf_init(&text);
	buf_init(&file);
	for (int i = 0; i < 400; i++)
		buf_addf(&text, "%s%u\n", fixture_random(&seed, 9) ? "" : "\f",
		         (unsigned)fixture_random(&seed, 3));
	for (int i = 0; i < 900; i++) {
		char line = (char)('0' + fixture_random(&seed, 4));

		buf_addf(&file, "head %08x %u:%u\n",
		         (unsigned)repair_hash((struct str){ &line, 1 }),
		         1 + (unsigned)fixture_random(&seed, 60),
		         1 + (unsigned)fixture_random(&seed, 500));
	}
	repairs_parse(&repairs, buf_str(&file));
	issue = load_bytes(buf_str(&text), "x", &how);
	for (size_t i = 0; i < repairs.count; i++)
		assert_int_equal(repairs.items[i].line,
		                 naive(issue, &repairs.items[i].at));
	issue_free(issue);
	repairs_release(&repairs);
	buf_release(&text);
	buf_release(&file);
}

/* So many lines that are alike, and as many things said of them. */
static size_t steps_of(size_t count)
{
	struct repairs repairs = { 0 };
	struct buf text, file;
	struct issue *issue;
	size_t steps;

	buf_init(&text);
	buf_init(&file);
	for (size_t i = 0; i < count; i++) {
		buf_add_c(&text, "同\n");
		buf_addf(&file, "paragraph %08x 1:%zu\n",
		         (unsigned)repair_hash(STR("同")), i + 1);
	}
	repairs_parse(&repairs, buf_str(&file));
	issue = load_bytes(buf_str(&text), "x", NULL);
	repairs_find(&repairs, issue);
	steps = repairs.steps;
	issue_free(issue);
	repairs_release(&repairs);
	buf_release(&text);
	buf_release(&file);
	return steps;
}

static void finding_grows_with_the_lines(void **state)
{
	size_t few = steps_of(1000), many = steps_of(8000);

	(void)state;
	assert_true(few >= 1000);
	if (many > 12 * few)
		fail_msg("%zu steps for 1000, %zu for 8000", few, many);
}

/* Nothing in the file does more than to be told. */
static void nonsense_is_told(void **state)
{
	struct repairs repairs = { 0 };
	const struct load_options how = { .repairs = &repairs };
	struct issue *issue;
	struct buf file;

	(void)state;
	buf_init(&file);
	for (int i = 0; i < 1000; i++)
		buf_add_c(&file, "head 00000000 999999999:7\n"
		                 "head 00000000 9999999999:7\nno\n");
	repairs_parse(&repairs, buf_str(&file));
	issue = load_bytes(str_from(page), "x", &how);
	assert_int_equal(repairs_misfits(&repairs), 1000);
	assert_in_range(issue->diags.count, 2, 50);
	for (size_t i = 0; i < issue->diags.count; i++)
		assert_true(issue->diags.items[i].page <= issue->page_count);
	issue_free(issue);
	repairs_release(&repairs);
	buf_release(&file);
}

/* What is said later of a line goes before. */
static void the_last_word_counts(void **state)
{
	struct issue *plain = load(NULL), *issue;
	struct repairs repairs = { 0 };
	size_t line = line_of(plain, "活动由区");

	(void)state;
	repairs_add(&repairs, plain, REPAIR_JOIN, line, NPOS);
	repairs_add(&repairs, plain, REPAIR_PARAGRAPH, line, NPOS);
	issue = load(&repairs);
	assert_true(passage_of(issue, "本报讯 昨天") !=
	            passage_of(issue, "活动由区"));
	issue_free(issue);
	issue_free(plain);
	repairs_release(&repairs);
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static bool is_there(const char *path)
{
	return !access(path, F_OK);
}

static char *folder;

static int enter_folder(void **state)
{
	char name[] = "/tmp/t-repair.XXXXXX";

	(void)state;
	if (!mkdtemp(name) || chdir(name))
		return -1;
	folder = mem_dup(name, strlen(name));
	setenv("XDG_DATA_HOME", name, 1);
	write_file("page.txt", page);
	return 0;
}

static int leave_folder(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	free(folder);
	return chdir("/") || system(command);
}

static void open_desk(struct desk *desk, const char *const *names, size_t count,
                      bool own)
{
	char *error = NULL;

	assert_true(desk_open(desk, names, count, NULL, own, &error));
	desk_read(desk, NPOS);
}

static void kept_beside(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct desk desk;
	size_t line;

	(void)state;
	open_desk(&desk, names, 1, true);
	line = line_of(desk.issue, "活动由区");
	assert_int_equal(desk_undo(&desk, NPOS), DESK_NONE);
	assert_int_equal(desk_repair(&desk, REPAIR_PARAGRAPH, line, NPOS),
	                 DESK_SAME);
	assert_false(is_there("page.txt.baolan"));
	assert_int_equal(desk_repair(&desk, REPAIR_ARTICLE, line, NPOS),
	                 DESK_DONE);
	assert_int_equal(desk.issue->article_count, 3);
	assert_true(is_there("page.txt.baolan"));
	desk_close(&desk);
	open_desk(&desk, names, 1, true);
	assert_int_equal(desk.issue->article_count, 3);
	assert_int_equal(desk_undo(&desk, NPOS), DESK_DONE);
	assert_int_equal(desk.issue->article_count, 2);
	assert_false(is_there("page.txt.baolan"));
	desk_close(&desk);
}

/* The files that came with the program are not written beside. */
static void kept_at_home(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct desk desk;
	size_t line;

	(void)state;
	open_desk(&desk, names, 1, false);
	line = line_of(desk.issue, "活动由区");
	assert_int_equal(desk_repair(&desk, REPAIR_ARTICLE, line, NPOS),
	                 DESK_DONE);
	assert_false(is_there("page.txt.baolan"));
	assert_true(is_there(desk.path));
	assert_true(str_starts(str_from(desk.path), str_from(folder)));
	desk_close(&desk);
	/* It goes before what is beside. */
	write_file("page.txt.baolan", "# nothing\n");
	open_desk(&desk, names, 1, true);
	assert_int_equal(desk.issue->article_count, 3);
	assert_int_equal(desk_undo(&desk, NPOS), DESK_DONE);
	desk_close(&desk);
	open_desk(&desk, names, 1, true);
	assert_int_equal(desk.issue->article_count, 2);
	desk_close(&desk);
}

static void kept_in_a_folder(void **state)
{
	static const char *const names[] = { "issue" };
	struct desk desk;
	size_t line;

	(void)state;
	assert_int_equal(mkdir("issue", 0777), 0);
	write_file("issue/1.txt", page);
	write_file("issue/1.txt.baolan", "# of the page alone\n");
	open_desk(&desk, names, 1, true);
	/* Corrections are no page. */
	assert_int_equal(desk.issue->page_count, 1);
	line = line_of(desk.issue, "活动由区");
	assert_int_equal(desk_repair(&desk, REPAIR_ARTICLE, line, NPOS),
	                 DESK_DONE);
	assert_true(is_there("issue/.baolan"));
	desk_close(&desk);
}

static void nothing_is_kept_of_a_pipe(void **state)
{
	static const char *const names[] = { "/dev/null" };
	struct desk desk;
	char *error = NULL;

	(void)state;
	/* A device is no page, and has no corrections. */
	assert_false(desk_open(&desk, names, 1, NULL, true, &error));
	free(error);
	assert_null(desk.path);
}

static void a_lost_file_changes_nothing(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct desk desk;
	const struct issue *issue;

	(void)state;
	open_desk(&desk, names, 1, true);
	issue = desk.issue;
	assert_int_equal(desk_repair(&desk, REPAIR_ARTICLE,
	                             line_of(issue, "活动由区"), NPOS),
	                 DESK_DONE);
	issue = desk.issue;
	assert_int_equal(rename("page.txt", "away.txt"), 0);
	assert_int_equal(desk_undo(&desk, NPOS), DESK_UNLOADED);
	assert_int_equal(desk_repair(&desk, REPAIR_NOARTICLE,
	                             line_of(issue, "活动由区"), NPOS),
	                 DESK_UNLOADED);
	assert_ptr_equal(desk.issue, issue);
	assert_int_equal(repairs_count(&desk.repairs), 1);
	desk_close(&desk);
}

/* A page that cannot be kept anywhere is corrected for the time being. */
static void unsaved_holds_until_the_end(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct desk desk;

	(void)state;
	setenv("XDG_DATA_HOME", "/dev/null", 1);
	open_desk(&desk, names, 1, false);
	assert_int_equal(desk_repair(&desk, REPAIR_ARTICLE,
	                             line_of(desk.issue, "活动由区"), NPOS),
	                 DESK_UNSAVED);
	assert_int_equal(desk.issue->article_count, 3);
	desk_close(&desk);
}

#define IN_A_FOLDER(test)                                                      \
 cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

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
		cmocka_unit_test(files_are_read_back),
		cmocka_unit_test(bytes_are_kept),
		cmocka_unit_test(undo_takes_the_last),
		cmocka_unit_test(lines_are_found),
		cmocka_unit_test(the_nearest_is_found),
		cmocka_unit_test(finding_grows_with_the_lines),
		cmocka_unit_test(nonsense_is_told),
		cmocka_unit_test(the_last_word_counts),
		IN_A_FOLDER(kept_beside),
		IN_A_FOLDER(kept_at_home),
		IN_A_FOLDER(kept_in_a_folder),
		IN_A_FOLDER(nothing_is_kept_of_a_pipe),
		IN_A_FOLDER(a_lost_file_changes_nothing),
		IN_A_FOLDER(unsaved_holds_until_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections.h"

#include "../lib/corrected.h"
#include "../lib/fixture.h"
#include "base/hash.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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
	struct corrections corrections = { 0 };
	struct buf out;

	(void)state;
	corrections_parse(&corrections, str_from(file));
	assert_int_equal(corrections.count, 24);
	assert_int_equal(corrections_count(&corrections), 4);
	assert_int_equal(corrections.items[2].kind, CORRECTION_PARAGRAPH);
	assert_int_equal(corrections.items[2].at.hash, 0x0123abcd);
	assert_int_equal(corrections.items[2].at.page, 1);
	assert_int_equal(corrections.items[2].at.number, 7);
	assert_int_equal(corrections.items[4].kind, CORRECTION_ATTACH);
	assert_int_equal(corrections.items[4].to.number, 4);
	buf_init(&out);
	corrections_print(&corrections, &out);
	assert_string_equal(out.ptr, file);
	buf_release(&out);
	corrections_release(&corrections);
}

/* Any byte may stand in the file. */
static void bytes_are_kept(void **state)
{
	static const char file[] = "a\0b\n\xff\xfe\r\n\0\n\t\n";
	struct corrections corrections = { 0 };
	struct buf out;

	(void)state;
	corrections_parse(&corrections, STR(file));
	buf_init(&out);
	corrections_print(&corrections, &out);
	assert_int_equal(out.len, sizeof file - 1);
	assert_memory_equal(out.ptr, file, out.len);
	buf_release(&out);
	corrections_release(&corrections);
}

static void undo_takes_the_last(void **state)
{
	struct corrections corrections = { 0 };
	struct buf out;

	(void)state;
	corrections_parse(&corrections, STR("head 00000001 1:1\n"
	                                    "head 00000002 1:1\n"
	                                    "# remark\n"));
	assert_true(corrections_undo(&corrections));
	buf_init(&out);
	corrections_print(&corrections, &out);
	assert_string_equal(out.ptr, "head 00000001 1:1\n# remark\n");
	assert_true(corrections_undo(&corrections));
	assert_false(corrections_undo(&corrections));
	buf_release(&out);
	corrections_release(&corrections);
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
	struct corrections corrections = { 0 };
	struct load_options how = { .corrections = &corrections };
	struct issue *issue = load_bytes(str_from(before), "x", NULL);

	(void)state;
	corrections_add(&corrections, issue, CORRECTION_HEAD, 1, NPOS);
	corrections_add(&corrections, issue, CORRECTION_HEAD, 2, NPOS);
	corrections_add(&corrections, issue, CORRECTION_HEAD, 3, NPOS);
	issue_free(issue);
	issue = load_bytes(str_from(before), "x", &how);
	assert_int_equal(corrections.items[1].line, 2);
	issue_free(issue);
	issue = load_bytes(str_from(after), "x", &how);
	assert_int_equal(corrections.items[0].line, 3);
	assert_int_equal(corrections.items[1].line, 2);
	assert_int_equal(corrections.items[2].line, 5);
	issue_free(issue);
	issue = load_bytes(STR("同\n丙\n"), "x", &how);
	assert_int_equal(corrections_misfits(&corrections), 2);
	assert_int_equal(misfits_told(issue), 2);
	issue_free(issue);
	corrections_release(&corrections);
}

/* The nearest corrected_page, then the nearest line, then the first: as looking at each
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
	struct corrections corrections = { 0 };
	const struct load_options how = { .corrections = &corrections };
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
		         (unsigned)hash_text_32((struct str){ &line, 1 }),
		         1 + (unsigned)fixture_random(&seed, 60),
		         1 + (unsigned)fixture_random(&seed, 500));
	}
	corrections_parse(&corrections, buf_str(&file));
	issue = load_bytes(buf_str(&text), "x", &how);
	for (size_t i = 0; i < corrections.count; i++)
		assert_int_equal(corrections.items[i].line,
		                 naive(issue, &corrections.items[i].at));
	issue_free(issue);
	corrections_release(&corrections);
	buf_release(&text);
	buf_release(&file);
}

/* So many lines that are alike, and as many things said of them. */
static size_t steps_of(size_t count)
{
	struct corrections corrections = { 0 };
	struct buf text, file;
	struct issue *issue;
	size_t steps;

	buf_init(&text);
	buf_init(&file);
	for (size_t i = 0; i < count; i++) {
		buf_add_c(&text, "同\n");
		buf_addf(&file, "paragraph %08x 1:%zu\n",
		         (unsigned)hash_text_32(STR("同")), i + 1);
	}
	corrections_parse(&corrections, buf_str(&file));
	issue = load_bytes(buf_str(&text), "x", NULL);
	corrections_find(&corrections, issue);
	steps = corrections.steps;
	issue_free(issue);
	corrections_release(&corrections);
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
	struct corrections corrections = { 0 };
	const struct load_options how = { .corrections = &corrections };
	struct issue *issue;
	struct buf file;

	(void)state;
	buf_init(&file);
	for (int i = 0; i < 1000; i++)
		buf_add_c(&file, "head 00000000 999999999:7\n"
		                 "head 00000000 9999999999:7\nno\n");
	corrections_parse(&corrections, buf_str(&file));
	issue = load_bytes(str_from(corrected_page), "x", &how);
	assert_int_equal(corrections_misfits(&corrections), 1000);
	assert_true(issue->diags.count >= 2 && issue->diags.count <= 50);
	for (size_t i = 0; i < issue->diags.count; i++)
		assert_true(issue->diags.items[i].page <= issue->page_count);
	issue_free(issue);
	corrections_release(&corrections);
	buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_read_back),
		cmocka_unit_test(bytes_are_kept),
		cmocka_unit_test(undo_takes_the_last),
		cmocka_unit_test(lines_are_found),
		cmocka_unit_test(the_nearest_is_found),
		cmocka_unit_test(finding_grows_with_the_lines),
		cmocka_unit_test(nonsense_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

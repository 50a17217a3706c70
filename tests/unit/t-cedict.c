/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/cedict.h"

#include "../lib/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOST 8

static struct cedict *of_text(const char *text)
{
	struct buf bytes;

	buf_init(&bytes);
	buf_add_c(&bytes, text);
	return cedict_new(&bytes);
}

static struct cedict *of_file(void)
{
	struct buf bytes;

	buf_init(&bytes);
	fixture_read(&bytes, "tests/data/words/cedict_ts.u8");
	return cedict_new(&bytes);
}

/* The pinyin of the entries of a word, with commas between; caller frees. */
static char *readings(const struct cedict *cedict, const char *word)
{
	struct cedict_entry entries[MOST];
	size_t count = cedict_find(cedict, str_from(word), entries, MOST);
	struct buf all;

	buf_init(&all);
	buf_add_c(&all, "");
	for (size_t i = 0; i < count; i++) {
		buf_add_c(&all, i ? ", " : "");
		buf_add(&all, entries[i].pinyin);
	}
	return buf_steal(&all);
}

static void words_are_found(void **state)
{
	static const struct {
		const char *word, *want;
	} cases[] = {
		{ "公园", "gong1 yuan2" },
		{ "公園", "gong1 yuan2" },
		/* a variant that no headword has */
		{ "図书館", "" },
		{ "圖书館", "tu2 shu1 guan3" },
		/* wide letters are as others */
		{ "卡拉ＯＫ", "ka3 la1 O K" },
		/* surnames come last */
		{ "周", "zhou1, Zhou1" },
		{ "了", "le5, liao3" },
		{ "行", "hang2, xing2" },
		/* what only leads elsewhere comes last */
		{ "里", "li3, li3" },
		/* as it is written: the other one is left out */
		{ "乾", "gan1" },
		{ "幹", "gan4" },
		{ "干", "gan1, gan4" },
		{ "公", "" },
		{ "", "" },
	};
	struct cedict *cedict = of_file();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *got = readings(cedict, cases[i].word);

		if (strcmp(got, cases[i].want))
			fail_msg("%s: %s", cases[i].word, got);
		assert_int_equal(cedict_has(cedict, str_from(cases[i].word)),
		                 *cases[i].want != '\0');
		free(got);
	}
	cedict_free(cedict);
}

static void entries_have_their_parts(void **state)
{
	struct cedict *cedict = of_file();
	struct cedict_entry entry;
	struct str gloss;
	size_t at = 0;

	(void)state;
	assert_int_equal(cedict_find(cedict, STR("里"), &entry, 1), 1);
	assert_true(str_equal(entry.traditional, STR("裡")));
	assert_true(str_equal(entry.simplified, STR("里")));
	assert_int_equal(cedict_find(cedict, STR("公园"), &entry, 1), 1);
	assert_true(cedict_next_gloss(&entry, &at, &gloss));
	assert_true(str_equal(gloss, STR("park")));
	assert_true(cedict_next_gloss(&entry, &at, &gloss));
	assert_true(str_equal(gloss, STR("garden for all")));
	assert_true(cedict_next_gloss(&entry, &at, &gloss));
	assert_false(cedict_next_gloss(&entry, &at, &gloss));
	cedict_free(cedict);
}

static void what_is_no_entry_is_counted(void **state)
{
	static const struct {
		const char *text;
		size_t entries, wrong, first;
	} cases[] = {
		{ "", 0, 0, 0 },
		{ "# only a comment\n\n", 0, 0, 0 },
		{ "書 书 [shu1] /book/", 1, 0, 0 },
		{ "\xef\xbb\xbf書 书 [shu1] /book/\r\n", 1, 0, 0 },
		{ "書 书 [[shu1]] /book/\n", 1, 0, 0 },
		{ "書 书\n書 书 [shu1\n書 书 [shu1] book\n", 0, 3, 1 },
		{ "書 书 [shu1] /book/\n書 书 [] /book/\n", 1, 1, 2 },
		{ "書 书 [shu1] //\n書 [shu1] /book/\n", 0, 2, 1 },
		{ "書 \xff [shu1] /book/\n", 0, 1, 1 },
		{ "書\xe4\xb9 书 [shu1] /book/\n", 0, 1, 1 },
		{ " [ ] /\n/ / / /\n[ [ [ [\n", 0, 3, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cedict *cedict = of_text(cases[i].text);
		size_t first, wrong = cedict_wrong_lines(cedict, &first);

		if (cedict_entries(cedict) != cases[i].entries ||
		    wrong != cases[i].wrong || first != cases[i].first)
			fail_msg("%zu: %zu, %zu, %zu", i,
			         cedict_entries(cedict), wrong, first);
		cedict_free(cedict);
	}
}

/* Both kinds of brackets give the same. */
static void newer_files_are_read(void **state)
{
	struct cedict *cedict = of_text("書 书 [[shu1]] /book/\n");
	struct cedict_entry entry;

	(void)state;
	assert_int_equal(cedict_find(cedict, STR("书"), &entry, 1), 1);
	assert_true(str_equal(entry.pinyin, STR("shu1")));
	assert_true(str_equal(entry.glosses, STR("book")));
	cedict_free(cedict);
}

static void many_entries_of_a_word_are_bounded(void **state)
{
	struct cedict_entry entries[MOST];
	struct buf bytes;
	struct cedict *cedict;

	(void)state;
	buf_init(&bytes);
	for (int i = 0; i < 3 * MOST; i++)
		buf_addf(&bytes, "書 书 [shu1] /%d/\n", i);
	cedict = cedict_new(&bytes);
	assert_int_equal(bytes.len, 0);
	assert_int_equal(cedict_find(cedict, STR("书"), entries, MOST), MOST);
	assert_true(str_equal(entries[MOST - 1].glosses, STR("7")));
	assert_true(cedict_memory_bytes(cedict) > 3 * MOST * 20);
	cedict_free(cedict);
	cedict_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found),
		cmocka_unit_test(entries_have_their_parts),
		cmocka_unit_test(what_is_no_entry_is_counted),
		cmocka_unit_test(newer_files_are_read),
		cmocka_unit_test(many_entries_of_a_word_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

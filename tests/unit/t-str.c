/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/seek.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void assert_str(struct str got, const char *want)
{
	if (!str_equal(got, str_from(want)))
		fail_msg("got '%.*s', want '%s'", (int)got.len, got.ptr, want);
}

/* What str.h promises of every buf. */
static void assert_sane(const struct buf *buf)
{
	assert_non_null(buf->ptr);
	assert_true(buf->cap == 0 || buf->len < buf->cap);
	assert_int_equal(buf->ptr[buf->len], '\0');
}

static void trims_both_kinds_of_space(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },           { " \t\r\n", "" },
		{ "报", "报" },       { " 报 栏\n", "报 栏" },
		{ "\u3000报", "报" }, { "报\u3000 \u3000", "报" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(str_trim(str_from(cases[i].text)), cases[i].want);
}

static void finds_a_part(void **state)
{
	struct str text = STR("报栏报栏");

	(void)state;
	assert_int_equal(str_find(text, STR("栏"), 0), 3);
	assert_int_equal(str_find(text, STR("栏"), 4), 9);
	assert_int_equal(str_find(text, STR("栏"), 10), NPOS);
	assert_int_equal(str_find(text, STR("报栏报栏报"), 0), NPOS);
	assert_int_equal(str_find(text, STR(""), 12), 12);
	assert_int_equal(str_find(STR(""), STR("x"), 0), NPOS);
	assert_int_equal(str_find(text, STR("x"), 13), NPOS);
}

/* Whether a byte of the part is rare in what was looked at to choose, or is not, or is
 * there and not in the rest: the places are those of str_find(). */
static void seeks_as_it_finds(void **state)
{
	static const char *const texts[] = { "的", "一个", "ab", "报栏的" };
	static const char *const parts[] = { "的",     "报栏", "b", "一个一",
		                             "栏的报", "x",    "" };
	struct buf text;

	(void)state;
	buf_init(&text);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t times = 20000; times; times -= times / 2 + 1)
			buf_add_c(&text, texts[i]);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (size_t known = 0; known <= text.len;
		     known += text.len / 7 + 1) {
			struct str all = buf_str(&text);
			struct str part = str_from(parts[i]);
			struct seek seek =
				seek_for(part, str_slice(all, 0, known));

			for (size_t at = 0; at <= all.len; at += 997)
				assert_int_equal(seek_next(&seek, all, at),
				                 str_find(all, part, at));
			assert_int_equal(seek_next(&seek, all, all.len + 1),
			                 NPOS);
		}
	buf_release(&text);
}

static void compares_beginnings_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("本报讯"), STR("本报")));
	assert_false(str_starts(STR("本"), STR("本报")));
	assert_true(str_ends(STR("参加会议。"), STR("。")));
	assert_false(str_ends(STR(""), STR("。")));
	assert_true(str_equal(STR(""), (struct str){ NULL, 0 }));
}

static void buf_grows_byte_by_byte(void **state)
{
	struct buf buf;

	(void)state;
	buf_init(&buf);
	assert_sane(&buf);
	for (int i = 0; i < 1000; i++) {
		buf_add_byte(&buf, (char)('a' + i % 26));
		assert_sane(&buf);
		assert_int_equal(buf.len, i + 1);
	}
	buf_clear(&buf);
	assert_sane(&buf);
	assert_int_equal(buf.len, 0);
	buf_release(&buf);
	assert_sane(&buf);
}

static void buf_formats_and_encodes(void **state)
{
	struct buf buf;
	char *stolen;

	(void)state;
	buf_init(&buf);
	buf_addf(&buf, "%s", "");
	assert_sane(&buf);
	buf_addf(&buf, "第%d版", 2);
	buf_add_uc(&buf, 0x62a5);
	buf_add_uc(&buf, 0x1f600);
	buf_add(&buf, (struct str){ NULL, 0 });
	assert_str(buf_str(&buf), "第2版报\U0001f600");
	stolen = buf_steal(&buf);
	assert_string_equal(stolen, "第2版报\U0001f600");
	assert_sane(&buf);
	free(stolen);
	stolen = buf_steal(&buf);
	assert_string_equal(stolen, "");
	free(stolen);
}

static void a_path_has_a_name(void **state)
{
	static const char *const cases[][2] = {
		{ "a", "a" },
		{ "/a/b.txt", "b.txt" },
		{ "a/", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_true(str_equal(str_base_name(str_from(cases[i][0])),
		                      str_from(cases[i][1])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trims_both_kinds_of_space),
		cmocka_unit_test(finds_a_part),
		cmocka_unit_test(seeks_as_it_finds),
		cmocka_unit_test(compares_beginnings_and_ends),
		cmocka_unit_test(buf_grows_byte_by_byte),
		cmocka_unit_test(buf_formats_and_encodes),
		cmocka_unit_test(a_path_has_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

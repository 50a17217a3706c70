/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/converters.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/decode.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

#include <cmocka.h>

#include "texts.h"

#define SAMPLES 60

static const char japanese[] =
	"青山市は十七日、新しい図書館の建設計画を発表した。総工費は約百億円で、来年\n"
	"の春に着工し、三年後の開館を目指す。市長は記者会見で「市民が集える場所にした\n"
	"い」と述べた。一方、地元の住民からは交通の混雑を心配する声も出ている。\n";

static const char english[] =
	"The council said that \u201cno decision\u201d had been made \u2014 and "
	"that it wouldn\u2019t be\nmade before the end of the year.\n";

/* `count` characters of `text` from character `first` on. */
static struct str characters(struct str text, size_t first, size_t count)
{
	const uint8_t *start = (const uint8_t *)text.ptr;
	size_t at = u8_mbsnlen(start, text.len) <= first ? text.len : 0;
	size_t end;

	while (at < text.len && first--)
		at += (size_t)u8_mblen(start + at, text.len - at);
	for (end = at; end < text.len && count--;)
		end += (size_t)u8_mblen(start + end, text.len - end);
	return str_slice(text, at, end);
}

static bool tells_something(struct str bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		if (!bytes.ptr[i] || (unsigned char)bytes.ptr[i] >= 0x80)
			return true;
	return false;
}

/* How many samples of `bytes` bytes, the last character perhaps cut, are taken
 * for what they are. */
static int count_right(struct str text, const char *charset, size_t bytes)
{
	size_t chars = u8_mbsnlen((const uint8_t *)text.ptr, text.len);
	uint32_t seed = 20200217;
	int right = 0;

	for (int i = 0; i < SAMPLES;) {
		size_t first = draw(&seed, (uint32_t)(chars - bytes / 2));
		struct buf encoded =
			encode(charset, characters(text, first, bytes));
		struct str sample = buf_str(&encoded);
		struct decoded decoded;

		if (sample.len > bytes)
			sample.len = bytes;
		if (sample.len == bytes && tells_something(sample)) {
			decode(&decoded, sample, NULL);
			right += !strcmp(decoded.encoding, charset);
			decoded_release(&decoded);
			i++;
		}
		buf_release(&encoded);
	}
	return right;
}

static void knows_short_samples(void **state)
{
	static const size_t lengths[] = { 16, 32, 64, 128, 512 };
	struct buf page;
	struct {
		struct str text;
		const char *charset;
	} rows[] = {
		{ { 0 }, "UTF-8" },
		{ { 0 }, "GB18030" },
		{ { 0 }, "UTF-16LE" },
		{ { 0 }, "UTF-16BE" },
		{ STR(traditional), "UTF-8" },
		{ STR(traditional), "GB18030" },
		{ STR(traditional), "Big5-HKSCS" },
		{ STR(traditional), "UTF-16LE" },
		{ STR(traditional), "UTF-16BE" },
	};

	(void)state;
	read_page(&page);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		for (size_t k = 0; k < ARRAY_LEN(lengths); k++) {
			struct str text = rows[i].text.len ? rows[i].text
			                                   : buf_str(&page);
			int want = lengths[k] < 32 ? SAMPLES - 3 : SAMPLES;
			int right =
				count_right(text, rows[i].charset, lengths[k]);

			if (right < want)
				fail_msg("%s, %zu bytes: %d of %d right",
				         rows[i].charset, lengths[k], right,
				         SAMPLES);
		}
	buf_release(&page);
}

static void knows_whole_texts(void **state)
{
	static const struct {
		struct str text;
		const char *charset;
	} rows[] = {
		{ { japanese, sizeof japanese - 1 }, "EUC-JP" },
		{ { japanese, sizeof japanese - 1 }, "Shift_JIS" },
		{ { japanese, sizeof japanese - 1 }, "UTF-16LE" },
		{ { english, sizeof english - 1 }, "windows-1252" },
		{ { english, sizeof english - 1 }, "UTF-16LE" },
		{ { english, sizeof english - 1 }, "UTF-16BE" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct buf encoded = encode(rows[i].charset, rows[i].text);

		assert_decodes(buf_str(&encoded), NULL, rows[i].charset,
		               rows[i].text, 0);
		buf_release(&encoded);
	}
}

/* Two bytes of UTF-16 are often two of ASCII. */
static void knows_utf16_that_could_be_utf8(void **state)
{
	(void)state;
	assert_decodes(STR("\x4e\x0d\x66\x2f\x4e\x0e\x4e\x2d\x59\x27\x5c\x0f"),
	               NULL, "UTF-16BE", STR("不是与中大小"), 0);
	assert_decodes(STR("\x33\x57\x02\x30"), "utf-16", "UTF-16LE",
	               STR("圳。"), 0);
}

/* A page with damage in it is still a page in its encoding. */
static void knows_a_damaged_page(void **state)
{
	static const char *const charsets[] = { "UTF-8", "GB18030" };
	struct buf page;

	(void)state;
	read_page(&page);
	for (size_t i = 0; i < ARRAY_LEN(charsets); i++) {
		struct buf bytes = encode(charsets[i], buf_str(&page));
		struct decoded decoded;
		size_t damaged = 0;

		for (size_t at = 50; at < bytes.len; at += 400, damaged++)
			bytes.ptr[at] = '\xff';
		decode(&decoded, buf_str(&bytes), NULL);
		assert_string_equal(decoded.encoding, charsets[i]);
		assert_true(decoded.lost_bytes >= damaged);
		assert_true(decoded.lost_bytes <= 3 * damaged);
		decoded_release(&decoded);
		buf_release(&bytes);
	}
	buf_release(&page);
	assert_decodes(STR("Hello \xff world\n"), NULL, "UTF-8",
	               STR("Hello " BAD " world\n"), 1);
}

static void forgives_a_cut_character(void **state)
{
	static const struct {
		const char *charset;
		size_t cut, lost;
	} rows[] = {
		{ "UTF-8", 1, 2 },    { "UTF-8", 2, 1 },
		{ "GB18030", 1, 1 },  { "Big5-HKSCS", 1, 1 },
		{ "UTF-16LE", 1, 1 }, { "UTF-16BE", 1, 1 },
	};
	struct str text = STR(traditional);

	(void)state;
	text.len--; /* it ends in 。 now */
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct buf bytes = encode(rows[i].charset, text), want;

		buf_init(&want);
		buf_add(&want, str_slice(text, 0, text.len - 3));
		for (size_t k = 0; k < rows[i].lost; k++)
			buf_add_c(&want, BAD);
		bytes.len -= rows[i].cut;
		assert_decodes(buf_str(&bytes), NULL, rows[i].charset,
		               buf_str(&want), rows[i].lost);
		buf_release(&want);
		buf_release(&bytes);
	}
}

static char *write_file(struct buf bytes)
{
	char *path = mem_dup("t-encodings.XXXXXX", 18);
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.ptr, bytes.len), bytes.len);
	close(fd);
	buf_release(&bytes);
	return path;
}

static void finds_out_each_file_by_itself(void **state)
{
	static const char *const charsets[] = { "GB18030", "Big5-HKSCS",
		                                "UTF-16LE", "UTF-8" };
	char *names[ARRAY_LEN(charsets)], *error;
	struct issue *issue;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(charsets); i++)
		names[i] = write_file(encode(charsets[i], STR(traditional)));
	issue = load_files((const char *const *)names, ARRAY_LEN(charsets),
	                   NULL, &error);
	assert_non_null(issue);
	assert_int_equal(issue->file_count, ARRAY_LEN(charsets));
	for (size_t i = 0; i < ARRAY_LEN(charsets); i++) {
		assert_true(str_equal(issue->files[i].encoding,
		                      str_from(charsets[i])));
		assert_int_equal(issue->files[i].lost_bytes, 0);
		unlink(names[i]);
		free(names[i]);
	}
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_short_samples),
		cmocka_unit_test(knows_whole_texts),
		cmocka_unit_test(knows_utf16_that_could_be_utf8),
		cmocka_unit_test(knows_a_damaged_page),
		cmocka_unit_test(forgives_a_cut_character),
		cmocka_unit_test(finds_out_each_file_by_itself),
	};

	return cmocka_run_group_tests(tests, converters_open,
	                              converters_close) < 0;
}

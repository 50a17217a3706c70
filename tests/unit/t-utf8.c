/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/hash.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define CODE_POINTS 0x110000

static bool is_surrogate(uint32_t c)
{
	return c >= 0xd800 && c <= 0xdfff;
}

/* Written by the rule, not by a library. */
static size_t encode(char *out, uint32_t c)
{
	size_t count = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned firsts[] = { 0, 0, 0xc0, 0xe0, 0xf0 };

	for (size_t i = count; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(firsts[count] | c);
	return count;
}

static void decodes_every_code_point(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < CODE_POINTS; c++) {
		char bytes[8], three[3];
		struct str text = { bytes, encode(bytes, c) };
		uint32_t got, tried;
		size_t len = utf8_next(text, 0, &got);

		if (is_surrogate(c)) {
			assert_int_equal(got, 0xfffd);
			assert_int_equal(utf8_try(text, 0, &tried),
			                 UTF8_INVALID);
			assert_false(utf8_is_valid(text));
			continue;
		}
		assert_int_equal(got, c);
		assert_int_equal(len, text.len);
		assert_int_equal(utf8_try(text, 0, &tried), (int)len);
		assert_int_equal(tried, c);
		assert_int_equal(utf8_length(bytes[0]), len);
		assert_true(utf8_is_valid(text));
		assert_int_equal(utf8_count(text), 1);
		if (len == 3) {
			utf8_write_three(three, c);
			assert_memory_equal(three, bytes, 3);
			assert_int_equal(utf8_of_three((const uint8_t *)bytes),
			                 c);
		}
	}
}

/* As the decoder of the library, for all beginnings of a sequence. */
static void takes_what_is_invalid(void **state)
{
	static const unsigned char others[] = { 0x00, 0x41, 0x7f, 0x80,
		                                0x8f, 0x90, 0x9f, 0xa0,
		                                0xbf, 0xc0, 0xe4, 0xff };
	const size_t count = sizeof others;

	(void)state;
	for (unsigned i = 0; i < 256 * count * count; i++) {
		unsigned char bytes[4] = { (unsigned char)(i / count / count),
			                   others[i / count % count],
			                   others[i % count], 0x80 };

		for (size_t len = 1; len <= 4; len++) {
			struct str text = { (char *)bytes, len };
			uint32_t got, want;
			size_t taken = utf8_next(text, 0, &got);

			assert_int_equal(taken, u8_mbtouc(&want, bytes, len));
			assert_int_equal(got, want);
			assert_in_range(taken, 1, len);
		}
	}
}

static void tells_what_is_cut(void **state)
{
	struct str han = STR("报"), face = STR("😀");
	uint32_t c;

	(void)state;
	for (size_t len = 1; len < han.len; len++)
		assert_int_equal(utf8_try(str_slice(han, 0, len), 0, &c),
		                 UTF8_CUT);
	for (size_t len = 1; len < face.len; len++)
		assert_int_equal(utf8_try(str_slice(face, 0, len), 0, &c),
		                 UTF8_CUT);
	assert_int_equal(utf8_try(STR("\xe6x"), 0, &c), UTF8_INVALID);
	assert_int_equal(utf8_try(STR("\x80"), 0, &c), UTF8_INVALID);
}

static void finds_where_characters_begin(void **state)
{
	struct str text = STR("a报é😀");
	static const size_t floors[] = { 0, 1, 1, 1, 4, 4, 6, 6, 6, 6, 10 };
	static const size_t afters[] = { 1, 4, 4, 4, 6, 6, 10, 10, 10, 10 };

	(void)state;
	for (size_t at = 0; at <= text.len; at++)
		assert_int_equal(utf8_floor(text, at), floors[at]);
	for (size_t at = 0; at < text.len; at++)
		assert_int_equal(utf8_after(text, at), afters[at]);
	assert_int_equal(utf8_before(text, 10), 6);
	assert_int_equal(utf8_before(text, 6), 4);
	assert_int_equal(utf8_before(text, 4), 1);
	assert_int_equal(utf8_before(text, 1), 0);
	assert_int_equal(utf8_count(text), 4);
}

/* Of the table of draft-eastlake-fnv: files of corrections hold these. */
static void hashes_as_published(void **state)
{
	uint64_t hash = HASH_START;

	(void)state;
	assert_int_equal(hash_text_32(STR("")), 0x811c9dc5u);
	assert_int_equal(hash_text_32(STR("a")), 0xe40c292cu);
	assert_int_equal(hash_text_32(STR("foobar")), 0xbf9cf968u);
	for (const char *at = "foobar"; *at; at++)
		hash = hash_add(hash, (unsigned char)*at);
	assert_true(hash == 0x85944171f73967e8u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decodes_every_code_point),
		cmocka_unit_test(takes_what_is_invalid),
		cmocka_unit_test(tells_what_is_cut),
		cmocka_unit_test(finds_where_characters_begin),
		cmocka_unit_test(hashes_as_published),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

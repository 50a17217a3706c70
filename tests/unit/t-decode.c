/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/converters.h"
#include "load/input/decode.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <unistr.h>

#define BYTES(literal)                                                         \
 {                                                                             \
  (literal), sizeof(literal) - 1                                               \
 }

/* 石景山区召开会议 in other encodings. */
#define GBK   "\xca\xaf\xbe\xb0\xc9\xbd\xc7\xf8\xd5\xd9\xbf\xaa\xbb\xe1\xd2\xe9"
#define BIG5  "\xb3\xf8\xc4\xe6"
#define TITLE "石景山区召开会议"

static void bytes_become_text(void **state)
{
	static const struct {
		struct str bytes;
		const char *asked;
		struct str text;
		const char *encoding;
		size_t lost_bytes;
	} cases[] = {
		{ BYTES(""), NULL, BYTES(""), "UTF-8", 0 },
		{ BYTES("abc"), NULL, BYTES("abc"), "UTF-8", 0 },
		{ BYTES(TITLE), NULL, BYTES(TITLE), "UTF-8", 0 },
		{ BYTES("\xef\xbb\xbf" TITLE), NULL, BYTES(TITLE), "UTF-8", 0 },
		{ BYTES(GBK), NULL, BYTES(TITLE), "GB18030", 0 },
		/* a subset goes to the whole */
		{ BYTES(GBK), "GBK", BYTES(TITLE), "GB18030", 0 },
		{ BYTES(BIG5), "BIG5", BYTES("報欄"), "Big5-HKSCS", 0 },
		{ BYTES("\xff\xfe\xa5\x62\x0f\x68"), NULL, BYTES("报栏"),
		  "UTF-16LE", 0 },
		{ BYTES("\xfe\xff\x62\xa5\x68\x0f"), NULL, BYTES("报栏"),
		  "UTF-16BE", 0 },
		/* losses are seen and counted */
		{ BYTES(TITLE "\xff" TITLE), NULL, BYTES(TITLE "\ufffd" TITLE),
		  "UTF-8", 1 },
		{ BYTES(TITLE "\xe6\x8a" TITLE), NULL,
		  BYTES(TITLE "\ufffd\ufffd" TITLE), "UTF-8", 2 },
		/* a NUL ends nothing */
		{ BYTES(TITLE "\0" TITLE), NULL, BYTES(TITLE "\0" TITLE),
		  "UTF-8", 0 },
		/* an encoding nobody knows is not asked for */
		{ BYTES(TITLE), "no such encoding", BYTES(TITLE), "UTF-8", 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct decoded decoded;

		decode(&decoded, cases[i].bytes, cases[i].asked);
		assert_true(str_equal(buf_str(&decoded.text), cases[i].text));
		assert_string_equal(decoded.encoding, cases[i].encoding);
		assert_int_equal(decoded.lost_bytes, cases[i].lost_bytes);
		decoded_release(&decoded);
	}
}

static void any_bytes_become_utf8(void **state)
{
	static const char *const encodings[] = { NULL, "GB18030", "BIG5",
		                                 "UTF-16LE" };

	(void)state;
	for (int a = 0; a < 256; a++)
		for (int b = a % 7; b < 256; b += 7) {
			const char bytes[] = { (char)a, (char)b, 'x', (char)a };
			struct decoded decoded;

			decode(&decoded, (struct str){ bytes, sizeof bytes },
			       encodings[b % 4]);
			assert_null(u8_check((uint8_t *)decoded.text.ptr,
			                     decoded.text.len));
			decoded_release(&decoded);
		}
}

static void known_encodings_are_known(void **state)
{
	(void)state;
	assert_true(decode_knows("UTF-8"));
	assert_true(decode_knows("gb18030"));
	assert_false(decode_knows("no such encoding"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_become_text),
		cmocka_unit_test(any_bytes_become_utf8),
		cmocka_unit_test(known_encodings_are_known),
	};

	return cmocka_run_group_tests(tests, converters_open,
	                              converters_close) < 0;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/converters.h"
#include "base/mem.h"
#include "export/export.h"
#include "issue/issue.h"
#include "load/input/decode.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include <cmocka.h>

#include "texts.h"

static void knows_names(void **state)
{
	static const char *const known[] = {
		"utf-8",      "UTF8",        "utf_16",     "UTF-16LE",
		"utf16be",    "gbk",         "GB2312",     "gb-2312",
		"GB18030",    "cp936",       "EUC-CN",     "big5",
		"Big-5",      "hkscs",       "Big5-HKSCS", "cp950",
		"euc-jp",     "sjis",        "CP1252",     "utf-32",
		"ISO-8859-1", "ISO-2022-JP",
	};
	static const char *const unknown[] = { "", "klingon", "GBK//IGNORE",
		                               "utf-8//TRANSLIT", "/" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (!decode_knows(known[i]))
			fail_msg("does not know %s", known[i]);
	for (size_t i = 0; i < ARRAY_LEN(unknown); i++)
		if (decode_knows(unknown[i]))
			fail_msg("knows '%s'", unknown[i]);
}

static void obeys_the_name_asked_for(void **state)
{
	(void)state;
	assert_decodes(STR("\xb1\xa8"), "gbk", "GB18030", STR("报"), 0);
	assert_decodes(STR("\xb3\xf8"), "big5", "Big5-HKSCS", STR("報"), 0);
	assert_decodes(STR("\xb3\xf8"), "gb2312", "GB18030", STR("厨"), 0);
	assert_decodes(STR("\xe9"), "latin1", "latin1", STR("é"), 0);
	assert_decodes(STR("\x62\xa5"), "utf-16be", "UTF-16BE", STR("报"), 0);
	assert_decodes(STR("\xa5\x62"), "utf-16le", "UTF-16LE", STR("报"), 0);
	assert_decodes(STR("\xfe\xff\x62\xa5"), "utf16", "UTF-16BE", STR("报"),
	               0);
	/* One that may be half of a pair is held back; it comes in time. */
	assert_decodes(STR("\x88\x66"), "hkscs", "Big5-HKSCS", STR("Ê"), 0);
	assert_decodes(STR("\x88\x66\xff\n"), "hkscs", "Big5-HKSCS",
	               STR("Ê" BAD "\n"), 1);
	/* One that nobody knows is found out instead. */
	assert_decodes(STR("报"), "klingon", "UTF-8", STR("报"), 0);
}

static void drops_one_mark(void **state)
{
	(void)state;
	assert_decodes(STR("\xef\xbb\xbf报"), NULL, "UTF-8", STR("报"), 0);
	assert_decodes(STR("\xef\xbb\xbf报"), "utf-8", "UTF-8", STR("报"), 0);
	assert_decodes(STR("\xff\xfe\xa5\x62"), NULL, "UTF-16LE", STR("报"), 0);
	assert_decodes(STR("\xff\xfe\xa5\x62"), "utf-16le", "UTF-16LE",
	               STR("报"), 0);
	assert_decodes(STR("\xfe\xff\x62\xa5"), NULL, "UTF-16BE", STR("报"), 0);
	assert_decodes(STR("\x84\x31\x95\x33\xb1\xa8"), NULL, "GB18030",
	               STR("报"), 0);
	assert_decodes(STR("\xef\xbb\xbf\xef\xbb\xbf报\ufeff"), NULL, "UTF-8",
	               STR("\ufeff报\ufeff"), 0);
	assert_decodes(STR("\xef\xbb\xbf"), NULL, "UTF-8", STR(""), 0);
	assert_decodes(STR("\xff\xfe"), NULL, "UTF-16LE", STR(""), 0);
	assert_decodes(STR(""), NULL, "UTF-8", STR(""), 0);
}

static void loses_bytes_one_by_one(void **state)
{
	(void)state;
	assert_decodes(STR("a\xffz"), "utf-8", "UTF-8", STR("a" BAD "z"), 1);
	assert_decodes(STR("\xe6\x8a"), "utf-8", "UTF-8", STR(BAD BAD), 2);
	assert_decodes(STR("\xe6\x8a\n"), "utf-8", "UTF-8", STR(BAD BAD "\n"),
	               2);
	/* a surrogate; what was a loss before is none now */
	assert_decodes(STR("\xed\xa0\x80" BAD), "utf-8", "UTF-8",
	               STR(BAD BAD BAD BAD), 3);
	assert_decodes(STR("\xb1\xa8\xff\n\xc0\xb8"), "gbk", "GB18030",
	               STR("报" BAD "\n栏"), 1);
	assert_decodes(STR("\xb1\xa8\xc0"), "gbk", "GB18030", STR("报" BAD), 1);
	assert_decodes(STR("\xb1\n"), "gbk", "GB18030", STR(BAD "\n"), 1);
	assert_decodes(STR("\xb3\xf8\xff\nz"), "big5", "Big5-HKSCS",
	               STR("報" BAD "\nz"), 1);
	/* a pair without a character: the next one is read right */
	assert_decodes(STR("\x81\xa1\xb3\xf8"), "big5", "Big5-HKSCS",
	               STR(BAD BAD "報"), 2);
	assert_decodes(STR("\xa5\x62\x00\xdc\xa5\x62"), "utf-16le", "UTF-16LE",
	               STR("报" BAD BAD "报"), 2);
	assert_decodes(STR("\xa5\x62\xa5"), "utf-16le", "UTF-16LE",
	               STR("报" BAD), 1);
	assert_decodes(STR("a\xb1\xa8?"), "ascii", "ascii",
	               STR("a" BAD BAD "?"), 2);
}

static void keeps_private_use(void **state)
{
	static const char *const charsets[] = { "UTF-8", "GB18030", "UTF-16LE",
		                                "UTF-16BE" };
	struct buf text;

	(void)state;
	buf_init(&text);
	buf_add_c(&text, traditional);
	buf_add_c(&text, "\ue000\ue111\uf8ff\U000f0000\U0010fffd\U00020000\n");
	for (size_t i = 0; i < ARRAY_LEN(charsets); i++) {
		struct buf bytes = encode(charsets[i], buf_str(&text));

		assert_decodes(buf_str(&bytes), NULL, charsets[i],
		               buf_str(&text), 0);
		buf_release(&bytes);
	}
	buf_release(&text);
}

static void ends_lines_as_an_editor_does(void **state)
{
	(void)state;
	assert_decodes(STR("报\r栏\r\r"), NULL, "UTF-8", STR("报\n栏\n\n"), 0);
	assert_decodes(STR("a\r\nb\r\n"), NULL, "UTF-8", STR("a\r\nb\r\n"), 0);
	/* A stray one does not make a line. */
	assert_decodes(STR("a\rb\nc\n"), NULL, "UTF-8", STR("a\rb\nc\n"), 0);
	assert_decodes(STR("a\r\r\nb\r\r\n"), NULL, "UTF-8",
	               STR("a\r\r\nb\r\r\n"), 0);
	assert_decodes(STR("\x62\xa5\x00\r\x62\xa5\x00\r"), "utf-16be",
	               "UTF-16BE", STR("报\n报\n"), 0);
}

static struct buf as_json(struct str bytes, const char *encoding)
{
	struct load_options options = { .encoding = encoding };
	struct issue *issue = load_bytes(bytes, "page.txt", &options);
	struct buf json;

	/* The bytes are meant to be others. */
	issue->files[0].sha256 = issue->files[0].encoding = STR("");
	buf_init(&json);
	assert_null(export_write(&json, issue, selection_all(issue),
	                         EXPORT_JSON, NULL));
	issue_free(issue);
	return json;
}

static struct buf with_line_ends(struct str text, const char *end)
{
	struct buf lines;

	buf_init(&lines);
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\n')
			buf_add_c(&lines, end);
		else
			buf_add_byte(&lines, text.ptr[i]);
	return lines;
}

static void assert_same_json(struct str text, const char *charset,
                             const char *encoding, const char *mark)
{
	struct buf marked, bytes, got, want = as_json(text, NULL);

	buf_init(&marked);
	buf_add_c(&marked, mark);
	buf_add(&marked, text);
	bytes = encode(charset, buf_str(&marked));
	got = as_json(buf_str(&bytes), encoding);
	if (!str_equal(buf_str(&got), buf_str(&want)))
		fail_msg("another issue in %s%s", charset,
		         *mark ? " with a mark" : "");
	buf_release(&want);
	buf_release(&got);
	buf_release(&bytes);
	buf_release(&marked);
}

static void gives_the_same_issue_in_each_encoding(void **state)
{
	static const struct {
		const char *charset, *encoding, *mark;
	} rows[] = {
		{ "UTF-8", NULL, "\ufeff" },    { "UTF-16LE", NULL, "" },
		{ "UTF-16LE", NULL, "\ufeff" }, { "UTF-16BE", NULL, "" },
		{ "UTF-16BE", NULL, "\ufeff" }, { "GB18030", NULL, "" },
		{ "GB18030", NULL, "\ufeff" },  { "GBK", NULL, "" },
		{ "GBK", "gbk", "" },           { "UTF-16LE", "utf-16", "" },
	};
	struct str trad = STR(traditional);
	struct buf page;

	(void)state;
	read_page(&page);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		assert_same_json(buf_str(&page), rows[i].charset,
		                 rows[i].encoding, rows[i].mark);
		assert_same_json(trad, rows[i].charset, rows[i].encoding,
		                 rows[i].mark);
	}
	assert_same_json(trad, "Big5", NULL, "");
	assert_same_json(trad, "Big5-HKSCS", "big5", "");
	buf_release(&page);
}

static void gives_the_same_issue_with_each_line_end(void **state)
{
	static const char *const ends[] = { "\r\n", "\r" };
	struct buf page, want;

	(void)state;
	read_page(&page);
	want = as_json(buf_str(&page), NULL);
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		struct buf lines = with_line_ends(buf_str(&page), ends[i]);
		struct buf got = as_json(buf_str(&lines), NULL);

		assert_true(str_equal(buf_str(&got), buf_str(&want)));
		buf_release(&got);
		buf_release(&lines);
	}
	buf_release(&want);
	buf_release(&page);
}

/* Whatever the bytes are, the text is UTF-8 and each loss can be seen. */
static void assert_sound(struct str bytes, const char *encoding)
{
	struct decoded decoded;
	struct str text;
	size_t seen = 0;

	decode(&decoded, bytes, encoding);
	text = buf_str(&decoded.text);
	assert_null(u8_check((const uint8_t *)text.ptr, text.len));
	for (size_t at = 0; (at = str_find(text, STR(BAD), at)) != NPOS; at++)
		seen++;
	assert_true(seen >= decoded.lost_bytes);
	assert_true(decoded.lost_bytes <= bytes.len);
	/* The widest unit has four bytes, and a mark gives nothing. */
	assert_true(bytes.len <= 4 * text.len + 4);
	decoded_release(&decoded);
}

static void survives_any_bytes(void **state)
{
	static const char *const encodings[] = {
		NULL,       "utf-8",  "gbk",  "big5",   "utf-16",
		"utf-16le", "euc-jp", "sjis", "utf-32", "cp1252",
	};
	char bytes[400];
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		size_t len = draw(&seed, sizeof bytes);
		/* some of all bytes, some of high ones, some of few */
		uint32_t span = i % 3 ? 256 : 3, least = i % 3 == 1 ? 128 : 0;

		for (size_t k = 0; k < len; k++)
			bytes[k] = (char)(least + draw(&seed, span));
		assert_sound((struct str){ bytes, len },
		             encodings[(size_t)i % ARRAY_LEN(encodings)]);
	}
}

static void lines_of_unicode_end(void **state)
{
	(void)state;
	assert_decodes(STR("a\xe2\x80\xa8"
	                   "b\xe2\x80\xa9\xc2\x85"
	                   "c\xe2\x80\x9c"),
	               NULL, "UTF-8", STR("a\nb\n\nc\u201c"), 0);
}

static void the_end_mark_of_dos_is_no_text(void **state)
{
	(void)state;
	assert_decodes(STR("a\r\n\x1a"), NULL, "UTF-8", STR("a\r\n"), 0);
	assert_decodes(STR("some text\x1a\x1a"), NULL, "UTF-8",
	               STR("some text"), 0);
	assert_decodes(STR("a\x1a"
	                   "b"),
	               NULL, "UTF-8",
	               STR("a\x1a"
	                   "b"),
	               0);
}

static void characters_that_nobody_types_are_plain(void **state)
{
	(void)state;
	assert_decodes(STR("春城⽇报 2024年5⽉4⽇ ⻛ \uf900︒﹁"), NULL, "UTF-8",
	               STR("春城日报 2024年5月4日 风 \uf900。「"), 0);
	assert_decodes(STR("，（“a”）— 😀 é"), NULL, "UTF-8",
	               STR("，（“a”）— 😀 é"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_names),
		cmocka_unit_test(obeys_the_name_asked_for),
		cmocka_unit_test(drops_one_mark),
		cmocka_unit_test(loses_bytes_one_by_one),
		cmocka_unit_test(keeps_private_use),
		cmocka_unit_test(ends_lines_as_an_editor_does),
		cmocka_unit_test(gives_the_same_issue_in_each_encoding),
		cmocka_unit_test(gives_the_same_issue_with_each_line_end),
		cmocka_unit_test(survives_any_bytes),
		cmocka_unit_test(lines_of_unicode_end),
		cmocka_unit_test(the_end_mark_of_dos_is_no_text),
		cmocka_unit_test(characters_that_nobody_types_are_plain),
	};

	return cmocka_run_group_tests(tests, converters_open,
	                              converters_close) < 0;
}

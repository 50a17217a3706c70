/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/xml_text.h"

#include "base/diag.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(literal)                                                         \
 {                                                                             \
  (literal), sizeof(literal) - 1                                               \
 }

static void what_decides_about_the_encoding(void **state)
{
	static const struct {
		struct str bytes;
		const char *text, *encoding;
		size_t lost_bytes;
		bool contradicts;
	} cases[] = {
		{ BYTES("<r/>"), "<r/>", "UTF-8", 0, false },
		{ BYTES("\xef\xbb\xbf<r/>"), "<r/>", "UTF-8", 0, false },
		{ BYTES("<?xml encoding='utf-8'?>\u62a5"),
		  "<?xml encoding='utf-8'?>\u62a5", "UTF-8", 0, false },
		/* the declaration */
		{ BYTES("<?xml encoding='windows-1251'?>\xcf"),
		  "<?xml encoding='windows-1251'?>\u041f", "windows-1251", 0,
		  false },
		{ BYTES("<?xml encoding=\"ISO-8859-1\"?>\xe9\x96"),
		  "<?xml encoding=\"ISO-8859-1\"?>\u00e9\u2013", "windows-1252",
		  0, false },
		{ BYTES("<?xml encoding='GBK'?>\xb1\xa8"),
		  "<?xml encoding='GBK'?>\u62a5", "GB18030", 0, false },
		/* UTF-16 */
		{ BYTES("\xff\xfe<\0r\0/\0>\0"), "<r/>", "UTF-16LE", 0, false },
		{ BYTES("\0<\0r\0/\0>"), "<r/>", "UTF-16BE", 0, false },
		/* the bytes say else than the declaration */
		{ BYTES("<?xml encoding='UTF-16'?>\u62a5"),
		  "<?xml encoding='UTF-16'?>\u62a5", "UTF-8", 0, true },
		{ BYTES("<?xml encoding='ISO-8859-1'?>\u62a5\u7eb8"),
		  "<?xml encoding='ISO-8859-1'?>\u62a5\u7eb8", "UTF-8", 0,
		  true },
		{ BYTES("<?xml encoding='UTF-8'?><a>journ\xe9"
		        "e et soir\xe9"
		        "e</a>"),
		  "<?xml encoding='UTF-8'?><a>journ\u00e9"
		  "e et soir\u00e9"
		  "e</a>",
		  "windows-1252", 0, true },
		/* names that are none */
		{ BYTES("<?xml encoding='no such'?>\u62a5"),
		  "<?xml encoding='no such'?>\u62a5", "UTF-8", 0, false },
		{ BYTES("<?xml encoding='"), "<?xml encoding='", "UTF-8", 0,
		  false },
		{ BYTES("<?xml encoding?>"), "<?xml encoding?>", "UTF-8", 0,
		  false },
		{ BYTES(""), "", "UTF-8", 0, false },
		/* damage */
		{ BYTES("<?xml encoding='UTF-8'?>\u62a5\u7eb8\u62a5\xff"),
		  "<?xml encoding='UTF-8'?>\u62a5\u7eb8\u62a5\ufffd", "UTF-8",
		  1, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct xml_text xml;

		xml_text_init(&xml, cases[i].bytes);
		if (!str_equal(xml.text, str_from(cases[i].text)) ||
		    strcmp(xml.encoding, cases[i].encoding) ||
		    xml.lost_bytes != cases[i].lost_bytes ||
		    xml.contradicts != cases[i].contradicts)
			fail_msg("%zu: %.*s (%s)", i, (int)xml.text.len,
			         xml.text.ptr, xml.encoding);
		xml_text_release(&xml);
	}
}

static void a_page_is_in_its_encoding(void **state)
{
	static const char page[] =
		"<?xml version='1.0' encoding='windows-1252'?><alto><Page>"
		"<TextBlock><TextLine><String CONTENT='\x93journ\xe9"
		"e\x94'/>"
		"</TextLine></TextBlock></Page></alto>";
	struct issue *issue =
		load_bytes((struct str){ page, sizeof page - 1 }, "p", NULL);

	(void)state;
	assert_true(str_equal(issue->lines[0].text, STR("\u201cjourn\u00e9"
	                                                "e\u201d")));
	assert_true(str_equal(issue->files[0].encoding, STR("windows-1252")));
	issue_free(issue);
}

static void what_is_wrong_is_told(void **state)
{
	static const char page[] =
		"<?xml version='1.0' encoding='UTF-16'?><alto><Page>"
		"<TextBlock><TextLine><String CONTENT='\u62a5\u7eb8\u62a5\xff'/>"
		"</TextLine></TextBlock></Page></alto>";
	struct issue *issue =
		load_bytes((struct str){ page, sizeof page - 1 }, "p", NULL);
	bool told = false;

	(void)state;
	for (size_t i = 0; i < issue->diags.count; i++)
		told = told || strstr(issue->diags.items[i].text, "UTF-16");
	assert_true(told);
	assert_int_equal(issue->files[0].lost_bytes, 1);
	assert_true(str_equal(issue->lines[0].text,
	                      STR("\u62a5\u7eb8\u62a5\ufffd")));
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_decides_about_the_encoding),
		cmocka_unit_test(a_page_is_in_its_encoding),
		cmocka_unit_test(what_is_wrong_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/grapheme.h"

#include "../lib/parted.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* `text` with '|' between its clusters. */
static char *clusters(struct str text)
{
	struct buf out;

	buf_init(&out);
	for (size_t at = 0; at < text.len;) {
		size_t end = grapheme_end(text, at);

		assert_true(end > at && end <= text.len);
		if (at)
			buf_add_byte(&out, '|');
		buf_add(&out, str_slice(text, at, end));
		at = end;
	}
	return buf_steal(&out);
}

static void each_rule_holds(void **state)
{
	static const char *const cases[] = {
		"",
		"a|b|报|栏",
		"\r\n|\n|\r|\x01|\u0301", /* GB3 to GB5 */
		"\u1100\u1100\u1161\u11a8|각\u11a8|가\u1161\u11a8", /* GB6 to GB8 */
		"\u11a8|\u1161|가|각|\u1100",
		"e\u0301\u0301\u200d|a\u0903|b", /* GB9 GB9a */
		"\u0600a",                      /* GB9b */
		"\u0915\u094d\u0937\u094d\u200d\u092f|\u0915|\u0937", /* GB9c */
		"👨\u200d👩\u200d👧|👍🏽|👨|a\u200d|👨", /* GB11 */
		"🇨🇳|🇭🇰|🇨", /* GB12 GB13 */
		"\xff|\xe6\x8a|报",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		parted_check(cases[i], clusters);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_holds),
	};
	const char *file = getenv("GRAPHEME_BREAK_TEST");

	if (file)
		return parted_check_file(file, clusters);
	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

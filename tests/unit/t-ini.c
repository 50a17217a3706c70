/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ini.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Notes an entry as "2 section.name=value at 1,9; ". */
static void note(void *to, const struct ini_entry *entry)
{
	struct buf *out = to;

	buf_addf(out, "%zu %.*s.%.*s=%.*s at %zu,%zu; ", entry->line,
	         (int)entry->section.len, entry->section.ptr,
	         (int)entry->name.len, entry->name.ptr, (int)entry->value.len,
	         entry->value.ptr,
	         ini_place(entry, entry->name, DIAG_ERROR).column,
	         ini_place(entry, entry->value, DIAG_ERROR).column);
}

/* Reads the text; entries, then what is wrong as "!line,column ". */
static void read_text(struct buf *out, struct str text)
{
	struct diags diags;

	diags_init(&diags);
	buf_clear(out);
	ini_read(text, &diags, note, out);
	for (size_t i = 0; i < diags.count; i++)
		buf_addf(out, "!%zu,%zu ", diags.items[i].line,
		         diags.items[i].column);
	diags_release(&diags);
}

static void entries_have_places(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "\n\n", "" },
		{ "a=b", "1 .a=b at 1,3; " },
		{ "  a =\tb c \r\n", "1 .a=b c at 3,7; " },
		{ "# a=b\n;a=b\n  # c\na=\n", "4 .a= at 1,3; " },
		{ "\xef\xbb\xbf"
		  "a=b\n",
		  "1 .a=b at 1,3; " },
		{ "甲 = 乙\n丙:丁\n", "1 .甲=乙 at 1,5; 2 .丙=丁 at 1,3; " },
		{ "[x]\na=b\n[ y ]\nc=d\n",
		  "2 x.a=b at 1,3; 4  y .c=d at 1,3; " },
		/* What some builds of the library would read otherwise. */
		{ "a = b ; c # d\n", "1 .a=b ; c # d at 1,5; " },
		{ "a = ;\nb = =\nc = :\n",
		  "1 .a=; at 1,5; 2 .b== at 1,5; 3 .c=: at 1,5; " },
		{ "a = b\n  c = d\n", "1 .a=b at 1,5; 2 .c=d at 3,7; " },
		{ "a = b\n\n   c\nd = e\n",
		  "1 .a=b at 1,5; 4 .d=e at 1,5; !3,4 " },
		{ "a;b = c\n", "1 .a;b=c at 1,7; " },
		/* Wrong lines, among right ones. */
		{ "a\nb=c\n[d\ne=f\n",
		  "2 .b=c at 1,3; 4 .e=f at 1,3; !1,1 !3,1 " },
		{ "a=\xff\nb=c\nd=\x01\n", "2 .b=c at 1,3; !1,1 !3,3 " },
	};
	struct buf out;

	(void)state;
	buf_init(&out);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		read_text(&out, str_from(cases[i].text));
		assert_string_equal(out.ptr, cases[i].want);
	}
	buf_release(&out);
}

/* A line is not cut into two, whatever room the library has. */
static void a_long_line_is_left_out(void **state)
{
	struct buf text, out;

	(void)state;
	buf_init(&out);
	buf_init(&text);
	buf_add_c(&text, "# ");
	for (int i = 0; i < 5000; i++)
		buf_add_c(&text, "long ");
	buf_add_c(&text, "\na = b\nc = ");
	for (int i = 0; i < 5000; i++)
		buf_add_c(&text, "x=");
	buf_add_c(&text, "\nd = e\n");
	read_text(&out, buf_str(&text));
	assert_string_equal(out.ptr, "2 .a=b at 1,5; 4 .d=e at 1,5; !3,1 ");
	buf_release(&text);
	buf_release(&out);
}

/* As much as a setting needs there is room for. */
static void a_line_of_180_bytes_is_read(void **state)
{
	struct buf text, out;

	(void)state;
	buf_init(&out);
	buf_init(&text);
	buf_add_c(&text, "a = ");
	while (text.len < 180)
		buf_add_byte(&text, 'x');
	read_text(&out, buf_str(&text));
	assert_true(str_starts(buf_str(&out), STR("1 .a=xxx")));
	assert_true(str_ends(buf_str(&out), STR("xxx at 1,5; ")));
	buf_release(&text);
	buf_release(&out);
}

/* What is no INI at all is not read line by line. */
static void many_wrong_lines_are_none(void **state)
{
	struct buf text, out;

	(void)state;
	buf_init(&out);
	buf_init(&text);
	buf_add_c(&text, "a = b\n");
	for (int i = 0; i < INI_WRONG_MOST; i++)
		buf_add_c(&text, "word\n");
	read_text(&out, buf_str(&text));
	assert_true(str_starts(buf_str(&out), STR("1 .a=b at 1,5; !2,1 ")));
	buf_add_c(&text, "word\n");
	read_text(&out, buf_str(&text));
	assert_true(str_starts(buf_str(&out), STR("!2,1 ")));
	assert_true(str_ends(buf_str(&out), STR("!0,0 ")));
	buf_release(&text);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_have_places),
		cmocka_unit_test(a_long_line_is_left_out),
		cmocka_unit_test(a_line_of_180_bytes_is_read),
		cmocka_unit_test(many_wrong_lines_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/byline.h"

#include "base/mem.h"
#include "issue/byline_table.inc"
#include "load/lines/cues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Fails unless the names in `byline` are `want`, with | between them; "?": they are
 * not certain. */
static void check_names(const char *byline, const char *want)
{
	struct byline_names names;
	struct buf got;

	buf_init(&got);
	byline_names_init(&names, str_from(byline));
	for (size_t i = 0; i < names.count && names.are_certain; i++) {
		buf_add_c(&got, i ? "|" : "");
		buf_add(&got, buf_str(&names.items[i]));
	}
	if (!names.are_certain)
		buf_add_c(&got, "?");
	if (strcmp(got.ptr, want))
		fail_msg("'%s': the names are '%s', not '%s'", byline, got.ptr,
		         want);
	byline_names_release(&names);
	buf_release(&got);
}

/* Each row does what its kind says, and no row is doubled. */
static void each_row_is_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(byline_rows); i++) {
		const struct byline_row *row = &byline_rows[i];
		char text[128];

		if (!*row->word || !row->meaning || !*row->meaning)
			fail_msg("row %zu has no word or no meaning", i);
		for (size_t j = 0; j < i; j++)
			if (!strcmp(row->word, byline_rows[j].word))
				fail_msg("'%s' is in rows %zu and %zu",
				         row->word, j, i);
		if (row->kind == BYLINE_LEADS) {
			snprintf(text, sizeof text, "%sMaría Ek", row->word);
			check_names(text, "María Ek");
			check_names(text + strlen(row->word), "María Ek");
			continue;
		}
		if (row->kind == BYLINE_JOINS) {
			snprintf(text, sizeof text, "Ann Lee%sBo Ek",
			         row->word);
			check_names(text, "?");
			continue;
		}
		if (row->kind == BYLINE_DEED) {
			snprintf(text, sizeof text, "%s/方砚", row->word);
			check_names(text, "方砚");
			continue;
		}
		snprintf(text, sizeof text, "%s方砚", row->word);
		check_names(text, "方砚");
		snprintf(text, sizeof text, "方砚%s向阳", row->word);
		check_names(text, "方砚|向阳");
		snprintf(text, sizeof text, "方砚／石桥%s", row->word);
		check_names(text, row->kind == BYLINE_REPORTED ? "方砚"
		                                               : "方砚|石桥");
	}
}

/* A line that the loader takes for a byline by its words has its names in it. */
static void the_loaders_bylines_have_names(void **state)
{
	static const char *const before[] = { "",     "本报", "本報", "本刊",
		                              "特约", "见习", "首席", "实习" };
	static const char *const offices[] = { "记者",   "記者",   "通讯员",
		                               "通訊員", "实习生", "评论员" };
	static const char *const others[] = { "文/",    "文／", "撰文：",
		                              "作者：", "By ",  "BY ",
		                              "Von ",   "Par ", "Por ",
		                              "Door ",  "Av ",  "Di " };
	char text[128];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(before) * ARRAY_LEN(offices); i++) {
		snprintf(text, sizeof text, "%s%s 方砚",
		         before[i / ARRAY_LEN(offices)],
		         offices[i % ARRAY_LEN(offices)]);
		if (!cue_matches(CUE_BYLINE, str_from(text), NULL))
			fail_msg("'%s' is no byline for the loader", text);
		check_names(text, "方砚");
	}
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		bool is_english = others[i][strlen(others[i]) - 1] == ' ';
		const char *name = is_english ? "Ann Lee" : "方砚";

		snprintf(text, sizeof text, "%s%s", others[i], name);
		if (!cue_matches(CUE_BYLINE, str_from(text), NULL))
			fail_msg("'%s' is no byline for the loader", text);
		check_names(text, name);
	}
}

static void names_are_certain_or_not(void **state)
{
	static const struct {
		const char *byline, *want;
	} cases[] = {
		{ "本报记者 方　砚　王小五", "方砚|王小五" },
		{ "首席记者 方砚", "方砚" },
		{ "本报特约通讯员 方砚", "方砚" },
		{ "本报记者 方", "?" },
		{ "方　砚　王", "?" },
		{ "记者 方 通讯员 砚", "?" },
		{ "方／砚", "?" },
		{ "石桥镇图书室的三位老师", "?" },
		{ "记者", "?" },
		{ "", "?" },
		{ "\xff\xfe", "?" },
		{ "阿依古丽·买买提", "阿依古丽·买买提" },
		{ "By Ann Lee and Bo Ek", "Ann Lee|Bo Ek" },
		{ "Por Juan de la Cruz", "Juan de la Cruz" },
		{ "Von Karin Lindner und Otto von Vogt",
		  "Karin Lindner|Otto von Vogt" },
		{ "Par Élise Bonnet", "Élise Bonnet" },
		{ "Di Stefano", "Di Stefano" },
		{ "Por José Ortega y Gasset", "?" },
	};
	struct byline_names names;
	struct buf many;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		check_names(cases[i].byline, cases[i].want);
	buf_init(&many);
	for (size_t i = 0; i < BYLINE_NAMES_MOST; i++)
		buf_add_c(&many, "方砚、");
	byline_names_init(&names, buf_str(&many));
	assert_true(names.are_certain);
	assert_int_equal(names.count, BYLINE_NAMES_MOST);
	byline_names_release(&names);
	buf_add_c(&many, "向阳");
	check_names(many.ptr, "?");
	buf_release(&many);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_is_sound),
		cmocka_unit_test(the_loaders_bylines_have_names),
		cmocka_unit_test(names_are_certain_or_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

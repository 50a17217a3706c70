/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/printed_line.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/build/join_lines.h"
#include "load/lines/drop_caps.h"
#include "load/lines/hyphens.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The only page of an issue, measured. */
static void read_page(struct printed_lines *lines, const struct issue *issue)
{
	printed_lines_init(lines, issue, 0);
	drop_caps_find(lines);
	printed_lines_measure(lines);
}

static void blank_lines_and_spaces_are_signs(void **state)
{
	struct issue *issue = fixture_lines(
		"  报栏\n\n \u3000\n今天\u3000\n\u3000\u3000下雨，");
	struct printed_lines lines;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	assert_int_equal(lines.count, 3);
	assert_true(str_equal(lines.items[0].text, STR("报栏")));
	assert_true(lines.items[0].blank);
	assert_true(lines.items[0].indent_em == 1);
	assert_int_equal(lines.items[1].line, 3);
	assert_true(str_equal(lines.items[1].text, STR("今天")));
	assert_true(lines.items[1].blank && lines.items[1].indent_em == 0);
	assert_true(!lines.items[2].blank && lines.items[2].indent_em == 2);
	assert_int_equal(lines.items[1].end, END_OPEN);
	assert_int_equal(lines.items[2].end, END_COMMA);
	printed_lines_release(&lines);
	issue_free(issue);
	issue = fixture_lines(" \n\u3000\n");
	printed_lines_init(&lines, issue, 0);
	assert_int_equal(lines.count, 0);
	printed_lines_release(&lines);
	issue_free(issue);
}

/* Widths are intervals: marks may be squeezed to half an em, ideographs not. */
/* A blank line behind each line says nothing; two of them do. */
static void double_spacing_is_no_sign(void **state)
{
	char text[1024] = "报栏";
	struct printed_lines lines;
	struct issue *issue;

	(void)state;
	for (int i = 0; i < 20; i++)
		strcat(text, i == 7 ? "\n\n\n今天下雨" : "\n\n今天下雨");
	issue = fixture_lines(text);
	printed_lines_init(&lines, issue, 0);
	assert_int_equal(lines.count, 21);
	for (size_t i = 1; i < lines.count; i++)
		assert_int_equal(lines.items[i].blank, i == 8);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void widths_are_intervals(void **state)
{
	static const struct {
		const char *line;
		double lo_em, hi_em;
	} cases[] = {
		{ "报栏", 2, 2 },
		{ "报，栏。", 3, 4 },
		{ "“报”", 2, 3 },
		{ "（《报》）", 3, 5 },
		{ "袭，给人民群众身体健康和", 11.5, 12 },
		/* Nobody knows how these were printed. */
		{ "报\xef\xbf\xbd\xef\xbf\xbd栏", 2, 4 },
		{ "报(cid:12345)栏", 2, 8.6 },
		{ "报社报社报www.example.com栏", 6, 15 },
		{ "报Example栏", 5.15, 6.2 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = fixture_lines(cases[i].line);
		struct printed_lines lines;

		read_page(&lines, issue);
		if (fabs(lines.items[0].lo_em - cases[i].lo_em) > 0.01 ||
		    fabs(lines.items[0].hi_em - cases[i].hi_em) > 0.01)
			fail_msg("'%s': %g to %g em", cases[i].line,
			         lines.items[0].lo_em, lines.items[0].hi_em);
		printed_lines_release(&lines);
		issue_free(issue);
	}
}

static void characters_have_their_kinds(void **state)
{
	(void)state;
	assert_true(line_ends_sentence(STR("下雨。")));
	assert_true(line_ends_sentence(STR("下雨！”）")));
	assert_false(line_ends_sentence(STR("下雨，")));
	assert_false(line_ends_sentence(STR("”）")));
	assert_false(line_ends_sentence(STR("")));
	assert_int_equal(char_first(STR("报a")), 0x62a5);
	assert_int_equal(char_last(STR("a报")), 0x62a5);
	assert_int_equal(char_last(STR("报a")), 'a');
	assert_true(char_in(0xff0c, "。，"));
	assert_false(char_in(0x62a5, "。，"));
	assert_false(char_in('x', ""));
	assert_true(char_is_cjk(0x62a5) && char_is_cjk(0x201c));
	assert_false(char_is_cjk('a'));
	assert_true(char_opens(0x201c) && char_opens(0x300a));
	assert_false(char_opens(0x201d));
	assert_int_equal(char_count_in(STR("，报。，"), "，。"), 3);
}

static void lines_are_joined_as_words_are(void **state)
{
	static const size_t which[] = { 0, 1, 2, 3 };
	static const struct {
		const char *lines, *want;
	} cases[] = {
		{ "报", "报" },
		{ "今天\n下雨", "今天下雨" },
		{ " 今天\n\n\u3000\u3000下雨", "今天下雨" },
		{ "今 天\u3000下  雨", "今天下雨" },
		{ "报 “栏” 。", "报“栏”。" },
		{ "the\npaper", "the paper" },
		{ "the \n paper", "the paper" },
		{ "well-\nknown", "wellknown" },
		{ "well-\nknown well-known", "well-known well-known" },
		{ "a well-\nknown wellknown", "a wellknown wellknown" },
		{ "M\norning came", "Morning came" },
		{ "2020\n19", "202019" },
		{ "共 57 万\n人", "共 57 万人" },
		{ "今天\nthe", "今天the" },
		{ "a  b\tc", "a  b c" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = fixture_lines(cases[i].lines);
		struct printed_lines lines;
		struct passage passage = { 0 };
		struct page_words words;
		size_t bytes = 0;

		read_page(&lines, issue);
		page_words_init(&words, &lines);
		join_lines(issue, &lines,
		           &(struct joined_lines){ .which = which,
		                                   .count = lines.count,
		                                   .words = &words },
		           &passage);
		page_words_release(&words);
		if (!str_equal(passage.text, str_from(cases[i].want)))
			fail_msg("got '%.*s', want '%s'", (int)passage.text.len,
			         passage.text.ptr, cases[i].want);
		for (size_t s = 0; s < passage.span_count; s++) {
			const struct span *span = &passage.spans[s];

			bytes += span->end - span->start;
			assert_memory_equal(passage.text.ptr + span->start,
			                    issue->lines[span->line].text.ptr +
			                            span->at,
			                    span->end - span->start);
		}
		assert_true(bytes <= passage.text.len);
		printed_lines_release(&lines);
		issue_free(issue);
	}
}

static void an_end_is_seen_through_brackets(void **state)
{
	static const struct {
		const char *text;
		enum line_end end;
	} cases[] = {
		{ "今天下雨。”", END_SENTENCE },
		{ "今天下雨。（新华社）", END_SENTENCE },
		{ "今日有雨、（丹翁）", END_SENTENCE },
		{ "却說那人去了（未完）", END_SENTENCE },
		{ "（见四月一日的本报副刊第二页）", END_SENTENCE },
		{ "（丹翁）", END_OPEN },
		{ "包括石桥（新镇）", END_OPEN },
		{ "他说，（笑）", END_OPEN },
		{ "今日有雨、（一、二）", END_OPEN },
		{ "今天下雨，", END_COMMA },
		{ "他们说：“", END_OPEN },
		{ "他们说：", END_COLON },
		{ "）", END_OPEN },
		{ "", END_OPEN },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(line_end_of(str_from(cases[i].text), false),
		                 cases[i].end);
	assert_int_equal(line_end_of(STR("It rained."), false), END_OPEN);
	assert_int_equal(line_end_of(STR("It rained.”"), true), END_SENTENCE);
}

static void brackets_hold_lines_together(void **state)
{
	struct issue *issue = fixture_lines("今天（阴历\n初三）下雨\n"
	                                    "明天（晴\n后天\n也晴\n再\n"
	                                    "往\n后\n不\n知");
	struct printed_lines lines;

	(void)state;
	read_page(&lines, issue);
	for (size_t i = 0; i < lines.count; i++)
		assert_int_equal(lines.items[i].bracketed, i == 1);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void lines_around_a_picture_are_of_one_width(void **state)
{
	struct issue *issue = fixture_lines("天地玄黃宇宙洪\n日月盈\n、昃辰\n"
	                                    "、宿列\n寒來暑往秋收冬\n\n"
	                                    "天地玄黃宇宙洪");
	const size_t steady[] = { 1, 3, 3, 3, 1, 1 };
	struct printed_lines lines;

	(void)state;
	read_page(&lines, issue);
	assert_int_equal(lines.count, ARRAY_LEN(steady));
	for (size_t i = 0; i < lines.count; i++)
		assert_int_equal(lines.items[i].equal_widths, steady[i]);
	printed_lines_release(&lines);
	issue_free(issue);
}

/* A head that runs downwards, with a number that stands upright in it. */
static void characters_under_each_other_are_stacked(void **state)
{
	static const struct {
		const char *lines, *stacked; /* '1': the line is */
	} cases[] = {
		{ "渡口换船\n新\n船\n212\n来\n了\n他们说好。", "0111110" },
		{ "新\n船\n来\n他们说好。", "0000" },
		/* A blank line parts two heads. */
		{ "新\n船\n来\n了\n\n他\n说\n好\n他们说好。", "11110000" },
		{ "一粒\n两粒\n三粒\n四粒\n五粒", "00000" },
		{ "1\n2\nIt rained all day.\n3\na\nb\nc", "0000000" },
	};

	(void)state;
	for (size_t c = 0; c < ARRAY_LEN(cases); c++) {
		struct issue *issue = fixture_lines(cases[c].lines);
		struct printed_lines lines;

		read_page(&lines, issue);
		assert_int_equal(lines.count, strlen(cases[c].stacked));
		for (size_t i = 0; i < lines.count; i++)
			assert_int_equal(lines.items[i].stacked,
			                 cases[c].stacked[i] == '1');
		printed_lines_release(&lines);
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blank_lines_and_spaces_are_signs),
		cmocka_unit_test(double_spacing_is_no_sign),
		cmocka_unit_test(widths_are_intervals),
		cmocka_unit_test(characters_have_their_kinds),
		cmocka_unit_test(lines_are_joined_as_words_are),
		cmocka_unit_test(an_end_is_seen_through_brackets),
		cmocka_unit_test(brackets_hold_lines_together),
		cmocka_unit_test(lines_around_a_picture_are_of_one_width),
		cmocka_unit_test(characters_under_each_other_are_stacked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/sureness.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FILE(lines)                                                            \
 "<?xml version='1.0'?><alto><Layout><Page ID='P1'><PrintSpace>"               \
 "<TextBlock ID='B1'>" lines                                                   \
 "</TextBlock></PrintSpace></Page></Layout></alto>"
#define LINE(strings) "<TextLine>" strings "</TextLine>"
#define WORD(text)    "<String CONTENT='" text "'/>"
#define SURE(confidence, text)                                                 \
 "<String WC='" confidence "' CONTENT='" text "'/>"
#define AT(left, width, text)                                                  \
 "<String HPOS='" left "' WIDTH='" width "' HEIGHT='20' CONTENT='" text "'/>"
#define PART(text, n, whole)                                                   \
 "<String CONTENT='" text "' SUBS_TYPE='HypPart" n "' SUBS_CONTENT='" whole    \
 "'/>"

static void assert_lines(const char *xml, const char *const *want)
{
	struct xml_damage damage;
	struct alto alto;
	size_t count = 0;

	assert_true(alto_read(&alto, str_from(xml), &damage));
	for (; want[count]; count++)
		if (count >= alto.count ||
		    !str_equal(alto.lines[count].text, str_from(want[count])))
			fail_msg("line %zu of %s: %.*s", count, xml,
			         count < alto.count
			                 ? (int)alto.lines[count].text.len
			                 : 0,
			         count < alto.count ? alto.lines[count].text.ptr
			                            : "");
	assert_int_equal(alto.count, count);
	alto_release(&alto);
}

#define ASSERT_LINES(xml, ...)                                                 \
 assert_lines(xml, (const char *const[]){ __VA_ARGS__, NULL })

static void strings_are_parted(void **state)
{
	(void)state;
	ASSERT_LINES(FILE(LINE(WORD("ab") "<SP/>" WORD("cd"))), "ab cd");
	ASSERT_LINES(FILE(LINE(WORD("a") "<SP/>" WORD("b") WORD("c"))), "a bc");
	/* No SP: the boxes, and where there are none, the letters. */
	ASSERT_LINES(FILE(LINE(AT("0", "30", "ab") AT("40", "30", "cd")
	                               AT("70", "4", ","))),
	             "ab cd,");
	ASSERT_LINES(
		FILE(LINE(WORD("ab") WORD("cd")) LINE(WORD("石") WORD("桥"))),
		"ab cd", "石桥");
	ASSERT_LINES(FILE(LINE(AT("0", "20", "石") AT("24", "20", "桥")
	                               AT("60", "20", "镇"))),
	             "石桥 镇");
	ASSERT_LINES(
		FILE(LINE("") LINE("<SP/>") LINE(WORD(" ")) LINE(WORD("a"))),
		"a");
}

static void a_hyphen_is_one(void **state)
{
	(void)state;
	ASSERT_LINES(FILE(LINE(WORD("wa") "<HYP CONTENT='-'/>")
	                          LINE(WORD("wa-") "<HYP CONTENT='-'/>")
	                                  LINE(WORD("wa") "<HYP "
	                                                  "CONTENT='\u00ad'/>")
	                                          LINE(WORD("wa\u00ac") "<HYP/"
	                                                                ">")),
	             "wa-", "wa-", "wa-", "wa-");
	ASSERT_LINES(FILE(LINE(WORD("wa-")) LINE(WORD("ter"))), "wa-", "ter");
}

static void ids_hold_lines(void **state)
{
	static const char xml[] =
		"<alto xmlns='x'><Layout><Page ID='P'><TopMargin ID='T'>"
		"<TextBlock ID='A'>" LINE(WORD(
			"a")) "</TextBlock></TopMargin>"
			      "<PrintSpace><ComposedBlock ID='C'><TextBlock ID='B'>" LINE(
				      "<String ID='S' CONTENT='b'/>")
				      LINE(WORD(
					      "c")) "</TextBlock></ComposedBlock></PrintSpace></Page></Layout>"
						    "</alto>";
	static const struct {
		const char *id;
		size_t start, end;
	} want[] = {
		{ "P", 0, 3 }, { "T", 0, 1 }, { "A", 0, 1 },  { "C", 1, 3 },
		{ "B", 1, 3 }, { "S", 1, 2 }, { "no", 0, 0 }, { "", 0, 0 },
	};
	struct xml_damage damage;
	struct alto alto;

	(void)state;
	assert_true(alto_read(&alto, str_from(xml), &damage));
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		struct range got = alto_find(&alto, str_from(want[i].id));

		if (got.start != want[i].start || got.end != want[i].end)
			fail_msg("%s: %zu to %zu", want[i].id, got.start,
			         got.end);
	}
	assert_true(alto.lines[0].in_margin);
	assert_false(alto.lines[1].in_margin);
	assert_int_not_equal(alto.lines[0].block, alto.lines[1].block);
	alto_release(&alto);
}

static struct issue *load(const char *xml)
{
	struct issue *issue = load_bytes(str_from(xml), "a.xml", NULL);
	char *wrong = issue_validate(issue);

	if (wrong)
		fail_msg("%s", wrong);
	return issue;
}

static void assert_has(const struct issue *issue, const char *text)
{
	for (size_t i = 0; i < issue->passage_count; i++)
		if (str_find(issue->passages[i].text, str_from(text), 0) !=
		    NPOS)
			return;
	fail_msg("no passage has '%s'", text);
}

/* What SUBS_CONTENT says of the hyphen holds, and not what the words of the page make
 * likely. */
static void cut_words_are_joined_as_stated(void **state)
{
	static const struct {
		const char *first, *second, *line, *text;
	} cases[] = {
		{ PART("wa", "1", "water") "<HYP CONTENT='-'/>",
		  PART("ter", "2", "water"), "the council met at the wa-",
		  "at the water and" },
		{ PART("Saint-", "1", "Saint-Cyr"),
		  PART("Cyr", "2", "Saint-Cyr"),
		  "the council met at the Saint-", "at the Saint-Cyr and" },
		/* The second part has the hyphen. */
		{ PART("lut", "1", "lut-11") "<HYP/>",
		  PART("-11", "2", "lut-11"), "the council met at the lut-",
		  "at the lut-11 and" },
		{ PART("vis", "1", "vis--vous") "<HYP/>",
		  PART("-vous", "2", "vis--vous"),
		  "the council met at the vis-", "at the vis--vous and" },
		{ PART("lut", "1", "lut-I") "<HYP/>",
		  PART("-I\u00bb", "2", "lut-I"), "the council met at the lut-",
		  "at the lut-I\u00bb and" },
		/* A dash was recognised. */
		{ PART("wa\u2014", "1", "water"), PART("ter", "2", "water"),
		  "the council met at the wa-", "at the water and" },
		/* No hyphen was printed, or recognised. */
		{ PART("no", "1", "noon"), PART("on", "2", "noon"),
		  "the council met at the no", "at the noon and" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue;
		struct buf xml;

		buf_init(&xml);
		buf_addf(&xml,
		         FILE(LINE(WORD("the council met at the") "%s")
		                      LINE("%s" WORD("and spoke of the "
		                                     "bridge"))
		                              LINE(WORD("that was to be built "
		                                        "there."))),
		         cases[i].first, cases[i].second);
		issue = load(xml.ptr);
		assert_true(str_equal(issue->lines[0].text,
		                      str_from(cases[i].line)));
		assert_has(issue, cases[i].text);
		issue_free(issue);
		buf_release(&xml);
	}
}

static void a_damaged_file_is_told(void **state)
{
	struct issue *issue = load("<alto><Page><TextBlock>" LINE(
		WORD("whole")) "<TextLine>"
	                       "<String CONTENT='cut'/></alto>");
	size_t told = 0;

	(void)state;
	assert_int_equal(issue->line_count, 2);
	assert_true(str_equal(issue->lines[1].text, STR("cut")));
	for (size_t i = 0; i < issue->diags.count; i++)
		told += issue->diags.items[i].level == DIAG_ERROR &&
		        strstr(issue->diags.items[i].text, "damaged");
	assert_int_equal(told, 1);
	issue_free(issue);
	issue = load("<alto");
	assert_int_equal(issue->page_count, 1);
	assert_int_equal(issue->line_count, 0);
	issue_free(issue);
}

static void blocks_and_pages_are_parted(void **state)
{
	struct issue *issue = load("<alto><Page><TextBlock>" LINE(WORD(
		"one")) "</TextBlock>"
	                "<TextBlock>" LINE(WORD(
				"two")) "</TextBlock></Page>"
	                                "<Page><TextBlock>" LINE(WORD(
						"three")) "</TextBlock></Page>"
	                                                  "</alto>");

	(void)state;
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(issue->line_count, 4);
	assert_int_equal(issue->lines[1].text.len, 0);
	assert_int_equal(issue->lines[2].number, 2);
	assert_int_equal(issue->lines[3].page, 1);
	issue_free(issue);
}

/* How sure the OCR was of words is kept by their lines, and not where it says nothing. */
static void words_have_their_sureness(void **state)
{
	static const uint8_t want[] = { 49, SURENESS_UNKNOWN, 29, 50 };
	struct issue *issue = load(
		"<alto><Page><TextBlock>" LINE(SURE("1.0", "The") "<SP/>" SURE(
			"0.49", "cat") "<SP/>" SURE("2", "sat"))
			LINE(WORD("down")) LINE(SURE("0.29", "on-") "<HYP/>")
				LINE(SURE("0.5",
	                                  "it")) "</TextBlock></Page></alto>");
	const struct page *page = &issue->pages[0];

	(void)state;
	assert_non_null(page->sureness);
	assert_memory_equal(page->sureness, want, sizeof want);
	assert_int_equal(page->unsure_count, 2);
	assert_int_equal(page->unsure[0].start, 4);
	assert_int_equal(page->unsure[0].end, 7);
	assert_int_equal(page->unsure[1].line, 2);
	assert_int_equal(page->unsure[1].end, 2);
	for (size_t at = 0; at < 8; at++)
		assert_int_equal(sureness_is_low(issue, 0, at),
		                 at >= 4 && at < 7);
	assert_true(sureness_lowest(issue, 0) <= 49);
	assert_true(sureness_is_known(issue));
	issue_free(issue);
	issue = load("<alto><Page><TextBlock>" LINE(
		WORD("The")) "</TextBlock></Page></alto>");
	assert_null(issue->pages[0].sureness);
	assert_int_equal(sureness_lowest(issue, 0), SURENESS_UNKNOWN);
	assert_false(sureness_is_low(issue, 0, 0));
	assert_false(sureness_is_known(issue));
	issue_free(issue);
}

static void a_page_has_its_printed_number(void **state)
{
	struct issue *issue =
		load("<alto><Page PRINTED_IMG_NR='7'><TextBlock>" LINE(
			WORD("The")) "</TextBlock></Page></alto>");

	(void)state;
	assert_int_equal(issue->pages[0].number, 7);
	issue_free(issue);
	issue = load("<alto><Page PRINTED_IMG_NR='IV'><TextBlock>" LINE(
		WORD("The")) "</TextBlock></Page></alto>");
	assert_int_equal(issue->pages[0].number, 1);
	assert_true(str_equal(issue->pages[0].label, STR("IV")));
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_are_parted),
		cmocka_unit_test(a_hyphen_is_one),
		cmocka_unit_test(ids_hold_lines),
		cmocka_unit_test(cut_words_are_joined_as_stated),
		cmocka_unit_test(a_damaged_file_is_told),
		cmocka_unit_test(blocks_and_pages_are_parted),
		cmocka_unit_test(words_have_their_sureness),
		cmocka_unit_test(a_page_has_its_printed_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

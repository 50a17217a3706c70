/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/validate.h"
#include "load/input/page_xml.h"

#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define UNICODE(text) "<TextEquiv><Unicode>" text "</Unicode></TextEquiv>"
#define LINE(custom, text)                                                     \
 "<TextLine custom='" custom "'><Coords points='10,20 110,20 110,60 10,60'/>"  \
 "<Word>" UNICODE("not") "</Word>" UNICODE(text) "</TextLine>"
#define REGION(id, type, custom, lines)                                        \
 "<TextRegion id='" id "' type='" type "' custom='" custom "'>"                \
 "<Coords points='0,0 9,9'/>" lines UNICODE("of the region") "</TextRegion>"
#define PAGE(order, regions)                                                   \
 "<?xml version='1.0'?><PcGts><Page imageWidth='600' imageHeight='900'>"       \
 "<ReadingOrder><OrderedGroup>" order "</OrderedGroup></ReadingOrder>" regions \
 "</Page></PcGts>"
#define REF(id) "<RegionRefIndexed index='0' regionRef='" id "'/>"

static struct issue *load(const char *text)
{
	struct issue *issue = load_bytes(str_from(text), "page.xml", NULL);
	char *wrong = issue_validate(issue);

	if (wrong)
		fail_msg("%s", wrong);
	return issue;
}

static void lines_are_in_reading_order(void **state)
{
	static const char page[] = PAGE(
		REF("r2") REF("r1"),
		REGION("r1", "paragraph", "",
	               LINE("", "second") LINE("", "third"))
			REGION("r3", "paragraph", "", LINE("", "last"))
				REGION("r2", "heading", "", LINE("", "first")));
	static const char *const want[] = { "first", "second", "third",
		                            "last" };
	struct issue *issue = load(page);

	(void)state;
	assert_int_equal(issue->line_count, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_true(str_equal(issue->lines[i].text, str_from(want[i])));
	assert_int_equal(issue->passages[0].role, ROLE_HEAD);
	assert_false(issue->pages[0].by_library);
	assert_true(issue->pages[0].width_pt == 144);
	assert_true(issue->pages[0].boxes[0].width_pt == 24);
	issue_free(issue);
}

static void articles_are_as_stated(void **state)
{
	static const char page[] = PAGE(
		"",
		REGION("r0", "header", "", LINE("", "No. 7")) REGION(
			"r1", "heading", "structure {id:a1; type:article;}",
			LINE("", "A bridge"))
			REGION("r2", "paragraph", "",
	                       LINE("readingOrder {index:0;} structure "
	                            "{type:article; id:a1;}",
	                            "It is") LINE("structure {id:a2; type:article;}",
	                                          "Rain.")
	                               LINE("structure {id:a1; type:article;}",
	                                    "built."))
				REGION("r3", "paragraph", "",
	                               LINE("", "Alone")));
	static const char *const want[] = {
		"0 head A bridge", "0 body It is built.", "1 body Rain.",
		"2 body Alone",    "- other No. 7",
	};
	struct issue *issue = load(page);

	(void)state;
	assert_int_equal(issue->passage_count, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		const struct passage *passage = &issue->passages[i];
		struct buf got;

		buf_init(&got);
		if (passage->article == NPOS)
			buf_add_c(&got, "-");
		else
			buf_addf(&got, "%zu", passage->article);
		buf_addf(&got, " %s %.*s", role_name(passage->role),
		         (int)passage->text.len, passage->text.ptr);
		assert_string_equal(got.ptr, want[i]);
		buf_release(&got);
	}
	assert_true(issue->articles[2].unassigned);
	issue_free(issue);
}

/* Any file is read as far as it goes. */
static void odd_files_are_read(void **state)
{
	static const struct {
		const char *text;
		size_t lines;
	} cases[] = {
		{ "<PcGts><TextLine><TextEquiv><Unicode>x</Unicode></TextEquiv>"
		  "</TextLine></PcGts>",
		  0 },
		{ "<PcGts><TextRegion><TextLine><Word>" UNICODE("a") "</Word><Word>" UNICODE(
			  "b") "<Glyph>" UNICODE("c") "</Glyph></Word></TextLine></TextRegion>"
		                                      "</PcGts>",
		  1 },
		{ "<PcGts><TextRegion><TextLine><TextEquiv><Unicode>cut", 1 },
		{ "<PcGts><TextRegion><TextLine><Coords points='1,'/>" UNICODE(
			  " \n") "</TextLine></TextRegion></PcGts>",
		  0 },
		{ "<PcGts/>", 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = load(cases[i].text);

		assert_int_equal(issue->line_count, cases[i].lines);
		if (i == 1)
			assert_true(
				str_equal(issue->lines[0].text, STR("a b")));
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_in_reading_order),
		cmocka_unit_test(articles_are_as_stated),
		cmocka_unit_test(odd_files_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

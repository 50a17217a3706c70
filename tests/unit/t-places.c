/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/page_places.h"

#include "export/format.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define UNIT(name)                                                             \
 "<Description><MeasurementUnit>" name "</MeasurementUnit></Description>"
#define STYLES                                                                 \
 "<Styles><TextStyle ID='T9' FONTSIZE='9'/>"                                   \
 "<TextStyle ID='T10' FONTSIZE='10' FONTSTYLE='bold italics'/>"                \
 "<TextStyle ID='T112' FONTSIZE='112'/></Styles>"
#define PAGE(attributes, blocks)                                               \
 "<Layout><Page " attributes "><PrintSpace>" blocks                            \
 "</PrintSpace></Page></Layout>"
#define BOX(x, y, w, h)                                                        \
 "HPOS='" #x "' VPOS='" #y "' WIDTH='" #w "' HEIGHT='" #h "'"
#define LINE(attributes, strings)                                              \
 "<TextBlock><TextLine " attributes ">" strings "</TextLine></TextBlock>"

static struct issue *load(const char *xml)
{
	struct issue *issue = load_bytes(str_from(xml), "a.xml", NULL);
	char *wrong = issue_validate(issue);

	if (wrong)
		fail_msg("%s", wrong);
	return issue;
}

static void assert_box(const struct line_box *box, double left, double top,
                       double width, double height, double em)
{
	if (fabs(box->left_pt - left) > .01 || fabs(box->top_pt - top) > .01 ||
	    fabs(box->width_pt - width) > .01 ||
	    fabs(box->height_pt - height) > .01 || fabs(box->em_pt - em) > .01)
		fail_msg("%g %g %g %g %g", (double)box->left_pt,
		         (double)box->top_pt, (double)box->width_pt,
		         (double)box->height_pt, (double)box->em_pt);
}

static void units_become_points(void **state)
{
	static const struct {
		const char *description;
		double pt;
	} cases[] = {
		{ UNIT("mm10"), 72 / 254. },
		{ UNIT(" inch1200 "), 72 / 1200. },
		{ UNIT("pixel"), 72 / 300. },
		{ "", 72 / 300. },
		{ UNIT("pixel") "<processingStepSettings>width: 9\nxdpi: "
		                "400\nydpi: 400</processingStepSettings>",
		  72 / 400. },
		{ UNIT("pixel") "<processingStepSettings>dpi 7"
		                "</processingStepSettings>",
		  72 / 300. },
		{ UNIT("mm10") "<processingStepSettings>xdpi:400"
		               "</processingStepSettings>",
		  72 / 254. },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		double pt = cases[i].pt;
		struct issue *issue;
		struct buf xml;

		buf_init(&xml);
		buf_addf(&xml, "<alto>%s%s</alto>", cases[i].description,
		         PAGE("WIDTH='2000' HEIGHT='3000'",
		              LINE(BOX(100, 200, 400, 50),
		                   "<String CONTENT='word'/>")));
		issue = load(xml.ptr);
		assert_float_equal(issue->pages[0].width_pt, 2000 * pt, .01);
		assert_float_equal(issue->pages[0].height_pt, 3000 * pt, .01);
		assert_box(issue->pages[0].boxes, 100 * pt, 200 * pt, 400 * pt,
		           50 * pt, 50 * pt);
		issue_free(issue);
		buf_release(&xml);
	}
}

static void a_line_is_around_its_strings(void **state)
{
	struct issue *issue = load("<alto>" UNIT("inch1200") PAGE(
		"WIDTH='12000' HEIGHT='12000'",
		LINE("", "<String " BOX(
				 1200, 1000, 600,
				 200) " CONTENT='two'/><String CONTENT='no'/>"
	                              "<String " BOX(2400, 900, 600,
	                                             200) " CONTENT='words'/>")
			LINE("", "<String CONTENT='nowhere'/>")) "</al"
	                                                         "to>");

	(void)state;
	assert_box(&issue->pages[0].boxes[0], 72, 54, 108, 18, 18);
	/* A blank line parts the blocks. */
	assert_box(&issue->pages[0].boxes[1], 0, 0, 0, 0, 0);
	assert_box(&issue->pages[0].boxes[2], 0, 0, 0, 0, 0);
	issue_free(issue);
}

static void styles_say_size_and_weight(void **state)
{
	static const struct {
		const char *line, *string;
		double em;
		bool bold;
	} cases[] = {
		{ "STYLEREFS='T10 PAR_LEFT'", "", 10, true },
		{ "STYLEREFS='PAR_LEFT T9'", "", 9, false },
		{ "STYLEREFS='T9'", "STYLEREFS='T10'", 10, true },
		{ "STYLEREFS='T112'", "", 12, false },
		{ "STYLEREFS='T1'", "STYLE='bold'", 12, true },
		{ "", "", 12, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue;
		struct buf xml;

		buf_init(&xml);
		buf_addf(&xml,
		         "<alto>" UNIT("inch1200") STYLES PAGE(
				 "WIDTH='12000' HEIGHT='12000'",
				 LINE(BOX(0, 0, 3000, 200) " %s",
		                      "<String %s CONTENT='word'/>")) "</alto>",
		         cases[i].line, cases[i].string);
		issue = load(xml.ptr);
		assert_box(issue->pages[0].boxes, 0, 0, 180, 12, cases[i].em);
		assert_true(issue->pages[0].boxes->bold == cases[i].bold);
		issue_free(issue);
		buf_release(&xml);
	}
}

static void han_lines_that_are_high_run_down(void **state)
{
	struct issue *issue = load("<alto>" UNIT("inch1200") PAGE(
		"WIDTH='12000' HEIGHT='12000'",
		LINE(BOX(600, 0, 200, 3000), "<String CONTENT='石桥镇修桥'/>")
			LINE(BOX(600, 0, 200, 3000),
	                     "<String CONTENT='bridge'/>")) "</alto>");

	(void)state;
	assert_box(&issue->pages[0].boxes[0], 36, 0, 12, 180, 12);
	assert_true(issue->pages[0].boxes[0].vertical);
	assert_false(issue->pages[0].boxes[2].vertical);
	issue_free(issue);
}

static void marks_are_pictures_and_rules(void **state)
{
	struct issue *issue = load("<alto>" UNIT("inch1200") PAGE(
		"WIDTH='12000' HEIGHT='12000'",
		"<Illustration " BOX(
			0, 0, 1200,
			600) "/>"
			     "<ComposedBlock><GraphicalElement " BOX(
				     600, 1200, 6000,
				     20) "/></ComposedBlock>"
					 "<Illustration " BOX(
						 -2400, 0, 1200,
						 600) "/>") "</alto"
	                                                    ">");

	(void)state;
	assert_int_equal(issue->pages[0].mark_count, 2);
	assert_int_equal(issue->pages[0].marks[0].kind, MARK_PICTURE);
	assert_float_equal(issue->pages[0].marks[0].width_pt, 72, .01);
	assert_int_equal(issue->pages[0].marks[1].kind, MARK_RULE);
	assert_float_equal(issue->pages[0].marks[1].top_pt, 72, .01);
	issue_free(issue);
}

/* The size of a page may be of another picture than its boxes; boxes that are far away
 * are damage. */
static void a_page_reaches_as_far_as_its_boxes(void **state)
{
	struct issue *issue = load("<alto>" UNIT("inch1200") PAGE(
		"WIDTH='1200' HEIGHT='1200'",
		LINE(BOX(1500, 600, 300, 200), "<String CONTENT='a'/>")
			LINE(BOX(99999, 0, 300, 200), "<String CONTENT='b'/>")
				LINE(BOX(0, 0, 1e300, 200),
	                             "<String CONTENT='c'/>")) "</alt"
	                                                       "o>");

	(void)state;
	assert_float_equal(issue->pages[0].width_pt, 108, .01);
	assert_float_equal(issue->pages[0].height_pt, 72, .01);
	assert_box(&issue->pages[0].boxes[0], 90, 36, 18, 12, 12);
	assert_box(&issue->pages[0].boxes[2], 0, 0, 0, 0, 0);
	assert_box(&issue->pages[0].boxes[4], 0, 0, 0, 0, 0);
	issue_free(issue);
}

static void each_page_of_a_file_has_its_own(void **state)
{
	static const char two[] =
		"<alto><MeasurementUnit>inch1200</MeasurementUnit>"
		"<Page WIDTH='1200' HEIGHT='2400'><TextLine HPOS='0' VPOS='0' "
		"WIDTH='600' HEIGHT='200'><String CONTENT='a'/></TextLine>"
		"</Page><Page><TextLine HPOS='600' VPOS='600' WIDTH='600' "
		"HEIGHT='200'><String CONTENT='b'/></TextLine></Page></alto>";
	static const char none[] =
		"<alto>" PAGE("", LINE("", "<String CONTENT='a'/>")) "</alto>";
	struct issue *issue = load(two);

	(void)state;
	assert_int_equal(issue->page_count, 2);
	assert_float_equal(issue->pages[0].height_pt, 144, .01);
	assert_float_equal(issue->pages[1].height_pt, 48, .01);
	assert_box(issue->pages[1].boxes, 36, 36, 36, 12, 12);
	issue_free(issue);
	issue = load(none);
	assert_null(issue->pages[0].boxes);
	assert_float_equal(issue->pages[0].width_pt, 0, 0);
	issue_free(issue);
}

static void what_stands_outside_is_cut(void **state)
{
	static const struct line_box boxes[] = {
		{ -10, -10, 30, 20, 10, false, false },
		{ 90, 50, 30, 20, NAN, false, false },
		{ NAN, 0, 5, 5, 5, false, false },
		{ 0, 0, INFINITY, 5, 5, false, false },
		{ 200, 0, 5, 5, 5, false, false },
		{ 10, 10, 8, 60, -1, true, false },
	};
	struct issue *issue = issue_new();
	struct page_places places = { .width_pt = 100, .height_pt = 100 };
	struct page page = { .lines = { 3, 10 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(boxes); i++)
		page_places_add_box(&places, i, &boxes[i]);
	page_places_give(&places, issue, &page);
	assert_box(&page.boxes[0], 0, 0, 20, 10, 10);
	assert_box(&page.boxes[1], 90, 50, 10, 20, 20);
	assert_box(&page.boxes[2], 0, 0, 0, 0, 0);
	assert_box(&page.boxes[3], 0, 0, 0, 0, 0);
	assert_box(&page.boxes[4], 0, 0, 0, 0, 0);
	assert_box(&page.boxes[5], 10, 10, 8, 60, 8);
	assert_box(&page.boxes[6], 0, 0, 0, 0, 0);
	assert_int_equal(places.box_count, 0);
	page_places_release(&places);
	issue_free(issue);
}

static void a_box_outside_is_told(void **state)
{
	struct issue *issue = load("<alto>" PAGE(
		"WIDTH='300' HEIGHT='300'",
		LINE(BOX(0, 0, 100, 50), "<String CONTENT='a'/>")) "</alto>");
	struct line_box outside = { 70, 0, 5, 5, 5, false, false };
	char *wrong;

	(void)state;
	issue->pages[0].boxes = &outside;
	wrong = issue_validate(issue);
	assert_non_null(wrong);
	assert_non_null(strstr(wrong, "line 0 stands outside"));
	free(wrong);
	issue_free(issue);
}

/* JSON says the sizes of pages and the boxes of blocks, and what it says of pages is read
 * again. */
static void json_keeps_sizes(void **state)
{
	struct issue *issue = load("<alto>" UNIT("inch1200") PAGE(
		"WIDTH='12000' HEIGHT='15000'",
		LINE(BOX(1000, 2000, 3000, 200),
	             "<String CONTENT='A paragraph of two lines that is set'/>")
			LINE(BOX(1000, 2200, 2000, 200),
	                     "<String CONTENT='in one column.'/>")) "</alto>");
	const struct export_options options = { 0 };
	struct buf json;
	char *failed;

	(void)state;
	buf_init(&json);
	failed = export_json(&json, issue, selection_all(issue), &options);
	assert_null(failed);
	assert_non_null(strstr(json.ptr, "\"width\": 720.0"));
	assert_non_null(strstr(json.ptr, "\"height\": 900.0"));
	assert_non_null(strstr(json.ptr, "\"box\": ["));
	issue_free(issue);
	issue = load_bytes(buf_str(&json), "a.json", NULL);
	assert_float_equal(issue->pages[0].width_pt, 720, .01);
	assert_float_equal(issue->pages[0].height_pt, 900, .01);
	issue_free(issue);
	buf_release(&json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(units_become_points),
		cmocka_unit_test(a_line_is_around_its_strings),
		cmocka_unit_test(styles_say_size_and_weight),
		cmocka_unit_test(han_lines_that_are_high_run_down),
		cmocka_unit_test(marks_are_pictures_and_rules),
		cmocka_unit_test(a_page_reaches_as_far_as_its_boxes),
		cmocka_unit_test(each_page_of_a_file_has_its_own),
		cmocka_unit_test(what_stands_outside_is_cut),
		cmocka_unit_test(a_box_outside_is_told),
		cmocka_unit_test(json_keeps_sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

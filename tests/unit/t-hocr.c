/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/hocr.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD                                                                   \
 "<?xml version='1.0' encoding='UTF-8'?>\n"                                    \
 "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' "             \
 "'http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd'>\n"                \
 "<html xmlns='http://www.w3.org/1999/xhtml'><head>"                           \
 "<meta name='ocr-system' content='tesseract 5.3.0'/></head><body>"
#define PAGE(text)                                                             \
 "<div class='ocr_page' title='image \"a;b.png\"; bbox 0 0 1500 3000; "        \
 "ppageno 0; scan_res 150 150'>" text "</div>"
#define PAR(text)                                                              \
 "<div class='ocr_carea' title='bbox 0 0 9 9'><p class='ocr_par'>" text        \
 "</p></div>"
#define LINE(box, text)                                                        \
 "<span class='ocr_line' title=\"bbox " box                                    \
 "; baseline 0 -7; x_size 40\">\n" text "</span>\n"
#define WORD(sure, text)                                                       \
 "<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf " sure "'>" text        \
 "</span> "
#define TAIL "</body></html>"

static const char file[] = HEAD PAGE(
	PAR(LINE("150 300 750 330",
                 WORD("96", "Rain") WORD("31", "<strong>fell</strong>")
                         WORD("90", "on"))
                    LINE("150 340 750 370", WORD("88", "the town.")))
		PAR("<span class='ocr_header' "
                    "title='bbox 1 1'>plain "
                    "text</span>")) PAGE("")
	PAGE(PAR(LINE("1 1 9 9", WORD("70", "&amp;")))) TAIL;

static void lines_are_read(void **state)
{
	struct hocr hocr;
	struct xml_damage damage;
	const struct line_box *box;

	(void)state;
	assert_true(hocr_read(&hocr, str_from(file), &damage));
	assert_int_equal(hocr.page_count, 3);
	assert_true(hocr.pages[0].width_pt == 720);
	assert_true(hocr.pages[0].height_pt == 1440);
	assert_int_equal(hocr.count, 4);
	assert_true(str_equal(hocr.lines[0].text, STR("Rain fell on")));
	assert_true(str_equal(hocr.lines[1].text, STR("the town.")));
	assert_true(str_equal(hocr.lines[2].text, STR("plain text")));
	assert_true(str_equal(hocr.lines[3].text, STR("&")));
	box = &hocr.lines[0].box;
	assert_true(box->left_pt == 72 && box->top_pt == 144);
	assert_true(box->width_pt == 288);
	assert_true(box->em_pt > 19.1f && box->em_pt < 19.3f);
	assert_true(hocr.lines[2].box.width_pt == 0);
	assert_int_equal(hocr.lines[0].block, hocr.lines[1].block);
	assert_true(hocr.lines[1].block != hocr.lines[2].block);
	assert_int_equal(hocr.lines[3].page, 3);
	assert_int_equal(hocr.lines[0].sureness, 31);
	assert_int_equal(hocr.lines[2].sureness, SURENESS_UNKNOWN);
	assert_int_equal(hocr.unsure_count, 1);
	assert_int_equal(hocr.unsure[0].start, 5);
	assert_int_equal(hocr.unsure[0].end, 9);
	hocr_release(&hocr);
}

/* Each of its pages is one of the issue, whose lines and words are those. */
static void an_issue_has_its_pages(void **state)
{
	struct issue *issue = load_bytes(str_from(file), "a.hocr", NULL);
	char *broken = issue_validate(issue);

	(void)state;
	assert_null(broken);
	assert_int_equal(issue->page_count, 3);
	assert_true(issue->pages[0].width_pt == 720);
	assert_true(str_equal(issue->lines[0].text, STR("Rain fell on")));
	assert_int_equal(issue->pages[0].unsure_count, 1);
	issue_free(issue);
}

/* What stands before the damage is read; other HTML is no hOCR. */
static void odd_files_are_read(void **state)
{
	static const char *const cut[] = {
		HEAD PAGE(PAR(LINE("1 1 9 9", WORD("7", "a") "<b"))),
		HEAD
		"<span class='ocrx_word'>x</span><span class='ocr_line'>a b",
		HEAD "</div>",
		HEAD PAGE(LINE("9 9 1 1", "a") LINE("1 1 1e400 9", "b")
		                  LINE("x y", WORD("-4", ""))) TAIL,
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cut); i++) {
		struct issue *issue = load_bytes(str_from(cut[i]), "a", NULL);
		char *broken = issue_validate(issue);

		assert_null(broken);
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_read),
		cmocka_unit_test(an_issue_has_its_pages),
		cmocka_unit_test(odd_files_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

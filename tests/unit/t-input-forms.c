/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/forms.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text)                                                            \
 {                                                                             \
  text, sizeof(text) - 1                                                       \
 }

#define MARK "<!-- baolan: news, page 1 -->\n"

static void the_surest_form_is_first(void **state)
{
	static const struct {
		struct str bytes;
		const char *first, *second; /* NULL: there is none */
	} cases[] = {
		{ BYTES(""), "plain text", NULL },
		{ BYTES("区里开会"), "plain text", NULL },
		{ BYTES("%PDF-1.7"), "PDF", "plain text" },
		{ BYTES("AT&TFORM"), "foreign", "plain text" },
		{ BYTES("baolan-pdf\t1\n"), "records of a PDF", "plain text" },
		{ BYTES("<alto>"), "ALTO", "plain text" },
		{ BYTES("<html><meta name='ocr-system'/>"), "hOCR",
		  "plain text" },
		{ BYTES("<?xml version='1.0'?><a:ALTO x='y'>"), "ALTO",
		  "plain text" },
		{ BYTES(MARK), "Markdown export", "plain text" },
		{ BYTES("\xef\xbb\xbf" MARK), "Markdown export", "plain text" },
		{ BYTES("\xff\xfe<\0!\0-\0-\0 \0b\0a\0o\0l\0a\0n\0:\0 \0"),
		  "Markdown export", "plain text" },
		{ BYTES("\xfe\xff\0<\0!\0-\0-\0 \0b\0a\0o\0l\0a\0n\0:\0 "),
		  "Markdown export", "plain text" },
		{ BYTES("# " MARK), "plain text", NULL },
		{ BYTES("<!-- baolan"), "plain text", NULL },
		{ BYTES("{\"baolan\": 1}"), "JSON export", "plain text" },
		{ BYTES(" \n{ \"baolan\""), "JSON export", "plain text" },
		{ BYTES("{\"a\": 1}"), "plain text", NULL },
		{ BYTES("\"baolan\""), "plain text", NULL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *want[] = { cases[i].first, cases[i].second, NULL };

		for (size_t rank = 0; rank < ARRAY_LEN(want); rank++) {
			const struct input_form *got =
				forms_ranked(cases[i].bytes, rank);

			if (!got != !want[rank] ||
			    (got && strcmp(got->name, want[rank])))
				fail_msg("case %zu, rank %zu: %s, not %s", i,
				         rank, got ? got->name : "no form",
				         want[rank] ? want[rank] : "no form");
			if (!got)
				break;
		}
	}
}

/* A form that is refused is not read, and the text form is always left. */
static void the_next_form_reads(void **state)
{
	size_t rank = 0;

	(void)state;
	assert_string_equal(forms_next_read(STR("%PDF-"), &rank, false)->name,
	                    "plain text");
	rank = 0;
	assert_string_equal(forms_next_read(STR("%PDF-"), &rank, true)->name,
	                    "PDF");
	assert_string_equal(forms_next_read(STR("%PDF-"), &rank, true)->name,
	                    "plain text");
	rank = 0;
	assert_string_equal(forms_next_read(STR("AT&TFORM"), &rank, true)->name,
	                    "plain text");
	rank = 0;
	assert_string_equal(
		forms_next_read(STR("{\"baolan\""), &rank, false)->name,
		"JSON export");
	assert_string_equal(
		forms_next_read(STR("{\"baolan\""), &rank, false)->name,
		"plain text");
}

/* The promises of form.h that a new row has to keep. */
static void each_row_is_read_in_one_way(void **state)
{
	const struct input_form *form, *last = NULL;

	(void)state;
	for (size_t n = 0; (form = forms_at(n)); n++) {
		int ways = (form->read_line != NULL) +
		           (form->read_file != NULL) + (form->begin != NULL);

		if (!form->name || !form->sniff || ways > 1 ||
		    (!ways && !form->advice))
			fail_msg("row %zu (%s): %d ways to read it", n,
			         form->name ? form->name : "no name", ways);
		if (!form->begin != !form->read_part ||
		    !form->begin != !form->end)
			fail_msg("%s: what begins goes on and ends",
			         form->name);
		if (!form->advice != !form->kind)
			fail_msg("%s: advice and kind go together", form->name);
		if (form->end_page && !form->read_line)
			fail_msg("%s: no pages of lines to end", form->name);
		for (size_t m = 0; m < n; m++)
			if (!strcmp(forms_at(m)->name, form->name))
				fail_msg("%s: two rows", form->name);
		last = form;
	}
	assert_non_null(last);
	/* Any bytes have a form, and a sniff reads no byte that is not there. */
	for (size_t n = 0; (form = forms_at(n)); n++)
		assert_true(form->sniff(STR("")) <= FORM_CERTAIN);
	assert_int_equal(last->sniff(STR("")), FORM_POSSIBLE);
}

static void a_wrong_guess_costs_nothing(void **state)
{
	struct issue *issue =
		load_bytes(STR("{\"baolan\": not JSON\n第二行\n"), "a", NULL);

	(void)state;
	assert_int_equal(issue->file_count, 1);
	assert_int_equal(issue->page_count, 1);
	assert_int_equal(issue->line_count, 2);
	assert_true(str_equal(issue->files[0].encoding, STR("UTF-8")));
	assert_int_equal(issue->lines[1].number, 2);
	issue_free(issue);
}

#define PASSAGE(role, text)                                                    \
 "{\"role\":\"" role "\",\"text\":\"" text "\",\"page\":1,\"lines\":[[1,2]]}"

static void assert_passage(const struct issue *issue, size_t index,
                           enum role role, const char *text)
{
	const struct passage *passage = &issue->passages[index];

	assert_true(index < issue->passage_count);
	if (passage->role != role || !str_equal(passage->text, str_from(text)))
		fail_msg("passage %zu: %s %.*s, not %s %s", index,
		         role_name(passage->role), (int)passage->text.len,
		         passage->text.ptr, role_name(role), text);
}

/* Pages, labels, dates, articles and furniture come back; a page that no article
 * stands on does not. */
static void json_states_pages_and_furniture(void **state)
{
	static const char json[] =
		"{\"baolan\":1,\"title\":\"石桥报\",\"pages\":["
		"{\"number\":1,\"title\":\"石桥报\",\"date\":\"2020-02-01\",\"furniture\":[" PASSAGE("masthead", "石桥报") "," PASSAGE(
			"date",
			"2月1日") "]},"
				  "{\"number\":2,\"title\":\"石桥报\",\"date\":\"2020-02-01\",\"furniture\":[" PASSAGE(
					  "folio",
					  "2") "]},"
					       "{\"number\":3,\"title\":\"石桥报\",\"date\":\"2020-02-01\",\"furniture\":[" PASSAGE("x", "其他") "," PASSAGE(
						       "folio",
						       " ") "]}],"
							    "\"articles\":["
							    "{\"page\":1,\"kind\":\"news\",\"label\":\"A1\",\"paper\":\"石桥报\","
							    "\"date\":\"2020-02-01\",\"headline_lines\":[" PASSAGE(
								    "head",
								    "题") "],"
									  "\"paragraphs\":[" PASSAGE(
										  "body",
										  "文。") "]},"
											  "{\"page\":3,\"kind\":\"poem\",\"label\":\"A3\",\"paper\":\"石桥报\","
											  "\"date\":\"2020-02-01\",\"paragraphs\":[" PASSAGE(
												  "body",
												  "诗。") "]}]}";
	struct issue *issue = load_bytes(STR(json), "a.json", NULL);
	char *wrong = issue_validate(issue);

	(void)state;
	if (wrong)
		fail_msg("%s", wrong);
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(issue->pages[0].number, 1);
	assert_int_equal(issue->pages[1].number, 3);
	assert_true(str_equal(issue->pages[1].label, STR("A3")));
	assert_true(str_equal(issue->date, STR("2020-02-01")));
	assert_int_equal(issue->article_count, 2);
	assert_int_equal(issue->articles[1].kind, KIND_POEM);
	assert_passage(issue, 0, ROLE_HEAD, "题");
	assert_passage(issue, 1, ROLE_BODY, "文。");
	assert_passage(issue, 2, ROLE_MASTHEAD, "石桥报");
	assert_passage(issue, 3, ROLE_EDITION_DATE, "2月1日");
	assert_passage(issue, 4, ROLE_BODY, "诗。");
	assert_passage(issue, 5, ROLE_FURNITURE, "其他");
	assert_int_equal(issue->passage_count, 6);
	assert_int_equal(issue->line_count, 6);
	assert_int_equal(issue->lines[5].number, 6);
	issue_free(issue);
}

/* The page view sets a block as wide as its columns were. */
static void json_states_column_widths(void **state)
{
	static const char json[] =
		"{\"baolan\":1,\"pages\":[{\"number\":1,\"blocks\":["
		"{\"measure_em\":14.5,\"columns\":[[7,9],[10,12]]},"
		"{\"measure_em\":12.0,\"columns\":[[1,3]]},"
		"{\"measure_em\":1e300,\"columns\":[[20,30]]},"
		"{\"measure_em\":\"x\",\"columns\":7},7]}],"
		"\"articles\":[{\"page\":1,\"kind\":\"news\",\"paragraphs\":["
		"{\"text\":\"一。\",\"lines\":[[11,14]]}],\"quotes\":["
		"{\"text\":\"二。\",\"lines\":[[3,3]]}],\"jumps\":["
		"{\"text\":\"三。\",\"lines\":[[21,22]]},"
		"{\"text\":\"四。\",\"lines\":\"x\"}]}]}";
	static const double widths[] = { 12, 14.5 };
	struct issue *issue = load_bytes(STR(json), "a.json", NULL);
	const struct page *page = &issue->pages[0];

	(void)state;
	assert_int_equal(page->block_count, 2);
	for (size_t i = 0; i < page->block_count; i++)
		if (page->blocks[i].measure_em < widths[i] - .01 ||
		    page->blocks[i].measure_em > widths[i] + .01)
			fail_msg("block %zu: %g em, not %g", i,
			         page->blocks[i].measure_em, widths[i]);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_surest_form_is_first),
		cmocka_unit_test(the_next_form_reads),
		cmocka_unit_test(each_row_is_read_in_one_way),
		cmocka_unit_test(a_wrong_guess_costs_nothing),
		cmocka_unit_test(json_states_pages_and_furniture),
		cmocka_unit_test(json_states_column_widths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

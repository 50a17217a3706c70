/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_pdf.h"

#include "../lib/fake_pdf.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/input/forms.h"
#include "load/input/pdf_access.h"
#include "load/load.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Words of the scripts: the records of a page of one line. */
#define HEAD     "printf 'baolan-pdf\\t1\\n'\n"
#define PAGES(n) "printf 'D\\t" #n "\\n'\n"
#define PAGE(n, c)                                                             \
 "printf 'P\\t" #n "\\t60000\\t80000\\t\\nN\\t" #n "\\t4\\t0\\t0\\tSong\\n"    \
 "A\\t" #n "\\t1000\\t000000\\t0\\n" #c "\\t10000\\t20000\\t1000\\n'\n"
#define END "printf '.\\n'\n"

static struct loader *begin(const struct fake_pdf *fake, const char *bytes)
{
	const struct load_options how = { .pdf_helper =
		                                  fake ? fake->path : NULL };

	return load_begin_bytes(str_from(bytes), "paper.pdf", &how);
}

/* The issue that a PDF becomes when `script` reads it. */
static struct issue *read_by(const char *script)
{
	struct fake_pdf fake;
	struct issue *issue;

	fake_pdf_init(&fake, script);
	issue = load_finish(begin(&fake, "%PDF-1.4\n"));
	assert_true(fake_pdf_no_child());
	assert_null(issue_validate(issue));
	fake_pdf_release(&fake);
	return issue;
}

/* The diagnostic of page `page` (1-based, or 0) that has these words. */
static bool has_diag(const struct issue *issue, size_t page, const char *words)
{
	for (size_t i = 0; i < issue->diags.count; i++)
		if (issue->diags.items[i].page == page &&
		    strstr(issue->diags.items[i].text, words))
			return true;
	return false;
}

static void assert_diag(const struct issue *issue, size_t page,
                        const char *words)
{
	for (size_t i = 0;
	     !has_diag(issue, page, words) && i < issue->diags.count; i++)
		print_message("%zu: %s\n", issue->diags.items[i].page,
		              issue->diags.items[i].text);
	assert_true(has_diag(issue, page, words));
}

/* Nothing is said against the file or its pages; what its text is may be a guess. */
static void assert_well(const struct issue *issue)
{
	for (size_t page = 0; page <= issue->page_count; page++)
		assert_false(has_diag(issue, page, page ? "amage" : ""));
}

static void files_are_told_by_their_header(void **state)
{
	static const struct {
		struct str head;
		enum form_claim claim;
	} cases[] = {
		{ { "", 0 }, FORM_NO },
		{ { "%PDF-1.4\n", 9 }, FORM_CERTAIN },
		{ { "\r\n %PDF-1.7", 11 }, FORM_CERTAIN },
		{ { "%PDF", 4 }, FORM_NO },
		{ { "HTTP/1.1 200 OK\n\n%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 33 },
		  FORM_CERTAIN },
		{ { "A PDF begins with %PDF-1.7 and a number.\n", 41 },
		  FORM_NO },
	};
	struct buf late;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(form_pdf_sniff(cases[i].head), cases[i].claim);
	buf_init(&late);
	for (size_t i = 0; i < 1024; i++)
		buf_add_byte(&late, '\xff');
	buf_add_c(&late, "%PDF-1.4\n");
	assert_int_equal(form_pdf_sniff(buf_str(&late)), FORM_NO);
	assert_int_equal(form_pdf_sniff(str_slice(buf_str(&late), 1, late.len)),
	                 FORM_CERTAIN);
	buf_release(&late);
}

static void pages_become_pages_of_the_issue(void **state)
{
	struct issue *issue =
		read_by(HEAD PAGES(2) PAGE(1, 62a5) PAGE(2, 680f) END);
	const struct page *page = issue->pages;

	(void)state;
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(issue->pages_read, 2);
	assert_int_equal(issue->line_count, 2);
	assert_true(str_equal(issue->lines[1].text, STR("栏")));
	assert_int_equal(page->number, 1);
	assert_float_equal(page->width_pt, 600, .01);
	assert_float_equal(page->boxes[0].left_pt, 100, .5);
	assert_float_equal(page->boxes[0].em_pt, 10, .01);
	assert_int_equal(issue->files[0].sha256.len, 64);
	assert_well(issue);
	issue_free(issue);
}

/* What becomes of a file, and what is said of it. */
static void damage_is_told(void **state)
{
	static const struct {
		const char *script;
		size_t pages, lines;
		size_t page; /* that the diagnostic is about */
		const char *words;
	} cases[] = {
		{ "", 1, 0, 0, "damaged: no page" },
		{ "echo hello", 1, 0, 0, "damaged: no page" },
		{ HEAD "printf 'E\\tdamaged\\n'", 1, 0, 0, "damaged: no page" },
		{ HEAD "printf 'E\\tencrypted\\n'", 1, 0, 0, "encrypted" },
		{ HEAD PAGES(3) PAGE(1, 61), 3, 1, 0, "1 of 3." },
		{ HEAD "printf 'E\\tlocked\\n'\n" PAGES(1) PAGE(1, 61) END, 1,
		  1, 0, "not copied" },
		{ HEAD "printf 'E\\tlimit\\tpages\\n'\n" PAGES(1) PAGE(1, 61)
		          END,
		  1, 1, 0, "larger than what is read" },
		{ HEAD PAGES(2)
		          PAGE(1, 61) "printf 'P\\t2\\t0\\t0\\t\\n'\n" END,
		  2, 1, 2, "damaged and cannot be read: 2" },
		{ HEAD PAGES(1) PAGE(1, 61) "printf 'E\\tpage\\n'\n" END, 1, 1,
		  1, "as far as they can be read: 1" },
		{ HEAD PAGES(1) PAGE(1, 61) "printf 'E\\tlimit\\tx\\n'\n" END,
		  1, 1, 1, "more than is read of a page: 1" },
		{ HEAD PAGES(1) "printf 'P\\t1\\t60000\\t80000\\t\\n"
		                "I\\t0\\t0\\t59000\\t79000\\n.\\n'",
		  1, 0, 1, "baolan-ocr" },
		{ HEAD PAGES(1) PAGE(1, fffd) END, 1, 1, 1,
		  "do not say which" },
		{ HEAD PAGES(1) PAGE(1, 2f00) END, 1, 1, 1, "radicals" },
		{ HEAD PAGES(1) "printf 'P\\t1\\t60000\\t80000\\t\\n"
		                "A\\t1\\t900\\t000000\\t3\\n"
		                "61\\t100\\t1000\\t100\\n.\\n'",
		  1, 1, 1, "from a scan, recognised by a program: 1" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = read_by(cases[i].script);

		assert_int_equal(issue->page_count, cases[i].pages);
		assert_int_equal(issue->line_count, cases[i].lines);
		assert_diag(issue, cases[i].page, cases[i].words);
		issue_free(issue);
	}
}

/* A script whose process ends on page 2 reads the others. */
#define DIES_ON_PAGE_2                                                         \
 HEAD PAGES(4) "case $1 in *=1) " PAGE(                                        \
	 1, 61) "kill -9 $$;; *=2) kill -9 $$;; esac\n"

static void a_page_that_ends_the_process_is_passed_over(void **state)
{
	struct issue *issue =
		read_by(DIES_ON_PAGE_2 PAGE(3, 63) PAGE(4, 64) END);

	(void)state;
	assert_int_equal(issue->page_count, 4);
	assert_int_equal(issue->line_count, 3);
	assert_true(str_equal(issue->lines[1].text, STR("c")));
	assert_diag(issue, 2, "damaged and cannot be read: 2");
	assert_false(has_diag(issue, 1, "damaged"));
	issue_free(issue);
}

/* The page was given, but not all of it may have come. */
static void a_page_that_was_cut_off_is_told(void **state)
{
	struct issue *issue = read_by(HEAD PAGES(3) "case $1 in *=1) " PAGE(
		1, 61) PAGE(2, 62) "kill -9 $$;; esac\n" PAGE(3, 63) END);

	(void)state;
	assert_int_equal(issue->page_count, 3);
	assert_diag(issue, 2, "as far as they can be read: 2");
	assert_false(has_diag(issue, 0, "damaged"));
	issue_free(issue);
}

/* One that ends on every page is not started for ever. */
static void the_process_is_not_started_for_ever(void **state)
{
	struct issue *issue = read_by(HEAD PAGES(100) "kill -9 $$");

	(void)state;
	assert_true(issue->page_count < 20);
	assert_diag(issue, 0, "no page can be read");
	issue_free(issue);
}

static void a_program_that_is_missing_is_told(void **state)
{
	const struct load_options how = { .pdf_helper = "/no/such/program" };
	struct issue *issue = load_bytes(STR("%PDF-1.4\n"), "paper.pdf", &how);

	(void)state;
	assert_diag(issue, 0, "baolan-pdf: No such file");
	issue_free(issue);
}

#define BYTES_100                                                              \
 "%                                                                         "  \
 "                        \n"
#define PDF_OF_1000_BYTES                                                      \
 "%PDF-1.4\n" BYTES_100 BYTES_100 BYTES_100 BYTES_100 BYTES_100 BYTES_100      \
	 BYTES_100 BYTES_100 BYTES_100 BYTES_100

/* The first page has its articles while the others have not even come. */
static void a_page_is_there_before_the_next_one_has_come(void **state)
{
	struct fake_pdf fake;
	struct loader *loader;

	(void)state;
	fake_pdf_init(&fake, HEAD PAGES(100) PAGE(1, 62a5)
	                             PAGE(2, 62a5) "exec sleep 1000");
	loader = begin(&fake, PDF_OF_1000_BYTES);
	while (!load_issue(loader)->pages_read)
		assert_true(load_step(loader));
	assert_int_equal(load_issue(loader)->pages_read, 1);
	assert_true(load_share(loader) > 0 && load_share(loader) < .1);
	load_abandon(loader);
	assert_true(fake_pdf_no_child());
	fake_pdf_release(&fake);
}

static void labels_name_pages(void **state)
{
	static const struct {
		const char *label;
		size_t number;
		const char *want;
	} cases[] = {
		{ "1", 1, "" },    { "7", 7, "" },     { "A06", 1, "A06" },
		{ "", 1, "" },     { "00000", 1, "" }, { "\\351", 1, "" },
		{ "iv", 1, "iv" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue;
		struct buf text;

		buf_init(&text);
		buf_addf(&text,
		         "baolan-pdf\t1\nP\t1\t60000\t80000\t%s\n"
		         "61\t100\t1000\t100\n.\n",
		         cases[i].label);
		issue = load_bytes(buf_str(&text), "x", NULL);
		assert_int_equal(issue->pages[0].number, cases[i].number);
		if (strcmp(cases[i].label, "00000"))
			assert_true(str_equal(issue->pages[0].label,
			                      str_from(cases[i].want)));
		issue_free(issue);
		buf_release(&text);
	}
}

static void records_are_a_form_of_their_own(void **state)
{
	struct str whole = STR("baolan-pdf\t1\nP\t1\t60000\t80000\t\n"
	                       "61\t100\t1000\t100\nP\t2\t60000\t80000\t\n.\n");
	struct issue *issue = load_bytes(whole, "x", NULL);

	(void)state;
	assert_int_equal(issue->page_count, 2);
	assert_well(issue);
	issue_free(issue);
	issue = load_bytes(str_slice(whole, 0, whole.len - 2), "x", NULL);
	assert_int_equal(issue->page_count, 2);
	assert_diag(issue, 2, "before their end");
	issue_free(issue);
	issue = load_bytes(STR("baolan-pdf\t9\n"), "x", NULL);
	assert_diag(issue, 1, "another version");
	issue_free(issue);
}

static void without_pdf_the_way_to_text_is_told(void **state)
{
	char path[] = "/tmp/baolan-pdf-XXXXXX";
	const char *const names[] = { path };
	char *error = NULL;
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(write(fd, "%PDF-1.4\n", 9), 9);
	close(fd);
	assert_null(load_begin(names, 1, NULL, &error));
	assert_non_null(strstr(error, "built without PDF"));
	assert_non_null(strstr(error, "pdftotext -raw /tmp/baolan-pdf-"));
	free(error);
	unlink(path);
}

/* The second password of a list is right. */
struct keyring {
	size_t asked;
	const char *const *passwords; /* NULL-terminated */
};

static const char *ask_keyring(void *context, const char *name, size_t refused)
{
	struct keyring *keyring = context;

	assert_non_null(strstr(name, "baolan-pdf"));
	assert_int_equal(refused, keyring->asked);
	return keyring->passwords[keyring->asked++];
}

static void a_password_is_asked_for_until_it_is_right(void **state)
{
	static const char *const right[] = { "no", "right", NULL };
	static const char *const wrong[] = { "a", "b", "c", "d", NULL };
	static const char *const none[] = { NULL };
	static const struct {
		const char *const *passwords;
		size_t asked;
		const char *error;
	} cases[] = {
		{ right, 2, NULL },
		{ wrong, 3, "the password is wrong" },
		{ none, 1, "--password-file" },
		{ NULL, 0, "--password-file" },
	};
	char path[] = "/tmp/baolan-pdf-XXXXXX";
	const char *const names[] = { path };
	struct fake_pdf fake;
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(write(fd, "%PDF-1.4\n/Encrypt 1 0 R\n", 24), 24);
	close(fd);
	fake_pdf_init(&fake,
	              HEAD "[ \"$(cat <&3)\" = right ] 2>/dev/null || "
	                   "{ printf 'E\\tencrypted\\n'; exit 1; }\n" PAGES(1)
	                           PAGE(1, 61) END);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct keyring keyring = { 0, cases[i].passwords };
		const struct passwords passwords = { ask_keyring, &keyring };
		const struct load_options how = {
			.pdf_helper = fake.path,
			.passwords = cases[i].passwords ? &passwords : NULL,
		};
		char *error = NULL;
		struct issue *issue = load_files(names, 1, &how, &error);

		assert_int_equal(keyring.asked, cases[i].asked);
		assert_true(fake_pdf_no_child());
		if (cases[i].error) {
			assert_null(issue);
			assert_non_null(strstr(error, cases[i].error));
		} else {
			assert_int_equal(issue->line_count, 1);
			issue_free(issue);
		}
		free(error);
	}
	fake_pdf_release(&fake);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_told_by_their_header),
		cmocka_unit_test(pages_become_pages_of_the_issue),
		cmocka_unit_test(damage_is_told),
		cmocka_unit_test(a_page_that_ends_the_process_is_passed_over),
		cmocka_unit_test(a_page_that_was_cut_off_is_told),
		cmocka_unit_test(the_process_is_not_started_for_ever),
		cmocka_unit_test(a_program_that_is_missing_is_told),
		cmocka_unit_test(a_page_is_there_before_the_next_one_has_come),
		cmocka_unit_test(labels_name_pages),
		cmocka_unit_test(records_are_a_form_of_their_own),
		cmocka_unit_test(without_pdf_the_way_to_text_is_told),
		cmocka_unit_test(a_password_is_asked_for_until_it_is_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

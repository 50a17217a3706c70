/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/foreign.h"

#include "base/mem.h"
#include "load/input/form_pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text)                                                            \
 {                                                                             \
  text, sizeof(text) - 1                                                       \
 }

static void other_kinds_are_known_by_their_bytes(void **state)
{
	static const struct {
		struct str bytes;
		const char *kind, *part;
	} cases[] = {
		{ BYTES("AT&TFORM"), "a DjVu file", "djvutxt a.x " },
		{ BYTES("\xef\xbb\xbf\r\n%!PS"), "a PostScript file",
		  "ps2ascii" },
		{ BYTES("<?xml version='1.0'?>\n<!-- <alto> --><!DOCTYPE x>\n"
		        "<mets:mets TYPE='Newspaper'>"),
		  "a METS file, whose text is in ALTO files", " baolan *.xml" },
		{ BYTES("PK\3\4xxxxxxxxxxxxxxxxxxxxxxxxxxmimetypeapplication/"
		        "epub+zip"),
		  "an EPUB", "pandoc" },
		{ BYTES("PK\3\4xxxxxxxxxxxxxxxxxxxxxxxxxx[Content_Types].xml "),
		  "a document of Word", "pandoc" },
		{ BYTES("PK\3\4other"), "an archive", "unzip a.x" },
		{ BYTES("BZh91AY&SY"), "compressed", "bzip2 -dc a.x" },
		{ BYTES("\xff\xd8\xff\xe0"), "a picture", "tesseract a.x" },
		{ BYTES("BM....\0\0\0\0"), "a picture", "tesseract a.x" },
		{ BYTES("RIFF....WEBPVP8 "), "a picture", "tesseract a.x" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str head = form_head(cases[i].bytes);
		char *advice;

		if (foreign_sniff(head) == FORM_NO)
			fail_msg("not known: %s", cases[i].kind);
		assert_string_equal(foreign_kind(head), cases[i].kind);
		advice = foreign_advice(head, "a.x");
		if (!strstr(advice, cases[i].part))
			fail_msg("%s", advice);
		free(advice);
	}
}

static void pages_are_of_no_other_kind(void **state)
{
	static const struct str pages[] = {
		BYTES(""),
		BYTES("区里开会讨论防汛工作"),
		BYTES("What a %PDF-1.7 is"),
		BYTES("BM 是一家公司"),
		BYTES("<a page in angle brackets>"),
		BYTES("<!-- never closed"),
		BYTES("<html><alto>"),
		BYTES("< alto>"),
		BYTES("{\"baolan\": 1}"),
		BYTES("\177ELF\2\1"),
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pages); i++)
		if (foreign_sniff(form_head(pages[i])) != FORM_NO)
			fail_msg("%.*s", (int)pages[i].len, pages[i].ptr);
}

static void a_command_can_be_typed(void **state)
{
	static const struct {
		const char *name, *command;
	} cases[] = {
		{ "2020/头版.pdf", ": pdftotext -raw 2020/头版.pdf page.txt" },
		{ "-", ": pdftotext -raw paper.pdf page.txt" },
		{ "-a.pdf", ": pdftotext -raw paper.pdf page.txt" },
		{ "a b.pdf", ": pdftotext -raw paper.pdf page.txt" },
		{ "$(a).pdf", ": pdftotext -raw paper.pdf page.txt" },
		{ "a\033.pdf", ": pdftotext -raw paper.pdf page.txt" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *advice = form_pdf_advice(STR("%PDF-1.7"), cases[i].name);

		if (!strstr(advice, cases[i].command) || strchr(advice, '\033'))
			fail_msg("%s", advice);
		free(advice);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(other_kinds_are_known_by_their_bytes),
		cmocka_unit_test(pages_are_of_no_other_kind),
		cmocka_unit_test(a_command_can_be_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

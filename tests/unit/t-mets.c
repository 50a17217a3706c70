/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/mets.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Packages are written into a new folder, which is the current one. */
static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
	char *folder = mem_dup("/tmp/t-mets-XXXXXX", 18);

	*state = folder;
	return !mkdtemp(folder) || chdir(folder) || mkdir("p", 0755) ||
	       mkdir("p/ALTO", 0755);
}

static int remove_folder(void **state)
{
	char *folder = *state;
	char command[64];

	snprintf(command, sizeof command, "rm -r %s", folder);
	free(folder);
	return chdir("/") || system(command);
}

#define FILES(a, b)                                                            \
 "<m:fileSec><m:fileGrp><m:file ID='T1'><m:FLocat x:href='p1.tif'/></m:file>"  \
 "<m:file ID='A2'><m:FLocat x:href='" b "'/></m:file>"                         \
 "<m:file ID='A1'><m:FLocat x:href='" a "'/></m:file>"                         \
 "</m:fileGrp></m:fileSec>"
#define PHYSICAL                                                               \
 "<m:structMap TYPE='PHYSICAL'><m:div>"                                        \
 "<m:div ORDERLABEL='5'><m:fptr FILEID='T1'/><m:fptr FILEID='A1'/></m:div>"    \
 "<m:div ORDERLABEL='6'><m:fptr FILEID='A2'/></m:div></m:div></m:structMap>"
#define MODS                                                                   \
 "<m:dmdSec ID='ARTICLE1'><title>Other</title></m:dmdSec>"                     \
 "<m:dmdSec ID='ISSUE'><o:title> Bridge News </o:title>"                       \
 "<o:partNumber>Jg. 43, nº 161</o:partNumber>"                                 \
 "<o:dateIssued>02.04.1893</o:dateIssued></m:dmdSec>"
#define METS(head, logical)                                                    \
 "<?xml version='1.0'?><m:mets>" head                                          \
 "<m:structMap TYPE='LOGICAL'><m:div TYPE='ISSUE'>" logical                    \
 "</m:div></m:structMap></m:mets>"
#define DIV(type, text)  "<m:div TYPE='" type "'>" text "</m:div>"
#define AREA(file, id)   "<m:area FILEID='" file "' BEGIN='" id "'/>"
#define PTR(areas)       "<m:fptr>" areas "</m:fptr>"
#define ALTO(text)       "<alto><Layout><Page>" text "</Page></Layout></alto>"
#define BLOCK(id, lines) "<TextBlock ID='" id "'>" lines "</TextBlock>"
#define LINE(text)       "<TextLine><String CONTENT='" text "'/></TextLine>"

static struct issue *load(const char *name)
{
	char *error = NULL, *wrong;
	struct issue *issue = load_files(&name, 1, NULL, &error);

	if (!issue)
		fail_msg("%s", error);
	wrong = issue_validate(issue);
	if (wrong)
		fail_msg("%s", wrong);
	return issue;
}

static bool is_told(const struct issue *issue, const char *text)
{
	for (size_t i = 0; i < issue->diags.count; i++)
		if (strstr(issue->diags.items[i].text, text))
			return true;
	return false;
}

static void assert_passages(const struct issue *issue, const char *const *want)
{
	size_t i = 0;

	for (; want[i]; i++) {
		const struct passage *passage = &issue->passages[i];
		struct buf got;

		assert_true(i < issue->passage_count);
		buf_init(&got);
		if (passage->article == NPOS)
			buf_add_c(&got, "-");
		else
			buf_addf(&got, "%zu", passage->article);
		buf_addf(&got, " %s %.*s", role_name(passage->role),
		         (int)passage->text.len, passage->text.ptr);
		if (strcmp(got.ptr, want[i]))
			fail_msg("passage %zu: %s, not %s", i, got.ptr,
			         want[i]);
		buf_release(&got);
	}
	assert_int_equal(issue->passage_count, i);
}

static void write_package(void)
{
	write_file(
		"p/x-METS.xml",
		METS(MODS FILES("file://./ALTO/1.xml", "ALTO/2.xml") PHYSICAL,
	             DIV("TITLE_SECTION", DIV("HEADLINE", PTR(AREA("A1", "B1")))) DIV(
			     "ARTICLE",
			     DIV("HEADING",
	                         DIV("OVERLINE", PTR(AREA("A1", "B3"))) DIV(
					 "TITLE",
					 PTR(AREA("A1",
	                                          "B2")))) DIV("AUTHOR",
	                                                       PTR(AREA("A1",
	                                                                "B4")))
				     DIV("BODY",
	                                 DIV("PARAGRAPH",
	                                     PTR("<m:seq>" AREA("A1", "B6")
	                                                 AREA("A1",
	                                                      "B5") "</m:seq>"))
	                                         DIV("ILLUSTRATION",
	                                             DIV("CAPTION",
	                                                 PTR(AREA("A1", "B7"))))
	                                                 DIV("PARAGRAPH",
	                                                     PTR(AREA("A2",
	                                                              "B1")))))
	                     DIV("Advertisement",
	                         DIV("TEXTBLOCK", PTR(AREA("A2", "C1"))) DIV(
					 "TEXTBLOCK", PTR(AREA("A2", "B1"))))));
	write_file(
		"p/ALTO/1.xml",
		ALTO("<TopMargin>" BLOCK("B0", LINE("No. 7")) "</TopMargin>" BLOCK(
			"B1",
			LINE("BRIDGE NEWS")) BLOCK("B2",
	                                           LINE("The bridge")
	                                                   LINE("is built"))
	                     BLOCK("B3", LINE("A great day")) BLOCK(
				     "B4", LINE("By X"))
	                             BLOCK("B5", LINE("and they came.")) BLOCK(
					     "B6", LINE("It was noon"))
	                                     BLOCK("B7", LINE("Bridge")) BLOCK(
						     "B8", LINE("Left over"))));
	write_file(
		"p/ALTO/2.xml",
		ALTO(BLOCK("B1", LINE("They left at night.")) "<ComposedBlock ID='C1'>" BLOCK(
			"B2", LINE("Soap"))
	                     BLOCK("B3",
	                           LINE("is cheap.")) "</ComposedBlock>"));
}

static void articles_are_as_mets_has_them(void **state)
{
	static const char *const want[] = {
		"0 kicker A great day",
		"0 head The bridge is built",
		"0 byline By X",
		"0 body It was noon and they came.",
		"0 caption Bridge",
		"1 body Left over",
		"- masthead BRIDGE NEWS",
		"- other No. 7",
		"2 body They left at night.",
		"3 body Soap is cheap.",
		NULL,
	};
	static const char *const names[] = { "p", "p/x-METS.xml" };

	(void)state;
	write_package();
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct issue *issue = load(names[i]);

		assert_passages(issue, want);
		assert_int_equal(issue->articles[3].kind, KIND_NOTICE);
		assert_int_equal(issue->articles[2].continues, 1);
		assert_int_equal(issue->articles[0].note_count, 0);
		assert_true(issue->articles[1].unassigned);
		assert_int_equal(issue->pages[0].number, 5);
		assert_int_equal(issue->pages[1].number, 6);
		assert_true(issue->pages[0].by_library);
		assert_true(str_equal(issue->title, STR("Bridge News")));
		assert_true(str_equal(issue->date, STR("1893-04-02")));
		assert_true(str_equal(issue->pages[1].volume, STR("43")));
		assert_true(
			str_equal(issue->pages[1].issue_number, STR("161")));
		assert_true(is_told(issue, "in no article"));
		issue_free(issue);
	}
}

/* The numbers of an issue in a part of MODS, and what is none. */
static void numbers_are_read(void **state)
{
	static const struct {
		const char *mods, *volume, *issue_number;
	} cases[] = {
		{ "<part><detail type='volume'><number>12</number></detail>"
		  "<detail type='issue'><number> 7a </number></detail></part>",
		  "12", "7a" },
		{ "<part><detail type='issue'><number></number></detail></part>",
		  "", "" },
		{ "<part><detail type='page'><number>3</number></detail></part>",
		  "", "" },
		{ "<partNumber>3320</partNumber>", "", "3320" },
		{ "<partNumber>Jg. unknown, no 8</partNumber>", "", "8" },
		{ "<partNumber>1898-02-14</partNumber>", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct mets mets;
		struct xml_damage damage;
		struct buf text;

		buf_init(&text);
		buf_addf(&text, "<mets><dmdSec ID='ISSUE'>%s</dmdSec></mets>",
		         cases[i].mods);
		assert_true(mets_read(&mets, buf_str(&text), &damage));
		assert_true(str_equal(mets.volume, str_from(cases[i].volume)));
		assert_true(str_equal(mets.issue_number,
		                      str_from(cases[i].issue_number)));
		mets_release(&mets);
		buf_release(&text);
	}
}

/* Articles without areas are linked to areas of the pages, by words. */
static void links_give_areas(void **state)
{
	static const char *const want[] = { "0 head Soap", "0 body is cheap",
		                            NULL };
	struct issue *issue;

	(void)state;
	write_file(
		"p/x-METS.xml",
		"<m:mets>" FILES(
			"ALTO/1.xml",
			"ALTO/none.pdf") "<m:structMap TYPE='LOGICAL'><m:div ID='a1' TYPE='ARTICLE'/>"
					 "</m:structMap><m:structMap TYPE='PHYSICAL'><m:div>"
					 "<m:fptr FILEID='A1'/><m:div ID='z' LABEL='Headline'><m:fptr>"
					 "<m:area FILEID='A1' BEGIN='w1' END='w1'/></m:fptr></m:div>"
					 "<m:div ID='y'><m:fptr>"
					 "<m:area FILEID='A1' BEGIN='w2' END='w3'/></m:fptr></m:div>"
					 "</m:div></m:structMap><m:structLink><m:smLinkGrp>"
					 "<m:smLocatorLink x:href='#a1'/><m:smLocatorLink x:href='#z'/>"
					 "<m:smLocatorLink x:href='#y'/><m:smLocatorLink x:href='#y'/>"
					 "</m:smLinkGrp></m:structLink></m:mets>");
	write_file("p/ALTO/1.xml",
	           ALTO("<TextBlock><TextLine><String ID='w1' CONTENT='Soap'/>"
	                "</TextLine><TextLine><String ID='w2' CONTENT='is'/>"
	                "</TextLine><TextLine><String ID='w3' CONTENT='cheap'/>"
	                "</TextLine></TextBlock>"));
	issue = load("p");
	assert_int_equal(issue->page_count, 1);
	assert_passages(issue, want);
	issue_free(issue);
}

static void paths_stay_in_the_package(void **state)
{
	static const char *const hrefs[] = {
		"../secret.xml",        "ALTO/../../secret.xml",
		"file://../secret.xml", "file:///etc/secret.xml",
		"/etc/secret.xml",      "http://localhost/secret.xml",
		"%2e%2e/secret.xml",    "%2Fetc/secret.xml",
		"ALTO/link.xml",        "out/secret.xml",
		"..\\secret.xml",       "a%00.xml",
	};

	(void)state;
	write_file("secret.xml", ALTO(BLOCK("B", LINE("secret"))));
	assert_int_equal(symlink("../../secret.xml", "p/ALTO/link.xml"), 0);
	assert_int_equal(symlink("..", "p/out"), 0);
	for (size_t i = 0; i < ARRAY_LEN(hrefs); i++) {
		struct issue *issue;
		struct buf xml;

		buf_init(&xml);
		buf_addf(&xml, METS(FILES("%s", "ALTO/none.xml") PHYSICAL, ""),
		         hrefs[i]);
		write_file("p/x-METS.xml", xml.ptr);
		issue = load("p");
		if (!is_told(issue, "is not in the folder"))
			fail_msg("%s", hrefs[i]);
		assert_int_equal(issue->page_count, 2);
		assert_int_equal(issue->line_count, 0);
		issue_free(issue);
		buf_release(&xml);
	}
}

static void a_missing_page_is_empty(void **state)
{
	struct issue *issue;

	(void)state;
	write_package();
	assert_int_equal(unlink("p/ALTO/1.xml"), 0);
	issue = load("p");
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(issue->pages[0].number, 5);
	assert_true(issue->pages[0].lines.start == issue->pages[0].lines.end);
	assert_true(is_told(issue, "1.xml' is left out"));
	assert_int_equal(issue->article_count, 2);
	assert_int_equal(issue->articles[0].continues, 0);
	issue_free(issue);
}

static void damage_is_told(void **state)
{
	const char *name = "p";
	struct issue *issue;
	char *error = NULL;

	(void)state;
	write_package();
	/* Cut off in its first article. */
	write_file(
		"p/x-METS.xml",
		"<m:mets>" FILES("ALTO/1.xml", "ALTO/2.xml") "<m:structMap TYPE='LOGICAL'><m:div TYPE='ARTICLE'>" PTR(
			AREA("A1", "B1")) "<m:fptr>");
	write_file("p/ALTO/2.xml", "no XML");
	issue = load("p");
	assert_int_equal(issue->page_count, 2);
	assert_true(is_told(issue, "The XML is damaged at line"));
	assert_true(issue->article_count > 1);
	issue_free(issue);
	write_file("p/x-METS.xml", "<mets><!-- no pages --></mets>");
	assert_null(load_files(&name, 1, NULL, &error));
	assert_non_null(strstr(error, "no page files"));
	free(error);
	error = NULL;
	write_file("p/x-METS.xml",
	           "<!DOCTYPE mets [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>"
	           "<mets>&b;</mets>");
	assert_null(load_files(&name, 1, NULL, &error));
	assert_non_null(strstr(error, "no page files"));
	free(error);
}

/* What is read is never written to. */
static void the_mets_file_is_read_too(void **state)
{
	const char *name = "p";
	struct loader *loader;
	char *error = NULL;

	(void)state;
	write_package();
	loader = load_begin(&name, 1, NULL, &error);
	assert_non_null(loader);
	assert_true(load_reads(loader, "p/x-METS.xml"));
	assert_true(load_reads(loader, "p/ALTO/../ALTO/2.xml"));
	assert_false(load_reads(loader, "p/ALTO"));
	load_abandon(loader);
}

/* Packages of random structure: every line of ALTO is a line of the issue, and, as
 * issue_validate() proves, in one passage. */
static void every_line_is_in_one_passage(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 40; seed++) {
		size_t blocks = seed % 7 + 1, lines = 0;
		unsigned random = seed * 2654435761u;
		struct issue *issue;
		struct buf alto, mets;

		buf_init(&alto);
		buf_init(&mets);
		buf_add_c(&alto, "<alto><Page>");
		for (size_t b = 0; b < blocks; b++) {
			buf_addf(&alto, "<TextBlock ID='B%zu'>", b);
			for (size_t l = 0; l <= b % 3; l++)
				buf_addf(&alto, LINE("b%zul%zu"), b, l);
			lines += b % 3 + 1;
			buf_add_c(&alto, "</TextBlock>");
		}
		buf_add_c(&alto, "</Page></alto>");
		buf_add_c(&mets,
		          "<m:mets>" FILES("ALTO/1.xml", "ALTO/2.xml") PHYSICAL
		          "<m:structMap TYPE='LOGICAL'>");
		for (size_t a = 0; a < 9; a++) {
			random = random * 1103515245 + 12345;
			buf_addf(&mets,
			         DIV("%s", DIV("%s", PTR(AREA("A%u", "B%zu")))),
			         random >> 8 & 1 ? "ARTICLE" : "SECTION",
			         random >> 9 & 1 ? "TITLE" : "PARAGRAPH",
			         (random >> 10 & 1) + 1,
			         (size_t)(random >> 11) % 9);
		}
		buf_add_c(&mets, "</m:structMap></m:mets>");
		write_file("p/x-METS.xml", mets.ptr);
		write_file("p/ALTO/1.xml", alto.ptr);
		write_file("p/ALTO/2.xml", alto.ptr);
		issue = load("p");
		assert_int_equal(issue->line_count, 2 * lines);
		issue_free(issue);
		buf_release(&alto);
		buf_release(&mets);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(articles_are_as_mets_has_them,
		                                make_folder, remove_folder),
		cmocka_unit_test(numbers_are_read),
		cmocka_unit_test_setup_teardown(links_give_areas, make_folder,
		                                remove_folder),
		cmocka_unit_test_setup_teardown(paths_stay_in_the_package,
		                                make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(a_missing_page_is_empty,
		                                make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(damage_is_told, make_folder,
		                                remove_folder),
		cmocka_unit_test_setup_teardown(the_mets_file_is_read_too,
		                                make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(every_line_is_in_one_passage,
		                                make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

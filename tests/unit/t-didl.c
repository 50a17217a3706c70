/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/didl.h"

#include "../lib/fixture.h"
#include "load/input/mets.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_package_has_its_articles(void **state)
{
	static const char *const want[] = {
		"1 head BINNENLAND.",
		"1 head Amsterdam, 30 Nov.",
		"1 body De brug over de rivier is heden geopend; het was",
		"2 body Te koop: een paard.",
		"3 body DE NIEUWE COURANT",
		"4 body zeer koud.",
		/* A title that is a part of its block is no headline. */
		"5 body Weer Wind uit het westen.",
	};
	char *folder = fixture_path("tests/data/delpher"), *error = NULL;
	struct issue *issue =
		load_files((const char *const[]){ folder }, 1, NULL, &error);

	(void)state;
	assert_non_null(issue);
	assert_int_equal(issue->passage_count, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		const struct passage *passage = &issue->passages[i];
		struct buf got;

		buf_init(&got);
		buf_addf(&got, "%zu %s %.*s", passage->article + 1,
		         role_name(passage->role), (int)passage->text.len,
		         passage->text.ptr);
		assert_string_equal(got.ptr, want[i]);
		buf_release(&got);
	}
	assert_int_equal(issue->articles[1].kind, KIND_NOTICE);
	assert_int_equal(issue->articles[3].continues, 1);
	assert_int_equal(issue->pages[1].number, 4);
	assert_true(issue->pages[0].by_library);
	assert_true(str_equal(issue->title, STR("De Nieuwe Courant")));
	assert_true(str_equal(issue->date, STR("1876-12-01")));
	issue_free(issue);
	free(folder);
}

/* What stands before the damage is kept, and nothing is taken that nobody opened. */
static void any_file_is_read(void **state)
{
	static const char *const files[] = {
		"<DIDL><TextBlock ID='x'/><blocks/><Resource/></DIDL>",
		"<DIDL><Item><title>t</title></Item></DIDL>",
		"<DIDL><Item identifier='x:p1'><Component><Statement>alto"
		"</Statement><Resource ref='a.xml'/></Component>",
		"<DIDL><Item identifier='x:a1'><TextBlock/></Item>"
		"<TextBlock/></DIDL>",
		"<DIDL",
	};
	static const size_t pages[] = { 0, 0, 1, 0, 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		struct xml_damage damage;
		struct mets mets;

		didl_read(&mets, str_from(files[i]), &damage);
		assert_int_equal(mets.page_count, pages[i]);
		mets_release(&mets);
	}
	assert_true(didl_sniff(STR("<didl:DIDL>")));
	assert_false(didl_sniff(STR("<mets>")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_package_has_its_articles),
		cmocka_unit_test(any_file_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/person_name.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void names_are_divided_or_not(void **state)
{
	static const struct {
		const char *name;
		bool is_chinese;
		const char *family, *given, *suffix;
	} cases[] = {
		{ "岳小棠", true, "岳", "小棠", "" },
		{ "方砚", true, "方", "砚", "" },
		{ "欧阳建国", true, "欧阳", "建国", "" },
		{ "司马光", true, "司马", "光", "" },
		{ "欧阳", true, "欧", "阳", "" },
		/* Traditional characters are of the same table */
		{ "張小五", true, "張", "小五", "" },
		{ "歐陽脩", true, "歐陽", "脩", "" },
		{ "單于仁", true, "單于", "仁", "" },
		/* pen names, names of other languages, names with a dot */
		{ "老匏", true, "", "", "" },
		{ "絳雪", true, "", "", "" },
		{ "山田太郎", true, "", "", "" },
		{ "岳小棠", false, "", "", "" },
		{ "范徐丽泰", true, "", "", "" },
		{ "阿依古丽·买买提", true, "", "", "" },
		{ "岳", true, "", "", "" },
		{ "", true, "", "", "" },
		{ "Nora Whitcombe", false, "Whitcombe", "Nora", "" },
		{ "A. One", true, "One", "A.", "" },
		{ "Samuel Okafor-Reid", false, "Okafor-Reid", "Samuel", "" },
		{ "Ludwig van Beethoven", false, "van Beethoven", "Ludwig",
		  "" },
		{ "Ana de la Torre", false, "de la Torre", "Ana", "" },
		{ "John H. Smith, Jr.", false, "Smith", "John H.", "Jr." },
		{ "John Smith III", false, "Smith", "John", "III" },
		{ "Élise Éluard", false, "Éluard", "Élise", "" },
		{ "Reuters", false, "", "", "" },
		{ "van Gogh", false, "", "", "" },
		{ "Jr.", false, "", "", "" },
		{ "Smith, John", false, "", "", "" },
		{ "\xff\xfe", true, "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct person_name name = person_name_parts(
			str_from(cases[i].name), cases[i].is_chinese);

		if (!str_equal(name.family, str_from(cases[i].family)) ||
		    !str_equal(name.given, str_from(cases[i].given)) ||
		    !str_equal(name.suffix, str_from(cases[i].suffix)))
			fail_msg("%s: %.*s|%.*s|%.*s", cases[i].name,
			         (int)name.family.len, name.family.ptr,
			         (int)name.given.len, name.given.ptr,
			         (int)name.suffix.len, name.suffix.ptr);
		assert_true(str_equal(name.whole, str_from(cases[i].name)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_divided_or_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

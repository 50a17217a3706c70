/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test_files.h"

#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct test_file *files;

void test_files_add(struct test_file *file)
{
	file->next = files;
	files = file;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool has_name(const struct test_file *file, const char *name)
{
	const char *base = base_name(file->source);
	size_t len = strlen(name);

	return !strncmp(base, name, len) && !strcmp(base + len, ".c");
}

static void skip_without_page(void)
{
	print_message("built --without-sample-page\n");
	skip();
}

static int print_names(void)
{
	for (const struct test_file *file = files; file; file = file->next) {
		const char *base = base_name(file->source);

		printf("%.*s\n", (int)strcspn(base, "."), base);
	}
	return EXIT_SUCCESS;
}

/* "unit-tests t-str" and a link of the name t-str run tests/unit/t-str.c;
 * "unit-tests" alone prints all names. */
int main(int argc, char **argv)
{
	const char *name = base_name(argv[0]);

	fixture_left_out = skip_without_page;
	if (!strcmp(name, "unit-tests")) {
		if (argc < 2)
			return print_names();
		name = base_name(argv[1]);
	}
	for (const struct test_file *file = files; file; file = file->next)
		if (has_name(file, name))
			return file->run();
	printf("Bail out! tests/unit-tests has no file of tests %s.c: it must be a row "
	       "of unit_tests in Makefile.am and have a main(void)\n",
	       name);
	return EXIT_FAILURE;
}

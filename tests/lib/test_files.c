/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test_files.h"

#include "fixture.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define WITHOUT_PAGE 77

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

static void leave_without_page(void)
{
	_exit(WITHOUT_PAGE);
}

/* Does the file ask for the bundled page, where the build is without it?  Found out by
 * running it, in a process of its own that says nothing. */
static bool is_left_out(const struct test_file *file)
{
	const char *sample_page = getenv("sample_page");
	int status = 0;
	pid_t child;

	if (!sample_page || strcmp(sample_page, "no"))
		return false;
	child = fork();
	if (!child) {
		if (!freopen("/dev/null", "w", stdout) ||
		    !freopen("/dev/null", "w", stderr))
			_exit(EXIT_FAILURE);
		fixture_left_out = leave_without_page;
		_exit(file->run());
	}
	return waitpid(child, &status, 0) == child && WIFEXITED(status) &&
	       WEXITSTATUS(status) == WITHOUT_PAGE;
}

static int run_file(const struct test_file *file)
{
	if (!is_left_out(file))
		return file->run();
	printf("1..0 # SKIP built --without-sample-page\n");
	return EXIT_SUCCESS;
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

	if (!strcmp(name, "unit-tests")) {
		if (argc < 2)
			return print_names();
		name = base_name(argv[1]);
	}
	for (const struct test_file *file = files; file; file = file->next)
		if (has_name(file, name))
			return run_file(file);
	printf("Bail out! tests/unit-tests has no file of tests %s.c: it must be a row "
	       "of unit_tests in Makefile.am and have a main(void)\n",
	       name);
	return EXIT_FAILURE;
}

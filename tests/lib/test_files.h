/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TEST_FILES_H
#define TESTS_TEST_FILES_H

/* The unit and property tests, which are linked as one program, tests/unit-tests. */

/* A file of tests. */
struct test_file {
	const char *source; /* its path, as that of tests/unit/t-str.c */
	int (*run)(void);   /* its main(); returns a status for exit() */
	struct test_file *next;
};

/* Registers a file; `file` stays the caller's and must live as long as the program. */
void test_files_add(struct test_file *file);

#endif

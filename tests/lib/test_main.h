/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TEST_MAIN_H
#define TESTS_TEST_MAIN_H

#include "test_files.h"

/*
 * The compiler reads this header before each file of unit and property tests
 * (-include): main(void) becomes a function of that file alone, which is registered
 * before the program starts.  So a test is written as a program, and all are linked as
 * one.
 */

/* Declared static here, main() stays so where it is defined (C11 6.2.2). */
static int test_main(void);
#define main test_main

__attribute__((constructor)) static void test_register(void)
{
	static struct test_file file = { .source = __BASE_FILE__,
		                         .run = test_main };

	test_files_add(&file);
}

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TEST_STORE_H
#define TESTS_TEST_STORE_H

/* Setup and teardown of a test whose *state is an open, empty `struct store` in a folder of
 * its own; they return 0, or -1 when the folder could not be made or removed. */
int test_store_begin(void **state);
int test_store_end(void **state);

#endif

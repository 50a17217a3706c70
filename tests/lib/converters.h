/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_CONVERTERS_H
#define TESTS_LIB_CONVERTERS_H

/* For cmocka, before and after a group of tests: hold a converter of each encoding that
 * is detected open.  Without that, the C library loads and unloads the code of some
 * converters anew for each text that is decoded.  Both return 0. */
int converters_open(void **state);
int converters_close(void **state);

#endif

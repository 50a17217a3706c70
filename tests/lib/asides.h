/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_ASIDES_H
#define TESTS_LIB_ASIDES_H

#include <stddef.h>

struct issue;
struct printed_lines;

/* A page, and which of its lines are set aside, as dump_asides() writes them. */
struct asides_case {
	const char *page; /* see fixture_lines() */
	const char *asides;
};

/* Ends the test at the first page on which `find` sets other lines aside. */
void asides_check(const struct asides_case *cases, size_t count,
                  void (*find)(struct printed_lines *lines,
                               const struct issue *issue));

#endif

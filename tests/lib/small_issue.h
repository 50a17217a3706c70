/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_SMALL_ISSUE_H
#define TESTS_LIB_SMALL_ISSUE_H

#include "base/str.h"
#include "issue/issue.h"

/* An issue of one page and one article, made of lines of any text, without the loader. */

/* The issue of these lines: the label of its page, the name of the paper, the day, the name
 * of the file; each further line that is not blank is a passage: the first ones of the
 * `role_count` roles, all others of the last.  Borrows `text`; free with issue_free(). */
struct issue *small_issue(struct str text, const enum role *roles,
                          size_t role_count);

/* Takes the first line off a text. */
struct str small_issue_take_line(struct str *text);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_VALIDATE_H
#define ISSUE_VALIDATE_H

struct issue;

/*
 * Checks the invariants of the pages that are read: indices are in range, spans are
 * verbatim, every byte that is not white space is in exactly one passage but for the
 * hyphens of divided words, articles and passages are in order, boxes and marks stand on
 * their page.  NULL: all hold; else a sentence that says what is broken, for the caller
 * to free.
 */
char *issue_validate(const struct issue *issue);

#endif

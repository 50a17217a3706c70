/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_SURENESS_H
#define ISSUE_SURENESS_H

#include "issue/issue.h"

/*
 * How sure a reader of pictures (OCR) was of the words of a passage, by its own account.
 * It decides nothing and alters no text; a person may want to see it.
 */

/* The lowest sureness of a word on the lines of a passage, in percent, or
 * SURENESS_UNKNOWN. */
unsigned sureness_lowest(const struct issue *issue, size_t passage);

/* Is byte `at` of a passage in a word that is less sure than SURENESS_LOW? O(log). */
bool sureness_is_low(const struct issue *issue, size_t passage, size_t at);

/* Does any page that is read say how sure its words are? */
bool sureness_is_known(const struct issue *issue);

#endif

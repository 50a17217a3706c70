/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ISSUE_SCAN_H
#define UI_ISSUE_SCAN_H

#include "ui/open_issues.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * All open issues are looked at, one after the other, in steps of some ten milliseconds.
 * One that is not loaded, or not to its end, is loaded for this alone and closed again, so
 * that memory does not grow with the issues.  Files that ask for a password are passed
 * over.
 */
struct issue_scan {
	bool is_running;
	size_t at;               /* the issue that is looked at */
	struct session *session; /* owned: of that issue, or NULL */
};

/* Begins with the first issue; ends a scan that is running. */
void issue_scan_begin(struct issue_scan *scan);
void issue_scan_end(struct issue_scan *scan);

/* Does a step.  Returns the issue, loaded to its end, and its index in *at, when one is
 * there, which stays valid until the next step; NULL: none yet, or it cannot be read. */
const struct issue *issue_scan_step(struct issue_scan *scan,
                                    const struct open_issues *issues,
                                    size_t *at);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_DIAGNOSTICS_H
#define CLI_DIAGNOSTICS_H

#include "base/str.h"

#include <stdbool.h>

struct issue;

/*
 * Appends what was odd in the input, a line each, neutralised, for standard error:
 * how many bytes of a file were lost and what is odd about a whole file, both always
 * ("baolan: FILE: …", the file only where there are several); what is odd about one
 * line, when `verbose` ("PAGE:LINE:COLUMN: LEVEL: …").
 */
void diagnostics_add(struct buf *out, const struct issue *issue, bool verbose);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include "base/str.h"

/* Appends what the program says of itself: its version and its licence. */
void version_add(struct buf *out);

/* Appends, in a line, by which library PDFs are read and which parts of its box hold
 * on this system (baolan-pdf(1)); the helper is asked.  `helper` is its
 * path, NULL: this program was built without it. */
void version_add_pdf(struct buf *out, const char *helper);

#endif

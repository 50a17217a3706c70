/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_FORMAT_H
#define EXPORT_FORMAT_H

#include "base/str.h"
#include "export/export_options.h"
#include "export/selection.h"

struct issue;

/*
 * The writers of the formats, which only the table in export.c calls.  Each appends
 * the articles of `pick` to `out` and returns NULL, or else the reason why it could
 * not, in the user's language (the caller frees it), and leaves `out` as it was.
 */

#define FORMAT(id, writer, name, extensions, traits)                           \
 char *export_##writer(struct buf *out, const struct issue *issue,             \
	               struct selection pick,                                  \
	               const struct export_options *options);
#include "export/format_table.inc"
#undef FORMAT

#endif

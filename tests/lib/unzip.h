/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNZIP_H
#define TESTS_UNZIP_H

#include "base/str.h"

/*
 * Reads an archive that export/zip.h wrote, from its end as readers of zip do.  What
 * is not as it should be there ends the test.
 */

struct unzipped {
	struct str name;  /* borrowed from the archive */
	struct buf bytes; /* the caller releases them */
};

/* How many files the archive says it has. */
size_t unzip_count(struct str zip);

/* Sets `*entry` to the first entry of the directory. */
void unzip_begin(struct str zip, size_t *entry);

/* Unpacks the file of the entry at byte `*entry`, and moves on to the next.  Size,
 * checksum and both headers of the file must agree with its bytes. */
struct unzipped unzip_next(struct str zip, size_t *entry);

#endif

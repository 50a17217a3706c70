/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_ZIP_H
#define EXPORT_ZIP_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Writes a zip archive (APPNOTE.TXT 6.3.3 by PKWARE) as ISO/IEC 21320-1 narrows it down
 * for documents: files stored or deflated, names in UTF-8, no encryption, one part.
 * There is no ZIP64: an archive has less than 4 GiB and at most 65,534 files.  The time
 * of each file is the first one that zip knows, 1 January 1980: the clock, and its
 * zone, are no part of a document.
 */
struct zip_writer {
	struct buf *out;      /* borrowed: the archive is appended to it */
	size_t start;         /* byte of `out` where the archive begins */
	struct buf directory; /* the entries of the central directory so far */
	size_t file_count;
};

/* Begins an archive at the end of `out`. */
void zip_init(struct zip_writer *zip, struct buf *out);

/* Adds a file of these bytes, deflated unless `stored`.  False, with EFBIG in errno,
 * when it has no room in such an archive; `out` then ends somewhere in the file. */
bool zip_add(struct zip_writer *zip, struct str name, struct str bytes,
             bool stored);

/* Appends the directory, which makes the archive whole; false as zip_add(). */
bool zip_finish(struct zip_writer *zip);

/* Releases what the writer has; `out` stays. */
void zip_release(struct zip_writer *zip);

#endif

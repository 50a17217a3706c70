/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_INTAKE_H
#define LOAD_INPUT_INTAKE_H

#include "load/input/decode.h"
#include "load/input/digest.h"
#include "load/input/markdown_marks.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * The bytes of files become the lines and pages of an issue, a block of lines
 * at a time.  A file begins a page; so does a form feed at the head of a line.
 *
 * What is longer than any newspaper page is cut into pages of a size that can be
 * read in short steps: behind INTAKE_PAGE_LINES lines or INTAKE_PAGE_BYTES bytes
 * at the next blank line, or, where there is none, a quarter later.  The largest
 * page that is known, of small advertisements in 1893, has 1,814 lines and 46 kB.
 * A line longer than INTAKE_LINE_BYTES is cut behind a space or a character; its
 * parts have its number.  An export that says itself what its lines are is left
 * as it is.
 */
#define INTAKE_PAGE_LINES 8192
#define INTAKE_PAGE_BYTES ((size_t)512 * 1024)
#define INTAKE_LINE_BYTES ((size_t)64 * 1024)

/* A file that is still to be taken in. */
struct intake_file {
	char *name;       /* owned */
	struct buf bytes; /* owned */
};

struct intake {
	struct issue *issue;  /* borrowed */
	const char *encoding; /* NULL: found out from the bytes of each file */
	struct intake_file *files; /* owned */
	size_t count, cap;
	size_t next;            /* the file that is taken in next */
	struct decoder decoder; /* of the file before it, if it has begun */
	bool open;
	struct digest digest; /* of its bytes so far */
	bool retold;       /* it was an export in JSON: all are in the digest */
	size_t number;     /* of its next line */
	bool goes_on;      /* the last line was cut, its rest is to come */
	size_t page_bytes; /* of the last page's lines */
	bool told_long;    /* that a page or a line was cut, for its length */
	bool marked;       /* it says itself what its lines are */
	bool told;         /* that it is binary */
	bool told_columns; /* that its columns stand side by side */
	bool loses;        /* bytes of this block were lost */
	size_t all_bytes, done_bytes;
	struct reprint reprint; /* what files say of themselves */
};

void intake_init(struct intake *intake, struct issue *issue,
                 const char *encoding);
void intake_release(struct intake *intake);

/* The name of the nth file, taken in or not; NULL: there are not so many. */
const char *intake_name(const struct intake *intake, size_t n);

/* Adds a file of these bytes, which it takes over, to the end. */
void intake_add(struct intake *intake, const char *name, struct buf *bytes);

/* Takes in the next block.  False when there is none. */
bool intake_step(struct intake *intake);

/* The pages that are whole: [0, n). */
size_t intake_whole_pages(const struct intake *intake);

#endif

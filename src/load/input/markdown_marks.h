/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_MARKDOWN_MARKS_H
#define LOAD_INPUT_MARKDOWN_MARKS_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * An export in Markdown is read again: it says itself where its articles begin
 * and what each paragraph is, so that nothing is guessed.  Lines that follow each
 * other without a blank one between them are one paragraph, as in Markdown.
 */

/* What a line of the issue says that it is. */
struct mark {
	size_t line; /* index */
	bool begins; /* an article; else it is text of that role */
	enum kind kind;
	enum role role;
	size_t page; /* number of the page of an article */
	struct head_order printed;
	struct str label, title, date; /* of it; borrowed from the line */
};

struct reprint {
	struct mark *items; /* owned; in order of the lines */
	size_t count, cap;
};

void reprint_release(struct reprint *reprint);

/* Does a file that begins with `text` say of itself what it is? */
bool reprint_is(struct str text);

/* Reads a line of such a file: appends what is text in it, and sets all of the
 * mark but its line.  False when it is neither. */
bool reprint_read(struct str raw, struct buf *text, struct mark *mark);

void reprint_add(struct reprint *reprint, struct mark mark);

/* Are there marks on this page? */
bool reprint_has(const struct reprint *reprint, const struct issue *issue,
                 size_t page);

/* The index of the first mark on line `line` of the issue or behind it;
 * reprint->count if there is none. */
size_t reprint_find(const struct reprint *reprint, size_t line);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_PRINTED_LINE_H
#define LOAD_LINES_PRINTED_LINE_H

#include "base/str.h"
#include "load/lines/char_class.h"
#include "load/lines/line_end.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/* Lines that are told from running text before it is read: see edges.h,
 * echo.h and captions.h. */
enum aside {
	ASIDE_NONE,
	ASIDE_FURNITURE, /* at the edge of the page */
	ASIDE_QUOTE,     /* a pull quote: its words stand elsewhere too */
	ASIDE_CAPTION,   /* under a picture */
	ASIDE_CAP,       /* a large first letter, before the rest of its word */
};

/* What a person said that a line is: see correction.h. */
enum user_label {
	USER_LABEL_NONE,
	USER_LABEL_PARAGRAPH, /* the first line of a paragraph */
	USER_LABEL_JOINED,    /* a later line of one */
	USER_LABEL_HEAD,      /* a line of a headline */
	USER_LABEL_NO_HEAD
};

/*
 * The printed lines of a page with what decides about them.
 *
 * A width is an interval: the compositor squeezes a punctuation mark to half an
 * em when the line needs it, so a line that held 12 em prints as 11, 12 or 13
 * glyphs.  lo_em counts every mark that can be squeezed as half, hi_em as whole.
 */
struct printed_line {
	size_t line;     /* index into issue->lines */
	struct str text; /* trimmed, not empty; borrowed from the issue */
	double lo_em, hi_em;
	/* Narrowest width of what the next line of the flow begins with and no
	 * line may break: opening marks, a character or word, closing marks. */
	double next_em;
	double indent_em; /* white space that stands before it */
	bool blank; /* a blank line, or the head of the page, stands before it */
	enum line_end end;
	bool bracketed; /* begins inside brackets that a line before it opens */
	size_t steady;  /* how many lines of this width stand here, on a page
	                  without 禁则: they may run around a picture */
	enum aside aside;
	size_t group; /* asides of one group are one unit; 0 for the flow */
	enum user_label user_label;
};

struct printed_lines {
	struct printed_line *items; /* owned */
	size_t count, cap;
	bool loose; /* 禁则 is not kept: a line may begin with any character */
	bool latin; /* most of the page is in Latin letters */
};

/* The lines of page `page` that are not blank, none of them aside. */
void printed_lines_init(struct printed_lines *lines, const struct issue *issue,
                        size_t page);
/* The same, but only the first `head` and the last `foot` of them. */
void printed_lines_init_ends(struct printed_lines *lines,
                             const struct issue *issue, size_t page,
                             size_t head, size_t foot);
void printed_lines_release(struct printed_lines *lines);

/* The printed line that is line `line` of the issue, or NPOS. */
size_t printed_lines_at(const struct printed_lines *lines, size_t line);

/* Sets lines [first, end) aside, as one unit. */
void printed_lines_set_aside(struct printed_lines *lines, size_t first,
                             size_t end, enum aside aside);

/* Measures widths and next_em, once the asides are known.  A page on which
 * lines begin with marks that 禁则 keeps from there does not keep it. */
void printed_lines_measure(struct printed_lines *lines);

/* The lines that are not aside, in order. */
struct flow {
	const struct printed_line **items; /* owned array of borrowed lines */
	size_t *index;                     /* owned; their places in the page */
	size_t count;
	bool loose; /* of the page */
};
void flow_init(struct flow *flow, const struct printed_lines *lines);
void flow_release(struct flow *flow);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LINE_END_H
#define LOAD_LINES_LINE_END_H

#include "base/str.h"

#include <stdbool.h>

/* How the text of a line ends, before any closing quotation marks and brackets. */
enum line_end {
	END_OPEN,  /* in mid sentence: a letter, a digit, an ideograph */
	END_COMMA, /* in ，、； */
	END_COLON, /* in ： */
	END_SENTENCE, /* in 。！？…, or in a remark in brackets that closes a text:
	                 。（新华社） （未完） */
	END_COUNT
};

/* The end of a text, which may be empty (END_OPEN).  `latin` says that the page
 * is in Latin letters, so that a full stop (.) ends a sentence, too. */
enum line_end line_end_of(struct str text, bool latin);

/* Does a text end in END_SENTENCE, on a page that is not `latin`? */
bool line_ends_sentence(struct str text);

/* How many of the brackets （ ( 《 〔 are open behind `text`, if `depth` >= 0 of
 * them are open before it; negative if it closes one that was not open. */
int line_brackets_after(struct str text, int depth);

#endif

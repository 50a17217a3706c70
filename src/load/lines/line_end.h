/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LINE_END_H
#define LOAD_LINES_LINE_END_H

#include "base/str.h"

#include <stdbool.h>

/* What a line ends with, looking through closing quotes and brackets. */
enum line_end {
	END_OPEN,     /* a letter, a digit, an ideograph */
	END_COMMA,    /* ，、； */
	END_COLON,    /* ： */
	END_SENTENCE, /* 。！？…, or a remark in brackets that closes a text:
	                 。（新华社） （未完） */
	END_COUNT
};

/* `latin`: a full stop of Latin letters ends a sentence too. */
enum line_end line_end_of(struct str text, bool latin);

bool line_ends_sentence(struct str text);

/* How many of the brackets that a remark or a title has are open behind `text`,
 * when `depth` >= 0 of them are open before it; negative when it closes one that
 * was not open. */
int line_brackets_after(struct str text, int depth);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/str.h"

#include <stddef.h>

/* Numbers as a person types them, in prompts and options: decimal digits, full-width
 * ones too, as an input method gives them (１２); no sign. */

/* The number from 1 to `most` whose digits `text` begins with; 0 when there are none,
 * or it is another.  `text` begins behind them then. */
size_t number_take(struct str *text, size_t most);

/* The same of a whole text, which may have white space at both ends and nothing
 * else. */
size_t number_read(struct str text, size_t most);

#endif

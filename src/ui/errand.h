/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ERRAND_H
#define UI_ERRAND_H

#include "base/str.h"

/* What is wanted of the world outside: the reader (app.h) knows no terminal, so
 * it leaves a note, and the main loop does what it says. */

enum errand_kind {
	ERRAND_NONE,
	ERRAND_COPY /* text, to the clipboard */
};

struct errand {
	enum errand_kind kind;
	struct buf text;
};

void errand_init(struct errand *errand);
void errand_release(struct errand *errand);

/* Nothing is wanted any more. */
void errand_clear(struct errand *errand);

#endif

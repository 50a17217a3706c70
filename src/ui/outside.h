/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_OUTSIDE_H
#define UI_OUTSIDE_H

#include "ui/app.h"

/* Commands that give text to something outside: each leaves an errand, or says
 * why there is none. */

/* The paragraph one is at, and the article. */
void outside_copy(struct app *app);
void outside_copy_article(struct app *app);

#endif

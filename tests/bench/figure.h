/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FIGURE_H
#define TESTS_FIGURE_H

/* A figure that measured nothing is no figure: it is told, and the run fails. */

/* `value`, to be printed with so many decimals.  If that would be 0, or no number, a
 * sentence on standard error says of what. */
double figure(const char *what, double value, int decimals);

/* Says that `what` was not measured at all, and why. */
void figure_is_missing(const char *what, const char *why);

/* For main(): 0, or 1 if a figure was none. */
int figure_status(void);

#endif

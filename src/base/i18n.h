/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

/* Whole sentences for the reader; N_ marks one in a table, for a later _(). */
#define _(text)  gettext(text)
#define N_(text) (text)

#endif

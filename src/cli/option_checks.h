/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_CHECKS_H
#define CLI_OPTION_CHECKS_H

struct options;

/* Rules about options together: which needs an action, a format or another option. */

/* Finds the format from the name that is written to, where --format did not name one;
 * then the first reason why these options do not go together, a sentence that the
 * caller frees, or NULL. */
char *option_checks(struct options *options);

/* Why this system cannot do what a setting says, as a sentence that the caller frees, or
 * NULL. */
char *option_check_settings(const struct options *options);

/* A translated sentence, all of it neutralised; caller frees. */
char *option_sentence(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

#endif

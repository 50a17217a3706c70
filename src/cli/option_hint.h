/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTION_HINT_H
#define CLI_OPTION_HINT_H

/*
 * Explains a long option that does not exist: the sentence about the argument `given`
 * ("--lst=x") names the options that begin like it, or else the one with the fewest
 * spelling mistakes (Damerau-Levenshtein distance, at most two); caller frees.
 */
char *option_hint(const char *given);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TYPED_H
#define CLI_TYPED_H

struct options;

/* What was typed as the value of an option on a terminal of another encoding, as UTF-8. */
struct typed {
	char *pattern, *name_pattern; /* owned, or NULL: it is UTF-8 */
};

/* Replaces what was typed in `options`; it is borrowed from *typed from then on. */
void typed_decode(struct typed *typed, struct options *options);
void typed_release(struct typed *typed);

#endif

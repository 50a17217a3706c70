/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

#include <stddef.h>

/*
 * The messages of the program in one other language.  tools/catalogue.awk makes
 * the tables of po/LANGUAGE.po when the program is built.
 */
struct message {
	const char *id;   /* as it stands in the source; of a plural, the form
	                   * for one */
	const char *text; /* in UTF-8; takes the same arguments as `id` */
};

/* Sorted by `id` as strcmp() sorts, none twice. */
struct catalogue {
	const struct message *messages;
	size_t count;
};

extern const struct catalogue catalogue_zh_CN, catalogue_zh_TW;

/* The translation of a message, or NULL. */
const char *catalogue_find(const struct catalogue *catalogue, const char *id);

#endif

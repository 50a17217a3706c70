/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_EXAM_H
#define TESTS_EXAM_H

#include "base/str.h"
#include "layout/sheet.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/* A sheet under examination: what oracle_sheet.c is made of. */
struct exam {
	const struct sheet *sheet;
	const struct issue *issue;
	unsigned char **seen; /* per passage, per byte: how often shown */
	struct buf wrong;     /* the first thing that is */
};

void exam_init(struct exam *exam, const struct issue *issue);

/* NULL, or the sentence with where it was. */
char *exam_end(struct exam *exam, const char *what, size_t number, int cols);

/* What is wrong with a slug. */
void exam_say(struct exam *exam, size_t slug, const char *what);

struct str exam_text(const struct exam *exam, const struct slug *slug);
struct str exam_slug_text(const struct exam *exam, const struct slug *slug);

/* Is the character at byte `at`, which is not of ASCII, in `set`? */
bool char_among(struct str text, size_t at, const char *set);

/* Lines of running text but the first of a passage begin where they may. */
void examine_breaks(struct exam *exam);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_INFLOW_H
#define CLI_INFLOW_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct app;
struct document;
struct opener;
struct session;

/*
 * The input of a pipe that is read while it still comes.  Plain text is shown as soon as
 * its first page is whole, or when nothing more has come for a moment; what comes then is
 * shown when it is a quarter more, when nothing more has come for a moment, and at the end
 * (ui/grow.h).  So all issues that are made on the way take together no more than some
 * times what the last one takes.
 */
struct inflow {
	struct opener *opener; /* borrowed */
	char *name;            /* owned; "-": standard input */
	int fd;                /* -1: all has come, or there is no pipe */
	struct buf bytes;      /* owned: what has come */
	struct str all;        /* the same, when all has come at once */
	size_t lines;          /* in them */
	size_t shown_bytes;    /* of the issue that is shown, or being made */
	bool is_quiet;         /* nothing has come for a moment */
	bool is_long;          /* there is more than is read of any input */
	struct document
		*document;    /* borrowed: what it is shown as; NULL: none */
	struct session *next; /* owned: the issue that is being made, or NULL */
};

/*
 * Opens `name` if it is a pipe, and reads what comes first, with a screen if that takes
 * long.  Returns a session for inflow_follow() if it is text of which more comes.  NULL: the
 * opener is to open the name as it is, with opener->how.given, or, with opener->waiting.left
 * or opener->waiting.error, someone left or there is no screen.
 */
struct session *inflow_begin(struct inflow *inflow, struct opener *opener,
                             const char *name);
void inflow_release(struct inflow *inflow);

/* The session is shown as this document. */
void inflow_follow(struct inflow *inflow, struct document *document);

/* Does more come, or is there an issue to be made of what has come? */
bool inflow_goes_on(const struct inflow *inflow);

/* Waits for an event of the terminal, for more input, or for a moment without any. */
void inflow_await(struct inflow *inflow);

/* Takes what has come, without waiting, and does some work for a few milliseconds; true
 * when the screen should be drawn. */
bool inflow_step(struct inflow *inflow, struct app *app);

/* Is there work that does not wait for more input? */
bool inflow_has_work(const struct inflow *inflow, const struct app *app);

#endif

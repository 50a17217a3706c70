/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_HEADLESS_H
#define CLI_HEADLESS_H

struct options;
struct progress;
struct session;

/* The actions that need no screen: their results go to standard output or to files,
 * their errors to standard error, and each returns an exit status
 * (cli/exit_status.h). */

/* Loads the issue to its end; a terminal is told how far that is. */
void headless_read(struct session *session, struct progress *progress);

/* One action each, on an issue that is loaded to its end. */
int headless_list(const struct options *options, struct session *session);
int headless_search(const struct options *options, struct session *session);
int headless_export(const struct options *options, struct session *session);

#endif

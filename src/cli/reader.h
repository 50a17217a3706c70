/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_READER_H
#define CLI_READER_H

#include <stdbool.h>

struct inflow;
struct named_issues;
struct opener;
struct session;

/*
 * The reader on the terminal: screens are shown, events go to the app (ui/dispatch.h), and
 * its requests to the terminal (copy, pipe, edit) and for other issues are done.  The
 * session is taken over.  `others`: issues that are open, too, and not loaded yet; the
 * first of them is that of the session, and passed over.  NULL: there are none.  `inflow`:
 * the pipe that the session is the beginning of, if it is open.  `starts`:
 * nothing was named, so the issues that were read last are offered first.  Returns the
 * exit status.
 */
int reader_read(struct opener *opener, struct session *session,
                const struct named_issues *others, struct inflow *inflow,
                bool starts);

#endif

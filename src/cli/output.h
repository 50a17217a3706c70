/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/str.h"
#include "export/selection.h"

struct options;
struct session;

/* Where exports go: standard output, a file, or the files of a folder.  Each function
 * returns an exit status (cli/exit_status.h) and has printed what went wrong. */

/* Writes a text to the file of --output, or to standard output. */
int output_write(const struct options *options, const struct session *session,
                 struct str text);

/*
 * Writes each article to a file of its own in the output, a folder, which is made
 * when it is not there, with the folders it is in.  A name that is taken gets a
 * number; with --force those of an earlier time are replaced.
 */
int output_clippings(const struct options *options,
                     const struct session *session, struct selection pick);

#endif

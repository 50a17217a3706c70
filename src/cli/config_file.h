/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CONFIG_FILE_H
#define CLI_CONFIG_FILE_H

#include "base/str.h"

#include <stdbool.h>

/* The configuration file as bytes.  It is not trusted: only a regular file of at most
 * 64 KiB without NUL is one. */

/* Appends the path of the usual file, $XDG_CONFIG_HOME/baolan/config.  False: the
 * environment names no home. */
bool config_file_add_path(struct buf *path);

/* Appends the bytes of a file.  NULL, or a sentence that says why it is not read, which
 * the caller frees; errno is ENOENT if and only if there is no such file. */
char *config_file_read(struct buf *text, const char *path);

#endif

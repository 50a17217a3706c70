/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_FD_ASIDE_H
#define UI_TERM_FD_ASIDE_H

#include <stdbool.h>

/* A file descriptor that leads to /dev/null for a while. */
struct fd_aside {
	int fd;
	int kept; /* where it leads otherwise */
};

/* False, and nothing is changed, when no descriptor is left.  Else fd_aside_end() follows. */
bool fd_aside_begin(struct fd_aside *aside, int fd);
void fd_aside_end(const struct fd_aside *aside);

#endif

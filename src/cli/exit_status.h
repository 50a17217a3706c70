/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_EXIT_STATUS_H
#define CLI_EXIT_STATUS_H

/* Exit statuses of the program, those of grep. */
enum {
	EXIT_DONE,
	EXIT_NOT_FOUND, /* a search without hits; nothing was wrong */
	EXIT_FAILED     /* not read, not written, or wrong usage */
};

#endif

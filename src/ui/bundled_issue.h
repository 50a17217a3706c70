/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_BUNDLED_ISSUE_H
#define UI_BUNDLED_ISSUE_H

/* An issue that comes with the program, as it is offered among those that were read. */
struct bundled_issue {
	char *path;        /* NULL: behind the last one */
	const char *title; /* what is shown for it, in English */
};

#endif

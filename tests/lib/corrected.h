/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_CORRECTED_H
#define TESTS_LIB_CORRECTED_H

#include "session/session.h"

#include <sys/types.h>

/* A page that people correct, and the folder in which it lies. */

/* Two articles, each with a headline. */
extern const char corrected_page[];

/* The file of it, page.txt: the one name of an issue. */
extern const char *const corrected_names[];

/* For a test: an empty folder but for page.txt, in which one stands; the corrections
 * that are not beside a page are below it, too. */
int corrected_enter_folder(void **state);
int corrected_leave_folder(void **state);

/* Opens an issue, as far as it goes. */
void corrected_open_session(struct session *session, const char *const *names,
                            size_t count, bool own);

/* The line that begins with `text`, white space aside. */
size_t corrected_line_of(const struct issue *issue, const char *text);

/* Says that an article begins at that line. */
enum session_result corrected_begin_at(struct session *session,
                                       const char *text);

/* Is that part of a text among the errors of the issue? */
bool corrected_is_told(const struct issue *issue, const char *part);

/* Files: a new one, more at the end of one; what is in one, for the caller to free;
 * whether that has some part; whether there is one, and its mode. */
void corrected_write_file(const char *path, const char *text);
void corrected_add_to(const char *path, const char *text);
char *corrected_text_of(const char *path);
bool corrected_holds(const char *path, const char *part);
bool corrected_is_there(const char *path);
mode_t corrected_mode_of(const char *path);

#endif

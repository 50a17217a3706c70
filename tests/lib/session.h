/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LIB_SESSION_H
#define TESTS_LIB_SESSION_H

#include "load/desk.h"
#include "ui/app.h"

/*
 * Someone reading a large issue, without a terminal, and what is seen of it.  Work is
 * done when a test says so, so each state can be waited for.
 */

#define SESSION_PAGES 300
#define SESSION_ROWS  12
#define SESSION_COLS  60

struct session {
	struct desk desk;
	struct app app;
};

/* For a group of tests: a folder, where one is then, with an issue of an article a
 * page; 这里有一个记号 is on every hundredth. */
int session_make_issue(void **state);
int session_remove_issue(void **state);

/* With no more loaded than the reader loads at once. */
void session_open(struct session *session);
void session_close(struct session *session);

/* All loaded, and so large beside a slice of a search that a key's slices leave much of
 * it unsearched. */
void session_open_large(struct session *session);

/* The same, with 记号 searched to the end: one is at the first of its three hits. */
void session_open_searched(struct session *session);

/* Each draws the screen when it is done. */
void session_press(struct session *session, uint32_t key);
void session_type(struct session *session, const char *keys); /* UTF-8 */
void session_search_sign(struct session *session); /* /记号 Enter */
void session_work(struct session *session,
                  size_t pages);              /* till so many are read */
void session_finish(struct session *session); /* till there is no work */

/* Fails when a row of the screen, or the one at the foot, does not say it. */
void session_says(const struct session *session, int row, const char *part);
void session_foot_says(const struct session *session, const char *part);

/* The number of the page one is on. */
size_t session_page(const struct session *session);

#endif

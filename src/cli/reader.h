/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_READER_H
#define CLI_READER_H

struct app;

/*
 * The loop of the reader on the terminal that tty_open() took: screens are shown,
 * events go to the app, and the app's requests to the terminal (copy, pipe, edit) are
 * done.  Returns when app->running is false.
 */
void reader_run(struct app *app);

#endif

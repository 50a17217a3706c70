/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_READER_H
#define CLI_READER_H

struct app;

/* Shows the reader on the terminal that tty_open() took, and does what comes
 * from there and what the reader wants of it, until someone leaves. */
void reader_run(struct app *app);

#endif

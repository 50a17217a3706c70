/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include "base/i18n.h"
#include "base/str.h"
#include "text/codeset.h"
#include "text/glyph.h"
#include "text/neutralise.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define COLS_MOST 39 /* half of a usual terminal: ambiguous ones may be wide */

static uint64_t clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void progress_begin(struct progress *progress)
{
	*progress = (struct progress){
		.file = isatty(STDERR_FILENO) ? stderr : NULL,
		.now_ms = clock_ms,
		.begun_ms = clock_ms(),
	};
}

/* Draws over the line that was drawn before.  Blanks cover the rest of it, as not all
 * terminals can erase. */
static void progress_draw(struct progress *progress, struct str text)
{
	struct codeset codeset;
	struct buf line;
	int cols = text_cols(text, 1);
	size_t missing;

	codeset_init(&codeset);
	buf_init(&line);
	buf_add_byte(&line, '\r');
	buf_add(&line, text);
	for (int col = cols; col < progress->cols; col++)
		buf_add_byte(&line, ' ');
	if (!text.len)
		buf_add_byte(&line, '\r');
	codeset_write(&codeset, progress->file, buf_str(&line), &missing);
	fflush(progress->file);
	buf_release(&line);
	codeset_release(&codeset);
	progress->cols = cols;
}

int progress_silent_ms(const struct progress *progress)
{
	uint64_t now_ms = progress->now_ms();
	uint64_t at_ms = progress->cols
	                         ? progress->drawn_ms + PROGRESS_EVERY_MS
	                         : progress->begun_ms + PROGRESS_AFTER_MS;

	return now_ms < at_ms ? (int)(at_ms - now_ms) : 0;
}

void progress_say(struct progress *progress, const char *text)
{
	struct str line = str_from(text);

	if (!progress->file || progress_silent_ms(progress))
		return;
	progress->drawn_ms = progress->now_ms();
	/* A line that goes on in the next one could not be taken away. */
	line.len = text_fit(line, COLS_MOST, 1);
	progress_draw(progress, line);
}

void progress_share(struct progress *progress, const char *format, double share)
{
	struct buf text;

	if (!progress->file || progress_silent_ms(progress))
		return;
	buf_init(&text);
	buf_addf(&text, format, (int)(share * 100));
	progress_say(progress, text.ptr);
	buf_release(&text);
}

void progress_end(struct progress *progress)
{
	if (progress->cols)
		progress_draw(progress, (struct str){ 0 });
	progress->begun_ms = progress->now_ms();
}

char *progress_waiting_text(const char *name)
{
	char *safe =
		neutralised(strcmp(name, "-") ? name : _("standard input"));
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: name of a file, or standard input */
	buf_addf(&text, _("Waiting for %s …"), safe);
	free(safe);
	return buf_steal(&text);
}

bool progress_wait(void *context, int fd, const char *name)
{
	struct progress *progress = context;
	struct pollfd news = { .fd = fd, .events = POLLIN };
	int ready = poll(&news, 1, progress_silent_ms(progress));

	if (!ready) {
		char *text = progress_waiting_text(name);

		progress_say(progress, text);
		free(text);
		ready = poll(&news, 1, -1);
	}
	/* A signal that does not end the program ends no waiting. */
	return ready >= 0 || errno == EINTR;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/waiting.h"

#include "base/i18n.h"
#include "cli/progress.h"
#include "ui/command.h"
#include "ui/term/canvas.h"
#include "ui/term/tty.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

static void waiting_draw(const struct keymap *keymap, const char *name)
{
	struct canvas canvas;
	struct area area;
	char *text = progress_waiting_text(name);
	struct buf hint;
	int rows, cols;

	tty_size(&rows, &cols);
	canvas_init(&canvas, tty_ambiguous_cols());
	canvas_reset(&canvas, rows, cols);
	area = canvas_area(&canvas);
	canvas_fit(&canvas, area, 0, 0, cols, str_from(text), STYLE_TEXT);
	buf_init(&hint);
	command_add_text(&hint, keymap, _("{BACK} or {CLOSE} leaves"));
	canvas_fit(&canvas, area, rows - 1, 0, cols, buf_str(&hint),
	           STYLE_HINT);
	buf_release(&hint);
	tty_show(&canvas);
	free(text);
	canvas_release(&canvas);
}

static bool waiting_leaves(const struct keymap *keymap,
                           const struct event *event)
{
	enum command command;

	if (event->kind != EVENT_KEY)
		return event->kind == EVENT_END;
	command = command_for_key(keymap, event->key);
	return command == COMMAND_BACK || command == COMMAND_CLOSE ||
	       command == COMMAND_LEAVE || event->key == PRESS_CTRL('C');
}

/* What is typed into a terminal is read as it is. */
static bool waiting_for_line(int fd)
{
	struct pollfd news = { .fd = fd, .events = POLLIN };

	while (poll(&news, 1, -1) < 0 && errno == EINTR)
		continue;
	return true;
}

bool waiting_wait(void *context, int fd, const char *name)
{
	struct waiting *waiting = context;
	const struct keymap *keymap =
		keymap_or_default(waiting->settings->keymap);
	struct event event = { .kind = EVENT_RESIZE };

	if (isatty(fd))
		return waiting_for_line(fd);
	waiting->error = tty_open(waiting->settings);
	while (!waiting->error && !waiting_leaves(keymap, &event)) {
		if (event.kind == EVENT_RESIZE || event.kind == EVENT_WIDTH ||
		    event.kind == EVENT_BACKGROUND)
			waiting_draw(keymap, name);
		if (event.kind == EVENT_NONE && tty_await(fd, -1))
			return true;
		event = tty_next(false);
	}
	if (event.key == PRESS_CTRL('C'))
		tty_interrupt();
	waiting->left = !waiting->error;
	return false;
}

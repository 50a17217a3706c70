/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/reader.h"

#include "base/save.h"
#include "ui/ask/external.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/read_marks.h"
#include "ui/remember.h"
#include "ui/term/tty.h"
#include "ui/view/frame.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static void reader_show(struct app *app)
{
	int rows, cols;

	tty_size(&rows, &cols);
	frame_draw(app, rows, cols);
	read_marks_watch(app);
	if (app->wants_redraw)
		tty_redraw();
	app->wants_redraw = false;
	tty_show(&app->canvas);
}

static void run(struct app *app, const struct str *input, bool waits)
{
	int status = 0;
	int error = tty_run(app->request.words, input, waits, &status);

	external_told(app, error, status);
}

static void edit(struct app *app, struct str text)
{
	char *path = save_temporary(text);

	if (!path) {
		external_told(app, errno, 0);
		return;
	}
	request_add_word(&app->request, path);
	run(app, NULL, false);
	unlink(path);
	free(path);
}

static void do_errand(struct app *app)
{
	struct str text = buf_str(&app->request.text);

	switch (app->request.kind) {
	case REQUEST_NONE:
		return;
	case REQUEST_COPY:
		tty_copy(text);
		break;
	case REQUEST_PIPE:
		run(app, &text, true);
		break;
	case REQUEST_EDIT:
		edit(app, text);
		break;
	}
	request_clear(&app->request);
}

void reader_run(struct app *app)
{
	bool draw = true;

	while (app->running) {
		struct event event;

		if (draw)
			reader_show(app);
		/* No key waits for it: what is drawn is seen by now. */
		if (!loading_has_work(app) && remember_keep(app, STORE_SOON))
			reader_show(app);
		event = tty_next(!loading_has_work(app));
		draw = event.kind != EVENT_NONE || app_work(app);
		app_event(app, &event);
		do_errand(app);
	}
	if (app->interrupted)
		tty_interrupt();
}

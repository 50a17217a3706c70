/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_open.h"

#include "base/home_path.h"
#include "base/i18n.h"
#include "ui/ask/path_completion.h"
#include "ui/turn_issue.h"
#include "ui/view/view.h"

#include <stdlib.h>

void ask_open(struct app *app)
{
	app_show(app, VIEW_RECENT);
	app_ask(app, ASK_OPEN, STR(""));
	line_editor_complete_by(&app->prompt, path_completer(PATH_TO_OPEN));
}

void ask_open_start(struct app *app)
{
	struct document_past *past = &app->document->past;
	struct kept_issues issues;
	bool has_others = false;

	kept_issues_init(&issues);
	issues_list(app->store, 2, &issues);
	for (size_t i = 0; i < issues.count; i++)
		has_others = has_others || !str_equal(issues.items[i].names,
		                                      buf_str(&past->names));
	kept_issues_release(&issues);
	if (!has_others)
		return;
	past->is_offer = true;
	if (!app->message_is_error)
		buf_clear(&app->message);
	app_show(app, VIEW_RECENT);
}

void ask_open_names(struct app *app, struct str names)
{
	size_t at = 0;
	struct str name;
	struct buf path;

	if (str_equal(names, buf_str(&app->document->past.names))) {
		app_leave(app);
		return;
	}
	if (turn_issue_show_named(app, names))
		return;
	buf_init(&path);
	app->request.kind = REQUEST_OPEN;
	while ((name = issues_next_name(names, &at)).len) {
		buf_clear(&path);
		buf_add(&path, name);
		request_add_word(&app->request, path.ptr);
	}
	buf_release(&path);
}

static void ask_open_path(struct app *app, const char *path)
{
	struct buf names;

	buf_init(&names);
	issues_add_name(&names, path);
	if (names.len) {
		ask_open_names(app, buf_str(&names));
	} else {
		app->request.kind = REQUEST_OPEN;
		request_add_word(&app->request, path);
	}
	buf_release(&names);
}

void ask_open_typed(struct app *app, struct str typed)
{
	char *path = home_path_expand(typed);

	ask_open_path(app, path);
	free(path);
}

static void ask_open_accept(struct app *app)
{
	struct str typed = str_trim(buf_str(&app->prompt.text));

	app->asking = ASK_NOTHING;
	if (typed.len)
		ask_open_typed(app, typed);
	else
		view_of(VIEW_RECENT)->act(app, COMMAND_OPEN);
}

void ask_open_key(struct app *app, uint32_t key)
{
	bool chooses = !app->prompt.text.len && !app->prompt.history_at;

	if (chooses && (key == PRESS_UP || key == PRESS_DOWN)) {
		view_of(VIEW_RECENT)
			->act(app, key == PRESS_UP ? COMMAND_UP : COMMAND_DOWN);
		return;
	}
	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_ACCEPTED:
		ask_open_accept(app);
		break;
	case LINE_EDITOR_LEFT:
		app->asking = ASK_NOTHING;
		break;
	default:
		break;
	}
}

void ask_add_open_aside(struct buf *out, struct app *app)
{
	if (!app->prompt.text.len)
		buf_add_c(out, _("a name, or one of the list"));
}

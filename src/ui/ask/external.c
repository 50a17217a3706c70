/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/external.h"

#include "base/mem.h"
#include "export/citation.h"
#include "export/export.h"
#include "export/passage_text.h"
#include "issue/issue.h"
#include "ui/term/clipboard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistr.h>

/* Requests that the text of the request be copied. */
static void copy(struct app *app)
{
	struct str text = buf_str(&app->request.text);
	size_t chars;

	if (text.len > CLIPBOARD_MAX_BYTES) {
		app_complain(app,
		             i18n_plural("Not copied: %zu byte, and terminals "
		                         "take %d; {EXPORT} saves it",
		                         "Not copied: %zu bytes, and terminals "
		                         "take %d; {EXPORT} saves them",
		                         text.len),
		             text.len, CLIPBOARD_MAX_BYTES);
		request_clear(&app->request);
		return;
	}
	app->request.kind = REQUEST_COPY;
	chars = u8_mbsnlen((const uint8_t *)text.ptr, text.len);
	app_say(app,
	        i18n_plural("Copied, if the terminal allows it: %zu character",
	                    "Copied, if the terminal allows it: %zu characters",
	                    chars),
	        chars);
}

void external_copy_range(struct app *app, struct range bytes)
{
	const struct reading *reading = &app->document->reading;
	struct str text = reading->issue->passages[reading->place.passage].text;

	request_clear(&app->request);
	export_visible(&app->request.text,
	               str_slice(text, bytes.start, bytes.end));
	copy(app);
}

void external_copy(struct app *app)
{
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;

	if (!issue->passage_count)
		app_say(app, "%s", _("There is no text in this issue."));
	else
		external_copy_range(
			app, (struct range){
				     0, issue->passages[reading->place.passage]
						.text.len });
}

/* Puts the article's text into the request; false when there is none. */
static bool take_article(struct app *app)
{
	const struct export_options options = {
		.ambiguous_cols = app->document->reading.ambiguous_cols,
	};
	size_t article = reading_article(&app->document->reading);
	char *reason;

	if (article == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return false;
	}
	request_clear(&app->request);
	reason = export_write(&app->request.text, app->document->reading.issue,
	                      selection_one(&article), EXPORT_TEXT, &options);
	if (reason)
		app_complain(app, "%s", reason);
	free(reason);
	return !reason;
}

void external_copy_article(struct app *app)
{
	if (take_article(app))
		copy(app);
}

void external_copy_citation(struct app *app)
{
	const struct issue *issue = app->document->reading.issue;
	size_t article = reading_article(&app->document->reading);
	struct buf cited;

	buf_init(&cited);
	if (article == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
	} else if (!citation_add(&cited, issue, article)) {
		app_say(app, "%s",
		        _("No citation: the headline or the paper is unknown"));
	} else {
		request_clear(&app->request);
		export_visible(&app->request.text, buf_str(&cited));
		copy(app);
	}
	buf_release(&cited);
}

void external_pipe(struct app *app)
{
	if (reading_article(&app->document->reading) == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return;
	}
	app_ask(app, ASK_PIPE, STR(""));
}

/* Requests a command that gets the article. */
static void ask_for(struct app *app, enum request_kind kind,
                    const char *command)
{
	const char *why_not;

	if (!take_article(app))
		return;
	why_not = request_take_words(&app->request, command);
	if (why_not)
		app_complain(app, "%s", why_not);
	else
		app->request.kind = kind;
}

static void pipe_to(struct app *app, struct str command)
{
	char *line = mem_dup(command.ptr, command.len);

	ask_for(app, REQUEST_PIPE, line);
	free(line);
}

void external_pipe_key(struct app *app, uint32_t key)
{
	enum line_editor_result result = line_editor_key(&app->prompt, key);
	struct str command = str_trim(buf_str(&app->prompt.text));

	if (result != LINE_EDITOR_ACCEPTED && result != LINE_EDITOR_LEFT)
		return;
	app->asking = ASK_NOTHING;
	if (result == LINE_EDITOR_ACCEPTED && command.len)
		pipe_to(app, command);
	else
		app_say(app, "%s", _("Nothing was piped"));
}

void external_add_pipe_aside(struct buf *out, struct app *app)
{
	const struct line_history *last = &app->histories[ASK_PIPE];

	if (last->count && !app->prompt.text.len)
		buf_addf(out, "↑ %s", last->items[0].ptr);
}

void external_edit(struct app *app)
{
	const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");

	if (visual && *visual)
		ask_for(app, REQUEST_EDIT, visual);
	else if (editor && *editor)
		ask_for(app, REQUEST_EDIT, editor);
	else
		app_complain(app, "%s",
		             _("Neither VISUAL nor EDITOR names an editor"));
}

void external_told(struct app *app, int error, int status)
{
	const char *command = app->request.words[0];

	/* TRANSLATORS: the last %s is a command (perhaps long) */
	if (error)
		app_complain(app, _("Not started: %s: %s"), i18n_reason(error),
		             command);
	else if (WIFSIGNALED(status))
		app_complain(app, _("Ended by signal %d: %s"), WTERMSIG(status),
		             command);
	else if (WEXITSTATUS(status))
		app_complain(app, _("Ended with status %d: %s"),
		             WEXITSTATUS(status), command);
	else if (app->request.kind == REQUEST_PIPE)
		app_say(app, _("Done: %s"), command);
}

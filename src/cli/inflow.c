/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/inflow.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/opener.h"
#include "load/input/source.h"
#include "ui/grow.h"
#include "ui/state.h"
#include "ui/term/tty.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOMENT_MS   300
#define READ_BYTES  ((size_t)64 * 1024)
#define FIRST_BYTES ((size_t)256 * 1024) /* enough to begin with */
#define MORE_SHARE  4 /* a part in so many more is shown anew */

static bool is_pipe(int fd)
{
	struct stat about;

	return !fstat(fd, &about) &&
	       (S_ISFIFO(about.st_mode) || S_ISSOCK(about.st_mode));
}

static void inflow_close(struct inflow *inflow)
{
	if (inflow->fd > STDIN_FILENO)
		close(inflow->fd);
	inflow->fd = -1;
}

static bool inflow_has_come(const struct inflow *inflow, int most_ms)
{
	struct pollfd news = { .fd = inflow->fd, .events = POLLIN };

	return poll(&news, 1, most_ms) > 0;
}

static size_t count_newlines(struct str bytes)
{
	size_t count = 0;

	for (size_t at = 0; at < bytes.len; at++)
		count += bytes.ptr[at] == '\n';
	return count;
}

/* Reads some bytes of a descriptor that has some, or is at its end. */
static void inflow_read(struct inflow *inflow)
{
	char *room = buf_room(&inflow->bytes, READ_BYTES);
	ssize_t got = read(inflow->fd, room, READ_BYTES);

	if (got < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (got > 0) {
		struct str bytes = { room, (size_t)got };

		inflow->bytes.len += bytes.len;
		inflow->bytes.ptr[inflow->bytes.len] = '\0';
		inflow->lines += count_newlines(bytes);
		inflow->is_long =
			!load_may_hold(buf_str(&inflow->bytes), inflow->lines);
	}
	if (got <= 0 || inflow->is_long)
		inflow_close(inflow);
}

/* Is the first page there, or so much that one can begin with it? */
static bool inflow_has_page(const struct inflow *inflow)
{
	const char *ptr = inflow->bytes.ptr;
	const char *end = inflow->bytes.len > 1
	                          ? memchr(ptr + 1, '\f', inflow->bytes.len - 1)
	                          : NULL;

	return load_may_grow(buf_str(&inflow->bytes)) &&
	       (end || inflow->bytes.len >= FIRST_BYTES);
}

/* What has come, up to the end of a line while more may come. */
static struct str inflow_lines(const struct inflow *inflow)
{
	size_t end = inflow->bytes.len;

	while (inflow->fd >= 0 && end && inflow->bytes.ptr[end - 1] != '\n')
		end--;
	return str_slice(buf_str(&inflow->bytes), 0,
	                 end ? end : inflow->bytes.len);
}

/* Reads until there is enough to begin with; false: someone has left. */
static bool inflow_read_first(struct inflow *inflow)
{
	struct waiting *waiting = &inflow->opener->waiting;

	while (inflow->fd >= 0 && !inflow_has_page(inflow)) {
		if (inflow_has_come(inflow, MOMENT_MS))
			inflow_read(inflow);
		else if (load_may_grow(buf_str(&inflow->bytes)))
			break;
		else if (!waiting_wait(waiting, inflow->fd, inflow->name))
			return false;
	}
	return true;
}

static struct session *inflow_session(struct inflow *inflow)
{
	struct str lines = inflow_lines(inflow);

	inflow->shown_bytes = lines.len;
	return opener_open_bytes(inflow->opener, inflow->name, lines);
}

struct session *inflow_begin(struct inflow *inflow, struct opener *opener,
                             const char *name)
{
	bool was_pipe;

	*inflow = (struct inflow){ .opener = opener,
		                   .name = mem_dup(name, strlen(name)),
		                   .fd = source_open(name) };
	buf_init(&inflow->bytes);
	opener->waiting.left = false;
	opener->waiting.error = NULL;
	was_pipe = inflow->fd >= 0 && is_pipe(inflow->fd);
	if (!was_pipe)
		inflow_close(inflow);
	if (!inflow_read_first(inflow))
		return NULL;
	if (inflow->fd >= 0)
		return inflow_session(inflow);
	inflow->all = buf_str(&inflow->bytes);
	opener->how.given = was_pipe ? &inflow->all : NULL;
	return NULL;
}

void inflow_release(struct inflow *inflow)
{
	inflow_close(inflow);
	if (inflow->next)
		opener_close(inflow->next);
	free(inflow->name);
	buf_release(&inflow->bytes);
}

void inflow_follow(struct inflow *inflow, struct document *document)
{
	inflow->document = document;
	document->received_bytes = inflow->bytes.len;
}

bool inflow_goes_on(const struct inflow *inflow)
{
	return inflow->document != NULL;
}

void inflow_await(struct inflow *inflow)
{
	/* What is at its end has no news. */
	if (inflow->fd >= 0)
		inflow->is_quiet = !tty_await(inflow->fd, MOMENT_MS) &&
		                   !inflow_has_come(inflow, 0);
}

/* Has so much come that an issue is to be made of it? */
static bool inflow_has_more(const struct inflow *inflow)
{
	size_t more = inflow_lines(inflow).len - inflow->shown_bytes;

	return more && !inflow->is_long &&
	       (inflow->fd < 0 || inflow->is_quiet ||
	        more > inflow->shown_bytes / MORE_SHARE);
}

/* May another issue take the place of the one that is shown?  Not while someone types
 * an answer about it, or waits for something of it. */
static bool inflow_may_show(const struct inflow *inflow, const struct app *app)
{
	return app->document != inflow->document ||
	       (app->asking == ASK_NOTHING && !app->then);
}

static void inflow_show(struct inflow *inflow, struct app *app)
{
	opener_close(grow_document(inflow->document, inflow->next));
	inflow->next = NULL;
	app_leave_no_article(app);
}

/* All has come, and is shown. */
static void inflow_end(struct inflow *inflow, struct app *app)
{
	struct document *document = inflow->document;

	document->received_bytes = 0;
	document->past.sought_digest = false;
	inflow->document = NULL;
	if (inflow->is_long)
		app_complain(app, "%s",
		             _("There is more input than is read of a pipe; "
		               "this is its beginning"));
}

bool inflow_step(struct inflow *inflow, struct app *app)
{
	size_t before = inflow->bytes.len;

	if (!open_issues_has(&app->issues, inflow->document)) {
		inflow_close(inflow);
		inflow->document = NULL;
		return false;
	}
	if (inflow->fd >= 0 && inflow_has_come(inflow, 0)) {
		inflow_read(inflow);
		inflow->document->received_bytes = inflow->bytes.len;
	}
	if (!inflow->next && inflow_has_more(inflow))
		inflow->next = inflow_session(inflow);
	if (inflow->next && !session_step(inflow->next) &&
	    inflow_may_show(inflow, app)) {
		inflow_show(inflow, app);
		return true;
	}
	if (inflow->fd < 0 && !inflow->next) {
		inflow_end(inflow, app);
		return true;
	}
	return inflow->bytes.len != before;
}

bool inflow_has_work(const struct inflow *inflow, const struct app *app)
{
	if (!inflow_goes_on(inflow))
		return false;
	if (inflow->next)
		return !session_is_whole(inflow->next) ||
		       inflow_may_show(inflow, app);
	return inflow->fd < 0 || inflow_has_more(inflow);
}

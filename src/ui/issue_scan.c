/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/issue_scan.h"

#include "base/mem.h"
#include "session/session.h"
#include "ui/document.h"

#include <stdlib.h>

static void scan_close(struct issue_scan *scan)
{
	if (scan->session)
		session_close(scan->session);
	free(scan->session);
	scan->session = NULL;
}

void issue_scan_end(struct issue_scan *scan)
{
	scan_close(scan);
	*scan = (struct issue_scan){ 0 };
}

void issue_scan_begin(struct issue_scan *scan)
{
	issue_scan_end(scan);
	scan->is_running = true;
}

/* Begins to load an issue for the scan; false: it cannot be read. */
static bool scan_open(struct issue_scan *scan, const struct open_issues *issues)
{
	char *error = NULL;
	size_t count;
	const char *const *names =
		open_issues_names(&issues->items[scan->at], &count);

	scan->session = mem_alloc(sizeof *scan->session);
	if (session_open(scan->session, names, count, &issues->how, true,
	                 &error))
		return true;
	free(error);
	free(scan->session);
	scan->session = NULL;
	return false;
}

const struct issue *issue_scan_step(struct issue_scan *scan,
                                    const struct open_issues *issues,
                                    size_t *at)
{
	const struct document *document;

	if (scan->session && session_is_whole(scan->session)) {
		scan_close(scan);
		scan->at++;
	}
	if (scan->at >= issues->count) {
		issue_scan_end(scan);
		return NULL;
	}
	*at = scan->at;
	document = issues->items[scan->at].document;
	if (!scan->session && document && session_is_whole(document->session)) {
		scan->at++;
		return document->session->issue;
	}
	if (!scan->session && !scan_open(scan, issues)) {
		scan->at++;
		return NULL;
	}
	return session_step(scan->session) ? NULL : scan->session->issue;
}

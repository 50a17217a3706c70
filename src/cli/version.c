/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/version.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/process.h"
#include "text/neutralise.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The helper says little. */
#define ANSWER_MOST_BYTES 4096

void version_add(struct buf *out)
{
	buf_addf(out, "%s\n%s\n%s\n", PACKAGE_STRING,
	         _("Copyright (C) 2026 The baolan authors"),
	         _("GPL-3.0-or-later; there is no warranty."));
}

static void read_answer(struct buf *answer, int fd)
{
	ssize_t got = 1;

	while (got > 0 && answer->len < ANSWER_MOST_BYTES) {
		got = read(fd, buf_room(answer, ANSWER_MOST_BYTES),
		           ANSWER_MOST_BYTES);
		answer->len += got > 0 ? (size_t)got : 0;
	}
}

/* Appends what the helper says with --box; returns 0, or the errno that says why it says
 * nothing. */
static int ask_helper(struct buf *answer, const char *helper)
{
	char *program = mem_dup(helper, strlen(helper));
	char option[] = "--box";
	char *const argv[] = { program, option, NULL };
	int ends[2] = { -1, -1 };
	int error = pipe2(ends, O_CLOEXEC) ? errno : 0;
	const int fds[] = { STDIN_FILENO, ends[1] };
	pid_t pid;

	if (!error)
		error = process_start(&pid, &(struct process){ .argv = argv,
		                                               .fds = fds,
		                                               .fd_count = 2 });
	close(ends[1]);
	if (!error) {
		read_answer(answer, ends[0]);
		close(ends[0]);
		waitpid(pid, NULL, 0);
	}
	free(program);
	return error;
}

/* The next line of an answer, "NAME<TAB>VALUE", from byte *at on; false at the end. */
static bool next_pair(struct str answer, size_t *at, struct str *name,
                      struct str *value)
{
	size_t tab = str_find(answer, STR("\t"), *at);
	size_t end = str_find(answer, STR("\n"), *at);

	if (tab == NPOS || end == NPOS || tab > end)
		return false;
	*name = str_slice(answer, *at, tab);
	*value = str_slice(answer, tab + 1, end);
	*at = end + 1;
	return true;
}

/* Appends the names of the lines from byte `at` on that have that value: "a, b". */
static void add_names(struct buf *out, struct str answer, size_t at,
                      struct str wanted)
{
	size_t begun = out->len;
	struct str name, value;

	while (next_pair(answer, &at, &name, &value)) {
		if (!str_equal(value, wanted))
			continue;
		if (out->len > begun)
			buf_add_c(out, ", ");
		neutralise(out, name);
	}
}

/* The first line names the library, the others the parts of its box. */
static void add_answer(struct buf *out, struct str answer)
{
	struct str library, release;
	struct buf holds, lacks;
	size_t at = 0;

	if (!next_pair(answer, &at, &library, &release)) {
		buf_add_c(out, _("PDF: baolan-pdf gives no answer"));
		return;
	}
	buf_init(&holds);
	buf_init(&lacks);
	add_names(&holds, answer, at, STR("yes"));
	add_names(&lacks, answer, at, STR("no"));
	buf_add_c(out, _("PDF: "));
	neutralise(out, library);
	buf_add_byte(out, ' ');
	neutralise(out, release);
	/* TRANSLATORS: what a process may not do: "limits, landlock, seccomp" */
	buf_addf(out, _(", in a box of %s"), holds.ptr);
	if (lacks.len)
		buf_addf(out, _("; this system lacks %s"), lacks.ptr);
	buf_release(&holds);
	buf_release(&lacks);
}

void version_add_pdf(struct buf *out, const char *helper)
{
	struct buf answer;
	int error;

	if (!helper) {
		buf_addf(out, "%s\n", _("PDF: built without what reads it"));
		return;
	}
	buf_init(&answer);
	error = ask_helper(&answer, helper);
	if (error) {
		buf_add_c(out, _("PDF: "));
		neutralise(out, str_from(helper));
		buf_addf(out, ": %s", i18n_reason(error));
	} else {
		add_answer(out, buf_str(&answer));
	}
	buf_add_byte(out, '\n');
	buf_release(&answer);
}

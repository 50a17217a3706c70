/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/state.h"

#include "base/mem.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/*
 * Random sessions, always two at once, of which most are killed at a random moment: what
 * a flush reported as kept is there afterwards, or what the same session put behind it.
 * STORE_SESSIONS in the environment is how many sessions there are.
 */

#define SESSIONS 120
#define READERS  2     /* that run at once, each with names of its own */
#define NAMES    5     /* of the values of a reader */
#define CHANGES  40    /* of a session, at most */
#define SPINS    60000 /* turns of a loop between a report and the kill */

static char folder[] = "/tmp/p-store.XXXXXX";

/* What sessions report by their pipe: a value is kept. */
struct report {
	int name, number;
};

static unsigned random_state = 1;

static unsigned draw(unsigned below)
{
	random_state = random_state * 1103515245u + 12345u;
	return (random_state >> 8) % below;
}

static struct store *opened(void)
{
	char *problem;
	struct store *store = store_open(&problem);

	if (!store || problem) {
		fprintf(stderr, "# %s\n", problem);
		_exit(1);
	}
	return store;
}

static void put(struct store *store, int name, int number)
{
	char name_text[16], number_text[16];

	snprintf(name_text, sizeof name_text, "%d", name);
	snprintf(number_text, sizeof number_text, "%d", number);
	state_put(store, name_text, str_from(number_text));
	state_add_history(store, STATE_HISTORY_SEARCH, str_from(number_text));
}

/* Puts numbers that grow, flushes now and then, and reports what is kept. */
static void be_session(int first, int names, int report_fd)
{
	struct store *store = opened();
	struct report last[NAMES];
	int count = (int)draw(CHANGES) + 1, waiting = 0;

	for (int i = 0; i < count; i++) {
		last[waiting] =
			(struct report){ names + (int)draw(NAMES), first + i };
		put(store, last[waiting].name, last[waiting].number);
		waiting++;
		if (waiting < NAMES && draw(3))
			continue;
		/* Another session may write just then. */
		if (!store_flush(store, draw(4) ? STORE_SOON : STORE_SURELY) &&
		    waiting < NAMES)
			continue;
		if (store_has_changes(store) && !store_flush(store, STORE_LAST))
			_exit(4);
		if (write(report_fd, last, sizeof *last * (size_t)waiting) < 0)
			_exit(2);
		waiting = 0;
	}
	if (!store_flush(store, STORE_LAST))
		_exit(3);
	store_close(store);
	_exit(0);
}

/* A session that runs, and what it reports. */
struct run {
	pid_t child;
	int fd;
	bool killed;
};

static struct run start(int first, int names)
{
	int fds[2];
	struct run run = { 0 };

	assert_int_equal(pipe(fds), 0);
	random_state += 77;
	run.child = fork();
	if (!run.child) {
		close(fds[0]);
		be_session(first, names, fds[1]);
	}
	close(fds[1]);
	run.fd = fds[0];
	return run;
}

static bool take_report(struct run *run, int *kept)
{
	struct report report;

	if (read(run->fd, &report, sizeof report) != sizeof report)
		return false;
	if (report.number > kept[report.name])
		kept[report.name] = report.number;
	return true;
}

/* Kills a session soon after some of its reports, or lets it end. */
static void finish(struct run *run, int *kept)
{
	const bool kills = draw(4) != 0;
	unsigned reports = draw(CHANGES / 3);
	volatile unsigned spins = draw(SPINS);
	int status;

	while (reports && take_report(run, kept))
		reports--;
	while (spins)
		spins--;
	if (kills)
		kill(run->child, SIGKILL);
	while (take_report(run, kept))
		continue;
	close(run->fd);
	assert_int_equal(waitpid(run->child, &status, 0), run->child);
	run->killed = WIFSIGNALED(status);
	assert_true(run->killed || status == 0);
}

/* What was reported is there, or a number that was put behind it. */
static void check(int *kept)
{
	struct store *store = opened();

	for (int name = 0; name < READERS * NAMES; name++) {
		char text[16];
		struct buf out;
		int number;

		snprintf(text, sizeof text, "%d", name);
		buf_init(&out);
		number = state_get(store, text, &out) ? atoi(out.ptr) : -1;
		buf_release(&out);
		assert_true(number >= kept[name]);
		kept[name] = number;
	}
	assert_null(store_take_problem(store));
	store_close(store);
}

static void what_was_kept_survives_kills(void **state)
{
	const char *asked = getenv("STORE_SESSIONS");
	int count = asked ? atoi(asked) : SESSIONS, killed = 0;
	int kept[READERS * NAMES];

	(void)state;
	for (int name = 0; name < READERS * NAMES; name++)
		kept[name] = -1;
	for (int i = 0; i < count; i += READERS) {
		struct run runs[READERS];

		for (int reader = 0; reader < READERS; reader++)
			runs[reader] = start(i * CHANGES, reader * NAMES);
		for (int reader = 0; reader < READERS; reader++) {
			finish(&runs[reader], kept);
			killed += runs[reader].killed;
		}
		check(kept);
	}
	printf("# %d sessions, %d of them killed\n", count, killed);
	assert_true(killed > 0 && killed < count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_kept_survives_kills),
	};
	char command[64];
	int failed;

	assert_non_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command) ? 1 : failed;
}

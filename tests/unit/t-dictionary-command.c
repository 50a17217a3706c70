/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dictionary_command.h"

#include "../lib/test_reader.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct test_reader reader;

static struct dictionary_command *command(void)
{
	return &reader.app.dictionary_command;
}

/* With the view of the dictionary, in which the command is asked for a word. */
static void ask(const char *line, const char *word)
{
	test_reader_open(&reader);
	app_show(&reader.app, VIEW_ENTRY);
	dictionary_command_ask(command(), line, str_from(word));
}

static void finish(void)
{
	while (dictionary_command_is_running(command()))
		dictionary_command_step(command());
}

static void assert_says(const char *text, const char *problem)
{
	finish();
	assert_true(str_equal(buf_str(&command()->text), str_from(text)));
	if (*problem)
		assert_non_null(strstr(command()->problem.ptr, problem));
	else
		assert_int_equal(command()->problem.len, 0);
	test_reader_close(&reader);
}

static void a_word_is_one_argument(void **state)
{
	static const struct {
		const char *line, *word, *says;
	} cases[] = {
		{ "printf %s. a", "公园", "a.公园." },
		{ "printf %s.", "two words", "two words." },
		{ "printf %s.", "$(false)`x`;'\"", "$(false)`x`;'\"." },
		{ "printf %s.", "*", "*." },
		{ "printf %s.", "-n", "--.-n." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ask(cases[i].line, cases[i].word);
		assert_says(cases[i].says, "");
	}
}

static void why_it_says_nothing_is_told(void **state)
{
	(void)state;
	ask("no-such-program-at-all", "公园");
	assert_says("", "There is no program no-such-program-at-all");
	ask("/", "公园");
	assert_says("", "Not started");
	ask("true", "公园");
	assert_says("", "says nothing");
	ask("cat -", "/dev/null"); /* it has no input */
	assert_says("", "says nothing");
}

static void it_is_ended_when_it_is_late(void **state)
{
	pid_t pid;

	(void)state;
	ask("tail -f", "/dev/null");
	pid = command()->output.pid;
	command()->output.silent_most_ms = 1;
	finish();
	assert_int_equal(kill(pid, 0), -1);
	assert_int_equal(errno, ESRCH);
	assert_says("", "said nothing for 5 seconds");
}

static void it_is_ended_with_its_view(void **state)
{
	pid_t pid;

	(void)state;
	ask("tail -f", "/dev/null");
	pid = command()->output.pid;
	assert_true(loading_has_work(&reader.app));
	app_leave(&reader.app);
	app_work(&reader.app);
	assert_false(dictionary_command_is_running(command()));
	assert_int_equal(kill(pid, 0), -1);
	test_reader_close(&reader);
	/* And with the reader. */
	ask("tail -f", "/dev/null");
	pid = command()->output.pid;
	test_reader_close(&reader);
	assert_int_equal(kill(pid, 0), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_one_argument),
		cmocka_unit_test(why_it_says_nothing_is_told),
		cmocka_unit_test(it_is_ended_when_it_is_late),
		cmocka_unit_test(it_is_ended_with_its_view),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}

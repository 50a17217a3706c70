/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/request.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The words, each in brackets, or why there are none. */
static void check(const char *line, const char *want)
{
	struct request request;
	const char *why_not;
	struct buf seen;

	request_init(&request);
	buf_init(&seen);
	why_not = request_take_words(&request, line);
	for (size_t i = 0; !why_not && request.words[i]; i++)
		buf_addf(&seen, "[%s]", request.words[i]);
	assert_string_equal(why_not ? why_not : seen.ptr, want);
	request_release(&request);
	buf_release(&seen);
}

static void words_are_taken(void **state)
{
	(void)state;
	setenv("HOME", "/home/reader", 1);
	setenv("WORD", "a b", 1);
	check("cat", "[cat]");
	check("  wc  -c ", "[wc][-c]");
	check("'a b' \"c d\" e\\ f ''", "[a b][c d][e f][]");
	check("grep 疫情 \"“\"", "[grep][疫情][“]");
	check("tee ~/x '~'", "[tee][/home/reader/x][~]");
	check("echo \"$WORD\" '$WORD'", "[echo][a b][$WORD]");
	check("sh -c 'sort | uniq >x; rm $(ls)'",
	      "[sh][-c][sort | uniq >x; rm $(ls)]");
}

static void a_shell_is_not_played(void **state)
{
	static const char *const lines[] = { "a | b", "a; b",   "a > b",
		                             "a & b", "$(a)",   "`a`",
		                             "(a)",   "a <b",   "{ a; }",
		                             "a\nb",  "\"`a`\"" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		check(lines[i], "That needs a shell: sh -c '…'");
	unsetenv("NONE");
	check("a $NONE", "There is no variable of that name");
	check("a 'b", "A quotation mark or a bracket is not closed");
	check("", "There is no command in that");
}

static void words_go_with_the_errand(void **state)
{
	struct request request;

	(void)state;
	request_init(&request);
	assert_null(request_take_words(&request, "vim -R"));
	request_add_word(&request, "/tmp/a b.txt");
	assert_string_equal(request.words[2], "/tmp/a b.txt");
	assert_null(request.words[3]);
	request_clear(&request);
	assert_null(request_take_words(&request, "cat"));
	assert_string_equal(request.words[0], "cat");
	assert_null(request.words[1]);
	request_release(&request);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_taken),
		cmocka_unit_test(a_shell_is_not_played),
		cmocka_unit_test(words_go_with_the_errand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

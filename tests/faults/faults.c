/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "result.h"

#include "base/mem.h"
#include "base/num.h"

#include <errno.h>
#include <iconv.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * The program, with one call of the C library that fails: at each call of that kind, or at
 * each so many of them (FAULT_STEP=1 in the environment: at each).  Whatever fails, the program
 * ends by itself; what it has given is right, or it gave nothing and said why; a file that it
 * writes is the old or the new one; and the terminal is as it was.
 *
 *   faults [USE [FAULT]]    those alone whose names have these words in them
 */

/* `new` is a file that is there.  All keys of a session are typed before it begins. */
static const struct use uses[] = {
	{ "a list", "--list page.txt", NULL },
	{ "a list of a folder", "--list pages", NULL },
	{ "a list of GB18030", "--list gb18030.txt", NULL },
	{ "a list of an export in JSON", "--list page.json", NULL },
	{ "a list of ALTO", "--list package", NULL },
	{ "a list of records", "--list page.records", NULL },
	{ "a search", "--search=植树 --format=json page.txt", NULL },
	{ "an export in JSON", "-e all -f json page.txt", NULL },
	{ "an export in HTML", "-e all -f html -o new --force page.txt", NULL },
	{ "an export in EPUB", "-e all -f epub -o new --force page.txt", NULL },
	{ "a session that reads", "page.txt", "j\rtn/植树\r*\rvV?Q" },
	/* A prompt that stays open, since nothing was saved, is left. */
	{ "a session that saves", "page.txt", "v}}s\025new\ry\033Q" },
	{ "a session of broken characters", "page.txt",
	  "/\xe9\xe9\xe9\xe9\xe9\xe6\xa4\r\x80\x80\x80\x80Q" },
	{ "a session that corrects", "page.txt", "v}}r5}mnote\r'Q" },
};

static const struct fault faults[] = {
	{ "no memory", "malloc", ENOMEM, ANSWER_TOLD, 12 },
	{ "a read that fails", "read", EIO, ANSWER_TOLD, 5 },
	{ "reads of a byte", "read", -1, ANSWER_RIGHT, 0 },
	{ "reads that are interrupted", "read", EINTR, ANSWER_RIGHT, 0 },
	{ "keys that are interrupted", "key", EINTR, ANSWER_RIGHT, 0 },
	{ "no keyboard any more", "key", EIO, ANSWER_HUNG_UP, 4 },
	{ "a file that is not opened", "open", EMFILE, ANSWER_TOLD, 5 },
	{ "a close that fails", "close", EIO, ANSWER_FAILED, 5 },
	{ "a full disk", "disk", ENOSPC, ANSWER_FAILED, 6 },
	{ "a quota", "disk", EDQUOT, ANSWER_FAILED, 2 },
	{ "a sync that fails", "fsync", EIO, ANSWER_FAILED, 4 },
	{ "a link that fails", "link", ENOSPC, ANSWER_FAILED, 4 },
	{ "a rename that fails", "rename", EDQUOT, ANSWER_FAILED, 4 },
	{ "the end of the process", "file", -1, ANSWER_KILLED, 8 },
};

#define WRONG_MOST 5 /* of a use and a fault: each may take a minute */

struct check {
	struct runner runner;
	struct buf state; /* what a former session has kept */
	long step;        /* 0: that of the fault */
	int cases, failures;
};

/* Prints what is wrong with a run, and its last words. */
static void explain(const char *fault, const char *wrong,
                    const struct outcome *outcome)
{
	struct str words =
		buf_str(outcome->err.len ? &outcome->err : &outcome->out);

	printf("# %s: %s; status %#x\n# ", fault, wrong,
	       (unsigned)outcome->status);
	if (words.len > 200)
		words = str_slice(words, words.len - 200, words.len);
	for (size_t i = 0; i < words.len; i++)
		putchar(words.ptr[i] >= ' ' || words.ptr[i] < 0 ? words.ptr[i]
		                                                : '.');
	putchar('\n');
}

/* Runs a use with that fault at call `number`, or at every call for 0; false: something is
 * wrong. */
static bool try_fault(struct check *check, const struct use *use,
                      const struct fault *fault, long number,
                      const struct result *right)
{
	char text[64], which[24] = "every", error[24];
	struct result result;
	const char *wrong;

	if (fault->most)
		snprintf(which, sizeof which, "%ld", number);
	snprintf(error, sizeof error, "%d", fault->error);
	snprintf(text, sizeof text, "%s %s %s", fault->call, which,
	         fault->error > 0                 ? error
	         : fault->answer == ANSWER_KILLED ? "kill"
	                                          : "half");
	result_run(&result, &check->runner, use, text,
	           use->keys ? buf_str(&check->state) : STR(""));
	wrong = result_wrong(use, fault, right, &result);
	if (wrong)
		explain(text, wrong, &result.outcome);
	result_release(&result);
	return !wrong;
}

/* Was it named, or none of its kind? */
static bool is_chosen(const char *asked, const char *about)
{
	return !asked || strstr(about, asked);
}

/* A use with calls of a kind that fail. */
static void check_fault(struct check *check, const struct use *use,
                        const struct fault *fault, const struct result *right)
{
	const long calls = result_calls(right, fault->call);
	/* A disk of 0 bytes is the first one. */
	long number = strcmp(fault->call, "disk") ? 1 : 0;
	long step = check->step, wrong = 0, runs = 0;

	if (calls <= 0)
		return;
	if (!fault->most)
		step = calls;
	else if (!step)
		step = larger(1, (int)(calls / fault->most));
	for (; number <= calls && wrong < WRONG_MOST; number += step, runs++)
		wrong += !try_fault(check, use, fault, number, right);
	check->failures += wrong > 0;
	printf("%sok %d - %s, %s: %ld of %ld\n", wrong ? "not " : "",
	       ++check->cases, use->about, fault->about, runs, calls);
	fflush(stdout);
}

/* A use without faults, and then with each, or those alone that have the word `asked`. */
static void check_use(struct check *check, const struct use *use,
                      const char *asked)
{
	struct result right;

	result_run(&right, &check->runner, use, "",
	           use->keys ? buf_str(&check->state) : STR(""));
	if (right.outcome.status || right.outcome.is_changed) {
		explain("no fault", "it does not run", &right.outcome);
		printf("not ok %d - %s\n", ++check->cases, use->about);
		check->failures++;
	}
	for (size_t i = 0; i < ARRAY_LEN(faults); i++)
		if (is_chosen(asked, faults[i].about) &&
		    (use->keys || strcmp(faults[i].call, "key")))
			check_fault(check, use, &faults[i], &right);
	result_release(&right);
}

/* A file in an encoding of one or two bytes a character. */
static void write_encoded(const char *path, struct str text)
{
	iconv_t handle = iconv_open("GB18030", "UTF-8");
	char bytes[4096], *in = (char *)text.ptr, *out = bytes;
	size_t left = text.len, room = sizeof bytes;

	if (handle != (iconv_t)-1) {
		iconv(handle, &in, &left, &out, &room);
		iconv_close(handle);
	}
	runner_write(path, (struct str){ bytes, (size_t)(out - bytes) });
}

/* Copies a file of the tests. */
static void copy(const char *folder, const char *name, const char *to)
{
	struct buf path, bytes;

	buf_init(&path);
	buf_init(&bytes);
	buf_addf(&path, "%s/%s", folder, name);
	runner_read(&bytes, path.ptr);
	if (!bytes.len) {
		printf("Bail out! no %s\n", path.ptr);
		exit(99);
	}
	runner_write(to, buf_str(&bytes));
	buf_release(&path);
	buf_release(&bytes);
}

/* Makes what the uses read. */
static void make_pages(struct check *check, const char *data)
{
	const struct use in_json = { "", "-e all -f json page.txt", NULL };
	const struct use session = { "", "page.txt", "/植树\rmnote\rQ" };
	struct result result;
	struct buf page;

	mkdir("pages", 0700);
	mkdir("package", 0700);
	mkdir("package/alto", 0700);
	copy(data, "two-pages/1.txt", "page.txt");
	copy(data, "two-pages/1.txt", "pages/1.txt");
	copy(data, "two-pages/2.txt", "pages/2.txt");
	copy(data, "fake-pdf/page.records", "page.records");
	copy(data, "package/gazette-mets.xml", "package/gazette-mets.xml");
	copy(data, "package/alto/1.xml", "package/alto/1.xml");
	copy(data, "package/alto/2.xml", "package/alto/2.xml");
	buf_init(&page);
	runner_read(&page, "page.txt");
	write_encoded("gb18030.txt", buf_str(&page));
	buf_release(&page);
	result_run(&result, &check->runner, &in_json, "", STR(""));
	runner_write("page.json", buf_str(&result.outcome.out));
	result_release(&result);
	result_run(&result, &check->runner, &session, "", STR(""));
	runner_read(&check->state, RESULT_STATE);
	result_release(&result);
}

int main(int argc, char *argv[])
{
	const char *source = getenv("srcdir"), *step = getenv("FAULT_STEP");
	struct check check = { .step = step ? atol(step) : 0 };
	char path[4096], data[4096] = "";

	snprintf(path, sizeof path, "%s/tests/data", source ? source : ".");
	if (!realpath(path, data) || !runner_open(&check.runner, data)) {
		printf("Bail out! no program, or no tests/faults/shim.so\n");
		return 99;
	}
	buf_init(&check.state);
	make_pages(&check, data);
	for (size_t i = 0; i < ARRAY_LEN(uses); i++)
		if (is_chosen(argc > 1 ? argv[1] : NULL, uses[i].about))
			check_use(&check, &uses[i], argc > 2 ? argv[2] : NULL);
	printf("1..%d\n", check.cases);
	runner_close(&check.runner);
	buf_release(&check.state);
	return check.failures > 0;
}

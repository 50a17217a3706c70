/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_RESULT_H
#define TESTS_RESULT_H

#include "runner.h"

#include <stdbool.h>

/* What came of a use of the program with calls that fail, and what is wrong with it. */

struct use {
	const char *about;
	const char *args;
	const char *keys; /* NULL: without a terminal */
};

/* How the program may answer to a kind of fault. */
enum answer {
	ANSWER_RIGHT,   /* as if nothing were */
	ANSWER_FAILED,  /* rightly, or by a message and nothing else */
	ANSWER_TOLD,    /* in another way, too, with a message */
	ANSWER_HUNG_UP, /* it ends as by SIGHUP */
	ANSWER_KILLED   /* it is killed */
};

struct fault {
	const char *about;
	const char *call; /* as in shim.c */
	int error;
	enum answer answer;
	long most; /* calls of a use that fail, about; 0: each of them in one run */
};

#define RESULT_FILES 2
#define RESULT_STATE ".local/state/baolan/state.db"

/* What a run came to. */
struct result {
	struct outcome outcome;
	struct buf files[RESULT_FILES]; /* that it may write; `new` is one */
};

/* Runs a use with a fault, as if for the first time, but for a file `new`, which is there, and
 * what a former run has kept of itself, unless `state` is empty. */
void result_run(struct result *result, const struct runner *runner,
                const struct use *use, const char *fault, struct str state);
void result_release(struct result *result);

/* How many calls of a name there were; -1: that is not known. */
long result_calls(const struct result *result, const char *call);

/* What is wrong with a run, as a sentence; NULL: nothing. */
const char *result_wrong(const struct use *use, const struct fault *fault,
                         const struct result *right,
                         const struct result *result);

#endif

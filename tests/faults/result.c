/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "result.h"

#include "base/mem.h"
#include "state/store.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files that a use may write; the first is there before. */
static const char *const written[RESULT_FILES] = { "new", "page.txt.baolan" };
#define OLD "old\n"

static void result_init(struct result *result)
{
	outcome_init(&result->outcome);
	for (size_t i = 0; i < RESULT_FILES; i++)
		buf_init(&result->files[i]);
}

void result_release(struct result *result)
{
	outcome_release(&result->outcome);
	for (size_t i = 0; i < RESULT_FILES; i++)
		buf_release(&result->files[i]);
}

/* What a former run has kept of itself. */
static void put_state(struct str state)
{
	static const char *const folders[] = { ".local", ".local/state",
		                               ".local/state/baolan" };

	runner_remove(".local");
	if (!state.len)
		return;
	for (size_t i = 0; i < ARRAY_LEN(folders); i++)
		mkdir(folders[i], 0700);
	runner_write(RESULT_STATE, state);
}

void result_run(struct result *result, const struct runner *runner,
                const struct use *use, const char *fault, struct str state)
{
	put_state(state);
	runner_remove("page.txt.baolan");
	runner_write("new", STR(OLD));
	result_init(result);
	runner_run(runner, use->args, use->keys, fault, &result->outcome);
	for (size_t i = 0; i < RESULT_FILES; i++)
		runner_read(&result->files[i], written[i]);
}

long result_calls(const struct result *result, const char *call)
{
	struct buf line;
	size_t at;

	buf_init(&line);
	buf_addf(&line, "%s ", call);
	at = str_find(buf_str(&result->outcome.calls), buf_str(&line), 0);
	if (at != NPOS)
		at += line.len;
	buf_release(&line);
	return at == NPOS ? -1 : atol(result->outcome.calls.ptr + at);
}

/* Removes temporary files that are left in the folder; false: there is none. */
static bool take_left(void)
{
	DIR *folder = opendir(".");
	const struct dirent *entry;
	bool is = false;

	while (folder && (entry = readdir(folder)))
		if (!strncmp(entry->d_name, ".baolan-", 8)) {
			is = true;
			unlink(entry->d_name);
		}
	if (folder)
		closedir(folder);
	return is;
}

/* Is there a message where a person sees it: not on the screen that was left?  curses ends
 * the program itself where it finds no memory for the description of the terminal. */
static bool is_told(const struct use *use, const struct outcome *outcome)
{
	const struct str leaves = STR("\033[?1049l");
	struct str out = buf_str(&outcome->out);
	size_t at = 0, next;

	if (!use->keys)
		return outcome->err.len > 0;
	while ((next = str_find(out, leaves, at)) != NPOS)
		at = next + leaves.len;
	return str_find(out, STR("baolan: "), at) != NPOS ||
	       str_find(out, STR("Out of memory"), at) != NPOS;
}

/* Can the next run go on with what this one has kept? */
static bool is_state_well(void)
{
	char *problem = NULL;
	struct store *store;
	bool is_well;

	if (access(RESULT_STATE, F_OK))
		return true;
	store = store_open_file(RESULT_STATE, &problem);
	is_well = store && !problem;
	store_close(store);
	free(problem);
	return is_well;
}

/* Is each file the old or the right one? */
static const char *files_wrong(const struct result *right,
                               const struct result *result)
{
	for (size_t i = 0; i < RESULT_FILES; i++) {
		struct str bytes = buf_str(&result->files[i]);

		if (!str_equal(bytes, buf_str(&right->files[i])) &&
		    !str_equal(bytes, i ? STR("") : STR(OLD)))
			return "a file is neither the old nor the new one";
	}
	return NULL;
}

/* Of a run without a terminal that ended by itself with that status. */
static const char *answer_wrong(const struct use *use, enum answer answer,
                                const struct result *right,
                                const struct result *result)
{
	const struct outcome *outcome = &result->outcome;
	bool is_right =
		outcome->status == right->outcome.status &&
		str_equal(buf_str(&outcome->out), buf_str(&right->outcome.out));

	for (size_t i = 0; i < RESULT_FILES; i++)
		is_right = is_right && str_equal(buf_str(&result->files[i]),
		                                 buf_str(&right->files[i]));
	if (is_right)
		return NULL;
	if (answer == ANSWER_RIGHT)
		return "the answer is another";
	if (!is_told(use, outcome))
		return "the answer is another, without a message";
	if (outcome->status && outcome->out.len)
		return "it has failed, and gave an answer";
	if (!outcome->status && answer == ANSWER_FAILED)
		return "the answer is another, with status 0";
	return NULL;
}

/* Was all written that the right run writes?  A correction may be kept in the folder of the
 * person. */
static bool is_written(const struct result *right, const struct result *result)
{
	for (size_t i = 0; i < RESULT_FILES; i++)
		if (!str_equal(buf_str(&result->files[i]),
		               buf_str(&right->files[i])) &&
		    (i == 0 || access(".local/share/baolan", F_OK)))
			return false;
	return true;
}

/* Of a session that ended by itself.  What was not written is told on the screen, or behind
 * it. */
static const char *session_wrong(const struct use *use,
                                 const struct fault *fault,
                                 const struct result *right,
                                 const struct result *result)
{
	const struct outcome *outcome = &result->outcome;

	if (outcome->is_changed)
		return "the modes of the terminal are others than before";
	if (WEXITSTATUS(outcome->status) && !is_told(use, outcome))
		return "it has failed without a message";
	if (fault->answer == ANSWER_RIGHT && outcome->status)
		return "it has failed";
	if (is_written(right, result) || outcome->status)
		return NULL;
	if (fault->answer == ANSWER_RIGHT)
		return "its files are others";
	/* What could not be read was told, and the next key came at once. */
	if (fault->answer == ANSWER_TOLD)
		return NULL;
	return str_find(buf_str(&outcome->out),
	                str_from(strerror(fault->error)), 0) == NPOS
	               ? "a file was not written, and nothing told"
	               : NULL;
}

/* Of a session whose keyboard is gone. */
static const char *hung_up_wrong(const struct use *use,
                                 const struct result *result)
{
	const struct outcome *outcome = &result->outcome;

	/* Its last key was read before. */
	if (!outcome->status &&
	    result_calls(result, "key") > (long)strlen(use->keys))
		return NULL;
	if (!WIFSIGNALED(outcome->status) ||
	    WTERMSIG(outcome->status) != SIGHUP)
		return "it has not ended as by a hangup";
	return outcome->is_changed
	               ? "the modes of the terminal are others than before"
	               : NULL;
}

const char *result_wrong(const struct use *use, const struct fault *fault,
                         const struct result *right,
                         const struct result *result)
{
	const int status = result->outcome.status;
	const bool is_left = take_left();

	if (files_wrong(right, result))
		return files_wrong(right, result);
	if (!is_state_well())
		return "what it has kept cannot be read";
	if (fault->answer == ANSWER_KILLED)
		return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL
		               ? NULL
		               : "it was not killed";
	if (fault->answer == ANSWER_HUNG_UP)
		return hung_up_wrong(use, result);
	if (!WIFEXITED(status))
		return "it has crashed or hung";
	if (WEXITSTATUS(status) > 2)
		return "its status is none of its own";
	if (is_left)
		return "a temporary file is left";
	return use->keys ? session_wrong(use, fault, right, result)
	                 : answer_wrong(use, fault->answer, right, result);
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dictionary_command.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/process.h"
#include "text/neutralise.h"
#include "ui/ask/request.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define SILENT_MOST_MS 5000
#define ALL_MOST_BYTES 65536
#define WAIT_MS        20

void dictionary_command_stop(struct dictionary_command *command)
{
	if (command->was_asked)
		process_output_stop(&command->output);
	buf_clear(&command->text);
	buf_clear(&command->problem);
	command->was_asked = false;
}

void dictionary_command_release(struct dictionary_command *command)
{
	dictionary_command_stop(command);
	buf_release(&command->text);
	buf_release(&command->problem);
}

bool dictionary_command_is_running(const struct dictionary_command *command)
{
	return command->was_asked && command->output.fd >= 0;
}

/* What says why a program was not started, and what to do. */
static void dictionary_command_add_why(struct buf *out, const char *program,
                                       int error)
{
	char *safe = neutralised(program);

	if (error == ENOENT)
		buf_addf(out,
		         _("There is no program %s: install it with a "
		           "dictionary, or name another one by the setting "
		           "dictionary-command."),
		         safe);
	else
		buf_addf(out, _("Not started: %s: %s"), i18n_reason(error),
		         safe);
	free(safe);
}

/* Starts the words of the request; 0 or an errno. */
static int dictionary_command_start(struct dictionary_command *command,
                                    const struct request *request)
{
	int end;
	int error = process_output_open(&command->output, &end, SILENT_MOST_MS,
	                                ALL_MOST_BYTES);
	int fds[] = { open("/dev/null", O_RDONLY | O_CLOEXEC), end, end };

	if (!error && fds[0] < 0)
		error = errno;
	if (!error)
		error = process_start(
			&command->output.pid,
			&(struct process){ .argv = request->words,
		                           .fds = fds,
		                           .fd_count = ARRAY_LEN(fds),
		                           .closes_others = true,
		                           .own_group = true });
	if (fds[0] >= 0)
		close(fds[0]);
	if (end >= 0)
		close(end);
	if (error)
		process_output_stop(&command->output);
	return error;
}

void dictionary_command_ask(struct dictionary_command *command,
                            const char *line, struct str word)
{
	char *argument = mem_dup(word.ptr, word.len);
	struct request request;
	const char *why_not;
	int error;

	dictionary_command_stop(command);
	line = line ? line : DICTIONARY_COMMAND;
	request_init(&request);
	why_not = request_take_words(&request, line);
	if (why_not) {
		buf_addf(&command->problem, "%s: %s", line, why_not);
	} else {
		if (argument[0] == '-')
			request_add_word(&request, "--");
		request_add_word(&request, argument);
		command->was_asked = true;
		error = dictionary_command_start(command, &request);
		if (error)
			dictionary_command_add_why(&command->problem,
			                           request.words[0], error);
	}
	request_release(&request);
	free(argument);
}

/* The program has come to its end, or is ended here. */
static void dictionary_command_end(struct dictionary_command *command)
{
	process_output_stop(&command->output);
	if (command->output.is_late)
		buf_addf(&command->problem,
		         i18n_plural("The dictionary command was ended: it "
		                     "said nothing for %d second.",
		                     "The dictionary command was ended: it "
		                     "said nothing for %d seconds.",
		                     SILENT_MOST_MS / 1000),
		         SILENT_MOST_MS / 1000);
	else if (command->output.is_too_long)
		buf_addf(&command->problem,
		         _("The dictionary command was ended: it says more "
		           "than %d KiB."),
		         ALL_MOST_BYTES / 1024);
	else if (!command->text.len)
		buf_add_c(&command->problem,
		          _("The dictionary command says nothing."));
}

bool dictionary_command_step(struct dictionary_command *command)
{
	const size_t before = command->text.len;

	if (!dictionary_command_is_running(command))
		return false;
	if (process_output_read(&command->output, &command->text, WAIT_MS))
		return command->text.len != before;
	dictionary_command_end(command);
	return true;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/password.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/save.h"
#include "load/input/source.h"
#include "text/codeset.h"
#include "text/neutralise.h"
#include "ui/term/tty.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define FILE_BYTES     4096
#define PASSWORD_BYTES 127
#define LOOK_MS        100 /* how often is looked for a signal */

enum {
	KEY_END = 4, /* ^D */
	KEY_BREAK = 3,
	KEY_BACK = 8,
	KEY_CLEAR = 21, /* ^U */
	KEY_LEAVE = 27, /* Escape */
	KEY_DELETE = 127
};

static void forget(char *text)
{
	if (text)
		explicit_bzero(text, strlen(text));
	free(text);
}

static bool read_file(struct password *password, const char *file)
{
	struct buf bytes;
	bool done;

	buf_init(&bytes);
	done = source_read(&bytes, file, FILE_BYTES, NULL);
	if (done) {
		size_t end = strcspn(bytes.ptr, "\r\n");

		password->known = mem_dup(bytes.ptr, end);
		explicit_bzero(bytes.ptr, bytes.len);
	}
	buf_release(&bytes);
	return done;
}

/* Signals that end or stop the program wait until the terminal shows again what is
 * typed. */
static void hold_signals(sigset_t *before)
{
	static const int held[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP };
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < ARRAY_LEN(held); i++)
		sigaddset(&set, held[i]);
	sigprocmask(SIG_BLOCK, &set, before);
}

static bool is_asked_to_end(void)
{
	sigset_t pending;

	return !sigpending(&pending) && (sigismember(&pending, SIGTERM) ||
	                                 sigismember(&pending, SIGHUP) ||
	                                 sigismember(&pending, SIGINT) ||
	                                 sigismember(&pending, SIGQUIT));
}

/* The next byte that is typed; false: there is none, and none will come. */
static bool next_byte(int fd, char *byte)
{
	struct pollfd news = { .fd = fd, .events = POLLIN };

	while (!is_asked_to_end()) {
		int count = poll(&news, 1, LOOK_MS);

		if (count > 0)
			return read(fd, byte, 1) == 1;
		if (count < 0 && errno != EINTR)
			return false;
	}
	return false;
}

/* Reads a line that is not shown; false: the person leaves. */
static bool read_line(int fd, struct buf *line)
{
	char byte;

	while (next_byte(fd, &byte)) {
		switch (byte) {
		case '\r':
		case '\n':
			return true;
		case KEY_BREAK:
		case KEY_END:
		case KEY_LEAVE:
			return false;
		case KEY_CLEAR:
			buf_clear(line);
			break;
		case KEY_BACK:
		case KEY_DELETE:
			line->len -= line->len > 0;
			break;
		default:
			if (line->len < PASSWORD_BYTES)
				buf_add_byte(line, byte);
		}
	}
	return false;
}

static void write_prompt(FILE *terminal, const char *name, bool again)
{
	char *safe =
		neutralised(strcmp(name, "-") ? name : _("standard input"));
	struct codeset codeset;
	struct buf text;

	buf_init(&text);
	buf_addf(&text,
	         again ? _("That is not the password of '%s'. Password: ")
	               : _("'%s' is encrypted. Password: "),
	         safe);
	codeset_init(&codeset);
	codeset_write(&codeset, terminal, buf_str(&text), NULL);
	codeset_release(&codeset);
	fflush(terminal);
	buf_release(&text);
	free(safe);
}

/* Asks at the terminal; NULL: the person leaves. */
static char *ask_at(FILE *terminal, const char *name, bool again)
{
	int fd = fileno(terminal);
	struct termios before, silent;
	sigset_t signals;
	struct buf line;
	char *typed;

	if (tcgetattr(fd, &before))
		return NULL;
	silent = before;
	silent.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	hold_signals(&signals);
	tcsetattr(fd, TCSAFLUSH, &silent);
	write_prompt(terminal, name, again);
	buf_init(&line);
	typed = read_line(fd, &line) ? mem_dup(line.ptr, line.len) : NULL;
	save_all(fd, STR("\n"));
	tcsetattr(fd, TCSAFLUSH, &before);
	sigprocmask(SIG_SETMASK, &signals, NULL);
	if (line.cap)
		explicit_bzero(line.ptr, line.cap);
	buf_release(&line);
	return typed;
}

static char *ask_person(const char *name, bool again)
{
	FILE *terminal = fopen("/dev/tty", "r+e");
	char *typed;

	if (!terminal)
		return NULL;
	/* The screen may be open, where a pipe was waited for. */
	tty_close();
	typed = ask_at(terminal, name, again);
	fclose(terminal);
	return typed;
}

static const char *password_ask(void *context, const char *name, size_t refused)
{
	struct password *password = context;

	if (password->known && !refused)
		return password->known;
	if (!password->may_ask || password->is_from_file)
		return NULL;
	forget(password->known);
	password->known = ask_person(name, refused > 0);
	return password->known;
}

bool password_init(struct password *password, const char *file, char **error)
{
	struct buf text;
	char *safe;

	*password = (struct password){ .is_from_file = file != NULL };
	password->source =
		(struct passwords){ .ask = password_ask, .context = password };
	if (!file || read_file(password, file))
		return true;
	buf_init(&text);
	safe = neutralised(file);
	buf_addf(&text, _("cannot read '%s': %s"), safe, i18n_reason(errno));
	free(safe);
	*error = buf_steal(&text);
	return false;
}

void password_release(struct password *password)
{
	forget(password->known);
	*password = (struct password){ 0 };
}

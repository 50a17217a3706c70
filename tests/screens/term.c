/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term.h"

#include "base/mem.h"
#include "picture.h"
#include "processes.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#define PATIENCE_MS 60000 /* after that the program hangs */
#define WAKE_MS     300   /* for input to arrive */

#define NO_ICONV ((iconv_t)-1)

struct term {
	VTerm *vterm;
	VTermScreen *screen;
	int master, slave;
	int rows, cols;
	pid_t child;
	bool ended, holds_answers;
	bool works, is_shell;
	bool is_stopped; /* by term_signal() */
	int status;
	bool cursor_visible, alternate;
	struct termios before;
	iconv_t decode, encode; /* NO_ICONV: the terminal is one of UTF-8 */
	struct buf undecoded;
	struct buf output;
	size_t fed_bytes;   /* of output: what libvterm has seen */
	struct buf answers; /* that are held */
	const char *background;
	size_t asked_bytes; /* of output: in which questions were looked for */
};

static void die(const char *what)
{
	printf("Bail out! %s: %s\n", what, strerror(errno));
	exit(99);
}

static long now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct term *term = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		term->cursor_visible = value->boolean;
	if (property == VTERM_PROP_ALTSCREEN)
		term->alternate = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void set_encoding(struct term *term, const char *encoding)
{
	term->decode = term->encode = NO_ICONV;
	if (!encoding)
		return;
	term->decode = iconv_open("UTF-8", encoding);
	term->encode = iconv_open(encoding, "UTF-8");
	if (term->decode == NO_ICONV || term->encode == NO_ICONV)
		die(encoding);
}

/* Moves what can be converted from one to the other; bytes of a character that is
 * not complete stay.  False for bytes that are none of the encoding. */
static bool convert(iconv_t handle, struct buf *from, struct buf *to)
{
	char *in = from->ptr, room[4096];
	size_t left = from->len, result;

	do {
		char *out = room;
		size_t free_bytes = sizeof room;

		result = iconv(handle, &in, &left, &out, &free_bytes);
		buf_add(to, (struct str){ room, (size_t)(out - room) });
	} while (result == (size_t)-1 && errno == E2BIG);
	if (result == (size_t)-1 && errno != EINVAL)
		return false;
	if (from->len)
		memmove(from->ptr, in, left);
	from->len = left;
	return true;
}

static void start_child(struct term *term, char *const argv[],
                        const char *input)
{
	term->child = fork();
	if (term->child < 0)
		die("fork");
	if (term->child)
		return;
	close(term->master);
	login_tty(term->slave); /* a reader of its own, fds 0 to 2 */
	if (input && !freopen(input, "r", stdin))
		_exit(127);
	execv(argv[0], argv);
	_exit(127);
}

struct term *term_start(char *const argv[], const char *input,
                        const struct term_kind *kind)
{
	const struct winsize size = { (unsigned short)kind->rows,
		                      (unsigned short)kind->cols, 0, 0 };
	struct term *term = mem_alloc(sizeof *term);

	*term = (struct term){ .rows = kind->rows,
		               .cols = kind->cols,
		               .cursor_visible = true,
		               .holds_answers = kind->holds_answers,
		               .works = kind->works,
		               .is_shell = kind->is_shell,
		               .background = kind->background };
	buf_init(&term->output);
	buf_init(&term->answers);
	buf_init(&term->undecoded);
	set_encoding(term, kind->encoding);
	if (openpty(&term->master, &term->slave, NULL, NULL, &size) < 0)
		die("openpty");
	fcntl(term->master, F_SETFD, FD_CLOEXEC);
	tcgetattr(term->slave, &term->before);
	term->vterm = vterm_new(kind->rows, kind->cols);
	vterm_set_utf8(term->vterm, 1);
	term->screen = vterm_obtain_screen(term->vterm);
	vterm_screen_set_callbacks(term->screen, &callbacks, term);
	vterm_screen_enable_altscreen(term->screen, 1);
	vterm_screen_reset(term->screen, 1);
	start_child(term, argv, input);
	term_settle(term, 20);
	return term;
}

/* libvterm tears a character that two writes share: bytes of one that is not
 * complete wait for the rest. */
static size_t whole_bytes(struct str text)
{
	size_t back = 1;

	while (back <= 3 && back <= text.len) {
		unsigned char c = (unsigned char)text.ptr[text.len - back];
		size_t need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;

		if ((c & 0xc0) != 0x80)
			return need > back ? text.len - back : text.len;
		back++;
	}
	return text.len;
}

static void send_answers(struct term *term)
{
	struct str answers = buf_str(&term->answers);

	if (answers.len && write(term->master, answers.ptr, answers.len) < 0)
		return;
	buf_clear(&term->answers);
}

/* libvterm does not answer OSC 11.  A question may be in two writes. */
static void answer_background(struct term *term)
{
	const struct str question = STR("\033]11;?\007");
	size_t at =
		str_find(buf_str(&term->output), question, term->asked_bytes);

	if (at != NPOS) {
		term->asked_bytes = at + question.len;
		buf_addf(&term->answers, "\033]11;%s\007", term->background);
	}
}

static void feed(struct term *term)
{
	struct str rest = str_slice(buf_str(&term->output), term->fed_bytes,
	                            term->output.len);
	size_t len = whole_bytes(rest);
	char answer[256];
	size_t got;

	/* It also falls over wide characters in one column. */
	if (term->cols > 1)
		vterm_input_write(term->vterm, rest.ptr, len);
	term->fed_bytes += len;
	if (term->background)
		answer_background(term);
	while ((got = vterm_output_read(term->vterm, answer, sizeof answer)))
		buf_add(&term->answers, (struct str){ answer, got });
	if (!term->holds_answers)
		send_answers(term);
}

/* Reads what is there within `wait_ms`; false when nothing came. */
static bool pump(struct term *term, int wait_ms)
{
	struct pollfd fd = { .fd = term->master, .events = POLLIN };
	char bytes[65536];
	ssize_t got;

	if (poll(&fd, 1, wait_ms) <= 0 || !(fd.revents & POLLIN))
		return false;
	got = read(term->master, bytes, sizeof bytes);
	if (got <= 0)
		return false;
	if (term->decode == NO_ICONV)
		buf_add(&term->output, (struct str){ bytes, (size_t)got });
	else
		buf_add(&term->undecoded, (struct str){ bytes, (size_t)got });
	if (term->undecoded.len &&
	    !convert(term->decode, &term->undecoded, &term->output))
		die("the program wrote in another encoding");
	feed(term);
	return true;
}

static bool has_ended(struct term *term)
{
	if (!term->ended &&
	    waitpid(term->child, &term->status, WNOHANG) == term->child)
		term->ended = true;
	return term->ended;
}

/* What was written to one side of a pty is on its way to the other until somebody asks
 * there (n_tty_poll() of Linux): now it is there. */
static void deliver(const struct term *term)
{
	struct pollfd fd = { .fd = term->slave, .events = POLLIN };

	poll(&fd, 1, 0);
}

/* Do all programs of the terminal rest, and have they read what was typed? */
static bool is_at_rest(const struct term *term)
{
	struct termios modes = { 0 };
	pid_t front = term->child;
	int unread = 0;

	if (term->master < 0) /* it was hung up */
		return processes_rest(term->child, term->is_stopped);
	deliver(term);
	ioctl(term->slave, FIONREAD, &unread);
	if (unread && !term->is_stopped)
		return false;
	if (!term->is_shell)
		return processes_rest(term->child, term->is_stopped);
	ioctl(term->master, TIOCGPGRP, &front);
	tcgetattr(term->slave, &modes);
	return processes_shell_rests(term->child, front,
	                             !(modes.c_lflag & ICANON));
}

void term_settle(struct term *term, int quiet_ms)
{
	long end = now_ms() + PATIENCE_MS, quiet = now_ms();

	while (now_ms() < end) {
		/* All that programs at rest have written is there. */
		bool rests = has_ended(term) || term->works || is_at_rest(term);

		/* One that waits for a disk looks idle before its first word. */
		if (pump(term, 2) || !rests ||
		    (!term->ended && !term->output.len)) {
			quiet = now_ms();
			continue;
		}
		if (term->ended || now_ms() - quiet >= quiet_ms)
			return;
	}
	die("the program does not come to rest");
}

static void write_keys(struct term *term, struct str bytes)
{
	struct buf text, encoded;

	buf_init(&text);
	buf_init(&encoded);
	buf_add(&text, bytes);
	if (term->encode != NO_ICONV) {
		if (!convert(term->encode, &text, &encoded))
			die("typing");
		bytes = buf_str(&encoded);
	}
	if (bytes.len && write(term->master, bytes.ptr, bytes.len) < 0)
		die("typing");
	buf_release(&encoded);
	buf_release(&text);
}

void term_type_ahead(struct term *term, struct str bytes)
{
	write_keys(term, bytes);
	deliver(term);
}

void term_type(struct term *term, struct str bytes)
{
	bool lone_escape = bytes.len && bytes.ptr[bytes.len - 1] == '\033';

	write_keys(term, bytes);
	term_settle(term, lone_escape ? 60 : 4);
}

void term_answer(struct term *term)
{
	term->holds_answers = false;
	send_answers(term);
	term_settle(term, 20);
}

void term_resize_ahead(struct term *term, int rows, int cols)
{
	const struct winsize size = { (unsigned short)rows,
		                      (unsigned short)cols, 0, 0 };

	term->rows = rows;
	term->cols = cols;
	vterm_set_size(term->vterm, rows, cols);
	ioctl(term->master, TIOCSWINSZ, &size); /* the kernel tells the child */
	pump(term, 0);
}

void term_resize(struct term *term, int rows, int cols)
{
	term_resize_ahead(term, rows, cols);
	term_settle(term, 20);
}

void term_signal(struct term *term, int signal)
{
	if (signal == SIGSTOP || signal == SIGCONT)
		term->is_stopped = signal == SIGSTOP;
	kill(term->child, signal);
	term_settle(term, 20);
}

void term_hang_up(struct term *term)
{
	/* A terminal in raw mode knows no ^D: only the end of the line is left,
	 * and what can be read after it is nothing. */
	close(term->slave);
	close(term->master);
	term->master = term->slave = -1;
}

int term_wait(struct term *term)
{
	long end = now_ms() + PATIENCE_MS;

	while (!has_ended(term) && now_ms() < end)
		if (term->master < 0)
			poll(NULL, 0, 5);
		else
			pump(term, 5);
	while (term->master >= 0 && pump(term, 5))
		;
	if (!term->ended)
		die("the program does not end");
	return term->status;
}

void term_end(struct term *term)
{
	if (!has_ended(term)) {
		kill(term->child, SIGKILL);
		waitpid(term->child, &term->status, 0);
	}
	vterm_free(term->vterm);
	if (term->master >= 0) {
		close(term->master);
		close(term->slave);
	}
	buf_release(&term->output);
	buf_release(&term->answers);
	buf_release(&term->undecoded);
	if (term->decode != NO_ICONV) {
		iconv_close(term->decode);
		iconv_close(term->encode);
	}
	free(term);
}

struct str term_output(const struct term *term)
{
	return buf_str(&term->output);
}

void term_draw(struct term *term, struct buf *out, int first, int last)
{
	VTermPos cursor;

	first += first < 0 ? term->rows : 0;
	last += last < 0 ? term->rows : 0;

	vterm_state_get_cursorpos(vterm_obtain_state(term->vterm), &cursor);
	buf_addf(out, "%d rows, %d columns, cursor %s%d,%d", term->rows,
	         term->cols, term->cursor_visible ? "" : "hidden ", cursor.row,
	         cursor.col);
	if (first || last != term->rows - 1)
		buf_addf(out, "; rows %d to %d", first, last);
	buf_add_byte(out, '\n');
	for (int row = first; row <= last; row++)
		picture_add_row(out, term->screen, row, term->cols);
}

/* Is a mode of the terminal on, as `on` and `off` switched it? */
static bool is_on(const struct term *term, struct str on, struct str off)
{
	bool is = false;

	for (size_t at = 0; at < term->output.len; at++) {
		struct str rest =
			str_slice(buf_str(&term->output), at, term->output.len);

		is = (is || str_starts(rest, on)) && !str_starts(rest, off);
	}
	return is;
}

/* Bytes that were typed and nobody has read: a shell will. */
static int unread_bytes(const struct term *term)
{
	struct termios raw;
	int left = 0;

	tcgetattr(term->slave, &raw);
	cfmakeraw(&raw); /* a line that has no end counts */
	tcsetattr(term->slave, TCSANOW, &raw);
	ioctl(term->slave, FIONREAD, &left);
	return left;
}

void term_add_state(struct term *term, struct buf *out)
{
	struct termios now;

	tcgetattr(term->slave, &now);
	buf_addf(out, "modes %s, cursor %s, screen %s",
	         now.c_lflag == term->before.c_lflag &&
	                         now.c_iflag == term->before.c_iflag &&
	                         now.c_oflag == term->before.c_oflag
	                 ? "restored"
	                 : "CHANGED",
	         term->cursor_visible ? "visible" : "HIDDEN",
	         term->alternate ? "ALTERNATE" : "main");
	if (is_on(term, STR("\033[?2004h"), STR("\033[?2004l")))
		buf_add_c(out, ", marks of pastes ON");
	if (is_on(term, STR("\033[?1006;1000h"), STR("\033[?1006;1000l")))
		buf_add_c(out, ", mouse ON");
	if (unread_bytes(term))
		buf_addf(out, ", %d bytes NOT READ", unread_bytes(term));
	buf_add_byte(out, '\n');
}

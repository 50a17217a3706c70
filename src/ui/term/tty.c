/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/term/tty.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "text/neutralise.h"
#include "ui/term/child.h"
#include "ui/term/clipboard.h"
#include "ui/term/mouse.h"
#include "ui/term/signals.h"
#include "ui/term/tty_curses.h"
#include "ui/term/tty_keys.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <wchar.h>

/* A terminal that has not answered by then, when that is waited for, never does; who
 * sent a signal to end the program does not wait as long. */
#define PATIENCE_MS        1000
#define PATIENCE_AT_END_MS 100

/* The only global of the terminal: there is one terminal, and signal handlers know no
 * other way. */
static struct {
	void *screen; /* as tty_curses_open() gave it, or NULL */
	FILE *file;
	struct signals signals;
	struct codeset codeset;
	struct tty_keys keys;
	enum theme wanted; /* what the settings say */
	enum theme theme;  /* what is shown: never AUTO */
	bool reports;      /* pastes are marked, and the mouse told */
	bool has_mouse;    /* the settings ask for it */
	int ended_by;      /* the signal that asked for the end, or 0 */
} tty = { .signals = { .fd = -1, .wake = { -1, -1 } },
	  .keys = { .ambiguous_cols = 1, .probe = { .cols = { 1, 1 } } } };

/*
 * curses asks the C library how wide a character is; the program has one answer
 * (text/glyph.h).  The symbol takes the place of the library's.
 */
int wcwidth(wchar_t c)
{
	return char_cols((uint32_t)c,
	                 smaller(tty.keys.ambiguous_cols,
	                         probe_cols(&tty.keys.probe, (uint32_t)c)));
}

static void on_wake(int signal)
{
	signals_wake(&tty.signals, signal);
}

static void on_crash(int signal)
{
	signals_crash(&tty.signals, signal);
}

/* A terminal that does not know the marks takes no notice. */
static void write_now(const char *text)
{
	fputs(text, tty.file);
	fflush(tty.file);
}

/* Has pastes marked, and the mouse told where that is wanted; or no more. */
static void set_reports(bool on)
{
	write_now(on ? MARK_PASTE : UNMARK_PASTE);
	if (tty.has_mouse)
		write_now(on ? MOUSE_ON : MOUSE_OFF);
	tty.reports = on;
}

static long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void tty_set_theme(enum theme theme)
{
	const struct probe *probe = &tty.keys.probe;
	const uint32_t *background_rgb =
		probe->knows_background ? &probe->background_rgb : NULL;

	tty.wanted = theme;
	if (theme == THEME_AUTO)
		theme = theme_unchosen(background_rgb);
	tty.theme = tty_curses_set_colours(theme, background_rgb);
}

/* Asks what the terminal draws: the answers come as keys, whenever they come, and nobody
 * waits for them.  A terminal without colours is not asked for them. */
static void ask_terminal(void)
{
	struct buf question;
	int rows, cols;

	tty_curses_size(&rows, &cols);
	if (rows < PROBE_ROWS || cols < PROBE_COLS)
		return;
	buf_init(&question);
	probe_ask(&tty.keys.probe, &question, tty_curses_can_tell_colours());
	tty.keys.asked_ms = now_ms();
	codeset_write(&tty.codeset, tty.file, buf_str(&question), NULL);
	buf_release(&question);
	tty_curses_redraw();
}

static void tty_close_file(void)
{
	if (tty.file)
		fclose(tty.file);
	tty.file = NULL;
	codeset_release(&tty.codeset);
}

static char *cannot(const char *why)
{
	tty_close_file();
	return mem_dup(why, strlen(why));
}

/* TERM is from outside: safe to print. */
static char *cannot_draw(void)
{
	char *term = neutralised(getenv("TERM") ? getenv("TERM") : "");
	struct buf text;

	buf_init(&text);
	buf_addf(&text,
	         _("a terminal of type '%s' cannot be drawn on; set TERM, or "
	           "use --list, --search or --export"),
	         term);
	free(term);
	tty_close_file();
	return buf_steal(&text);
}

/* What a program that crashes writes. */
static void keep_restore(bool mouse)
{
	struct buf restore;

	buf_init(&restore);
	tty_curses_add_restore(&restore, mouse);
	signals_keep_restore(&tty.signals, &restore);
}

/* curses converts to the encoding of the locale that it finds. */
static void *open_screen(void)
{
	locale_t before;
	void *screen;

	codeset_init(&tty.codeset);
	before = codeset_enter(&tty.codeset);
	screen = tty_curses_open(tty.file);
	codeset_leave(before);
	return screen;
}

char *tty_open(const struct settings *settings)
{
	if (tty.screen)
		return NULL;
	tty.keys.asks = !settings->ambiguous_cols;
	tty.keys.ambiguous_cols = tty.keys.asks ? 1 : settings->ambiguous_cols;
	probe_init(&tty.keys.probe, tty.keys.ambiguous_cols);
	tty.file = fopen("/dev/tty", "r+e");
	if (!tty.file)
		return cannot(_("there is no terminal to read on; use --list, "
		                "--search or --export"));
	if (!signals_open(&tty.signals, fileno(tty.file)))
		return cannot(i18n_reason(errno));
	signals_catch(&tty.signals, on_wake, on_crash);
	tty.screen = open_screen();
	if (!tty.screen)
		return cannot_draw();
	keep_restore(settings->mouse);
	if (!tty_curses_can_move()) {
		tty_close();
		return cannot_draw();
	}
	atexit(tty_close);
	mem_before_end(tty_close);
	tty_curses_start(tty.file, settings->mouse);
	tty_set_theme(settings->theme);
	tty.has_mouse = settings->mouse;
	set_reports(true);
	ask_terminal();
	return NULL;
}

int tty_colours(void)
{
	return tty.theme == THEME_NONE || tty.codeset.fit == CODESET_OTHER
	               ? 0
	               : tty_curses_colours();
}

int tty_ambiguous_cols(void)
{
	return tty.keys.ambiguous_cols;
}

void tty_size(int *rows, int *cols)
{
	struct winsize size;

	if (!ioctl(tty.signals.fd, TIOCGWINSZ, &size) && size.ws_row &&
	    size.ws_col)
		tty_curses_resize(size.ws_row, size.ws_col);
	tty_curses_size(rows, cols);
	*rows = larger(*rows, 1);
	*cols = larger(*cols, 1);
}

void tty_show(const struct canvas *canvas)
{
	locale_t before = codeset_enter(&tty.codeset);

	tty_curses_show(canvas, &tty.codeset);
	codeset_leave(before);
}

void tty_redraw(void)
{
	tty_curses_redraw();
}

void tty_copy(struct str text)
{
	struct buf sequence;

	buf_init(&sequence);
	clipboard_add(&sequence, text, clipboard_way());
	write_now(sequence.ptr);
	buf_release(&sequence);
}

static bool read_key(struct event *event)
{
	locale_t before = codeset_enter(&tty.codeset);
	bool taken = tty_keys_take(&tty.keys, now_ms(), event);

	codeset_leave(before);
	if (taken)
		signals_was_read(&tty.signals);
	if (taken && event->kind == EVENT_BACKGROUND)
		tty_set_theme(tty.wanted);
	return taken;
}

/* Reads until the terminal has answered the probe, so that no other program reads the
 * answers; not for longer than an answer may take. */
static void await_answers(void)
{
	const long end_ms =
		now_ms() + (tty.ended_by ? PATIENCE_AT_END_MS : PATIENCE_MS);
	struct event event;
	long left_ms;

	while ((probe_awaits(&tty.keys.probe) ||
	        tty_keys_wait_ms(&tty.keys, now_ms()) >= 0) &&
	       (left_ms = end_ms - now_ms()) > 0)
		if (!read_key(&event) &&
		    !signals_await_input(&tty.signals, (int)left_ms))
			break;
	probe_give_up(&tty.keys.probe);
}

/* Puts the terminal back into the modes of the shell, until tty_take_back(). */
static void tty_give_away(void)
{
	await_answers();
	set_reports(false);
	tty_curses_give_away(tty.file);
}

static void tty_take_back(void)
{
	tty.keys.pasting = false;
	tty_curses_take_back();
	set_reports(true);
}

bool tty_await(int fd, int most_ms)
{
	int held_ms = tty_keys_wait_ms(&tty.keys, now_ms());

	if (most_ms < 0 || (held_ms >= 0 && held_ms < most_ms))
		most_ms = held_ms;
	return signals_await(&tty.signals, fd, most_ms);
}

int tty_run(char *const argv[], const struct str *input, bool waits,
            int *status)
{
	int error;

	tty_give_away();
	error = child_run(&tty.signals, argv, input, waits, status);
	tty_take_back();
	return error;
}

void tty_close(void)
{
	if (!tty.screen)
		return;
	await_answers();
	if (tty.reports)
		set_reports(false);
	tty_curses_close(tty.screen, tty.file);
	tty.screen = NULL;
	codeset_release(&tty.codeset);
}

void tty_interrupt(void)
{
	tty.ended_by = SIGINT;
}

void tty_follow_signal(void)
{
	if (tty.ended_by)
		signals_follow(tty.ended_by);
}

/* The signals that have come; true when they are an event. */
static bool read_signals(struct event *event)
{
	int signal = signals_next(&tty.signals);

	if (!signal)
		return false;
	*event = (struct event){ .kind = EVENT_RESIZE };
	for (; signal; signal = signals_next(&tty.signals)) {
		if (signals_is_end(signal)) {
			tty.ended_by = signal;
			event->kind = EVENT_END;
			return true;
		}
		if (signal == SIGTSTP) {
			tty_give_away();
			signals_follow(SIGTSTP);
		}
		/* A shell has had the terminal. */
		if (signal == SIGTSTP || signal == SIGCONT)
			tty_take_back();
	}
	return true;
}

struct event tty_next(bool waits)
{
	struct event event;
	int held_ms;

	for (;;) {
		if (read_signals(&event))
			return event;
		if (read_key(&event)) {
			if (event.kind != EVENT_NONE)
				return event;
			continue;
		}
		held_ms = tty_keys_wait_ms(&tty.keys, now_ms());
		switch (signals_wait(&tty.signals, waits ? held_ms : 0)) {
		case NEWS_NOTHING:
			if (waits)
				break;
			return (struct event){ .kind = EVENT_NONE };
		case NEWS_GONE:
			tty.ended_by = SIGHUP;
			return (struct event){ .kind = EVENT_END };
		case NEWS_SIGNAL:
		case NEWS_INPUT:
			break;
		}
	}
}

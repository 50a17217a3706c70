/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/mem.h"
#include "ui/term/sequence.h"
#include "ui/term/tty.h"
#include "ui/term/tty_curses.h"

#include <signal.h>
#include <time.h>
#include <wchar.h>

/* A terminal that has not answered by then, when that is waited for, never does; who
 * sent a signal to end the program does not wait as long. */
#define PATIENCE_MS        1000
#define PATIENCE_AT_END_MS 100

#define SEQUENCE_BYTES 32

static struct event key_event(uint32_t key)
{
	return (struct event){ .kind = tty.pasting ? EVENT_PASTE : EVENT_KEY,
		               .key = key };
}

/* A button was pressed, or the wheel was turned. */
static bool read_mouse(struct event *event)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return false;
	*event = (struct event){ .kind = EVENT_CLICK,
		                 .row = mouse.y,
		                 .col = mouse.x };
	if (mouse.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED)) {
		event->kind = EVENT_WHEEL;
		event->key = (mouse.bstate & BUTTON5_PRESSED) != 0;
	}
	return true;
}

/* True when the key of curses is an event. */
static bool translate(wint_t key, bool is_function, struct event *event)
{
	static const struct {
		wint_t from;
		uint32_t to;
	} keys[] = {
		{ KEY_UP, PRESS_UP },       { KEY_DOWN, PRESS_DOWN },
		{ KEY_LEFT, PRESS_LEFT },   { KEY_RIGHT, PRESS_RIGHT },
		{ KEY_HOME, PRESS_HOME },   { KEY_END, PRESS_END },
		{ KEY_PPAGE, PRESS_PGUP },  { KEY_NPAGE, PRESS_PGDN },
		{ KEY_DC, PRESS_DELETE },   { KEY_F(1), PRESS_F1 },
		{ KEY_ENTER, PRESS_ENTER }, { KEY_BACKSPACE, PRESS_BACKSPACE },
	};

	if (!is_function) {
		*event = key_event(key == '\n'   ? PRESS_ENTER
		                   : key == '\b' ? PRESS_BACKSPACE
		                                 : (uint32_t)key);
		return true;
	}
	if (key == PASTE_BEGIN || key == PASTE_END)
		tty.pasting = key == PASTE_BEGIN;
	if (key == KEY_MOUSE)
		return read_mouse(event);
	if (key == KEY_RESIZE) {
		*event = (struct event){ .kind = EVENT_RESIZE };
		return true;
	}
	/* In a paste there is text alone. */
	for (size_t i = 0; i < ARRAY_LEN(keys) && !tty.pasting; i++) {
		if (keys[i].from != key)
			continue;
		*event = key_event(keys[i].to);
		return true;
	}
	return false;
}

/* What an escape sequence that curses does not know says. */
static bool take_sequence(struct str sequence, struct event *event)
{
	if (!probe_take(&tty.probe, sequence))
		return false;
	if (tty.asks)
		tty.ambiguous_cols = probe_most_cols(&tty.probe);
	*event = (struct event){ .kind = EVENT_WIDTH,
		                 .key = (uint32_t)tty.ambiguous_cols };
	return true;
}

static void push_back(int kind, wint_t key)
{
	if (kind == KEY_CODE_YES)
		ungetch((int)key);
	else if (kind == OK)
		unget_wch((wchar_t)key);
}

/* The sequence that begins with `key`, or as much of it as there is room for; no
 * memory is asked for, as there may be none at the end. */
static struct str read_sequence(char room[SEQUENCE_BYTES], wint_t key)
{
	struct str sequence = { room, 0 };
	int kind;

	do {
		if (sequence.len < SEQUENCE_BYTES)
			room[sequence.len++] = (char)key;
		else
			room[SEQUENCE_BYTES - 1] = (char)key;
		if (!sequence_goes_on(sequence))
			return sequence;
		kind = get_wch(&key);
	} while (kind == OK && key >= ' ' && key < PRESS_BACKSPACE);
	push_back(kind, key);
	return sequence;
}

/* Behind an ESC that is no key of curses: the Escape key, if nothing is there.  It
 * ends a paste too, of which no end was marked; an ESC that was pasted does not. */
static bool read_escape(struct event *event)
{
	char room[SEQUENCE_BYTES];
	wint_t key;
	int kind = get_wch(&key);

	if (kind == OK && sequence_begins(key))
		return take_sequence(read_sequence(room, key), event);
	push_back(kind, key);
	if (kind == ERR)
		tty.pasting = false;
	*event = key_event(PRESS_ESC);
	return !tty.pasting;
}

/* The next key; false when none is there.  It may be none for the program. */
static bool tty_keys_take_key(struct event *event)
{
	wint_t key;
	int kind = get_wch(&key);
	bool known;

	*event = (struct event){ .kind = EVENT_NONE };
	if (kind == ERR)
		return false;
	wire_was_read(&tty.wire);
	known = kind == OK && key == PRESS_ESC
	                ? read_escape(event)
	                : translate(key, kind == KEY_CODE_YES, event);
	if (!known)
		event->kind = EVENT_NONE;
	return true;
}

static bool read_key(struct event *event)
{
	locale_t before = codeset_enter(&tty.codeset);
	bool taken = tty_keys_take_key(event);

	codeset_leave(before);
	return taken;
}

static long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void tty_await_answers(void)
{
	const long end_ms =
		now_ms() + (tty.ended_by ? PATIENCE_AT_END_MS : PATIENCE_MS);
	struct event event;
	long left_ms;

	while (probe_awaits(&tty.probe) && (left_ms = end_ms - now_ms()) > 0)
		if (!read_key(&event) &&
		    !wire_await_input(&tty.wire, (int)left_ms))
			break;
	probe_give_up(&tty.probe);
}

/* The signals that have come; true when they are an event. */
static bool read_signals(struct event *event)
{
	int signal = wire_signal(&tty.wire);

	if (!signal)
		return false;
	*event = (struct event){ .kind = EVENT_RESIZE };
	for (; signal; signal = wire_signal(&tty.wire)) {
		if (wire_signal_ends(signal)) {
			tty.ended_by = signal;
			event->kind = EVENT_END;
			return true;
		}
		if (signal == SIGTSTP) {
			tty_give_away();
			wire_follow(SIGTSTP);
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

	for (;;) {
		if (read_signals(&event))
			return event;
		if (read_key(&event)) {
			if (event.kind != EVENT_NONE)
				return event;
			continue;
		}
		switch (wire_wait(&tty.wire, waits)) {
		case WIRE_NOTHING:
			return (struct event){ .kind = EVENT_NONE };
		case WIRE_GONE:
			tty.ended_by = SIGHUP;
			return (struct event){ .kind = EVENT_END };
		case WIRE_SIGNAL:
		case WIRE_INPUT:
			break;
		}
	}
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/tty_keys.h"

#include "ui/term/mouse.h"
#include "ui/term/tty_curses.h"

static struct event tty_keys_event(const struct tty_keys *keys, uint32_t key)
{
	return (struct event){ .kind = keys->pasting ? EVENT_PASTE : EVENT_KEY,
		               .key = key };
}

/* True when the key is an event. */
static bool tty_keys_translate(struct tty_keys *keys, const struct tty_key *key,
                               struct event *event)
{
	switch (key->kind) {
	case TTY_KEY_CHAR:
		*event = tty_keys_event(keys, key->key == '\n' ? PRESS_ENTER
		                              : key->key == '\b'
		                                      ? PRESS_BACKSPACE
		                                      : key->key);
		return true;
	case TTY_KEY_PRESS:
		*event = tty_keys_event(keys, key->key);
		/* In a paste there is text alone. */
		return !keys->pasting;
	case TTY_KEY_MOUSE:
		return !keys->pasting && mouse_take_x10(key->key, event);
	case TTY_KEY_RESIZE:
		*event = (struct event){ .kind = EVENT_RESIZE };
		return true;
	case TTY_KEY_PASTE_BEGIN:
	case TTY_KEY_PASTE_END:
		keys->pasting = key->kind == TTY_KEY_PASTE_BEGIN;
		return false;
	case TTY_KEY_NONE:
	case TTY_KEY_UNKNOWN:
		break;
	}
	return false;
}

/* Is the sequence, as far as it has come, one of the mouse? */
static bool tty_keys_is_mouse(const struct tty_keys *keys)
{
	return str_starts(sequence_str(&keys->sequence), STR(MOUSE_BEGINS));
}

/* An escape sequence that is no key may be an answer, or of the mouse. */
static bool tty_keys_take_sequence(struct tty_keys *keys, struct event *event)
{
	if (tty_keys_is_mouse(keys))
		return !keys->pasting &&
		       mouse_take(sequence_str(&keys->sequence), event);
	switch (probe_take(&keys->probe, sequence_str(&keys->sequence))) {
	case PROBE_WIDTH:
		if (keys->asks)
			keys->ambiguous_cols = probe_most_cols(&keys->probe);
		*event =
			(struct event){ .kind = EVENT_WIDTH,
			                .key = (uint32_t)keys->ambiguous_cols };
		return true;
	case PROBE_BACKGROUND:
		*event = (struct event){ .kind = EVENT_BACKGROUND,
			                 .key = keys->probe.background_rgb };
		return true;
	case PROBE_NO_NEWS:
		break;
	}
	return false;
}

/* The Escape key.  It ends a paste too, of which no end was marked. */
static bool tty_keys_press_escape(struct tty_keys *keys, struct event *event)
{
	keys->holds = HOLDS_NOTHING;
	keys->pasting = false;
	*event = tty_keys_event(keys, PRESS_ESC);
	return true;
}

static void tty_keys_hold(struct tty_keys *keys, enum tty_keys_hold what,
                          long now_ms)
{
	keys->holds = what;
	keys->held_ms = now_ms;
}

/* May an ESC, or a sequence that is not complete, be of an answer that is on its way? */
static bool tty_keys_may_answer(const struct tty_keys *keys, long now_ms)
{
	return !keys->pasting && probe_awaits(&keys->probe) &&
	       now_ms - keys->asked_ms < TTY_KEYS_ANSWERS_MS;
}

static void tty_keys_unread_char(uint32_t c)
{
	const struct tty_key key = { TTY_KEY_CHAR, c, 0 };

	tty_curses_unread(&key);
}

/* ESC and ] are two keys where no number is behind them. */
static bool tty_keys_is_bracket(const struct tty_keys *keys)
{
	return str_equal(sequence_str(&keys->sequence), STR("]"));
}

static bool tty_keys_two_keys(struct tty_keys *keys, struct event *event)
{
	keys->holds = HOLDS_NOTHING;
	tty_keys_unread_char(']');
	*event = tty_keys_event(keys, PRESS_ESC);
	return !keys->pasting;
}

/* Adds the characters that are there to the sequence.  No memory is asked for, as there
 * may be none at the end. */
static bool tty_keys_go_on(struct tty_keys *keys, struct tty_key key,
                           long now_ms, struct event *event)
{
	enum sequence_step step = SEQUENCE_BREAKS;

	keys->holds = HOLDS_NOTHING;
	while (key.kind == TTY_KEY_CHAR &&
	       (step = sequence_add(&keys->sequence, key.key)) ==
	               SEQUENCE_GOES_ON)
		key = tty_curses_read();
	if (step == SEQUENCE_ENDS)
		return tty_keys_take_sequence(keys, event);
	if (key.kind != TTY_KEY_NONE) {
		tty_curses_unread(&key);
		if (keys->sequence.ends_in_escape)
			tty_keys_unread_char(PRESS_ESC);
	} else if (sequence_is_answer(&keys->sequence) ||
	           tty_keys_is_mouse(keys) ||
	           tty_keys_may_answer(keys, now_ms)) {
		tty_keys_hold(keys, HOLDS_SEQUENCE, now_ms);
		return false;
	}
	return tty_keys_is_bracket(keys) && tty_keys_two_keys(keys, event);
}

/* Does Alt mean something with this character?  Others are an Esc and a key. */
static bool tty_keys_has_alt(uint32_t c)
{
	return c == 'b' || c == 'd' || c == 'f' || c == PRESS_BACKSPACE;
}

/* Behind an ESC that is no key of curses: the Escape key, if nothing is there; an ESC
 * that was pasted is none. */
static bool tty_keys_escape(struct tty_keys *keys, long now_ms,
                            struct event *event)
{
	struct tty_key key = tty_curses_read();

	keys->holds = HOLDS_NOTHING;
	if (key.kind == TTY_KEY_CHAR && sequence_begins(key.key)) {
		keys->sequence = (struct sequence){ .len = 0 };
		return tty_keys_go_on(keys, key, now_ms, event);
	}
	if (key.kind == TTY_KEY_CHAR && tty_keys_has_alt(key.key) &&
	    !keys->pasting) {
		*event = tty_keys_event(keys, PRESS_ALT(key.key));
		return true;
	}
	tty_curses_unread(&key);
	if (key.kind == TTY_KEY_NONE)
		return tty_keys_press_escape(keys, event);
	*event = tty_keys_event(keys, PRESS_ESC);
	return !keys->pasting;
}

/* What is held has waited for long enough. */
static bool tty_keys_is_over(const struct tty_keys *keys, long now_ms)
{
	return keys->holds != HOLDS_NOTHING &&
	       now_ms - keys->held_ms >= TTY_KEYS_HOLD_MS;
}

int tty_keys_wait_ms(const struct tty_keys *keys, long now_ms)
{
	if (keys->holds == HOLDS_NOTHING)
		return -1;
	return tty_keys_is_over(keys, now_ms)
	               ? 0
	               : (int)(keys->held_ms + TTY_KEYS_HOLD_MS - now_ms);
}

/* Takes the key that was read, behind what is held. */
static bool tty_keys_take_key(struct tty_keys *keys, struct tty_key key,
                              long now_ms, struct event *event)
{
	struct tty_key next;

	switch (keys->holds) {
	case HOLDS_ESCAPE:
		tty_curses_unread(&key);
		return tty_keys_escape(keys, now_ms, event);
	case HOLDS_SEQUENCE:
		return tty_keys_go_on(keys, key, now_ms, event);
	case HOLDS_NOTHING:
		break;
	}
	if (key.kind != TTY_KEY_CHAR || key.key != PRESS_ESC)
		return tty_keys_translate(keys, &key, event);
	next = tty_curses_read();
	tty_curses_unread(&next);
	if (next.kind == TTY_KEY_NONE && tty_keys_may_answer(keys, now_ms)) {
		tty_keys_hold(keys, HOLDS_ESCAPE, now_ms);
		return false;
	}
	return tty_keys_escape(keys, now_ms, event);
}

bool tty_keys_take(struct tty_keys *keys, long now_ms, struct event *event)
{
	const bool is_over = tty_keys_is_over(keys, now_ms);
	struct tty_key key;

	*event = (struct event){ .kind = EVENT_NONE };
	if (is_over && keys->holds == HOLDS_ESCAPE)
		return tty_keys_press_escape(keys, event);
	if (is_over && tty_keys_is_bracket(keys))
		return tty_keys_two_keys(keys, event);
	if (is_over)
		keys->holds = HOLDS_NOTHING;
	key = tty_curses_read();
	if (key.kind == TTY_KEY_NONE)
		return false;
	if (!tty_keys_take_key(keys, key, now_ms, event))
		event->kind = EVENT_NONE;
	return true;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/term/tty_curses.h"
#include "ui/term/tty_keys.h"

#include <assert.h>

/*
 * What a terminal sends, as keys of curses: the answers to the probe, the mouse, pastes,
 * and all that is broken.
 */

#define EVENTS_MOST 1024
#define BACK_MOST   8
#define LATE_MS     (TTY_KEYS_ANSWERS_MS + TTY_KEYS_HOLD_MS)

/* What stands in the place of curses, whose functions have no argument for it. */
static struct {
	struct str bytes;
	size_t at, end; /* what has come of them */
	struct tty_key back[BACK_MOST];
	size_t back_count;
} sent;

/* 0x80 to 0x8f are keys that curses knows by their sequences, other bytes characters. */
struct tty_key tty_curses_read(void)
{
	static const enum tty_key_kind kinds[] = {
		TTY_KEY_PASTE_BEGIN, TTY_KEY_PASTE_END, TTY_KEY_UNKNOWN,
		TTY_KEY_RESIZE,      TTY_KEY_MOUSE,     TTY_KEY_PRESS
	};
	struct tty_key key = { TTY_KEY_NONE, 0, 0 };
	unsigned char byte;

	if (sent.back_count)
		return sent.back[--sent.back_count];
	if (sent.at == sent.end)
		return key;
	byte = (unsigned char)sent.bytes.ptr[sent.at];
	key.kind = TTY_KEY_CHAR;
	if (byte < 0x80 || byte >= 0x90) {
		sent.at += utf8_next(str_slice(sent.bytes, 0, sent.end),
		                     sent.at, &key.key);
		return key;
	}
	sent.at++;
	key.kind = kinds[byte % ARRAY_LEN(kinds)];
	if (key.kind == TTY_KEY_PRESS)
		key.key = PRESS_FIRST + byte % (PRESS_LAST - PRESS_FIRST);
	if (key.kind == TTY_KEY_MOUSE)
		key.key = 0x202020u + byte * 0x10203u;
	return key;
}

void tty_curses_unread(const struct tty_key *key)
{
	if (key->kind == TTY_KEY_NONE)
		return;
	assert(sent.back_count < BACK_MOST);
	sent.back[sent.back_count++] = *key;
}

struct events {
	struct event items[EVENTS_MOST];
	size_t count;
	bool were_awaited; /* answers, all the time */
	bool is_held;      /* something, in the end */
};

static void take_all(struct tty_keys *keys, long now_ms, struct events *events)
{
	struct event event;

	while (events->count < EVENTS_MOST &&
	       tty_keys_take(keys, now_ms, &event)) {
		if (event.kind != EVENT_NONE)
			events->items[events->count++] = event;
		events->were_awaited = events->were_awaited && !keys->pasting &&
		                       probe_awaits(&keys->probe);
	}
}

/* The events of bytes, whole characters of which come in pieces of `piece` bytes, all at one
 * time or each so long after the other that nothing is held any more. */
static void send(struct events *events, struct str bytes, size_t piece,
                 long pause_ms)
{
	struct tty_keys keys = { .asks = true, .ambiguous_cols = 1 };
	struct buf questions;
	long now_ms = 0;

	buf_init(&questions);
	probe_init(&keys.probe, 1);
	probe_ask(&keys.probe, &questions, true);
	buf_release(&questions);
	sent.bytes = bytes;
	sent.at = sent.end = sent.back_count = 0;
	events->count = 0;
	events->were_awaited = true;
	while (sent.end < bytes.len) {
		sent.end += piece < bytes.len - sent.end ? piece
		                                         : bytes.len - sent.end;
		while (sent.end < bytes.len &&
		       utf8_continues(bytes.ptr[sent.end]))
			sent.end++;
		take_all(&keys, now_ms, events);
		now_ms += pause_ms;
	}
	take_all(&keys, now_ms + LATE_MS, events);
	events->is_held = tty_keys_wait_ms(&keys, now_ms + LATE_MS) != -1 ||
	                  sent.back_count || sent.at != sent.end;
}

static const char *wrong_event(const struct event *event)
{
	switch (event->kind) {
	case EVENT_KEY:
		return event->key < PRESS_LAST || press_without_alt(event->key)
		               ? NULL
		               : "a key that is none";
	case EVENT_PASTE:
		return event->key < PRESS_FIRST ? NULL : "a pasted key";
	case EVENT_WIDTH:
		return event->key == 1 || event->key == 2 ? NULL
		                                          : "a width of none";
	case EVENT_BACKGROUND:
		return event->key <= 0xffffff ? NULL : "a colour of none";
	case EVENT_CLICK:
	case EVENT_WHEEL:
		return event->row >= 0 && event->col >= 0 && event->key <= 1
		               ? NULL
		               : "the mouse is nowhere";
	case EVENT_RESIZE:
		return NULL;
	default:
		return "an event that no key gives";
	}
}

static char *wrong_at(const char *what, size_t event)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s at event %zu", what, event);
	return buf_steal(&sentence);
}

static char *check_events(const struct events *events)
{
	for (size_t i = 0; i < events->count; i++) {
		const char *wrong = wrong_event(&events->items[i]);

		if (wrong)
			return wrong_at(wrong, i);
	}
	return events->is_held && events->count < EVENTS_MOST
	               ? wrong_at("keys are held for ever", events->count)
	               : NULL;
}

/* In pieces that come soon after each other it is the same as in one, while an ESC at the
 * end of a piece may be the beginning of an answer. */
static char *check_pieces(const struct events *whole,
                          const struct events *parts)
{
	if (!whole->were_awaited || !parts->were_awaited)
		return NULL;
	for (size_t i = 0; i < whole->count && i < parts->count; i++) {
		const struct event *a = &whole->items[i], *b = &parts->items[i];

		if (a->kind != b->kind || a->key != b->key ||
		    a->row != b->row || a->col != b->col)
			return wrong_at("pieces give another event", i);
	}
	return whole->count == parts->count
	               ? NULL
	               : wrong_at("pieces give more events or fewer",
	                          parts->count);
}

char *oracle_keys_bytes(struct str bytes)
{
	static struct events whole, parts;
	char *wrong;

	send(&whole, bytes, bytes.len + 1, 0);
	wrong = check_events(&whole);
	for (size_t piece = 1; piece < 4 && !wrong; piece++) {
		send(&parts, bytes, piece, 0);
		wrong = check_pieces(&whole, &parts);
		if (wrong)
			break;
		send(&parts, bytes, piece, LATE_MS);
		wrong = check_events(&parts);
	}
	return wrong;
}

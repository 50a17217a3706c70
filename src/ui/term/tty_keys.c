/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/tty_keys.h"

#include "ui/term/sequence.h"
#include "ui/term/tty_curses.h"

#define SEQUENCE_BYTES 32

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
		return tty_curses_mouse(event);
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

/* An escape sequence that is no key may be the answer about a width. */
static bool tty_keys_take_sequence(struct tty_keys *keys, struct str sequence,
                                   struct event *event)
{
	if (!probe_take(&keys->probe, sequence))
		return false;
	if (keys->asks)
		keys->ambiguous_cols = probe_most_cols(&keys->probe);
	*event = (struct event){ .kind = EVENT_WIDTH,
		                 .key = (uint32_t)keys->ambiguous_cols };
	return true;
}

/* The sequence that begins with `key`, or as much of it as there is room for; no
 * memory is asked for, as there may be none at the end. */
static struct str tty_keys_sequence(char room[SEQUENCE_BYTES],
                                    struct tty_key key)
{
	struct str sequence = { room, 0 };

	do {
		if (sequence.len < SEQUENCE_BYTES)
			room[sequence.len++] = (char)key.key;
		else
			room[SEQUENCE_BYTES - 1] = (char)key.key;
		if (!sequence_goes_on(sequence))
			return sequence;
		key = tty_curses_read();
	} while (key.kind == TTY_KEY_CHAR && key.key >= ' ' &&
	         key.key < PRESS_BACKSPACE);
	tty_curses_unread(&key);
	return sequence;
}

/* Does Alt mean something with this character?  Others are an Esc and a key. */
static bool tty_keys_has_alt(uint32_t c)
{
	return c == 'b' || c == 'd' || c == 'f' || c == PRESS_BACKSPACE;
}

/* Behind an ESC that is no key of curses: the Escape key, if nothing is there.  It
 * ends a paste too, of which no end was marked; an ESC that was pasted does not. */
static bool tty_keys_escape(struct tty_keys *keys, struct event *event)
{
	char room[SEQUENCE_BYTES];
	struct tty_key key = tty_curses_read();

	if (key.kind == TTY_KEY_CHAR && sequence_begins(key.key))
		return tty_keys_take_sequence(
			keys, tty_keys_sequence(room, key), event);
	if (key.kind == TTY_KEY_CHAR && tty_keys_has_alt(key.key) &&
	    !keys->pasting) {
		*event = tty_keys_event(keys, PRESS_ALT(key.key));
		return true;
	}
	tty_curses_unread(&key);
	if (key.kind == TTY_KEY_NONE)
		keys->pasting = false;
	*event = tty_keys_event(keys, PRESS_ESC);
	return !keys->pasting;
}

bool tty_keys_take(struct tty_keys *keys, struct event *event)
{
	struct tty_key key = tty_curses_read();
	bool known;

	*event = (struct event){ .kind = EVENT_NONE };
	if (key.kind == TTY_KEY_NONE)
		return false;
	known = key.kind == TTY_KEY_CHAR && key.key == PRESS_ESC
	                ? tty_keys_escape(keys, event)
	                : tty_keys_translate(keys, &key, event);
	if (!known)
		event->kind = EVENT_NONE;
	return true;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_EVENT_H
#define UI_TERM_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The events that come from the terminal. */

enum event_kind {
	EVENT_NONE, /* nothing came */
	EVENT_KEY,
	EVENT_PASTE,  /* a pasted character: text, never a command */
	EVENT_RESIZE, /* the size of the terminal may have changed */
	EVENT_WIDTH,  /* key: cells the terminal gives an ambiguous character */
	EVENT_BACKGROUND, /* key: its colour 0xrrggbb; the looks may be others now */
	EVENT_CLICK,      /* a click of the mouse, at a cell */
	EVENT_WHEEL, /* a turn of the wheel, at a cell; key: 1 down, 0 up */
	EVENT_END,   /* the terminal is gone, or a signal asks to end */
};

/* A key is a character, a control character (^A is 1), or one of these. */
enum press {
	PRESS_TAB = 0x09,
	PRESS_ENTER = 0x0d,
	PRESS_ESC = 0x1b,
	PRESS_BACKSPACE = 0x7f,
	PRESS_FIRST = 0x110000, /* beyond Unicode */
	PRESS_UP = PRESS_FIRST,
	PRESS_DOWN,
	PRESS_LEFT,
	PRESS_RIGHT,
	PRESS_HOME,
	PRESS_END,
	PRESS_PGUP,
	PRESS_PGDN,
	PRESS_DELETE,
	PRESS_INSERT,
	PRESS_F1,
	PRESS_F12 = PRESS_F1 + 11,
	PRESS_BACKTAB,   /* Shift-Tab */
	PRESS_WORD_LEFT, /* Ctrl and an arrow */
	PRESS_WORD_RIGHT,
	PRESS_LAST
};

#define PRESS_CTRL(letter) ((letter) - '@')

/* A character behind an Esc that came with it, as terminals write Alt: b, d, f and Backspace,
 * which mean something in a line of input. */
#define PRESS_ALT(character) (0x200000 + (character))

/* A click on one of several things that are offered, by its index: a key of no keyboard. */
#define PRESS_PICK(index) (0x400000 + (uint32_t)(index))

static inline bool press_is_pick(uint32_t key)
{
	return key >= PRESS_PICK(0);
}

static inline size_t press_picked(uint32_t key)
{
	return key - PRESS_PICK(0);
}

/* The character of a key with Alt, or 0: it is none. */
static inline uint32_t press_without_alt(uint32_t key)
{
	return key >= PRESS_ALT(0) && !press_is_pick(key) ? key - PRESS_ALT(0)
	                                                  : 0;
}

struct event {
	enum event_kind kind;
	uint32_t key;
	int row, col; /* the cell of the mouse */
};

#endif

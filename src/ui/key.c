/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/key.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "text/glyph.h"
#include "ui/term/event.h"

#include <strings.h>

static const struct {
	const char *name;
	uint32_t key;
} key_names[] = {
	{ "Up", PRESS_UP },
	{ "Down", PRESS_DOWN },
	{ "Left", PRESS_LEFT },
	{ "Right", PRESS_RIGHT },
	{ "Home", PRESS_HOME },
	{ "End", PRESS_END },
	{ "PgUp", PRESS_PGUP },
	{ "PgDn", PRESS_PGDN },
	{ "Enter", PRESS_ENTER },
	{ "Esc", PRESS_ESC },
	{ "Tab", PRESS_TAB },
	{ "Backspace", PRESS_BACKSPACE },
	{ "Insert", PRESS_INSERT },
	{ "Delete", PRESS_DELETE },
	{ "Space", ' ' },
	{ "F1", PRESS_F1 },
	{ "F2", PRESS_F1 + 1 },
	{ "F3", PRESS_F1 + 2 },
	{ "F4", PRESS_F1 + 3 },
	{ "F5", PRESS_F1 + 4 },
	{ "F6", PRESS_F1 + 5 },
	{ "F7", PRESS_F1 + 6 },
	{ "F8", PRESS_F1 + 7 },
	{ "F9", PRESS_F1 + 8 },
	{ "F10", PRESS_F1 + 9 },
	{ "F11", PRESS_F1 + 10 },
	{ "F12", PRESS_F12 },
	/* As screens show them. */
	{ "↑", PRESS_UP },
	{ "↓", PRESS_DOWN },
	{ "←", PRESS_LEFT },
	{ "→", PRESS_RIGHT },
};

uint32_t key_plain(uint32_t key)
{
	static const struct {
		uint32_t from, to;
	} forms[] = {
		{ 0x3000, ' ' }, { 0x3001, '/' }, { 0x300a, '<' },
		{ 0x300b, '>' }, { 0x300c, '{' }, { 0x300d, '}' },
		{ 0x3010, '[' }, { 0x3011, ']' },
	};

	if (key >= 0xff01 && key <= 0xff5e)
		return key - 0xff01 + '!';
	for (size_t i = 0; i < ARRAY_LEN(forms); i++)
		if (forms[i].from == key)
			return forms[i].to;
	return key;
}

/* The key of ^ and a letter or one of @ [ \ ] ^ _; 0: it has none. */
static uint32_t key_of_control(char letter)
{
	uint32_t key;

	if (letter >= 'a' && letter <= 'z')
		letter = (char)(letter - 'a' + 'A');
	if (letter == '?')
		return PRESS_BACKSPACE;
	if (letter < '@' || letter > '_')
		return 0;
	key = (uint32_t)PRESS_CTRL(letter);
	return key == '\n' ? PRESS_ENTER : key == '\b' ? PRESS_BACKSPACE : key;
}

/* The key of a character that can be seen, if that is all of the name; else 0. */
static uint32_t key_of_character(struct str name)
{
	ucs4_t c;

	if (utf8_next(name, 0, &c) != name.len || c == ' ' || c == 0xfffd ||
	    char_cols(c, 1) < 1)
		return 0;
	return key_plain(c);
}

uint32_t key_named(struct str name)
{
	if (name.len < 2)
		return name.len ? key_of_character(name) : 0;
	for (size_t i = 0; i < ARRAY_LEN(key_names); i++)
		if (str_from(key_names[i].name).len == name.len &&
		    !strncasecmp(key_names[i].name, name.ptr, name.len))
			return key_names[i].key;
	if (name.len == 2 && name.ptr[0] == '^')
		return key_of_control(name.ptr[1]);
	return key_of_character(name);
}

void key_add_name(struct buf *out, uint32_t key)
{
	for (size_t i = 0; i < ARRAY_LEN(key_names); i++)
		if (key_names[i].key == key) {
			buf_add_c(out, key_names[i].name);
			return;
		}
	if (key < ' ')
		buf_addf(out, "^%c", (char)(key + '@'));
	else
		buf_add_uc(out, key);
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *bytes;
} names[] = {
	{ "Up", "\033OA" },         { "Down", "\033OB" },
	{ "Right", "\033OC" },      { "Left", "\033OD" },
	{ "Home", "\033OH" },       { "End", "\033OF" },
	{ "PgUp", "\033[5~" },      { "PgDn", "\033[6~" },
	{ "Del", "\033[3~" },       { "Esc", "\033" },
	{ "Enter", "\r" },          { "Tab", "\t" },
	{ "Backspace", "\177" },    { "Space", " " },
	{ "F1", "\033OP" },         { "C-a", "\001" },
	{ "C-c", "\003" },          { "C-d", "\004" },
	{ "C-e", "\005" },          { "C-g", "\007" },
	{ "C-k", "\013" },          { "C-l", "\014" },
	{ "C-n", "\016" },          { "C-o", "\017" },
	{ "C-u", "\025" },          { "C-z", "\032" },
	{ "C-\\", "\034" },         { "C-p", "\020" },
	{ "C-t", "\024" },          { "C-w", "\027" },
	{ "C-y", "\031" },          { "M-b", "\033b" },
	{ "M-d", "\033d" },         { "M-f", "\033f" },
	{ "S-Tab", "\033[Z" },      { "C-Left", "\033[1;5D" },
	{ "C-Right", "\033[1;5C" },
};

/* q, Q and the menu (0) leave; s and S would write files of any name. */
static const char *const chances[] = {
	"\033OA",   "\033OB",  "\033OC",  "\033OD",  "\033OH",
	"\033OF",   "\033[5~", "\033[6~", "\t",      " ",
	"\177",     "\004",    "\014",    "\025",    "\033",
	"j",        "k",       "h",       "l",       "b",
	"g",        "G",       "J",       "K",       "{",
	"}",        "[",       "]",       "v",       "t",
	"L",        "/",       "n",       "N",       "\r",
	"\r",       "i",       "?",       "1",       "7",
	"x",        "~",       "疫",      "情",      "，",
	"？",       "／",      "é",       "e\u0301", "\033[200~a\rb\033[201~",
	"\033[31~", "\033[M",
	/* The mouse: clicks, its wheel, reports that are cut off or far away. */
	"\033[<0;9;5M", "\033[<0;70;1M", "\033[<0;20;24M", "\033[<65;40;9M",
	"\033[<64;9;9M", "\033[<0;12", "\033[<0;9999;9999M",
};

static const char *named(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_equal(name, str_from(names[i].name)))
			return names[i].bytes;
	return NULL;
}

bool keys_next(char **text, struct str *key)
{
	char *close = **text == '<' ? strchr(*text, '>') : NULL;
	const char *bytes =
		close ? named((struct str){ *text + 1,
	                                    (size_t)(close - *text) - 1 })
		      : NULL;
	size_t len = 1;

	if (!**text)
		return false;
	if (bytes) {
		*key = str_from(bytes);
		*text = close + 1;
		return true;
	}
	while (((unsigned char)(*text)[len] & 0xc0) == 0x80)
		len++;
	*key = (struct str){ *text, len };
	*text += len;
	return true;
}

struct str keys_random(unsigned *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return str_from(chances[(*seed >> 12) % ARRAY_LEN(chances)]);
}

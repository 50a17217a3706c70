/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/clipboard.h"

#include <nettle/base64.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* GNU screen passes on at most 768 bytes at once. */
#define CHUNK_BYTES 512

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value;
}

enum clipboard_way clipboard_way(void)
{
	const char *term = getenv("TERM");

	if (is_set("TMUX"))
		return CLIPBOARD_TMUX;
	if (is_set("STY") || (term && !strncmp(term, "screen", 6)))
		return CLIPBOARD_SCREEN;
	return CLIPBOARD_PLAIN;
}

static void add_base64(struct buf *out, struct str text)
{
	size_t bytes = BASE64_ENCODE_RAW_LENGTH(text.len);

	base64_encode_raw(buf_room(out, bytes), text.len,
	                  (const uint8_t *)text.ptr);
	out->len += bytes;
	out->ptr[out->len] = '\0';
}

static void add_for_tmux(struct buf *out, struct str sequence)
{
	buf_add_c(out, "\033Ptmux;");
	for (size_t i = 0; i < sequence.len; i++) {
		if (sequence.ptr[i] == '\033')
			buf_add_byte(out, '\033');
		buf_add_byte(out, sequence.ptr[i]);
	}
	buf_add_c(out, "\033\\");
}

static void add_for_screen(struct buf *out, struct str sequence)
{
	for (size_t at = 0; at < sequence.len; at += CHUNK_BYTES) {
		size_t left = sequence.len - at;
		size_t len = left < CHUNK_BYTES ? left : CHUNK_BYTES;

		buf_add_c(out, "\033P");
		buf_add(out, str_slice(sequence, at, at + len));
		buf_add_c(out, "\033\\");
	}
}

void clipboard_add(struct buf *out, struct str text, enum clipboard_way way)
{
	struct buf sequence;

	buf_init(&sequence);
	buf_add_c(&sequence, "\033]52;c;");
	add_base64(&sequence, text);
	buf_add_byte(&sequence, '\a');
	/* tmux may take it for itself, or let it through, or both. */
	if (way != CLIPBOARD_SCREEN)
		buf_add(out, buf_str(&sequence));
	if (way == CLIPBOARD_TMUX)
		add_for_tmux(out, buf_str(&sequence));
	if (way == CLIPBOARD_SCREEN)
		add_for_screen(out, buf_str(&sequence));
	buf_release(&sequence);
}

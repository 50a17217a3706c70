/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/input_limits.h"

#include "load/input/forms.h"
#include "load/input/gunzip.h"
#include "load/input/load_options.h"
#include "load/input/refusal.h"

#define MIB         ((size_t)1024 * 1024)
#define LIMIT_BYTES (64 * MIB)

#define PAGE_LINES 4 /* as many lines as a form feed counts as */

size_t input_limit_bytes(const struct load_options *options)
{
	return options && options->limit_bytes ? options->limit_bytes
	                                       : LIMIT_BYTES;
}

/* In blocks of one length, which a compiler counts many bytes at a time. */
static size_t count_bytes(struct str bytes, char c)
{
	enum {
		BLOCK = 64
	};
	size_t count = 0, at = 0;

	for (; at + BLOCK <= bytes.len; at += BLOCK) {
		unsigned char in_block = 0;

		for (int i = 0; i < BLOCK; i++)
			in_block += bytes.ptr[at + i] == c;
		count += in_block;
	}
	for (; at < bytes.len; at++)
		count += bytes.ptr[at] == c;
	return count;
}

size_t input_count_lines(struct str bytes)
{
	size_t newlines = count_bytes(bytes, '\n');
	size_t returns = count_bytes(bytes, '\r');

	return (newlines > returns ? newlines : returns) +
	       PAGE_LINES * count_bytes(bytes, '\f');
}

bool input_may_grow(struct str bytes)
{
	return bytes.len && !gunzip_is(bytes) &&
	       forms_ranked(bytes, 0)->read_line;
}

bool input_may_hold(struct str bytes, size_t lines)
{
	return input_may_grow(bytes)
	               ? bytes.len <= LIMIT_BYTES && lines <= INPUT_LIMIT_LINES
	               : bytes.len <= INPUT_LIMIT_PDF_BYTES;
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DETECT_H
#define LOAD_INPUT_DETECT_H

#include "load/input/charset.h"

/*
 * The encoding that `bytes` are most probably in.  The first of these rules that
 * applies decides:
 *
 *  - a byte order mark at the head;
 *  - UTF-8, when well-formed multi-byte characters have at least twice as many bytes as
 *    malformed sequences, over 256 KiB from the first byte beyond ASCII on (the last
 *    character may be cut).  Control characters do not speak against UTF-8, but
 *    many NULs do;
 *  - ISO-2022-JP, ISO-2022-KR and HZ, by their escapes, in bytes that are all ASCII
 *    (detect_escapes.h); this rule goes before UTF-8;
 *  - an encoding of one byte a letter, when bytes beyond ASCII are few and stand alone
 *    between Latin letters: which one, by the letters of languages (detect_western.h);
 *  - otherwise each candidate decodes a sample, and the one whose characters are the
 *    most common in newspapers wins (candidates.h).  This is reliable from 32 bytes of
 *    Chinese up.
 */
struct detected {
	/* Static; its converter is installed. */
	const struct charset *charset;
	/* The bytes may nearly as well be in this one; NULL: in no other. */
	const struct charset *runner_up;
	bool is_lacking; /* they may be in one whose converter is not installed */
};

struct detected detect_charset(struct str bytes);

/* The byte order of bytes that are known to be UTF-16. */
const struct charset *detect_utf16(struct str bytes);

#endif

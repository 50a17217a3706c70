/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DETECT_ESCAPES_H
#define LOAD_INPUT_DETECT_ESCAPES_H

#include "load/input/charset.h"

/*
 * The encoding of seven bits whose escapes `bytes` hold, or NULL: ISO-2022-JP (RFC 1468)
 * by ESC $ B or ESC $ @, ISO-2022-KR (RFC 1557) by ESC $ ) C, HZ (RFC 1843) by pairs of
 * characters of GB 2312 between ~{ and ~} on a line, most of them common ones.
 */
const struct charset *detect_escapes(struct str bytes);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_HZ_H
#define LOAD_INPUT_HZ_H

#include "base/str.h"

/*
 * Appends bytes of HZ (RFC 1843) to `gb` as GB 2312 of eight bits, which GB18030 contains:
 * pairs between ~{ and ~} get their high bits, ~~ is a tilde, and a tilde before a line
 * end is dropped with it.  A line end closes an open ~{, as most readers have it.  What
 * is no HZ stays as it is.
 */
void hz_to_gb(struct buf *gb, struct str bytes);

#endif

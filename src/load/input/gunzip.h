/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_GUNZIP_H
#define LOAD_INPUT_GUNZIP_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Has gzip compressed these bytes? */
bool gunzip_is(struct str bytes);

/*
 * Replaces the bytes of a file that gzip (RFC 1952) has compressed by what they are
 * uncompressed, all members of it; other bytes stay.  What is damaged gives what stands
 * before the damage.  False with errno EFBIG, and the bytes are not whole, when that is
 * more than `limit_bytes`: no more than that is ever made.
 */
bool gunzip(struct buf *bytes, size_t limit_bytes);

#endif

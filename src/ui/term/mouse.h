/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_MOUSE_H
#define UI_TERM_MOUSE_H

#include "base/str.h"
#include "ui/term/event.h"

#include <stdbool.h>

/*
 * What a terminal says of the mouse, as xterm's ctlseqs.txt has it ("Mouse Tracking").
 * Mode 1000 reports presses, releases and the wheel; in mode 1006 (SGR) the cell is
 * decimal, so that no column is too far to the right.  Terminals without that mode send
 * three bytes (X10), which end at column 223.
 */

#define MOUSE_ON  "\033[?1006;1000h"
#define MOUSE_OFF "\033[?1006;1000l"

/* How sequences of mode 1006 begin, behind their ESC. */
#define MOUSE_BEGINS "[<"

/* The event of such a sequence ("[<0;12;5M"): a press of the first button, or a turn of
 * the wheel.  False: it is another button, a release, or broken, and means nothing. */
bool mouse_take(struct str sequence, struct event *event);

/* The same of the three bytes of X10, of which the first is the lowest byte. */
bool mouse_take_x10(uint32_t bytes, struct event *event);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdint.h>

/*
 * The class of a code point on a screen, from the Unicode Character Database: East
 * Asian Width (UAX #11) for those that may be drawn.  The module is for this folder;
 * others walk over glyphs (text/glyph.h).
 */
enum width_class {
	/* Not drawn as they are: */
	CLASS_HOSTILE, /* must not reach a terminal: shown as <U+202E> */
	CLASS_SILENT,  /* invisible: zero-width joiner, soft hyphen, … */
	/* Drawn: */
	CLASS_MARK, /* combines with the character before it: no cell */
	CLASS_NARROW,
	CLASS_WIDE,
	CLASS_AMBIGUOUS,
};

_Static_assert(CLASS_HOSTILE < CLASS_SILENT && CLASS_SILENT + 1 == CLASS_MARK &&
                       CLASS_MARK < CLASS_NARROW,
               "all that is drawn comes after CLASS_SILENT");

enum width_class width_class(uint32_t c);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdint.h>

/*
 * The class of a code point on a screen, from the Unicode Character Database:
 * East Asian Width (UAX #11) where it may be drawn at all.  Only this folder
 * asks; everybody else walks glyphs.
 */
enum width_class {
	CLASS_HOSTILE, /* must not reach a terminal: shown as <U+202E> */
	CLASS_SILENT,  /* zero-width joiner, soft hyphen, …: not drawn */
	CLASS_MARK,    /* combines with what stands before it: no cell */
	CLASS_NARROW,
	CLASS_WIDE,
	CLASS_AMBIGUOUS,
};

enum width_class width_class(uint32_t c);

#endif

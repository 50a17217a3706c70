/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DETECT_WESTERN_H
#define LOAD_INPUT_DETECT_WESTERN_H

#include "load/input/charset.h"

/*
 * Which encoding of one byte a letter `text` is in: windows-1252 (the West), windows-1250
 * or ISO-8859-2 (Central Europe), or windows-1254 (Turkish).  Each decodes the text, and
 * its languages are asked how many of the letters beyond ASCII are letters of theirs: one
 * language, as a page is in one.  The encoding whose best language knows the most wins,
 * in this order where they know nearly as many; encodings without a converter are passed over.
 */
const struct charset *detect_western(struct str text);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_CAPTIONS_H
#define LOAD_ASIDE_CAPTIONS_H

#include "load/lines/printed_line.h"

/* The words under pictures: 图为… to …摄, of a few lines, apart from the text.
 * Sets their lines aside, a group a caption. */
void captions_find(struct printed_lines *lines);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASSEMBLE_H
#define LOAD_ASSEMBLE_H

#include "load/heads.h"
#include "load/pieces.h"

#include <stddef.h>

struct issue;

/* Adds the articles, passages and blocks of page `page` to the issue, from its
 * stories with their heads, and its teasers.  Every printed line of `stories`
 * goes into exactly one passage. */
void assemble_page(struct issue *issue, size_t page,
                   const struct stories *stories,
                   const struct teasers *teasers);

#endif

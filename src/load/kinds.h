/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_KINDS_H
#define LOAD_KINDS_H

#include "issue/issue.h"
#include "load/stories.h"

/* What kind of article a story is, by its form and the words of its headline
 * and byline (either may be empty). */
enum kind kind_of_story(const struct story *story, const struct pieces *pieces,
                        struct str headlines, struct str bylines);

#endif

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_OCR_STORIES_H
#define LOAD_SEGMENT_OCR_STORIES_H

#include "load/segment/stories.h"

/*
 * Stories of a page of text that an OCR has read: where articles begin is known by the
 * labels of its lines (ocr_labels.h), and by headlines that a person has marked.
 */

/* Makes the stories of all units but furniture; `units` are borrowed. */
void ocr_stories_init(struct stories *stories, struct units *units);

#endif

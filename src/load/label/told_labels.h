/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_TOLD_LABELS_H
#define LOAD_LABEL_TOLD_LABELS_H

#include "load/lines/printed_line.h"

#include <stdint.h>

/* The labels that a line may have by what a person said of it, or else by what the signs of
 * an OCR say: bit n is label n. */
uint32_t told_labels(const struct printed_line *line);

#endif

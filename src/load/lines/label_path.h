/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LABEL_PATH_H
#define LOAD_LINES_LABEL_PATH_H

#include <stddef.h>
#include <stdint.h>

/*
 * The likeliest sequence of labels of lines, of which each label of a line and each step
 * from one label to the next has a score (a log of likelihood): Viterbi (1967).
 * Time: O(lines x labels^2).
 */
#define PATH_LABELS_MAX 8

struct label_path {
	size_t lines;
	int labels;          /* 1 to PATH_LABELS_MAX */
	const float *scores; /* borrowed; [line * labels + label] */
	/* The score of a step to label `to` of a line from label `from` of the line
	 * before; from -1: the first line has it. */
	float (*step)(const void *context, size_t line, int from, int to);
	const void *context; /* borrowed */
};

/* The label of each line; the caller frees it. */
uint8_t *label_path_find(const struct label_path *path);

#endif

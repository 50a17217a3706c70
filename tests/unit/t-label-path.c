/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/label_path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>

#include <cmocka.h>

#define LINES  6
#define LABELS 3

/* A label may follow itself and the label before it; the first line has label 0. */
static float step(const void *context, size_t line, int from, int to)
{
	const float *penalty = context;

	if (from < 0)
		return to ? *penalty : 0;
	return to == from || to == from + 1 ? (float)line * .01f : *penalty;
}

static float score_of(const struct label_path *path, const int *labels)
{
	float sum = 0;

	for (size_t i = 0; i < path->lines; i++)
		sum += path->scores[i * LABELS + (size_t)labels[i]] +
		       path->step(path->context, i, i ? labels[i - 1] : -1,
		                  labels[i]);
	return sum;
}

/* The path has the score of the best of all sequences, which are tried one after another. */
static void the_path_is_the_likeliest(void **state)
{
	float scores[LINES * LABELS], penalty = -1.5f;
	struct label_path path = { LINES, LABELS, scores, step, &penalty };

	(void)state;
	srand(7);
	for (int round = 0; round < 50; round++) {
		int labels[LINES] = { 0 }, found[LINES];
		float best = -1e9f;
		uint8_t *got;

		for (size_t i = 0; i < LINES * LABELS; i++)
			scores[i] = (float)(rand() % 1000) / 300;
		for (int code = 0; code < 729; code++) {
			for (int i = 0, rest = code; i < LINES; i++) {
				labels[i] = rest % LABELS;
				rest /= LABELS;
			}
			if (score_of(&path, labels) > best)
				best = score_of(&path, labels);
		}
		got = label_path_find(&path);
		for (int i = 0; i < LINES; i++)
			found[i] = got[i];
		assert_float_equal(score_of(&path, found), best, 1e-4);
		free(got);
	}
}

static void no_line_has_no_label(void **state)
{
	float penalty = 0;
	struct label_path path = { 0, LABELS, NULL, step, &penalty };

	(void)state;
	free(label_path_find(&path));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_path_is_the_likeliest),
		cmocka_unit_test(no_line_has_no_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure.h"

#include <stdio.h>

static int status;

void figure_is_missing(const char *what, const char *why)
{
	fflush(stdout);
	fprintf(stderr, "bench: %s: %s\n", what, why);
	status = 1;
}

double figure(const char *what, double value, int decimals)
{
	double least = 0.5;

	for (int i = 0; i < decimals; i++)
		least /= 10;
	if (!(value >= least && value < 1e9))
		figure_is_missing(what, "this measured nothing");
	return value;
}

int figure_status(void)
{
	return status;
}

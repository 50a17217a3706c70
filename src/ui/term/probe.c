/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/probe.h"

#define SAMPLE_ROW 2

/* In the order in which they are drawn, and where. */
static const struct {
	enum probe_sample sample;
	const char *text;
	int col;
} samples[PROBE_SAMPLES] = {
	{ PROBE_OTHER, "\xe2\x80\x9c", 1 },
	{ PROBE_LATIN, "\xc2\xb7", 5 },
};

void probe_init(struct probe *probe, int cols)
{
	*probe = (struct probe){ .cols = { cols, cols } };
}

void probe_ask(struct probe *probe, struct buf *out)
{
	for (size_t i = 0; i < PROBE_SAMPLES; i++)
		buf_addf(out, "\033[%d;%dH%s\033[6n", SAMPLE_ROW,
		         samples[i].col, samples[i].text);
	buf_add_c(out, "\r\033[K");
	probe->answers = 0;
	probe->asked = true;
}

bool probe_awaits(const struct probe *probe)
{
	return probe->asked && probe->answers < PROBE_SAMPLES;
}

/* Reads the number at *at and moves *at behind it; -1 for no number, or one larger than
 * a screen. */
static int probe_read_number(struct str text, size_t *at)
{
	int number = -1;

	while (*at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9' &&
	       number < 10000) {
		number = (number < 0 ? 0 : number * 10) + (text.ptr[*at] - '0');
		++*at;
	}
	return number < 10000 ? number : -1;
}

/* Reads an answer, "[2;3R"; false when the sequence is none. */
static bool read_answer(struct str sequence, int *row, int *col)
{
	size_t at = 1;

	if (!str_starts(sequence, STR("[")))
		return false;
	*row = probe_read_number(sequence, &at);
	if (at >= sequence.len || sequence.ptr[at++] != ';')
		return false;
	*col = probe_read_number(sequence, &at);
	return *row >= 0 && *col >= 0 && at + 1 == sequence.len &&
	       sequence.ptr[at] == 'R';
}

bool probe_take(struct probe *probe, struct str sequence)
{
	int row, col, *cols, before;

	if (!probe_awaits(probe) || !read_answer(sequence, &row, &col))
		return false;
	/* They come in the order of the questions. */
	col -= samples[probe->answers].col;
	cols = &probe->cols[samples[probe->answers].sample];
	probe->answers++;
	if (row != SAMPLE_ROW || col < 1 || col > 2)
		return false;
	before = *cols;
	*cols = col;
	return before != col;
}

void probe_give_up(struct probe *probe)
{
	probe->asked = false;
}

int probe_cols(const struct probe *probe, uint32_t c)
{
	return probe->cols[c < 0x100 ? PROBE_LATIN : PROBE_OTHER];
}

int probe_most_cols(const struct probe *probe)
{
	int most_cols = 1;

	for (size_t i = 0; i < PROBE_SAMPLES; i++)
		if (probe->cols[i] > most_cols)
			most_cols = probe->cols[i];
	return most_cols;
}

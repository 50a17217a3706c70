/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/probe.h"

#include "base/mem.h"

#include <string.h>

#define SAMPLE_ROW 2

/* Ended by BEL: what knows OSC at all knows that end, and answers with the same. */
#define ASK_BACKGROUND    "\033]11;?\007"
#define BACKGROUND_BEGINS "]11;"

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

void probe_ask(struct probe *probe, struct buf *out, bool background)
{
	/* A terminal that does not know this may print it: it is overwritten. */
	if (background)
		buf_addf(out, "\033[%d;1H" ASK_BACKGROUND, SAMPLE_ROW);
	for (size_t i = 0; i < PROBE_SAMPLES; i++)
		buf_addf(out, "\033[%d;%dH%s\033[6n", SAMPLE_ROW,
		         samples[i].col, samples[i].text);
	buf_add_c(out, "\r\033[K");
	probe->answers = 0;
	probe->asked = true;
	probe->asked_background = background;
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

/* Reads the digits of a channel, one to four, as 8 bits; -1 for none. */
static int read_channel(struct str text, size_t *at)
{
	size_t start = *at;
	unsigned value = 0, most = 0;

	for (; *at < text.len && *at - start < 4; ++*at) {
		int digit = str_hex_digit(text.ptr[*at]);

		if (digit < 0)
			break;
		value = value * 16 + (unsigned)digit;
		most = most * 16 + 15;
	}
	return most ? (int)((value * 255 + most / 2) / most) : -1;
}

/* Reads "rgb:1e1e/1e1e/1e1e" or "rgba:…" with a fourth channel, which is of no meaning
 * here; false when the text is none. */
static bool read_colour(struct str text, uint32_t *rgb)
{
	bool has_alpha = str_starts(text, STR("rgba:"));
	size_t at = has_alpha ? 5 : 4;

	if (!has_alpha && !str_starts(text, STR("rgb:")))
		return false;
	*rgb = 0;
	for (int i = 0; i < 3 + has_alpha; i++) {
		int value;

		if (i && (at >= text.len || text.ptr[at++] != '/'))
			return false;
		value = read_channel(text, &at);
		if (value < 0)
			return false;
		if (i < 3)
			*rgb = *rgb << 8 | (uint32_t)value;
	}
	return at == text.len;
}

static enum probe_news take_background(struct probe *probe, struct str text)
{
	static const char *const ends[] = { "\007", "\033\\" };

	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (str_ends(text, str_from(ends[i])))
			text.len -= strlen(ends[i]);
	text = str_slice(text, strlen(BACKGROUND_BEGINS), text.len);
	probe->knows_background = read_colour(text, &probe->background_rgb);
	probe->asked_background = false;
	return probe->knows_background ? PROBE_BACKGROUND : PROBE_NO_NEWS;
}

enum probe_news probe_take(struct probe *probe, struct str sequence)
{
	int row, col, *cols, before;

	if (probe->asked_background &&
	    str_starts(sequence, STR(BACKGROUND_BEGINS)))
		return take_background(probe, sequence);
	if (!probe_awaits(probe) || !read_answer(sequence, &row, &col))
		return PROBE_NO_NEWS;
	/* They come in the order of the questions. */
	col -= samples[probe->answers].col;
	cols = &probe->cols[samples[probe->answers].sample];
	probe->answers++;
	if (row != SAMPLE_ROW || col < 1 || col > 2)
		return PROBE_NO_NEWS;
	before = *cols;
	*cols = col;
	return before != col ? PROBE_WIDTH : PROBE_NO_NEWS;
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

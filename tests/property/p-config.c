/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"
#include "cli/option_rows.h"
#include "ui/key.h"
#include "ui/keymap.h"
#include "ui/term/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Whatever is set and bound is dumped as a file that sets and binds the same; and
 * whatever is in a file, keys and settings hold together. */

#define ROUNDS    2000
#define BINDINGS  12
#define LINES     20
#define LINE_KEYS 3

static unsigned draw(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 12) % below;
}

/* Values of all settings, right and wrong ones. */
static const char *const values[] = {
	"auto",
	"dark",
	"light",
	"none",
	"yes",
	"no",
	"1",
	"2",
	"20",
	"64",
	"200",
	"201",
	"basic",
	"gb",
	"strict",
	"frame",
	"GBK",
	"Big5",
	"UTF-8",
	"",
	"0",
	"%date.md",
	" %page.txt",
	"\"%date \"",
	"%number ; #.md",
	"%headline=a:b.md",
	"报 %paper.md",
};

static void set_at_random(struct options *options, unsigned *seed)
{
	for (size_t i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		struct options trial = *options;

		if (row->name && option_is_setting(row) &&
		    option_set(row, &trial,
		               values[draw(seed, ARRAY_LEN(values))]))
			*options = trial;
	}
}

static void add_random_key(struct buf *out, unsigned *seed)
{
	static const uint32_t first[] = { '!',   0xff01,      0x4e00, 0x430,
		                          0x300, PRESS_FIRST, 1,      0x2190 };

	key_add_name(out, first[draw(seed, ARRAY_LEN(first))] + draw(seed, 24));
}

static void bind_at_random(struct keymap_maker *maker, unsigned *seed)
{
	struct buf key;

	buf_init(&key);
	for (int i = 0; i < BINDINGS; i++) {
		enum command command = (enum command)draw(seed, COMMAND_COUNT);
		enum command other;

		if (!draw(seed, 8)) {
			keymap_unbind(maker, command);
			continue;
		}
		buf_clear(&key);
		add_random_key(&key, seed);
		keymap_bind(maker, command, buf_str(&key), &other);
	}
	buf_release(&key);
}

static void what_is_set_is_dumped_and_read(void **state)
{
	const struct seeds seeds = fixture_seeds(ROUNDS);

	(void)state;
	for (uint32_t i = seeds.first; i < seeds.end; i++) {
		struct options options = { 0 };
		struct keymap_maker maker;
		unsigned seed = i * 2654435761u;

		keymap_maker_init(&maker);
		set_at_random(&options, &seed);
		bind_at_random(&maker, &seed);
		keymap_finish(&maker);
		options.settings.keymap = &maker.keymap;
		oracle_insist(oracle_config(&options));
		keymap_maker_release(&maker);
	}
}

static void add_random_line(struct buf *out, unsigned *seed)
{
	static const char *const odd[] = { "[keys]",  "[",     "word",
		                           "# a = b", "theme", "= x",
		                           "[other]", "" };
	const struct option_row *row =
		&option_rows[draw(seed, (unsigned)option_row_count)];

	switch (draw(seed, 4)) {
	case 0:
		buf_add_c(out, odd[draw(seed, ARRAY_LEN(odd))]);
		break;
	case 1:
		buf_addf(out, "%s = %s", row->name ? row->name : "x",
		         values[draw(seed, ARRAY_LEN(values))]);
		break;
	default:
		command_add_name(out, (enum command)draw(seed, COMMAND_COUNT));
		buf_add_c(out, " = ");
		for (int i = 0; i < LINE_KEYS; i++) {
			add_random_key(out, seed);
			buf_add_byte(out, ' ');
		}
	}
	buf_add_byte(out, '\n');
}

static void any_lines_are_a_file(void **state)
{
	const struct seeds seeds = fixture_seeds(ROUNDS);
	struct buf text;

	(void)state;
	buf_init(&text);
	for (uint32_t i = seeds.first; i < seeds.end; i++) {
		unsigned seed = (i + 1) * 2654435761u;

		buf_clear(&text);
		for (int line = 0; line < LINES; line++)
			add_random_line(&text, &seed);
		oracle_insist(oracle_config_bytes(buf_str(&text)));
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_set_is_dumped_and_read),
		cmocka_unit_test(any_lines_are_a_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

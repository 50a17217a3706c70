/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/tty_keys.h"

#include "base/mem.h"
#include "ui/term/tty_curses.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Keys in the place of those that curses reads: what was put back, then `script` from
 * `at` on. */
static struct {
	const struct tty_key *script;
	size_t count, at;
	struct tty_key back[8];
	size_t back_count;
} fake;

struct tty_key tty_curses_read(void)
{
	if (fake.back_count)
		return fake.back[--fake.back_count];
	return fake.at < fake.count ? fake.script[fake.at++]
	                            : (struct tty_key){ TTY_KEY_NONE, 0, 0 };
}

void tty_curses_unread(const struct tty_key *key)
{
	if (key->kind != TTY_KEY_NONE) {
		assert_true(fake.back_count < ARRAY_LEN(fake.back));
		fake.back[fake.back_count++] = *key;
	}
}

#define CHAR(c)                                                                \
 {                                                                             \
  TTY_KEY_CHAR, c, 0                                                           \
 }
#define PRESS(p)                                                               \
 {                                                                             \
  TTY_KEY_PRESS, p, 0                                                          \
 }
#define MARK(m)                                                                \
 {                                                                             \
  TTY_KEY_PASTE_##m, 0, 0                                                      \
 }

struct expected {
	enum event_kind kind;
	uint32_t key;
};

static void expect(struct tty_keys *keys, const struct tty_key *script,
                   size_t count, const struct expected *expected,
                   size_t expected_count)
{
	struct event event;

	fake.script = script;
	fake.count = count;
	fake.at = 0;
	for (size_t i = 0; i < expected_count; i++) {
		assert_true(tty_keys_take(keys, 0, &event));
		assert_int_equal(event.kind, expected[i].kind);
		if (event.kind != EVENT_NONE)
			assert_int_equal(event.key, expected[i].key);
	}
	assert_false(tty_keys_take(keys, 0, &event));
	assert_int_equal(event.kind, EVENT_NONE);
	assert_int_equal(fake.at, count);
}

#define EXPECT(keys, script, expected)                                         \
 expect(keys, script, ARRAY_LEN(script), expected, ARRAY_LEN(expected))

static struct tty_keys made(void)
{
	struct tty_keys keys = { .ambiguous_cols = 1 };

	probe_init(&keys.probe, 1);
	return keys;
}

static void characters_and_keys_are_events(void **state)
{
	static const struct tty_key script[] = {
		CHAR('q'),
		CHAR('\n'),
		CHAR('\b'),
		CHAR(0x62a5),
		PRESS(PRESS_PGDN),
		{ TTY_KEY_UNKNOWN, 0, 999 },
		{ TTY_KEY_RESIZE, 0, 0 },
		{ TTY_KEY_MOUSE, 32 | 34 << 8 | 35 << 16, 0 },
	};
	static const struct expected expected[] = {
		{ EVENT_KEY, 'q' },
		{ EVENT_KEY, PRESS_ENTER },
		{ EVENT_KEY, PRESS_BACKSPACE },
		{ EVENT_KEY, 0x62a5 },
		{ EVENT_KEY, PRESS_PGDN },
		{ EVENT_NONE, 0 },
		{ EVENT_RESIZE, 0 },
		{ EVENT_CLICK, 0 },
	};
	struct tty_keys keys = made();

	(void)state;
	EXPECT(&keys, script, expected);
}

static void a_paste_is_text_alone(void **state)
{
	static const struct tty_key script[] = {
		CHAR('a'),  MARK(BEGIN), CHAR('q'), PRESS(PRESS_UP),
		CHAR('\n'), MARK(END),   CHAR('b'),
	};
	static const struct expected expected[] = {
		{ EVENT_KEY, 'a' },           { EVENT_NONE, 0 },
		{ EVENT_PASTE, 'q' },         { EVENT_NONE, 0 },
		{ EVENT_PASTE, PRESS_ENTER }, { EVENT_NONE, 0 },
		{ EVENT_KEY, 'b' },
	};
	struct tty_keys keys = made();

	(void)state;
	EXPECT(&keys, script, expected);
}

/* Alt and a letter that means something in a line of input; in a paste it is text. */
static void escape_and_a_letter_may_be_alt(void **state)
{
	static const struct tty_key script[] = {
		CHAR(PRESS_ESC),
		CHAR('b'),
		CHAR(PRESS_ESC),
		CHAR(PRESS_BACKSPACE),
		MARK(BEGIN),
		CHAR(PRESS_ESC),
		CHAR('b'),
		MARK(END),
		PRESS(PRESS_WORD_LEFT),
	};
	static const struct expected expected[] = {
		{ EVENT_KEY, PRESS_ALT('b') },
		{ EVENT_KEY, PRESS_ALT(PRESS_BACKSPACE) },
		{ EVENT_NONE, 0 },
		{ EVENT_NONE, 0 },
		{ EVENT_PASTE, 'b' },
		{ EVENT_NONE, 0 },
		{ EVENT_KEY, PRESS_WORD_LEFT },
	};
	struct tty_keys keys = made();

	(void)state;
	EXPECT(&keys, script, expected);
}

/* Nothing behind the ESC: the Escape key, which ends a paste without an end.  ESC
 * and a letter are two keys. */
static void escape_is_a_key(void **state)
{
	static const struct tty_key alone[] = { CHAR(PRESS_ESC) };
	static const struct expected esc[] = { { EVENT_KEY, PRESS_ESC } };
	static const struct tty_key before_letter[] = { CHAR(PRESS_ESC),
		                                        CHAR('x') };
	static const struct expected two[] = { { EVENT_KEY, PRESS_ESC },
		                               { EVENT_KEY, 'x' } };
	static const struct expected none[] = { { EVENT_NONE, 0 },
		                                { EVENT_PASTE, 'x' } };
	struct tty_keys keys = made();

	(void)state;
	EXPECT(&keys, alone, esc);
	EXPECT(&keys, before_letter, two);
	keys.pasting = true;
	EXPECT(&keys, before_letter, none);
	assert_true(keys.pasting);
	EXPECT(&keys, alone, esc);
	assert_false(keys.pasting);
}

static void unknown_sequences_are_no_keys(void **state)
{
	static const struct tty_key whole[] = { CHAR(PRESS_ESC), CHAR('['),
		                                CHAR('1'),       CHAR(';'),
		                                CHAR('9'),       CHAR('Z'),
		                                CHAR('q') };
	static const struct expected one[] = { { EVENT_NONE, 0 },
		                               { EVENT_KEY, 'q' } };
	/* Another ESC cuts it short. */
	static const struct tty_key cut[] = { CHAR(PRESS_ESC), CHAR('['),
		                              CHAR('1'), PRESS(PRESS_DOWN) };
	static const struct expected next[] = { { EVENT_NONE, 0 },
		                                { EVENT_KEY, PRESS_DOWN } };
	struct tty_keys keys = made();

	(void)state;
	EXPECT(&keys, whole, one);
	EXPECT(&keys, cut, next);
}

static void long_sequences_need_no_room(void **state)
{
	static struct tty_key script[100] = { CHAR(PRESS_ESC), CHAR('[') };
	static const struct expected expected[] = { { EVENT_NONE, 0 } };
	struct tty_keys keys = made();

	(void)state;
	for (size_t i = 2; i < ARRAY_LEN(script); i++)
		script[i] = (struct tty_key)CHAR('1');
	script[ARRAY_LEN(script) - 1].key = 'R';
	EXPECT(&keys, script, expected);
}

/* The first answer says 2: the canvas follows where it was asked to. */
static void answers_are_events(void **state)
{
	static const struct tty_key script[] = { CHAR(PRESS_ESC), CHAR('['),
		                                 CHAR('2'),       CHAR(';'),
		                                 CHAR('3'),       CHAR('R') };
	static const struct expected two[] = { { EVENT_WIDTH, 2 } };
	static const struct expected one[] = { { EVENT_WIDTH, 1 } };

	(void)state;
	for (int asks = 0; asks < 2; asks++) {
		struct tty_keys keys = made();
		struct buf question;

		buf_init(&question);
		probe_ask(&keys.probe, &question, false);
		buf_release(&question);
		keys.asks = asks;
		if (asks)
			EXPECT(&keys, script, two);
		else
			EXPECT(&keys, script, one);
	}
}

/* Bytes that come in pieces: what they are at which time. */
struct piece {
	const char *bytes; /* NULL: nothing, but time passes */
	long at_ms;
	struct expected expected[6]; /* to the first EVENT_END */
};

static struct tty_keys asked(void)
{
	struct tty_keys keys = made();
	struct buf question;

	buf_init(&question);
	probe_ask(&keys.probe, &question, true);
	buf_release(&question);
	return keys;
}

static void expect_pieces(struct tty_keys *keys, const struct piece *pieces,
                          size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct tty_key script[64];
		const char *bytes = pieces[i].bytes ? pieces[i].bytes : "";
		struct event event;
		size_t n = 0;

		for (; *bytes; bytes++)
			script[n++] =
				(struct tty_key)CHAR((unsigned char)*bytes);
		fake.script = script;
		fake.count = n;
		fake.at = 0;
		n = 0;
		while (tty_keys_take(keys, pieces[i].at_ms, &event)) {
			if (event.kind == EVENT_NONE)
				continue;
			if (event.kind != pieces[i].expected[n].kind ||
			    event.key != pieces[i].expected[n].key)
				fail_msg("piece %zu: kind %d, key %x", i,
				         event.kind, event.key);
			n++;
		}
		assert_int_equal(pieces[i].expected[n].kind, EVENT_END);
		assert_int_equal(fake.at, fake.count);
	}
}

#define PIECES(keys, pieces) expect_pieces(keys, pieces, ARRAY_LEN(pieces))
#define NOTHING                                                                \
 {                                                                             \
  {                                                                            \
   EVENT_END, 0                                                                \
  }                                                                            \
 }

/* An answer byte by byte, with time between them. */
static void answers_may_come_in_pieces(void **state)
{
	static const char answers[] = "\033]11;rgb:1e1e/2020/3030\033\\"
				      "\033[2;3R\033[2;7R";
	struct tty_keys keys = asked();
	struct event event;
	int news = 0;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof answers; i++) {
		struct tty_key script[1] = { CHAR((unsigned char)answers[i]) };
		long now_ms = 50 * (long)i;

		fake.script = script;
		fake.count = 1;
		fake.at = 0;
		while (tty_keys_take(&keys, now_ms, &event)) {
			assert_true(event.kind == EVENT_NONE ||
			            event.kind == EVENT_WIDTH ||
			            event.kind == EVENT_BACKGROUND);
			news += event.kind != EVENT_NONE;
		}
	}
	assert_int_equal(news, 3);
	assert_int_equal(keys.probe.background_rgb, 0x1e2030);
	assert_int_equal(tty_keys_wait_ms(&keys, 5000), -1);
}

/* What is held and has no end is nothing, and the key behind it is one. */
static void held_sequences_end_with_time(void **state)
{
	static const struct piece pieces[] = {
		{ "\033]11;rgb:", 0, NOTHING },
		{ "12", 100, NOTHING },
		{ NULL, 100 + TTY_KEYS_HOLD_MS, NOTHING },
		{ "a",
		  101 + TTY_KEYS_HOLD_MS,
		  { { EVENT_KEY, 'a' }, { EVENT_END, 0 } } },
		/* Whether it was asked for or not. */
		{ "\033]52;c;", 9000, NOTHING },
		{ "qqq", 9001, NOTHING },
		{ "\007q", 9002, { { EVENT_KEY, 'q' }, { EVENT_END, 0 } } },
		/* An escape sequence ends it as well. */
		{ "\033]11;rgb:", 9100, NOTHING },
		{ "\033[1;9Zx",
		  9101,
		  { { EVENT_KEY, 'x' }, { EVENT_END, 0 } } },
	};
	struct tty_keys keys = asked();

	(void)state;
	PIECES(&keys, pieces);
}

/* A report of the mouse is none of its characters, whole, in pieces, broken or pasted. */
static void the_mouse_presses_no_keys(void **state)
{
	static const struct piece pieces[] = {
		{ "\033[<0;250;3Mq",
		  0,
		  { { EVENT_CLICK, 0 },
		    { EVENT_KEY, 'q' },
		    { EVENT_END, 0 } } },
		{ "\033[<0;250;3m", 1, NOTHING },
		{ "\033[<65;", 9000, NOTHING },
		{ "2;3", 9100, NOTHING },
		{ "M", 9200, { { EVENT_WHEEL, 1 }, { EVENT_END, 0 } } },
		{ "\033[<65;2", 9300, NOTHING },
		{ NULL, 9300 + TTY_KEYS_HOLD_MS, NOTHING },
		{ "j", 9600, { { EVENT_KEY, 'j' }, { EVENT_END, 0 } } },
		{ "\033[<0;1Mk",
		  9700,
		  { { EVENT_KEY, 'k' }, { EVENT_END, 0 } } },
		{ "\033[<0;x;1M",
		  9800,
		  { { EVENT_KEY, ';' },
		    { EVENT_KEY, '1' },
		    { EVENT_KEY, 'M' },
		    { EVENT_END, 0 } } },
	};
	static const struct tty_key pasted[] = {
		MARK(BEGIN), CHAR(PRESS_ESC), CHAR('['), CHAR('<'),
		CHAR('0'),   CHAR(';'),       CHAR('1'), CHAR(';'),
		CHAR('1'),   CHAR('M'),       MARK(END),
	};
	static const struct expected nothing[] = { { EVENT_NONE, 0 },
		                                   { EVENT_NONE, 0 },
		                                   { EVENT_NONE, 0 } };
	struct tty_keys keys = made();

	(void)state;
	PIECES(&keys, pieces);
	EXPECT(&keys, pasted, nothing);
}

/* While answers may come the Escape key waits; then it does not. */
static void escape_waits_for_answers(void **state)
{
	static const struct piece pieces[] = {
		{ "\033", 10, NOTHING },
		{ NULL,
		  10 + TTY_KEYS_HOLD_MS,
		  { { EVENT_KEY, PRESS_ESC }, { EVENT_END, 0 } } },
		{ "\033", 500, NOTHING },
		{ "j",
		  510,
		  { { EVENT_KEY, PRESS_ESC },
		    { EVENT_KEY, 'j' },
		    { EVENT_END, 0 } } },
		{ "\033", 520, NOTHING },
		{ "\033", 530, { { EVENT_KEY, PRESS_ESC }, { EVENT_END, 0 } } },
		{ "[2;2R\033[2;6R", 540, NOTHING },
		{ "\033",
		  TTY_KEYS_ANSWERS_MS,
		  { { EVENT_KEY, PRESS_ESC }, { EVENT_END, 0 } } },
	};
	struct tty_keys keys = asked();

	(void)state;
	PIECES(&keys, pieces);
}

/* ESC and ] are two keys where no number follows. */
static void a_bracket_behind_escape_is_a_key(void **state)
{
	static const struct piece pieces[] = {
		{ "\033]x",
		  0,
		  { { EVENT_KEY, PRESS_ESC },
		    { EVENT_KEY, ']' },
		    { EVENT_KEY, 'x' },
		    { EVENT_END, 0 } } },
		/* It waits for a number, as long as an answer may come. */
		{ "\033]", 10, NOTHING },
		{ NULL,
		  10 + TTY_KEYS_HOLD_MS,
		  { { EVENT_KEY, PRESS_ESC },
		    { EVENT_KEY, ']' },
		    { EVENT_END, 0 } } },
		{ "\033", 300, NOTHING },
		{ "]", 310, NOTHING },
		{ "]",
		  320,
		  { { EVENT_KEY, PRESS_ESC },
		    { EVENT_KEY, ']' },
		    { EVENT_KEY, ']' },
		    { EVENT_END, 0 } } },
		{ "\033]",
		  9000,
		  { { EVENT_KEY, PRESS_ESC },
		    { EVENT_KEY, ']' },
		    { EVENT_END, 0 } } },
	};
	struct tty_keys keys = asked();

	(void)state;
	PIECES(&keys, pieces);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_and_keys_are_events),
		cmocka_unit_test(a_paste_is_text_alone),
		cmocka_unit_test(escape_is_a_key),
		cmocka_unit_test(escape_and_a_letter_may_be_alt),
		cmocka_unit_test(unknown_sequences_are_no_keys),
		cmocka_unit_test(long_sequences_need_no_room),
		cmocka_unit_test(answers_are_events),
		cmocka_unit_test(answers_may_come_in_pieces),
		cmocka_unit_test(held_sequences_end_with_time),
		cmocka_unit_test(the_mouse_presses_no_keys),
		cmocka_unit_test(escape_waits_for_answers),
		cmocka_unit_test(a_bracket_behind_escape_is_a_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/tty_keys.h"

#include "base/mem.h"
#include "ui/term/tty_curses.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Keys in the place of those that curses reads: `script` from `at` on. */
static struct {
	const struct tty_key *script;
	size_t count, at;
} fake;

struct tty_key tty_curses_read(void)
{
	return fake.at < fake.count ? fake.script[fake.at++]
	                            : (struct tty_key){ TTY_KEY_NONE, 0, 0 };
}

void tty_curses_unread(const struct tty_key *key)
{
	if (key->kind != TTY_KEY_NONE)
		fake.at--;
}

bool tty_curses_mouse(struct event *event)
{
	*event = (struct event){ .kind = EVENT_CLICK, .row = 3, .col = 5 };
	return true;
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
		assert_true(tty_keys_take(keys, &event));
		assert_int_equal(event.kind, expected[i].kind);
		if (event.kind != EVENT_NONE)
			assert_int_equal(event.key, expected[i].key);
	}
	assert_false(tty_keys_take(keys, &event));
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
		{ TTY_KEY_MOUSE, 0, 0 },
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
		probe_ask(&keys.probe, &question);
		buf_release(&question);
		keys.asks = asks;
		if (asks)
			EXPECT(&keys, script, two);
		else
			EXPECT(&keys, script, one);
	}
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

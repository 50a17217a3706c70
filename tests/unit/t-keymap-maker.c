/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/keymap.h"

#include "ui/key.h"
#include "ui/term/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static enum keymap_result bind(struct keymap_maker *maker, enum command command,
                               const char *key)
{
	enum command other;

	return keymap_bind(maker, command, str_from(key), &other);
}

static void without_bindings_the_keys_are_the_usual_ones(void **state)
{
	struct keymap_maker maker;

	(void)state;
	keymap_maker_init(&maker);
	keymap_finish(&maker);
	for (int i = 0; i < COMMAND_COUNT; i++)
		assert_string_equal(maker.keymap.commands[i],
		                    keymap_default.commands[i]);
	keymap_maker_release(&maker);
}

static void what_is_bound_replaces_what_is_usual(void **state)
{
	struct keymap_maker maker;

	(void)state;
	keymap_maker_init(&maker);
	assert_int_equal(bind(&maker, COMMAND_LIST, "报"), KEYMAP_BOUND);
	assert_int_equal(bind(&maker, COMMAND_LIST, "f5"), KEYMAP_BOUND);
	assert_int_equal(bind(&maker, COMMAND_LIST, "f5"), KEYMAP_BOUND);
	/* The usual keys of other commands. */
	assert_int_equal(bind(&maker, COMMAND_LIST, "j"), KEYMAP_BOUND);
	assert_int_equal(bind(&maker, COMMAND_LIST, "L"), KEYMAP_BOUND);
	keymap_finish(&maker);
	assert_string_equal(maker.keymap.commands[COMMAND_LIST], "报 F5 j L");
	assert_string_equal(maker.keymap.commands[COMMAND_DOWN], "Down");
	assert_string_equal(maker.keymap.commands[COMMAND_LETTER], "");
	assert_int_equal(command_for_key(&maker.keymap, 0x62a5), COMMAND_LIST);
	assert_int_equal(command_for_key(&maker.keymap, 'j'), COMMAND_LIST);
	assert_int_equal(command_for_key(&maker.keymap, 't'), COMMAND_NONE);
	keymap_maker_release(&maker);
}

static void a_command_may_have_no_key(void **state)
{
	struct keymap_maker maker;

	(void)state;
	keymap_maker_init(&maker);
	keymap_unbind(&maker, COMMAND_EDIT);
	keymap_finish(&maker);
	assert_string_equal(maker.keymap.commands[COMMAND_EDIT], "");
	assert_int_equal(command_for_key(&maker.keymap, 'E'), COMMAND_NONE);
	keymap_maker_release(&maker);
}

static void a_key_is_bound_once(void **state)
{
	struct keymap_maker maker;
	enum command other;

	(void)state;
	keymap_maker_init(&maker);
	assert_int_equal(bind(&maker, COMMAND_MAP, "]"), KEYMAP_BOUND);
	assert_int_equal(keymap_bind(&maker, COMMAND_FACTS, STR("】"), &other),
	                 KEYMAP_TAKEN);
	assert_int_equal(other, COMMAND_MAP);
	keymap_finish(&maker);
	assert_string_equal(maker.keymap.commands[COMMAND_FACTS], "i");
	keymap_maker_release(&maker);
}

/* By these the reader can be left and every question answered. */
static void some_keys_are_not_bound(void **state)
{
	static const char *const keys[] = { "0",     "1",  "9",   "５",
		                            "Enter", "^M", "Esc", "^[",
		                            "^C",    "^z", "^S",  "^q" };
	struct keymap_maker maker;

	(void)state;
	keymap_maker_init(&maker);
	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		assert_int_equal(bind(&maker, COMMAND_MAP, keys[i]),
		                 KEYMAP_RESERVED);
	assert_int_equal(bind(&maker, COMMAND_MAP, "Entre"), KEYMAP_NO_KEY);
	keymap_unbind(&maker, COMMAND_MENU);
	assert_int_equal(bind(&maker, COMMAND_BACK, "^["), KEYMAP_BOUND);
	assert_int_equal(bind(&maker, COMMAND_OPEN, "o"), KEYMAP_BOUND);
	keymap_finish(&maker);
	assert_string_equal(maker.keymap.commands[COMMAND_MENU], "0");
	assert_string_equal(maker.keymap.commands[COMMAND_BACK], "Esc");
	assert_string_equal(maker.keymap.commands[COMMAND_OPEN], "o Enter");
	assert_string_equal(keymap_reserved(COMMAND_OPEN), "Enter");
	assert_null(keymap_reserved(COMMAND_MAP));
	keymap_maker_release(&maker);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_bindings_the_keys_are_the_usual_ones),
		cmocka_unit_test(what_is_bound_replaces_what_is_usual),
		cmocka_unit_test(a_command_may_have_no_key),
		cmocka_unit_test(a_key_is_bound_once),
		cmocka_unit_test(some_keys_are_not_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

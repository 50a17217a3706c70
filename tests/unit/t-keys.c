/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/command.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/key.h"
#include "ui/term/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *name;
	uint32_t key;
} special[] = {
	{ "Up", PRESS_UP },       { "Down", PRESS_DOWN },
	{ "Left", PRESS_LEFT },   { "Right", PRESS_RIGHT },
	{ "Home", PRESS_HOME },   { "End", PRESS_END },
	{ "PgUp", PRESS_PGUP },   { "PgDn", PRESS_PGDN },
	{ "Enter", PRESS_ENTER }, { "Esc", PRESS_ESC },
	{ "Tab", PRESS_TAB },     { "Backspace", PRESS_BACKSPACE },
	{ "Space", ' ' },         { "F1", PRESS_F1 },
};

/* The key that `name` of the table means; ends the test when it means none. */
static uint32_t key_of(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(special); i++)
		if (str_equal(name, str_from(special[i].name)))
			return special[i].key;
	if (name.len == 2 && name.ptr[0] == '^')
		return (uint32_t)PRESS_CTRL(name.ptr[1]);
	if (name.len != 1)
		fail_msg("no key is called '%.*s'", (int)name.len, name.ptr);
	return (unsigned char)name.ptr[0];
}

/* Calls `check` with each key of each command. */
static void for_each_key(void (*check)(enum command command, uint32_t key))
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *keys = keymap_default.commands[i];

		while (*keys) {
			size_t len = strcspn(keys, " ");

			check((enum command)i,
			      key_of((struct str){ keys, len }));
			keys += len + (keys[len] == ' ');
		}
	}
}

/* Also says that no key is there twice: the first command would have it. */
static void check_key(enum command command, uint32_t key)
{
	if (command_for_key_in(&keymap_default, key,
	                       command_is_on_words(command)) != command)
		fail_msg("key %X of '%s' does something else", key,
		         keymap_default.commands[command]);
}

static void check_full_width(enum command command, uint32_t key)
{
	if (key > ' ' && key < 0x7f &&
	    command_for_key_in(&keymap_default, key - '!' + 0xff01,
	                       command_is_on_words(command)) != command)
		fail_msg("full-width %c does something else", (char)key);
}

static void each_key_has_one_command(void **state)
{
	(void)state;
	for_each_key(check_key);
	for_each_key(check_full_width);
	assert_int_equal(command_for_key(&keymap_default, 0x62a5),
	                 COMMAND_NONE);
	assert_int_equal(command_for_key(&keymap_default, 0), COMMAND_NONE);
	assert_int_equal(command_for_key(&keymap_default, PRESS_LAST),
	                 COMMAND_NONE);
}

/* What an input method types instead. */
static void chinese_marks_are_keys(void **state)
{
	static const struct {
		uint32_t typed, plain;
	} cases[] = {
		{ 0x3000, ' ' }, { 0x3001, '/' }, { 0xff0f, '/' },
		{ 0x3010, '[' }, { 0x3011, ']' }, { 0x300a, '<' },
		{ 0x300b, '>' }, { 0xff1f, '?' }, { 0xff31, 'Q' },
		{ 0xff10, '0' }, { 'q', 'q' },    { PRESS_UP, PRESS_UP },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(key_plain(cases[i].typed), cases[i].plain);
}

/* Each key of the tables, and others; what is no name of a key is none. */
static void names_of_keys_are_read_and_written(void **state)
{
	static const struct {
		const char *name;
		uint32_t key;
		const char *written; /* NULL: as it was read */
	} cases[] = {
		{ "j", 'j', NULL },
		{ "J", 'J', NULL },
		{ "ж", 0x436, NULL },
		{ "你", 0x4f60, NULL },
		{ "{", '{', NULL },
		{ ";", ';', NULL },
		{ "#", '#', NULL },
		{ "=", '=', NULL },
		{ "^", '^', NULL },
		{ "^X", PRESS_CTRL('X'), NULL },
		{ "^_", PRESS_CTRL('_'), NULL },
		{ "^x", PRESS_CTRL('X'), "^X" },
		{ "^M", PRESS_ENTER, "Enter" },
		{ "^j", PRESS_ENTER, "Enter" },
		{ "^I", PRESS_TAB, "Tab" },
		{ "^[", PRESS_ESC, "Esc" },
		{ "^H", PRESS_BACKSPACE, "Backspace" },
		{ "^?", PRESS_BACKSPACE, "Backspace" },
		{ "space", ' ', "Space" },
		{ "PGDN", PRESS_PGDN, "PgDn" },
		{ "Insert", PRESS_INSERT, NULL },
		{ "F5", PRESS_F1 + 4, NULL },
		{ "f12", PRESS_F12, "F12" },
		{ "↓", PRESS_DOWN, "Down" },
		{ "？", '?', "?" },
		{ "】", ']', "]" },
		{ "", 0, NULL },
		{ "F13", 0, NULL },
		{ "jk", 0, NULL },
		{ "^", '^', NULL },
		{ "^@", 0, NULL },
		{ "^é", 0, NULL },
		{ "^1", 0, NULL },
		{ " ", 0, NULL },
		{ "\x7f", 0, NULL },
		{ "\xe4\xbd", 0, NULL },
		{ "e\xcc\x81", 0, NULL },
		{ "\xe2\x80\x8b", 0, NULL },
	};
	struct buf written;

	(void)state;
	buf_init(&written);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *want =
			cases[i].written ? cases[i].written : cases[i].name;
		uint32_t key = key_named(str_from(cases[i].name));

		if (key != cases[i].key)
			fail_msg("'%s' is key %X", cases[i].name, key);
		if (!key)
			continue;
		buf_clear(&written);
		key_add_name(&written, key);
		assert_string_equal(written.ptr, want);
		assert_int_equal(key_named(buf_str(&written)), key);
	}
	buf_release(&written);
}

static void commands_have_names(void **state)
{
	struct buf name;

	(void)state;
	buf_init(&name);
	for (int i = 0; i < COMMAND_COUNT; i++) {
		buf_clear(&name);
		command_add_name(&name, (enum command)i);
		assert_int_equal(command_named(buf_str(&name)), i);
	}
	buf_release(&name);
	assert_int_equal(command_named(STR("next-article")),
	                 COMMAND_NEXT_ARTICLE);
	assert_int_equal(command_named(STR("next_article")), COMMAND_NONE);
	assert_int_equal(command_named(STR("NEXT-ARTICLE")), COMMAND_NONE);
	assert_int_equal(command_named(STR("next-articles")), COMMAND_NONE);
	assert_int_equal(command_named(STR("next")), COMMAND_NONE);
	assert_int_equal(command_named(STR("")), COMMAND_NONE);
}

/* What no key does has the name by which it is typed. */
static void a_command_without_a_key_is_named(void **state)
{
	struct keymap keymap = keymap_default;
	struct buf got;

	(void)state;
	keymap.commands[COMMAND_NEXT_ARTICLE] = "";
	buf_init(&got);
	command_add_text(&got, &keymap, "{NEXT_ARTICLE} goes on, {UP}");
	assert_string_equal(got.ptr, ":next-article goes on, ↑");
	buf_clear(&got);
	command_add_keys(&got, &keymap, COMMAND_NEXT_ARTICLE, 1);
	assert_int_equal(got.len, 0);
	assert_int_equal(command_for_key(&keymap, 'J'), COMMAND_NONE);
	buf_release(&got);
}

static void each_command_is_explained(void **state)
{
	(void)state;
	for (int i = 0; i < COMMAND_COUNT; i++) {
		enum command command = (enum command)i;

		assert_true(command_help_untranslated(command)[0]);
		assert_true(keymap_default.commands[command][0]);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(
				command_help_untranslated(command),
				command_help_untranslated((enum command)j));
	}
}

static void names_become_keys(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "{OPEN}", "Enter" },
		{ "{RIGHT}{SEARCH}!", "→/!" },
		{ " {YES} replace ", " y replace " },
		{ "{", "{" },
		{ "{NO_SUCH} {open} {} }", "{NO_SUCH} {open} {} }" },
		{ "{{OPEN}", "{Enter" },
	};
	struct keymap percent = keymap_default;
	struct buf got;

	(void)state;
	buf_init(&got);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		buf_clear(&got);
		command_add_text(&got, &keymap_default, cases[i].text);
		assert_string_equal(got.ptr, cases[i].want);
	}
	percent.commands[COMMAND_OPEN] = "%";
	buf_clear(&got);
	command_add_format(&got, &percent, "%d {OPEN}");
	assert_string_equal(got.ptr, "%d %%");
	buf_release(&got);
}

/* Calls `see` with each {NAME} of a text. */
static void each_name(struct str text, void (*see)(void *to, struct str name),
                      void *to)
{
	for (size_t at = 0; at < text.len; at++) {
		size_t end = at + 1;

		if (text.ptr[at] != '{')
			continue;
		while (end < text.len &&
		       ((text.ptr[end] >= 'A' && text.ptr[end] <= 'Z') ||
		        text.ptr[end] == '_'))
			end++;
		if (end > at + 1 && end < text.len && text.ptr[end] == '}')
			see(to, str_slice(text, at, end + 1));
	}
}

struct seen {
	struct str other; /* the text that should have the name, too */
	size_t count;
};

static void see_name(void *to, struct str name)
{
	struct seen *seen = to;
	struct buf text, copy;

	seen->count++;
	buf_init(&copy);
	buf_init(&text);
	buf_add(&copy, name);
	command_add_text(&text, &keymap_default, copy.ptr);
	if (!strcmp(text.ptr, copy.ptr))
		fail_msg("no command is called %s", copy.ptr);
	if (!memmem(seen->other.ptr, seen->other.len, name.ptr, name.len))
		fail_msg("%s is not on both sides of: %.*s", copy.ptr,
		         (int)seen->other.len, seen->other.ptr);
	buf_release(&copy);
	buf_release(&text);
}

/* In a message and its translation the same keys are named, and each is one. */
static void translations_name_the_same_keys(void **state)
{
	struct buf file;
	size_t names_seen = 0;

	(void)state;
	buf_init(&file);
	fixture_read(&file, "po/zh_CN.po");
	for (const char *at = file.ptr; at;) {
		const char *end = strstr(at, "\n\n");
		const char *said = strstr(at, "\nmsgstr");
		struct str id, translation;
		struct seen seen = { 0 };

		if (!said || (end && said > end))
			break;
		id = (struct str){ at, (size_t)(said - at) };
		translation = (struct str){ said, end ? (size_t)(end - said)
			                              : strlen(said) };
		seen.other = translation;
		each_name(id, see_name, &seen);
		seen.other = id;
		each_name(translation, see_name, &seen);
		names_seen += seen.count;
		at = end ? end + 2 : NULL;
	}
	assert_true(names_seen >= 30);
	buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_key_has_one_command),
		cmocka_unit_test(chinese_marks_are_keys),
		cmocka_unit_test(names_of_keys_are_read_and_written),
		cmocka_unit_test(commands_have_names),
		cmocka_unit_test(a_command_without_a_key_is_named),
		cmocka_unit_test(each_command_is_explained),
		cmocka_unit_test(names_become_keys),
		cmocka_unit_test(translations_name_the_same_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}

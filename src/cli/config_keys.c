/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/config_keys.h"

#include "base/i18n.h"
#include "base/near_name.h"
#include "cli/option_rows.h"

void config_keys_init(struct config_keys *keys)
{
	*keys = (struct config_keys){ 0 };
	keymap_maker_init(&keys->maker);
}

void config_keys_release(struct config_keys *keys)
{
	keymap_maker_release(&keys->maker);
}

/* Appends the name of the command that is nearest to a name; nothing: none is near. */
static void config_keys_add_nearest(struct buf *out, struct str name)
{
	struct near_name nearest;
	struct buf other;

	near_name_init(&nearest, name);
	for (int i = 0; i < COMMAND_COUNT; i++) {
		buf_init(&other);
		command_add_name(&other, (enum command)i);
		near_name_try(&nearest, buf_str(&other));
		if (nearest.best.ptr == other.ptr) {
			buf_clear(out);
			buf_add(out, nearest.best);
			nearest.best = buf_str(out);
		}
		buf_release(&other);
	}
}

static void unknown_command(const struct ini_entry *entry, struct diags *diags)
{
	const struct diag where = ini_place(entry, entry->name, DIAG_WARNING);
	const struct option_row *row = option_named(entry->name);
	const int len = (int)entry->name.len;
	struct buf meant;

	buf_init(&meant);
	config_keys_add_nearest(&meant, entry->name);
	if (row && option_is_setting(row))
		diags_add(diags, where,
		          _("'%.*s' is a setting, which stands before [keys]"),
		          len, entry->name.ptr);
	else if (meant.len)
		diags_add(diags, where,
		          _("there is no command '%.*s'; did you mean %s?"),
		          len, entry->name.ptr, meant.ptr);
	else
		diags_add(diags, where,
		          _("there is no command '%.*s'; --print-keys prints "
		            "all"),
		          len, entry->name.ptr);
	buf_release(&meant);
}

/* Tells why a key was not bound to a command. */
static void wrong_key(const struct ini_entry *entry, struct str key,
                      enum keymap_result result, enum command other,
                      struct diags *diags)
{
	const struct diag where = ini_place(entry, key, DIAG_ERROR);
	struct buf name;

	buf_init(&name);
	switch (result) {
	case KEYMAP_BOUND:
		break;
	case KEYMAP_NO_KEY:
		diags_add(
			diags, where,
			_("there is no key '%.*s'; it can be a character, ^X, "
		          "F1 to F12, Up, Down, Left, Right, Home, End, PgUp, "
		          "PgDn, Space, Tab, Backspace, Insert or Delete"),
			(int)key.len, key.ptr);
		break;
	case KEYMAP_RESERVED:
		diags_add(
			diags, where,
			_("%.*s cannot be bound; nor can Enter, Esc, :, digits, "
		          "^C, ^Q, ^S, ^Z and ^\\"),
			(int)key.len, key.ptr);
		break;
	case KEYMAP_TAKEN:
		command_add_name(&name, other);
		diags_add(diags, where, _("%.*s is bound to %s"), (int)key.len,
		          key.ptr, name.ptr);
		break;
	}
	buf_release(&name);
}

/* Unbinds a command; some keys stay. */
static void config_keys_unbind(struct config_keys *keys, enum command command,
                               const struct ini_entry *entry,
                               struct diags *diags)
{
	const char *stays = keymap_reserved(command);

	keymap_unbind(&keys->maker, command);
	if (stays)
		diags_add(diags, ini_place(entry, entry->value, DIAG_WARNING),
		          _("%.*s keeps the key %s"), (int)entry->name.len,
		          entry->name.ptr, stays);
}

static size_t word_end(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '\t')
		at++;
	return at;
}

static void config_keys_bind(struct config_keys *keys, enum command command,
                             const struct ini_entry *entry, struct diags *diags)
{
	const struct str value = entry->value;

	for (size_t at = 0, end; at < value.len; at = end + 1) {
		struct str key;
		enum command other;
		enum keymap_result result;

		end = word_end(value, at);
		key = str_slice(value, at, end);
		if (!key.len)
			continue;
		result = keymap_bind(&keys->maker, command, key, &other);
		if (result != KEYMAP_BOUND)
			wrong_key(entry, key, result, other, diags);
	}
}

void config_keys_take(struct config_keys *keys, const struct ini_entry *entry,
                      struct diags *diags)
{
	enum command command = command_named(entry->name);

	if (command == COMMAND_NONE) {
		unknown_command(entry, diags);
		return;
	}
	keymap_reset(&keys->maker, command);
	ini_note_once(entry, diags, &keys->lines[command]);
	if (str_equal(entry->value, STR("none")))
		config_keys_unbind(keys, command, entry, diags);
	else if (entry->value.len)
		config_keys_bind(keys, command, entry, diags);
	else
		diags_add(diags, ini_place(entry, entry->value, DIAG_ERROR),
		          _("there is no key; none takes all keys away"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include "base/i18n.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The one table of what a reader can do: name, usual keys, help.  The enum, the
 * default keymap, the help screen, the menu and the KEYS of the manual all come from
 * it (tests/t-man.sh compares the manual).
 *
 * Keys are written as people write them, with spaces between; the first one is
 * shown in hints.  Full-width forms need no row: command_for_key() folds them.
 * {NAME} in a help, and in any other message, stands for the first key of that
 * command: which key that is only the keymap says.  The name by which a command is typed
 * or bound is that of the table in small letters, with hyphens: next-article.
 */
#define COMMANDS(X)                                                               \
 X(DOWN, "Down j", N_("one line down"))                                           \
 X(UP, "Up k", N_("one line up"))                                                 \
 X(LEFT, "Left h", N_("column to the left; previous article"))                    \
 X(RIGHT, "Right l", N_("column to the right; next article"))                     \
 X(SCREEN_DOWN, "Space PgDn ^F", N_("one screen down"))                           \
 X(SCREEN_UP, "b PgUp ^B", N_("one screen up"))                                   \
 X(HALF_DOWN, "^D", N_("half a screen down"))                                     \
 X(HALF_UP, "^U", N_("half a screen up"))                                         \
 X(TOP, "g Home", N_("to the beginning"))                                         \
 X(END, "G End", N_("to the end"))                                                \
 X(NEXT_BLOCK, "}", N_("next paragraph"))                                         \
 X(PREV_BLOCK, "{", N_("previous paragraph"))                                     \
 X(NEXT_ARTICLE, "J >", N_("next article"))                                       \
 X(PREV_ARTICLE, "K <", N_("previous article"))                                   \
 X(NEXT_PAGE, "]",                                                                \
   N_("next page of the issue; 12{NEXT_PAGE} goes to page 12"))                   \
 X(PREV_PAGE, "[", N_("previous page of the issue"))                              \
 X(OPEN, "Enter",                                                                 \
   N_("open the article; follow a jump; back to this place on the page"))         \
 X(BACK, "Esc Backspace",                                                         \
   N_("back to the view before; on the first page, hits unmarked"))               \
 X(CLOSE, "q", N_("back to the view before; on the first page, leave"))           \
 X(PLACE_BACK, "^O",                                                              \
   N_("back to the place before a search, a jump, a choice"))                     \
 X(PLACE_FORTH, "^N", N_("forth again, where {PLACE_BACK} went back"))            \
 X(NEXT_VIEW, "Tab", N_("page, list, article in turn"))                           \
 X(TOGGLE, "v", N_("page, article, both, at the same place"))                     \
 X(COLUMNS, "c", N_("number of columns of an article"))                           \
 X(WIDER, "+", N_("wider columns of an article"))                                 \
 X(NARROWER, "-", N_("narrower columns of an article"))                           \
 X(USUAL_MEASURE, "=", N_("columns of the usual width"))                          \
 X(THEME, "T", N_("colours: as the terminal asks for, dark, light, none"))        \
 X(LIST, "t", N_("list of articles"))                                             \
 X(UPRIGHT, "V", N_("lines downwards (竖排) or across"))                          \
 X(UNSURE, "w", N_("words that the OCR was unsure of: dim, or plain"))            \
 X(UNREAD, "U", N_("mark the article as read, or as unread"))                     \
 X(NEXT_UNREAD, "z",                                                              \
   N_("next article that is not read; so is {PREV_HIT} without a search"))        \
 X(OPEN_FILE, "o", N_("open a file, or an issue that was read before"))            \
 X(BOOKMARK, "m", N_("set a bookmark here, with a note"))                         \
 X(BOOKMARKS, "'", N_("list of bookmarks, of all issues"))                        \
 X(DELETE, "D", N_("in a list of issues or bookmarks: delete the row"))           \
 X(MAP, "M", N_("map of the page"))                                               \
 X(LETTER, "L", N_("to the letter"))                                              \
 X(SEARCH, "/",                                                                   \
   N_("search the whole issue; in a list: filter it, {SEARCH}{SEARCH} searches")) \
 X(PROMPT, ":",                                                                   \
   N_("go to an article, page or percent; do a command by name"))                 \
 X(NEXT_HIT, "n", N_("next hit"))                                                 \
 X(PREV_HIT, "N", N_("previous hit"))                                             \
 X(HITS, "*", N_("list of hits"))                                                 \
 X(EXPORT, "s",                                                                   \
   N_("save the article to a file; in a list of hits: all of them"))              \
 X(TAG, "x", N_("mark the article, in a list step on: {EXPORT} saves what is marked"))          \
 X(UNTAG, "X", N_("take all marks away"))                                         \
 X(EXPORT_ISSUE, "S", N_("save the issue to a file"))                             \
 X(COPY, "y", N_("copy this paragraph; in the facts: the citation"))                                          \
 X(COPY_ARTICLE, "Y", N_("copy the article"))                                     \
 X(PIPE, "| !", N_("pipe the article to a command"))                              \
 X(EDIT, "E", N_("open the article in an editor, to be read"))                    \
 X(FACTS, "i", N_("where this stands and how it was joined"))                     \
 X(REPAIR, "r", N_("correct how this line was read"))                             \
 X(UNDO, "u", N_("undo the last correction"))                                     \
 X(RELOAD, "R", N_("read the file again, if it has changed"))                     \
 X(MENU, "0", N_("menu of everything"))                                           \
 X(HELP, "? F1", N_("help on the keys"))                                          \
 X(REDRAW, "^L", N_("draw the screen again"))                                     \
 X(LEAVE, "Q", N_("leave the program"))

enum command {
#define COMMAND_ENUM(name, keys, help) COMMAND_##name,
	COMMANDS(COMMAND_ENUM)
#undef COMMAND_ENUM
	COMMAND_COUNT,
	COMMAND_NONE = COMMAND_COUNT
};

/* What answers a question of yes or no, with its usual keys. */
#define ANSWERS(X)                                                             \
 X(YES, "y Y")                                                                 \
 X(NO, "n N Esc")

enum answer {
#define ANSWER_ENUM(name, keys) ANSWER_##name,
	ANSWERS(ANSWER_ENUM)
#undef ANSWER_ENUM
	ANSWER_COUNT,
	ANSWER_NONE = ANSWER_COUNT
};

/* Which keys mean what: for each command and answer its keys, as in the table; a command
 * that no key does has an empty string.  ui/keymap.h makes other keymaps. */
struct keymap {
	const char *commands[COMMAND_COUNT];
	const char *answers[ANSWER_COUNT];
};

/* The keys of the tables above. */
extern const struct keymap keymap_default;

/* The keymap, or for NULL the default. */
static inline const struct keymap *
keymap_or_default(const struct keymap *keymap)
{
	return keymap ? keymap : &keymap_default;
}

/* The command of a key, or COMMAND_NONE. */
enum command command_for_key(const struct keymap *keymap, uint32_t key);

/* The answer of a key, or ANSWER_NONE. */
enum answer answer_for_key(const struct keymap *keymap, uint32_t key);

/* The command of a name such as next-article, or COMMAND_NONE; appends that name. */
enum command command_named(struct str name);
void command_add_name(struct buf *out, enum command command);

/* Is the key one of `keys`, names with spaces between? */
bool command_has_key(const char *keys, uint32_t key);

/* Appends the first `most` keys of a command as a screen shows them, arrows as
 * arrows, with spaces between. */
void command_add_keys(struct buf *out, const struct keymap *keymap,
                      enum command command, size_t most);

/* Appends what the command does, in the reader's language. */
void command_add_help(struct buf *out, const struct keymap *keymap,
                      enum command command);

/* What the command does as the table has it, with its {NAME}s. */
const char *command_help_untranslated(enum command command);

/* Appends `text`, a message, with the first key of each command or answer in the place
 * of its {NAME}, or with :name where no key does the command; other braces stay.  command_add_format() makes a format for printf of
 * a format: a % of a key's name is doubled. */
void command_add_text(struct buf *out, const struct keymap *keymap,
                      const char *text);
void command_add_format(struct buf *out, const struct keymap *keymap,
                        const char *format);

#endif

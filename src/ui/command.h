/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include "base/i18n.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The tasks for which commands are there: help, menu and manual list them so. */
#define TASKS(X)                                                               \
 X(READ, N_("Read"))                                                           \
 X(GO, N_("Go to"))                                                            \
 X(SEARCH, N_("Search"))                                                       \
 X(SAVE, N_("Mark and save"))                                                  \
 X(CORRECT, N_("Correct"))                                                     \
 X(WORDS, N_("Words and the dictionary"))                                      \
 X(VIEW, N_("Views"))                                                          \
 X(LOOK, N_("Looks"))

enum task {
#define TASK_ENUM(name, title) TASK_##name,
	TASKS(TASK_ENUM)
#undef TASK_ENUM
	TASK_COUNT
};

/*
 * The one table of what a reader can do: name, task, usual keys, help.  The enum, the
 * default keymap, the help screen, the menu and the KEYS of the manual all come from
 * it (tests/t-man.sh compares the manual).
 *
 * Keys are written as people write them, with spaces between; the first one is
 * shown in hints.  Full-width forms need no row: command_for_key() folds them.
 * {NAME} in a help, and in any other message, stands for the first key of that
 * command: which key that is only the keymap says.  The name by which a command is typed
 * or bound is that of the table in small letters, with hyphens: next-article.
 *
 * The keys of the commands from NEXT_WORD to FIND_WORD mean them while the cursor is on
 * words (ui/word_cursor.h), and then before all others; elsewhere they mean what other
 * rows say.
 */
#define COMMANDS(X)                                                               \
 X(DOWN, READ, "Down j", N_("one line down"))                                     \
 X(UP, READ, "Up k", N_("one line up"))                                           \
 X(LEFT, READ, "Left h", N_("column to the left; previous article"))              \
 X(RIGHT, READ, "Right l", N_("column to the right; next article"))               \
 X(SCREEN_DOWN, READ, "Space PgDn ^F", N_("one screen down"))                     \
 X(SCREEN_UP, READ, "b PgUp ^B", N_("one screen up"))                             \
 X(HALF_DOWN, READ, "^D", N_("half a screen down"))                               \
 X(HALF_UP, READ, "^U", N_("half a screen up"))                                   \
 X(TOP, READ, "g Home", N_("to the beginning"))                                   \
 X(END, READ, "G End", N_("to the end"))                                          \
 X(NEXT_BLOCK, READ, "}", N_("next paragraph"))                                   \
 X(PREV_BLOCK, READ, "{", N_("previous paragraph"))                               \
 X(NEXT_ARTICLE, GO, "J >", N_("next article"))                                   \
 X(PREV_ARTICLE, GO, "K <", N_("previous article"))                               \
 X(NEXT_PAGE, GO, "]",                                                            \
   N_("next page of the issue; 12{NEXT_PAGE} goes to page 12"))                   \
 X(PREV_PAGE, GO, "[", N_("previous page of the issue"))                          \
 X(OPEN, READ, "Enter",                                                           \
   N_("open the article; follow a jump; back to this place on the page"))         \
 X(BACK, READ, "Esc Backspace",                                                   \
   N_("back to the view before; on the first page, hits unmarked"))               \
 X(CLOSE, READ, "q", N_("back to the view before; on the first page, leave"))     \
 X(PLACE_BACK, GO, "^O",                                                          \
   N_("back to the place before a search, a jump, a choice"))                     \
 X(PLACE_FORTH, GO, "^N", N_("forth again, where {PLACE_BACK} went back"))        \
 X(NEXT_VIEW, VIEW, "Tab", N_("page, list, article in turn"))                     \
 X(TOGGLE, VIEW, "v", N_("page, article, both, at the same place"))               \
 X(COLUMNS, LOOK, "c", N_("number of columns of an article"))                     \
 X(WIDER, LOOK, "+", N_("wider columns of an article"))                           \
 X(NARROWER, LOOK, "-", N_("narrower columns of an article"))                     \
 X(USUAL_MEASURE, LOOK, "=", N_("columns of the usual width"))                    \
 X(THEME, LOOK, "T",                                                              \
   N_("colours: as the terminal asks for, dark, light, none"))                    \
 X(LIST, VIEW, "t", N_("list of articles"))                                       \
 X(UPRIGHT, LOOK, "V", N_("lines downwards (竖排) or across"))                    \
 X(UNSURE, LOOK, "w", N_("words that the OCR was unsure of: dim, or plain"))      \
 X(UNREAD, SAVE, "U", N_("mark the article as read, or as unread"))               \
 X(NEXT_UNREAD, GO, "z",                                                          \
   N_("next article that is not read; so is {PREV_HIT} without a search"))        \
 X(OPEN_FILE, GO, "o", N_("open a file, or an issue that was read before"))       \
 X(NEXT_ISSUE, GO, ")", N_("next of the open issues"))                            \
 X(PREV_ISSUE, GO, "(", N_("previous of the open issues"))                        \
 X(ISSUES, VIEW, "I", N_("list of the open issues"))                              \
 X(CLOSE_ISSUE, GO, "C", N_("close the issue, and read the next one"))            \
 X(BOOKMARK, SAVE, "m", N_("set a bookmark here, with a note"))                   \
 X(BOOKMARKS, VIEW, "'", N_("list of bookmarks, of all issues"))                  \
 X(DELETE, SAVE, "D", N_("in a list of issues or bookmarks: delete the row"))     \
 X(MAP, VIEW, "M", N_("map of the page"))                                         \
 X(LETTER, GO, "L", N_("to the letter"))                                          \
 X(SEARCH, SEARCH, "/",                                                           \
   N_("search the whole issue; in a list filter it ({SEARCH}{SEARCH}: search)")) \
 X(PROMPT, GO, ":",                                                               \
   N_("go to an article, page or percent; do a command by name"))                 \
 X(NEXT_HIT, SEARCH, "n", N_("next hit"))                                         \
 X(PREV_HIT, SEARCH, "N", N_("previous hit"))                                     \
 X(SEARCH_ALL, SEARCH, "F", N_("the last search in all open issues"))             \
 X(HITS, SEARCH, "*", N_("list of hits"))                                         \
 X(EXPORT, SAVE, "s",                                                             \
   N_("save the article to a file; in a list of hits: all of them"))              \
 X(TAG, SAVE, "x",                                                                \
   N_("mark the article, in a list step on: {EXPORT} saves what is marked"))      \
 X(UNTAG, SAVE, "X", N_("take all marks away"))                                   \
 X(EXPORT_ISSUE, SAVE, "S", N_("save the issue to a file"))                       \
 X(COPY, SAVE, "y", N_("copy this paragraph; in the facts: the citation"))        \
 X(COPY_ARTICLE, SAVE, "Y", N_("copy the article"))                               \
 X(PIPE, SAVE, "| !", N_("pipe the article to a command"))                        \
 X(EDIT, SAVE, "E", N_("open the article in an editor, to be read"))              \
 X(FACTS, VIEW, "i", N_("where this stands and how it was joined"))               \
 X(REPAIR, CORRECT, "r", N_("correct how this line was read"))                    \
 X(UNDO, CORRECT, "u", N_("undo the last correction"))                            \
 X(RELOAD, CORRECT, "R", N_("read the file again, if it has changed"))            \
 X(WORD_CURSOR, WORDS, "e", N_("cursor on words of an article, and off"))         \
 X(ENTRY, WORDS, "d", N_("look the word of the cursor up in the dictionary"))      \
 X(NEXT_WORD, WORDS, "w", N_("on words: next word"))                              \
 X(PREV_WORD, WORDS, "b", N_("on words: previous word"))                          \
 X(NEXT_SENTENCE, WORDS, ")", N_("on words: next sentence"))                      \
 X(PREV_SENTENCE, WORDS, "(",                                                     \
   N_("on words: beginning of the sentence, or the previous one"))                \
 X(COPY_WORD, WORDS, "y", N_("on words: copy the word"))                          \
 X(COPY_SENTENCE, WORDS, "Y", N_("on words: copy the sentence"))                  \
 X(FIND_WORD, WORDS, "*", N_("on words: mark the word in the whole issue"))       \
 X(MENU, VIEW, "0", N_("menu of everything"))                                     \
 X(HELP, VIEW, "? F1", N_("help on the keys"))                                    \
 X(REDRAW, LOOK, "^L", N_("draw the screen again"))                               \
 X(LEAVE, GO, "Q", N_("leave the program"))

enum command {
#define COMMAND_ENUM(name, task, keys, help) COMMAND_##name,
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

/* The command of a key, or COMMAND_NONE; `on_words`: while the cursor is on words, when a
 * key of the word cursor's own commands means that one. */
enum command command_for_key(const struct keymap *keymap, uint32_t key);
enum command command_for_key_in(const struct keymap *keymap, uint32_t key,
                                bool on_words);

/* Is it one of those commands? */
static inline bool command_is_on_words(enum command command)
{
	return command >= COMMAND_NEXT_WORD && command <= COMMAND_FIND_WORD;
}

/* The first key of a command or answer; 0: it has none. */
uint32_t command_first_key(const struct keymap *keymap, enum command command);
uint32_t answer_first_key(const struct keymap *keymap, enum answer answer);

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

/* The task that a command is for; its title, untranslated. */
enum task command_task(enum command command);
const char *task_title_untranslated(enum task task);

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

/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/term/tty_curses.h"

#include "base/mem.h"
#include "base/num.h"
#include "ui/term/fd_aside.h"
#include "ui/term/key_bytes.h"
#include "ui/term/mouse.h"
#include "ui/term/palette.h"
#include "ui/term/signals.h"

#include <assert.h>
#include <curses.h>
#include <limits.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

/* Over a network the bytes of a key may come apart. */
#define ESCAPE_MS         25
#define ESCAPE_NETWORK_MS 150

/* So many bytes say what the mouse did, in terminals without mode 1006. */
#define MOUSE_BYTES 3

/* As many pairs of colours of pictures are kept. */
#define PICTURE_PAIRS_MOST 16384

/* The pairs of pictures, whose numbers of curses are behind those of the styles. */
static struct colour_pairs picture_pairs;

/* What has come of a character. */
static struct key_bytes key_bytes;

/* The looks of the theme that is shown. */
static struct look looks[STYLE_COUNT];
static enum theme shown_theme;

/* Key numbers of our own: the terminal's marks around what is pasted; arrows with
 * Ctrl; what comes before three bytes of the mouse. */
enum {
	PASTE_BEGIN = KEY_MAX + 1,
	PASTE_END,
	WORD_LEFT,
	WORD_RIGHT,
	MOUSE_X10
};

void *tty_curses_open(FILE *file)
{
	return newterm(NULL, file, file);
}

static const char *tty_curses_string(const char *name)
{
	const char *text = tigetstr((char *)name);

	return text == (const char *)-1 ? NULL : text;
}

/* Leaves the screen.  The cursor is shown on the terminal's own screen once more: a terminal
 * that keeps with the place of the cursor whether it is hidden has hidden it again. */
static void tty_curses_end(FILE *file)
{
	const char *show = tty_curses_string("cnorm");

	endwin();
	if (show)
		fputs(show, file);
	fflush(file);
}

void tty_curses_close(void *screen, FILE *file)
{
	tty_curses_end(file);
	delscreen(screen);
	colour_pairs_release(&picture_pairs);
}

bool tty_curses_can_move(void)
{
	return tty_curses_string("cup") != NULL;
}

void tty_curses_add_restore(struct buf *out, bool mouse)
{
	const char *const texts[] = {
		tty_curses_string("sgr0"), tty_curses_string("cnorm"),
		tty_curses_string("rmkx"), UNMARK_PASTE,
		mouse ? MOUSE_OFF : NULL,  tty_curses_string("rmcup"),
	};

	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		if (texts[i])
			buf_add_c(out, texts[i]);
}

/* The number that curses has for a colour of a look. */
static int tty_curses_colour(int colour)
{
	return colour < LOOK_RGB
	               ? colour
	               : palette_nearest((uint32_t)(colour - LOOK_RGB), COLORS);
}

static void tty_curses_init_pair(int pair, int front, int back)
{
#if NCURSES_EXT_COLORS
	init_extended_pair(pair, front, back);
#else
	init_pair((short)pair, (short)front, (short)back);
#endif
}

bool tty_curses_can_tell_colours(void)
{
	const char *term = getenv("TERM");

	return has_colors() && term &&
	       !str_starts(str_from(term), STR("linux"));
}

enum theme tty_curses_set_colours(enum theme theme,
                                  const uint32_t *background_rgb)
{
	assert(theme != THEME_AUTO);
	if (!has_colors() || start_color() != OK || use_default_colors() != OK)
		theme = THEME_NONE;
	for (int i = 0; i < STYLE_COUNT; i++) {
		enum style style = (enum style)i;

		looks[i] = background_rgb ? look_on(theme, COLORS, style,
		                                    *background_rgb)
		                          : look_of(theme, COLORS, style);
		if (theme != THEME_NONE)
			tty_curses_init_pair(i + 1,
			                     tty_curses_colour(looks[i].front),
			                     tty_curses_colour(looks[i].back));
	}
	colour_pairs_release(&picture_pairs);
	if (theme != THEME_NONE && COLOR_PAIRS > STYLE_COUNT + 1)
		colour_pairs_init(
			&picture_pairs,
			(size_t)smaller(PICTURE_PAIRS_MOST,
		                        COLOR_PAIRS - STYLE_COUNT - 1));
	return shown_theme = theme;
}

int tty_curses_colours(void)
{
	return picture_pairs.most ? COLORS : 0;
}

/* curses does not read the mouse: in mode 1006 it would wait for the end of a sequence
 * that never comes. */
static void tty_curses_define_mouse(bool mouse)
{
	define_key(NULL, KEY_MOUSE);
	if (mouse && tty_curses_string("kmous"))
		define_key("\033[M", MOUSE_X10);
}

/* ncurses writes at each movement of the cursor, dozens of times a screen, until the screen
 * has come back from endwin().  So it ends here once, which the terminal does not see. */
static void tty_curses_enter(FILE *file)
{
	struct fd_aside aside;

	if (fd_aside_begin(&aside, fileno(file))) {
		endwin();
		fd_aside_end(&aside);
	}
	refresh();
}

void tty_curses_start(FILE *file, bool mouse)
{
	tty_curses_enter(file);
	if (!getenv("ESCDELAY")) /* curses reads it */
		set_escdelay(getenv("SSH_CONNECTION") ? ESCAPE_NETWORK_MS
		                                      : ESCAPE_MS);
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	/* kitty blanks a wide character that a deletion moves to its cursor. */
	idcok(stdscr, FALSE);
	tty_curses_define_mouse(mouse);
	define_key("\033[200~", PASTE_BEGIN);
	define_key("\033[201~", PASTE_END);
	define_key("\033[1;5D", WORD_LEFT);
	define_key("\033[1;5C", WORD_RIGHT);
	signals_key_of_interrupt(fileno(file));
	def_prog_mode();
}

static attr_t tty_curses_attributes(enum style style)
{
	static const struct {
		unsigned look;
		attr_t curses;
	} pairs[] = {
		{ LOOK_BOLD, A_BOLD },
		{ LOOK_UNDERLINE, A_UNDERLINE },
		{ LOOK_REVERSE, A_REVERSE },
	};
	attr_t attributes = 0;

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (looks[style].attributes & pairs[i].look)
			attributes |= pairs[i].curses;
	if (shown_theme != THEME_NONE)
		attributes |= (attr_t)COLOR_PAIR(style + 1);
	return attributes;
}

/* Sets the colours in which the next character is drawn: those of the cell's halves. */
static void tty_curses_set_pair(const struct cell *cell)
{
	int front = palette_nearest(cell->upper_rgb, COLORS);
	int back = palette_nearest(cell->lower_rgb, COLORS);
	bool is_new;
	int pair =
		STYLE_COUNT + 1 +
		(int)colour_pairs_number(&picture_pairs, front, back, &is_new);

	if (is_new)
		tty_curses_init_pair(pair, front, back);
#if NCURSES_EXT_COLORS
	attr_set(A_NORMAL, 0, &pair);
#else
	attr_set(A_NORMAL, (short)pair, NULL);
#endif
}

/* A cell is blank before a character that the terminal gives less than the canvas
 * does. */
static void tty_curses_show_cell(const struct canvas *canvas, int row, int col,
                                 const struct codeset *codeset,
                                 struct buf *text)
{
	const struct cell *cell = canvas_cell(canvas, row, col);

	if (!cell->text[0] || cell_is_blank(cell))
		return;
	if (cell->style == STYLE_PICTURE && picture_pairs.most)
		tty_curses_set_pair(cell);
	else
		attrset((int)tty_curses_attributes(cell->style));
	if (canvas->ambiguous_cols == 2 && col + 1 < canvas->cols &&
	    !cell[1].text[0])
		mvaddstr(row, col, "  ");
	buf_clear(text);
	codeset_add(text, codeset, str_from(cell->text),
	            canvas->ambiguous_cols);
	mvaddstr(row, col, text->ptr);
}

void tty_curses_show(const struct canvas *canvas, const struct codeset *codeset)
{
	struct buf text;

	buf_init(&text);
	if (picture_pairs.most)
		colour_pairs_begin(&picture_pairs);
	/* Erasing leaves blank cells of STYLE_TEXT, which are half of most screens. */
	bkgdset(' ' | (chtype)tty_curses_attributes(STYLE_TEXT));
	erase();
	bkgdset(' ');
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++)
			tty_curses_show_cell(canvas, row, col, codeset, &text);
	move(canvas->cursor_row, canvas->cursor_col);
	refresh();
	/* Some terminals keep with their own screen whether the cursor was hidden before
	 * this one began. */
	curs_set(canvas->shows_cursor);
	buf_release(&text);
}

void tty_curses_redraw(void)
{
	clearok(curscr, TRUE);
}

void tty_curses_give_away(FILE *file)
{
	def_prog_mode();
	tty_curses_end(file);
}

void tty_curses_take_back(void)
{
	reset_prog_mode();
	tty_curses_redraw();
}

void tty_curses_size(int *rows, int *cols)
{
	*rows = LINES;
	*cols = COLS;
}

void tty_curses_resize(int rows, int cols)
{
	if (rows != LINES || cols != COLS)
		resizeterm(rows, cols);
}

/* The bytes of the mouse that follow; unknown where they have not come. */
static struct tty_key tty_curses_mouse_bytes(void)
{
	struct tty_key key = { TTY_KEY_MOUSE, 0, MOUSE_X10 };

	for (int shift = 0; shift < 8 * MOUSE_BYTES; shift += 8) {
		int byte = getch();

		if (byte < 0 || byte > UCHAR_MAX)
			return (struct tty_key){ TTY_KEY_UNKNOWN, 0, 0 };
		key.key |= (uint32_t)byte << shift;
	}
	return key;
}

/* Names a function key of curses. */
static struct tty_key tty_curses_function(wint_t key)
{
	static const struct {
		wint_t from;
		enum tty_key_kind kind;
		uint32_t to;
	} keys[] = {
		{ KEY_UP, TTY_KEY_PRESS, PRESS_UP },
		{ KEY_DOWN, TTY_KEY_PRESS, PRESS_DOWN },
		{ KEY_LEFT, TTY_KEY_PRESS, PRESS_LEFT },
		{ KEY_RIGHT, TTY_KEY_PRESS, PRESS_RIGHT },
		{ KEY_HOME, TTY_KEY_PRESS, PRESS_HOME },
		{ KEY_END, TTY_KEY_PRESS, PRESS_END },
		{ KEY_PPAGE, TTY_KEY_PRESS, PRESS_PGUP },
		{ KEY_NPAGE, TTY_KEY_PRESS, PRESS_PGDN },
		{ KEY_DC, TTY_KEY_PRESS, PRESS_DELETE },
		{ KEY_IC, TTY_KEY_PRESS, PRESS_INSERT },
		{ KEY_BTAB, TTY_KEY_PRESS, PRESS_BACKTAB },
		{ WORD_LEFT, TTY_KEY_PRESS, PRESS_WORD_LEFT },
		{ WORD_RIGHT, TTY_KEY_PRESS, PRESS_WORD_RIGHT },
		{ KEY_ENTER, TTY_KEY_PRESS, PRESS_ENTER },
		{ KEY_BACKSPACE, TTY_KEY_PRESS, PRESS_BACKSPACE },
		{ PASTE_BEGIN, TTY_KEY_PASTE_BEGIN, 0 },
		{ PASTE_END, TTY_KEY_PASTE_END, 0 },
		{ KEY_RESIZE, TTY_KEY_RESIZE, 0 },
	};

	if (key == MOUSE_X10)
		return tty_curses_mouse_bytes();
	if (key >= KEY_F(1) && key <= KEY_F(12))
		return (struct tty_key){ TTY_KEY_PRESS,
			                 PRESS_F1 + (uint32_t)key - KEY_F(1),
			                 (int)key };
	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (keys[i].from == key)
			return (struct tty_key){ keys[i].kind, keys[i].to,
				                 (int)key };
	return (struct tty_key){ TTY_KEY_UNKNOWN, 0, (int)key };
}

struct tty_key tty_curses_read(void)
{
	struct tty_key key = { TTY_KEY_NONE, 0, 0 };
	enum key_bytes_step step = KEY_BYTES_GO_ON;
	int number;

	while (step == KEY_BYTES_GO_ON && (number = getch()) != ERR) {
		if (number > UCHAR_MAX)
			return tty_curses_function((wint_t)number);
		step = key_bytes_add(&key_bytes, number, ungetch, &key.key);
		key.kind =
			step == KEY_BYTES_END ? TTY_KEY_CHAR : TTY_KEY_UNKNOWN;
	}
	return key;
}

void tty_curses_unread(const struct tty_key *key)
{
	if (key->kind == TTY_KEY_CHAR)
		unget_wch((wchar_t)key->key);
	if (key->kind == TTY_KEY_MOUSE)
		for (int shift = 8 * MOUSE_BYTES - 8; shift >= 0; shift -= 8)
			ungetch((int)(key->key >> shift & UCHAR_MAX));
	if (key->number)
		ungetch(key->number);
}

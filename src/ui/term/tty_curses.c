/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/term/tty_curses.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "text/neutralise.h"
#include "ui/term/child.h"
#include "ui/term/clipboard.h"
#include "ui/term/tty.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

struct tty tty = { .wire = { .fd = -1, .wake = { -1, -1 } },
	           .ambiguous_cols = 1,
	           .probe = { .cols = { 1, 1 } } };

#define MARK_PASTE   "\033[?2004h"
#define UNMARK_PASTE "\033[?2004l"
#define MOUSE_OFF    "\033[?1006;1000l"

/* Over a network the bytes of a key may come apart. */
#define ESCAPE_MS         25
#define ESCAPE_NETWORK_MS 150

/*
 * curses asks the C library how wide a character is; the program has one answer
 * (text/glyph.h).  The symbol takes the place of the library's.
 */
int wcwidth(wchar_t c)
{
	return char_cols((uint32_t)c,
	                 smaller(tty.ambiguous_cols,
	                         probe_cols(&tty.probe, (uint32_t)c)));
}

static void on_wake(int signal)
{
	wire_wake(&tty.wire, signal);
}

static void on_crash(int signal)
{
	wire_crash(&tty.wire, signal);
}

/* Without colours in the terminal, or when none are wanted, there are none. */
static void set_colours(enum theme theme)
{
	const char *no_colour = getenv("NO_COLOR");

	tty.theme = theme == THEME_AUTO ? theme_of_terminal(getenv("COLORFGBG"))
	                                : theme;
	if (!has_colors() || (no_colour && *no_colour) || start_color() != OK ||
	    use_default_colors() != OK)
		tty.theme = THEME_NONE;
	for (short i = 0; tty.theme != THEME_NONE && i < STYLE_COUNT; i++) {
		struct look look = look_of(tty.theme, (enum style)i);

		init_pair((short)(i + 1), look.front, look.back);
	}
}

/* A terminal that does not know the marks takes no notice. */
static void write_now(const char *text)
{
	fputs(text, tty.file);
	fflush(tty.file);
}

static void mark_pastes(void)
{
	define_key("\033[200~", PASTE_BEGIN);
	define_key("\033[201~", PASTE_END);
	write_now(MARK_PASTE);
	tty.marks_pastes = true;
}

/* Asks for the widths of ambiguous characters: the answers come as keys, whenever
 * they come, and nobody waits for them. */
static void ask_width(void)
{
	struct buf question;

	if (LINES < PROBE_ROWS || COLS < PROBE_COLS)
		return;
	buf_init(&question);
	probe_ask(&tty.probe, &question);
	codeset_write(&tty.codeset, tty.file, buf_str(&question), NULL);
	buf_release(&question);
	clearok(curscr, TRUE);
}

static void tty_curses_close_file(void)
{
	if (tty.file)
		fclose(tty.file);
	tty.file = NULL;
	codeset_release(&tty.codeset);
}

static char *cannot(const char *why)
{
	tty_curses_close_file();
	return mem_dup(why, strlen(why));
}

/* TERM is from outside: safe to print. */
static char *cannot_draw(void)
{
	char *term = neutralised(getenv("TERM") ? getenv("TERM") : "");
	struct buf text;

	buf_init(&text);
	buf_addf(&text,
	         _("a terminal of type '%s' cannot be drawn on; set TERM, or "
	           "use --list, --search or --export"),
	         term);
	free(term);
	tty_curses_close_file();
	return buf_steal(&text);
}

/* What a program that crashes writes. */
static void keep_restore(bool mouse)
{
	const char *const texts[] = {
		tigetstr("sgr0"), tigetstr("cnorm"),        tigetstr("rmkx"),
		UNMARK_PASTE,     mouse ? MOUSE_OFF : NULL, tigetstr("rmcup"),
	};
	struct buf restore;

	buf_init(&restore);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		if (texts[i] && texts[i] != (char *)-1)
			buf_add_c(&restore, texts[i]);
	wire_keep_restore(&tty.wire, &restore);
}

/* curses converts to the encoding of the locale that it finds. */
static SCREEN *open_screen(void)
{
	locale_t before;
	SCREEN *screen;

	codeset_init(&tty.codeset);
	before = codeset_enter(&tty.codeset);
	screen = newterm(NULL, tty.file, tty.file);
	codeset_leave(before);
	return screen;
}

/* How keys come, and how the screen is written. */
static void set_modes(void)
{
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
}

char *tty_open(int ambiguous_cols, enum theme theme, bool mouse)
{
	if (tty.screen)
		return NULL;
	tty.ambiguous_cols = ambiguous_cols ? ambiguous_cols : 1;
	tty.asks = !ambiguous_cols;
	probe_init(&tty.probe, tty.ambiguous_cols);
	tty.file = fopen("/dev/tty", "r+e");
	if (!tty.file)
		return cannot(_("there is no terminal to read on; use --list, "
		                "--search or --export"));
	if (!wire_open(&tty.wire, fileno(tty.file)))
		return cannot(i18n_reason(errno));
	wire_catch(&tty.wire, on_wake, on_crash);
	tty.screen = open_screen();
	if (!tty.screen)
		return cannot_draw();
	keep_restore(mouse);
	if (!tigetstr("cup") || tigetstr("cup") == (char *)-1) {
		tty_close();
		return cannot_draw();
	}
	atexit(tty_close);
	mem_before_end(tty_close);
	set_modes();
	set_colours(theme);
	if (mouse)
		mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED,
		          NULL);
	mouseinterval(0);
	refresh();
	mark_pastes();
	ask_width();
	return NULL;
}

int tty_ambiguous_cols(void)
{
	return tty.ambiguous_cols;
}

void tty_size(int *rows, int *cols)
{
	struct winsize size;

	if (!ioctl(tty.wire.fd, TIOCGWINSZ, &size) && size.ws_row &&
	    size.ws_col && (size.ws_row != LINES || size.ws_col != COLS))
		resizeterm(size.ws_row, size.ws_col);
	*rows = LINES > 0 ? LINES : 1;
	*cols = COLS > 0 ? COLS : 1;
}

static attr_t attributes(enum style style)
{
	static const struct {
		unsigned look;
		attr_t curses;
	} pairs[] = {
		{ LOOK_BOLD, A_BOLD },
		{ LOOK_UNDERLINE, A_UNDERLINE },
		{ LOOK_REVERSE, A_REVERSE },
		{ LOOK_DIM, A_DIM },
	};
	const struct look look = look_of(tty.theme, style);
	attr_t attributes = 0;

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (look.attributes & pairs[i].look)
			attributes |= pairs[i].curses;
	if (tty.theme != THEME_NONE)
		attributes |= (attr_t)COLOR_PAIR(style + 1);
	return attributes;
}

/* A cell is blank before a character that the terminal gives less than the canvas
 * does. */
static void show_cell(const struct canvas *canvas, int row, int col,
                      struct buf *text)
{
	const struct cell *cell = canvas_cell(canvas, row, col);

	if (!cell->text[0])
		return;
	attrset((int)attributes(cell->style));
	if (canvas->ambiguous_cols == 2 && col + 1 < canvas->cols &&
	    !cell[1].text[0])
		mvaddstr(row, col, "  ");
	buf_clear(text);
	codeset_add(text, &tty.codeset, str_from(cell->text),
	            canvas->ambiguous_cols);
	mvaddstr(row, col, text->ptr);
}

void tty_show(const struct canvas *canvas)
{
	locale_t before = codeset_enter(&tty.codeset);
	struct buf text;

	buf_init(&text);
	erase();
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++)
			show_cell(canvas, row, col, &text);
	move(canvas->cursor_row, canvas->cursor_col);
	refresh();
	buf_release(&text);
	codeset_leave(before);
}

void tty_redraw(void)
{
	clearok(curscr, TRUE);
}

void tty_copy(struct str text)
{
	struct buf sequence;

	buf_init(&sequence);
	clipboard_add(&sequence, text, clipboard_way());
	write_now(sequence.ptr);
	buf_release(&sequence);
}

void tty_give_away(void)
{
	tty_await_answers();
	write_now(UNMARK_PASTE);
	def_prog_mode();
	endwin();
}

void tty_take_back(void)
{
	tty.pasting = false;
	reset_prog_mode();
	tty_redraw();
	write_now(MARK_PASTE);
}

bool tty_await(int fd)
{
	return wire_await(&tty.wire, fd);
}

int tty_run(char *const argv[], const struct str *input, bool waits,
            int *status)
{
	int error;

	tty_give_away();
	error = child_run(&tty.wire, argv, input, waits, status);
	tty_take_back();
	return error;
}

void tty_close(void)
{
	if (!tty.screen)
		return;
	tty_await_answers();
	if (tty.marks_pastes)
		write_now(UNMARK_PASTE);
	endwin();
	delscreen(tty.screen);
	tty.screen = NULL;
	codeset_release(&tty.codeset);
}

void tty_follow_signal(void)
{
	if (tty.ended_by)
		wire_follow(tty.ended_by);
}

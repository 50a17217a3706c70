/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tty.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "text/neutralise.h"
#include "ui/child.h"
#include "ui/clipboard.h"
#include "ui/wire.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

/* The only globals of the program: there is one terminal, and signal handlers
 * know no other way. */
static struct {
	SCREEN *screen;
	FILE *file;
	struct wire wire;
	int ambiguous_cols;
	enum theme theme; /* what is shown: never AUTO */
	bool marks_pastes;
	bool pasting; /* keys come from a paste */
} tty = { .wire = { .fd = -1, .wake = { -1, -1 } }, .ambiguous_cols = 1 };

/* Keys of our own: the terminal's answer to where its cursor is, and its marks
 * around what is pasted. */
enum {
	ANSWER_ONE = KEY_MAX + 1,
	ANSWER_TWO,
	PASTE_BEGIN,
	PASTE_END
};

#define MARK_PASTE   "\033[?2004h"
#define UNMARK_PASTE "\033[?2004l"

/*
 * curses asks the C library how wide a character is; the program has one answer
 * (text/glyph.h).  The symbol takes the place of the library's.
 */
int wcwidth(wchar_t c)
{
	return char_cols((uint32_t)c, tty.ambiguous_cols);
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

/* Draws “ at the top left and asks where the cursor is now: the answer comes as
 * a key, whenever it comes, and nobody waits for it. */
static void ask_width(void)
{
	static const char question[] = "\033[H\xe2\x80\x9c\033[6n\r\033[K";

	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		return;
	define_key("\033[1;2R", ANSWER_ONE);
	define_key("\033[1;3R", ANSWER_TWO);
	write_now(question);
	clearok(curscr, TRUE);
}

static void close_file(void)
{
	if (tty.file)
		fclose(tty.file);
	tty.file = NULL;
}

static char *cannot(const char *why)
{
	close_file();
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
	close_file();
	return buf_steal(&text);
}

char *tty_open(int ambiguous_cols, enum theme theme, bool mouse)
{
	tty.ambiguous_cols = ambiguous_cols ? ambiguous_cols : 1;
	tty.file = fopen("/dev/tty", "r+e");
	if (!tty.file)
		return cannot(_("there is no terminal to read on; use --list, "
		                "--search or --export"));
	if (!wire_open(&tty.wire, fileno(tty.file)))
		return cannot(strerror(errno));
	wire_catch(&tty.wire, on_wake, on_crash);
	tty.screen = newterm(NULL, tty.file, tty.file);
	if (!tty.screen)
		return cannot_draw();
	wire_add_restore(&tty.wire, tigetstr("sgr0"));
	wire_add_restore(&tty.wire, tigetstr("cnorm"));
	wire_add_restore(&tty.wire, tigetstr("rmkx"));
	wire_add_restore(&tty.wire, UNMARK_PASTE);
	wire_add_restore(&tty.wire, tigetstr("rmcup"));
	if (!tigetstr("cup") || tigetstr("cup") == (char *)-1) {
		tty_close();
		return cannot_draw();
	}
	atexit(tty_close);
	set_escdelay(25);
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_colours(theme);
	if (mouse)
		mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED,
		          NULL);
	mouseinterval(0);
	refresh();
	mark_pastes();
	if (!ambiguous_cols)
		ask_width();
	return NULL;
}

void tty_close(void)
{
	if (!tty.screen)
		return;
	if (tty.marks_pastes)
		write_now(UNMARK_PASTE);
	endwin();
	delscreen(tty.screen);
	tty.screen = NULL;
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

void tty_show(const struct canvas *canvas)
{
	erase();
	for (int row = 0; row < canvas->rows; row++) {
		for (int col = 0; col < canvas->cols; col++) {
			const struct cell *cell = canvas_cell(canvas, row, col);

			if (!cell->text[0])
				continue;
			attrset((int)attributes(cell->style));
			mvaddstr(row, col, cell->text);
		}
	}
	move(canvas->cursor_row, canvas->cursor_col);
	refresh();
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

static struct event key_event(uint32_t key)
{
	return (struct event){ .kind = tty.pasting ? EVENT_PASTE : EVENT_KEY,
		               .key = key };
}

/* A button was pressed, or the wheel was turned. */
static bool read_mouse(struct event *event)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return false;
	*event = (struct event){ .kind = EVENT_CLICK,
		                 .row = mouse.y,
		                 .col = mouse.x };
	if (mouse.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED)) {
		event->kind = EVENT_WHEEL;
		event->key = (mouse.bstate & BUTTON5_PRESSED) != 0;
	}
	return true;
}

/* True when the key of curses is an event. */
static bool translate(wint_t key, bool is_function, struct event *event)
{
	static const struct {
		wint_t from;
		uint32_t to;
	} keys[] = {
		{ KEY_UP, PRESS_UP },       { KEY_DOWN, PRESS_DOWN },
		{ KEY_LEFT, PRESS_LEFT },   { KEY_RIGHT, PRESS_RIGHT },
		{ KEY_HOME, PRESS_HOME },   { KEY_END, PRESS_END },
		{ KEY_PPAGE, PRESS_PGUP },  { KEY_NPAGE, PRESS_PGDN },
		{ KEY_DC, PRESS_DELETE },   { KEY_F(1), PRESS_F1 },
		{ KEY_ENTER, PRESS_ENTER }, { KEY_BACKSPACE, PRESS_BACKSPACE },
	};

	if (!is_function) {
		*event = key_event(key == '\n'   ? PRESS_ENTER
		                   : key == '\b' ? PRESS_BACKSPACE
		                                 : (uint32_t)key);
		return true;
	}
	if (key == PASTE_BEGIN || key == PASTE_END)
		tty.pasting = key == PASTE_BEGIN;
	if (key == ANSWER_TWO && tty.ambiguous_cols != 2) {
		tty.ambiguous_cols = 2;
		*event = (struct event){ .kind = EVENT_WIDTH, .key = 2 };
		return true;
	}
	if (key == KEY_MOUSE)
		return read_mouse(event);
	if (key == KEY_RESIZE) {
		*event = (struct event){ .kind = EVENT_RESIZE };
		return true;
	}
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		if (keys[i].from != key)
			continue;
		*event = key_event(keys[i].to);
		return true;
	}
	return false;
}

/* A key that is there; false when none is. */
static bool read_key(struct event *event)
{
	wint_t key;
	int kind;

	while ((kind = get_wch(&key)) != ERR) {
		wire_was_read(&tty.wire);
		if (translate(key, kind == KEY_CODE_YES, event))
			return true;
	}
	return false;
}

static struct event wake_event(void)
{
	int signal;

	while ((signal = wire_signal(&tty.wire))) {
		if (signal == SIGCONT) /* the shell has had the terminal */
			write_now(MARK_PASTE);
		else if (signal != SIGWINCH && signal != SIGCHLD)
			return (struct event){ .kind = EVENT_END };
	}
	return (struct event){ .kind = EVENT_RESIZE };
}

struct event tty_next(bool waits)
{
	struct event event;

	while (!read_key(&event)) {
		switch (wire_wait(&tty.wire, waits)) {
		case WIRE_NOTHING:
			return (struct event){ .kind = EVENT_NONE };
		case WIRE_SIGNAL:
			return wake_event();
		case WIRE_GONE:
			return (struct event){ .kind = EVENT_END };
		case WIRE_INPUT:
			break;
		}
	}
	return event;
}

int tty_run(char *const argv[], const struct str *input, bool waits,
            int *status)
{
	int error;

	write_now(UNMARK_PASTE);
	def_prog_mode();
	endwin();
	/* What came before is no reason to come back at once. */
	if (wake_event().kind == EVENT_END)
		raise(SIGTERM);
	error = child_run(&tty.wire, argv, input, waits, status);
	reset_prog_mode();
	tty_redraw();
	write_now(MARK_PASTE);
	return error;
}

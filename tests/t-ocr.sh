#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# baolan-ocr, with made-up tools: they say what they were told, and read "page N".
. "$(dirname "$0")/tap.sh"

ocr=$top/src/ocr/baolan-ocr
work=$tmp/work
bin=$tmp/bin
mkdir -p "$work" "$bin"
for tool in sh sed grep tr head tail cut mkdir mktemp rm cp mv cat dirname; do
	ln -s "$(command -v "$tool")" "$bin/$tool"
done

# fake TOOL SCRIPT
fake() {
	printf '#!/bin/sh\n%s\n' "$2" >"$bin/$1"
	chmod +x "$bin/$1"
}

tools() {
	fake pdfinfo 'echo "pdfinfo $*" >>"$said"; echo "Pages:          3"'
	fake pdftoppm 'echo "pdftoppm $*" >>"$said"
while [ $# -gt 1 ]; do [ "$1" != -f ] || page=$2; shift; done
echo "page $page" >"$1.pgm"'
	fake tesseract 'case "$1" in
--list-langs) printf "List (3):\nchi_sim\neng\nosd\n" ;;
*) echo "tesseract $*" >>"$said"; echo "<alto>$(cat "$1")</alto>" >"$2.xml" ;;
esac'
}

# try ARGUMENT...: status, out and err as of baolan-ocr in $work.
try() {
	: >"$tmp/said"
	(cd "$work" && PATH=$bin said=$tmp/said TMPDIR=$tmp \
		"$bin/sh" "$ocr" "$@" >"$tmp/out" 2>"$tmp/err")
	status=$?
}

tools
printf '%%PDF-1.7\n' >"$work/my paper.pdf"
try "my paper.pdf"
is "$status $(cat "$work/my paper-ocr/page-0002.xml")" "0 <alto>page 2</alto>" \
	"each page becomes a file beside the PDF"
is "$(ls "$work/my paper-ocr" | tr '\n' ' ')" \
	"page-0001.xml page-0002.xml page-0003.xml " "and nothing else is there"
says "$tmp/err" "'my paper.pdf': page 2 of 3" "it is told how far it is"
says "$tmp/err" "pages read: 3, read before: 0; to open them: baolan" \
	"and how to open them"
says "$tmp/said" "text -l chi_sim+eng --dpi 300 alto" \
	"Chinese with Latin words is read at 300 dpi"

rm "$work/my paper-ocr/page-0002.xml"
try "my paper.pdf"
is "$status $(grep -c tesseract "$tmp/said")" "0 1" "what is there is not read again"
try --force "my paper.pdf" -p 2-9
is "$status $(grep -c tesseract "$tmp/said")" "0 2" "but with --force, and those of -p"

try -o clips/new "my paper.pdf" -l eng -r150
is "$status $(cat "$work/clips/new/page-0003.xml")" "0 <alto>page 3</alto>" \
	"-o names a folder, which is made"
says "$tmp/said" "pdftoppm -r 150 -gray" "-r says how finely pages are drawn"
says "$tmp/said" "-l eng --dpi" "-l names languages"

mkdir -p "$work/a.b"
echo "a picture" >"$work/a.b/scan"
try -- a.b/scan
is "$status $(cat "$work/a.b/scan-ocr/scan.xml")" "0 <alto>a picture</alto>" \
	"a picture is a page"

# What goes wrong.
for wrong in --nope "-p" "-p 3-1" "-r 9" "--resolution=x" "missing.pdf" ""; do
	# shellcheck disable=SC2086
	try $wrong
	[ "$status" -eq 2 ] && [ -s "$tmp/err" ] && [ ! -s "$tmp/out" ]
	ok $? "wrong use is told: '$wrong'"
done
try -l deu "my paper.pdf"
says "$tmp/err" "apt install tesseract-ocr-deu" "a language that is missing is told"
fake tesseract 'case "$1" in
--list-langs) echo chi_sim ;;
*) echo "no room" >&2; exit 1 ;;
esac'
try -o failed "my paper.pdf"
[ "$status" -eq 2 ] && [ -z "$(ls "$work/failed")" ]
ok $? "a page that cannot be read leaves no file"
says "$tmp/err" "could not be read: no room" "and the reason is told"
tools
fake pdftoppm 'echo "Command Line Error: Incorrect password" >&2; exit 1'
try -o failed "my paper.pdf"
says "$tmp/err" "page 1 of 'my paper.pdf' cannot be drawn: Command Line Error" \
	"a PDF that cannot be drawn is told"
rm "$bin/pdftoppm"
try "my paper.pdf" --force
says "$tmp/err" "apt install poppler-utils" "what is missing is told, pdftoppm"
rm "$bin/tesseract"
try "my paper.pdf"
says "$tmp/err" "apt install tesseract-ocr tesseract-ocr-chi-sim" \
	"what is missing is told, tesseract"
printf '%%PDF' >"$work/$(printf 'a\033[31m.pdf')"
(cd "$work" && LC_ALL=zh_CN.UTF-8 PATH=$bin "$bin/sh" "$ocr" ./a*.pdf) \
	>"$tmp/out" 2>"$tmp/err"
says "$tmp/err" "未找到 tesseract" "it speaks Chinese where baolan does"
[ -z "$(find "$tmp" -path "$tmp/tmp.*")" ]
ok $? "no temporary files are left"
done_testing

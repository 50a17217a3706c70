#!/bin/sh
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# PDFs without a screen: named, in folders, from a pipe, locked, damaged.
. "$(dirname "$0")/tap.sh"

fake=$top/tests/data/fake-pdf
BAOLAN_LIBEXECDIR=$fake
export BAOLAN_LIBEXECDIR
cd "$tmp" || exit 99

# Without the program that reads PDF its tests are skipped: where all that it needs is
# here, configure is not to leave it out.
! grep -q 'PDF will not be read: baolan-pdf does not know' "$build/config.log"
ok $? "the poppler that is here is known"

# exits STATUS NAME ARGUMENT...
exits() {
	wanted=$1 about=$2
	shift 2
	run "$baolan" "$@"
	is "$status" "$wanted" "$about: status"
}

# made NAME PAGES: a PDF of so many pages.
made() {
	{
		printf '%%PDF-1.4\nbaolan-pdf\t1\nD\t%d\n' "$2"
		for number in $(seq "$2"); do
			printf 'P\t%d\t42000\t30000\t\n%%page page.records\n' \
				"$number"
		done
		printf '.\n'
	} >"$1"
}

# What is read
made paper.pdf 3
exits 0 "a PDF" -l paper.pdf
is "$(cut -f 1,2,5 out)" "1	1	北河桥合龙
2	2	北河桥合龙
3	3	北河桥合龙" "its pages have their articles"
[ ! -s err ]
ok $? "and nothing is odd"
timeout 60 "$baolan" -l - <paper.pdf >piped
cmp -s piped out
ok $? "standard input that is a PDF"
cat paper.pdf | timeout 60 "$baolan" -l >piped
cmp -s piped out
ok $? "and a pipe"
gzip -c paper.pdf >packed.pdf.gz
exits 0 "a packed PDF" -l packed.pdf.gz
cmp -s piped out
ok $? "is the PDF in it"
exits 0 "an export" -e 1 -f json paper.pdf
says out "\"sha256\": \"$(sha256sum paper.pdf | cut -d ' ' -f 1)\"" \
	"names the bytes of the PDF"
exits 0 "a search" -s 合龙 paper.pdf
is "$(wc -l <out)" 6 "finds words on all pages"

# Folders
mkdir folder
made folder/2.pdf 1
made folder/10.pdf 1
made folder/1.pdf 1
exits 0 "a folder of PDFs" -l --format=json folder
is "$(grep -o 'folder/[0-9]*.pdf' out)" "folder/1.pdf
folder/2.pdf
folder/10.pdf" "is an issue, in natural order"
printf '区里开会讨论防汛工作\n' >folder/2.txt
exits 0 "a folder with a page as text and as PDF" -l --format=json folder
is "$(grep -o 'folder/[0-9]*.[a-z]*' out)" "folder/1.pdf
folder/2.txt
folder/10.pdf" "takes the text"
says err "'folder/2.pdf' is left out: its text is in a file beside it" \
	"and says so"

# Passwords
echo open sesame >word
exits 2 "an encrypted PDF" -l "$fake/locked.pdf"
says err "--password-file=FILE" "tells how to open it"
[ ! -s out ]
ok $? "and prints nothing"
exits 0 "a password from a file" --password-file=word -l "$fake/locked.pdf"
is "$(wc -l <out)" 1 "opens it"
printf 'open sesame\r\nmore\n' >word
exits 0 "its first line, however it ends" --password-file=word -l "$fake/locked.pdf"
echo closed >word
exits 2 "a wrong password" --password-file=word -l "$fake/locked.pdf"
says err "the password is wrong" "is told"
exits 2 "a file of passwords that is missing" --password-file=none -l paper.pdf
says err "cannot read 'none'" "is told"

# Damage
exits 0 "a damaged PDF" -l "$fake/damaged.pdf"
is "$(wc -l <out)" 1 "gives what can be read"
says err "is damaged. Pages that were read: 1 of 3." "and how much that is"
says err "cannot be read: 2, 3" "and which pages are lost"
exits 2 "a PDF of which nothing can be read" -l "$fake/broken.pdf"
says err "no page can be read" "is told"
exits 2 "a PDF that is a picture" -l "$fake/picture.pdf"
says err "baolan-ocr" "tells what can read it"

# The program that reads PDFs
BAOLAN_LIBEXECDIR=$tmp/nowhere
exits 2 "a program that is missing" -l paper.pdf
says err "baolan-pdf: No such file or directory" "is told"
unset BAOLAN_LIBEXECDIR
if [ ! -x "$build/baolan-pdf" ]; then
	exits 2 "a build without PDF" -l paper.pdf
	says err "built without PDF; to get its text: pdftotext -raw paper.pdf page.txt" \
		"tells how to get the text"
	skip "the program itself" "it was not built"
	done_testing
	exit 0
fi
exits 0 "the program itself" -l "$top/tests/data/pdf/text.pdf"
[ -s out ]
ok $? "finds articles"
exits 0 "a PDF that is locked by its owner" -l "$top/tests/data/pdf/owner.pdf"
says err "asks that its text be not copied; it is read all the same" "is read"
exits 2 "a PDF that is locked for readers" -l "$top/tests/data/pdf/user.pdf"
echo 开门 >word
exits 0 "and its password" --password-file=word -l "$top/tests/data/pdf/user.pdf"
for size in 0 1 100 500 900; do
	head -c "$size" "$top/tests/data/pdf/text.pdf" >cut.pdf
	printf '%%PDF-1.4\n' | cat - cut.pdf >damaged.pdf
	exits 2 "a PDF that is cut at byte $size" -l damaged.pdf
done

# It ends with the program that started it, however that ends.
mkfifo pipe
sh -c "exec \"$build/baolan-pdf\" <pipe & echo \$! >pid; exec sleep 1000" &
parent=$!
exec 9>pipe # it has opened it
until [ -s pid ]; do sleep .1; done
reader=$(cat pid)
# It has told the kernel to end it, which it does before it enters its box.
until grep -q 'NoNewPrivs:.*1' "/proc/$reader/status"; do sleep .1; done
kill -0 "$reader"
ok $? "it waits for its file"
kill -KILL $parent
wait $parent 2>/dev/null
tries=0
while kill -0 "$reader" 2>/dev/null && [ $tries -lt 600 ]; do
	tries=$((tries + 1))
	sleep .1
done
! kill -0 "$reader" 2>/dev/null
ok $? "and ends when nobody waits for it"
exec 9>&-
done_testing

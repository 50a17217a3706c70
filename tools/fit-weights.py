#!/usr/bin/env python3
# Copyright (C) 2026 The baolan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of load/label and load/segment on pages whose articles are known.

    tools/fit-weights.py --scorer SCORE.PY [--rounds N] [--only NAME,...] SET=FOLDER[:F] ...

builds a copy of the program that reads weights from the environment (W_NAME=1.5).  Each
weight alone is moved up and down by a quarter; of the moves after which the sets score
better the best ones are made together, one after the other, each kept if the sets score
better still.  What is scored is the mean, over the sets, of paragraphs, articles and heads
(articles and heads only with ":F"); a set named by --keep may not lose.  Then the same
without each set in turn: that set's own figures under those weights are those of a set
not seen.  Prints the table of HACKING.md and the weights that differ from the sources.

A set has pages that are unlike those of the other sets.  SCORE.PY has the functions
run() and score() and its truth files stand beside the pages (NN.truth.json).
"""
import argparse, glob, importlib.util, json, os, re, shutil, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLES = ['load/label/line_cost', 'load/label/text_cost', 'load/label/step_cost', 'load/label/priors',
          'load/segment/gap_costs', 'load/segment/cut_cost',
          'load/segment/likeness', 'load/segment/grouped_heads']
MACRO = re.compile(r'#define W\(name, value\) static const double name = value')
FACTORS = (1.25, .8)
READS = ('#include <stdlib.h>\n#define W(name, value) static double name = value; '
         '__attribute__((constructor)) static void name##_read(void) '
         '{ if (getenv("W_" #name)) name = atof(getenv("W_" #name)); }')


def build(folder):
    """The program with weights from the environment, and the weights of the tables."""
    weights = {}
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    files = subprocess.run(['git', '-C', TOP, 'ls-files', '-z'], check=True, capture_output=True).stdout
    for name in files.decode().split('\0'):
        if name and os.path.isfile(os.path.join(TOP, name)):
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            shutil.copy2(os.path.join(TOP, name), os.path.join(folder, name))
    for table in TABLES:
        inc = os.path.join(folder, 'src', table + '_table.inc')
        if not os.path.exists(inc):
            continue
        for name, value in re.findall(r'^W\((\w+), ([-+.e\d]+)\);', open(inc, encoding='utf-8').read(), re.M):
            weights[name] = float(value)
        source = os.path.join(folder, 'src', table + '.c')
        text = open(source, encoding='utf-8').read()
        open(source, 'w', encoding='utf-8').write(MACRO.sub(READS, text))
    subprocess.run('./bootstrap && mkdir b && cd b && ../configure -q CFLAGS="-O2 -w" CC="${CC:-cc}" && make -j2 baolan',
                   shell=True, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return os.path.join(folder, 'b', 'baolan'), weights


class Sets:
    def __init__(self, opt, program):
        spec = importlib.util.spec_from_file_location('scorer', opt.scorer)
        self.scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.scorer)
        self.program, self.known, self.pages, self.no_f1 = program, {}, {}, set()
        self.keep = opt.keep.split(',')
        for item in opt.sets:
            name, folder = item.split('=', 1)
            if folder.endswith(':F'):
                folder = folder[:-2]
                self.no_f1.add(name)
            self.pages[name] = sorted(glob.glob(os.path.join(folder, '*truth.json')))

    def page(self, truth_file, env):
        base = os.path.dirname(truth_file)
        truth = json.load(open(truth_file, encoding='utf-8'))
        out = subprocess.run([self.program, '--export=all', '--format=json'] + [os.path.join(base, f) for f in truth['files']],
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                             env=dict(os.environ, LC_ALL='C.UTF-8', **env)).stdout
        return self.scorer.score(truth, json.loads(out), base)[0]

    def figures(self, weights):
        """Paragraph F1, article B3 and heads of each set."""
        env = {'W_' + k: repr(v) for k, v in weights.items()}
        key = tuple(sorted(env.items()))
        if key not in self.known:
            result = {}
            with ThreadPoolExecutor(2) as pool:
                for name, files in self.pages.items():
                    sums = {}
                    for r in pool.map(lambda f: self.page(f, env), files):
                        for k, v in r.items():
                            sums[k] = sums.get(k, 0) + v
                    units = sums['pred_units'] + sums['true_units']
                    heads = sums.get('heads_ok', 0) / sums['heads_n'] if sums.get('heads_n') else 1
                    result[name] = (2 * sums['tp'] / units, sums['b3'] / len(files), heads)
            self.known[key] = result
        return self.known[key]

    def objective(self, weights, without=None):
        total = 0
        for name, figures in self.figures(weights).items():
            if name == without:
                continue
            parts = figures[1:] if name in self.no_f1 else figures
            if name in self.keep and any(a < b - 5e-4 for a, b in zip(parts, self.figures({})[name][-len(parts):])):
                return 0
            total += sum(parts) / len(parts)
        return total


def fit(sets, table, names, moves, without=None):
    """The weights that differ from the table."""
    best, value, found = {}, sets.objective({}, without), []
    for name in names:
        for factor in FACTORS:
            tried = {name: round(table[name] * factor, 4)}
            gain = sets.objective(tried, without) - value
            if gain > 1e-5:
                found.append((gain, tried))
    for gain, tried in sorted(found, key=lambda move: -move[0])[:moves]:
        if tried.keys() & best.keys():
            continue
        now = sets.objective({**best, **tried}, without)
        print('without %s: %s %+.4f, with all before it %+.4f' % (without, tried, gain, now - value), file=sys.stderr, flush=True)
        if now > value + 1e-5:
            best, value = {**best, **tried}, now
    return best


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--scorer', required=True, help='the program that scores: its functions are used')
    ap.add_argument('--moves', type=int, default=6, help='so many weights are moved at most')
    ap.add_argument('--keep', default='', help='sets that may not lose, separated by commas')
    ap.add_argument('--only', help='these weights, separated by commas')
    ap.add_argument('--folder', default='/tmp/baolan-fit', help='where the copy is built')
    ap.add_argument('--left-out', action='store_true', help='fit without each set in turn, too')
    ap.add_argument('sets', nargs='+', help='NAME=FOLDER of pages and truth')
    opt = ap.parse_args()
    program, table = build(opt.folder)
    sets = Sets(opt, program)
    names = opt.only.split(',') if opt.only else list(table)
    fitted = fit(sets, table, names, opt.moves)
    rows = [('as they stand', sets.figures({})), ('fitted', sets.figures(fitted))]
    if opt.left_out:
        rows.append(('left out', {name: sets.figures(fit(sets, table, names, opt.moves, name))[name] for name in sets.pages}))
    for title, figures in rows:
        for name, (f1, b3, heads) in figures.items():
            print('| %s | %s | %s | %.3f | %.3f |' % (title, name, '-' if name in sets.no_f1 else '%.3f' % f1, b3, heads))
    for name in fitted:
        print('%s: %g to %g' % (name, table[name], fitted[name]))


if __name__ == '__main__':
    main()

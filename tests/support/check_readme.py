#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that what README.md shows is what there is; with --update it writes what there is into it.

A comment in front of a block says where the block comes from:

    <!-- from FILE /first/,/last/ -->  these lines of a file, as `sed -n` would print them
    <!-- run -->                       a session: each `$ command` is run beside the examples, on a server of its own
    <!-- output COMMAND -->            what one such command prints
    <!-- change FILE -->               a diff that applies to this file …
    <!-- compiler -->                  … and the first line that the compiler says of the file thus changed
    <!-- table steps -->               in the first cells the steps of one history; their SQL, up and down
    <!-- table members -->             in the first cells members of a table; their SQL
    <!-- table types -->               in the first cells types; their SQL

In a session a line `…` stands for any number of lines; times, versions of servers and line numbers may differ. Besides:
every path in the README exists, and every word of include/skein/declare is in it.

    check_readme.py --compiler g++ --programs build/examples/examples --flag=-I… --link=-lfmt [--update]
"""

import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

from expect_compile_error import sentence

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
MARKED = re.compile(r"(<!-- (\w+) ?(.*?) -->\n)((?:```.*\n)(?:.*\n)*?(?:```\n)|(?:\|.*\n)+)")


class Wrong(Exception):
    """What cannot be shown at all."""


def excerpt(lines, address):
    """What `sed -n 'ADDRESSp'` prints, for an address /first/,/last/."""
    first, last = re.fullmatch(r"/(.*)/,/(.*)/", address).groups()
    begin = next((n for n, line in enumerate(lines) if re.search(first, line)), None)
    end = next((n for n in range((begin or 0) + 1, len(lines)) if re.search(last, lines[n])), None)
    if begin is None or end is None:
        raise Wrong(f"{address} is not there")
    return lines[begin:end + 1]


def varying(text):
    """Without what differs from run to run and between compilers."""
    text = re.sub(r"\d+\.\d+ s\b", "# s", text)
    text = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+\d\d", "#", text)
    text = re.sub(r"PostgreSQL \d+\.\d+", "PostgreSQL #", text)
    return re.sub(r"\b(\w+\.[ch]pp):\d+", r"\1:#", text)


def agrees(shown, actual):
    parts = [re.escape(part) for part in re.split(r"(?m)^…\n", varying(shown))]
    return re.fullmatch("(?:.*\n)*?".join(parts), varying(actual)) is not None


class Readme:
    def __init__(self, given):
        self.given, self.changed = given, None

    def compile(self, name, text, *flags):
        """A file of the given text, in a directory where nothing else is; the compiler's exit code and what it says."""
        with tempfile.TemporaryDirectory(prefix="skein-readme-") as directory:
            source = pathlib.Path(directory, name)
            source.write_text(text)
            words = [self.given.compiler, "-std=c++20", *self.given.flag, name, *flags]
            run = subprocess.run(words, cwd=directory, text=True, capture_output=True,
                                 env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
            if run.returncode == 0 and "-o" in flags:
                run = subprocess.run(["./program"], cwd=directory, text=True, capture_output=True, check=True)
            return run.returncode, run.stdout + run.stderr

    def from_(self, what, shown):
        path, _, address = what.partition(" ")
        return textwrap.dedent("\n".join(excerpt((ROOT / path).read_text().splitlines(), address)) + "\n")

    def run(self, what, shown):
        commands = re.findall(r"(?m)^\$ (.*)", shown)
        return self.output("".join(f"printf '%s\\n' {quoted('$ ' + c)}; {c}\n" for c in commands), shown)

    def output(self, script, shown):
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL" and not k.startswith("PG")}
        run = subprocess.run(["./with_scratch", "bash", "-c", script], cwd=self.given.programs, text=True,
                             env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return shown if agrees(shown, run.stdout) else run.stdout

    def change(self, what, shown):
        def side(sign):
            return "".join(line[1:] for line in shown.splitlines(True) if line[0] in " " + sign)
        text = (ROOT / what).read_text()
        if text.count(side("-")) != 1:
            raise Wrong(f"the change does not apply to {what}")
        self.changed = pathlib.Path(what).name, text.replace(side("-"), side("+"))
        return shown

    def compiler(self, what, shown):
        code, output = self.compile(*self.changed, "-fsyntax-only", "-w")
        line = next((line for line in output.splitlines() if ": error: " in line), None)
        if code == 0 or not line:
            raise Wrong(f"the change compiles, or is not an error:\n{output}")
        one = " ".join(shown.split())
        if varying(sentence(one)) == varying(sentence(line)) and (one == line or not self.is_shown()):
            return shown
        return textwrap.fill(line, 120, break_long_words=False, break_on_hyphens=False) + "\n"

    def is_shown(self):
        """The README shows g++ 12; the others say the same sentence in words of their own around it."""
        run = subprocess.run([self.given.compiler, "--version"], text=True, capture_output=True, check=True)
        return re.search(r"^g\+\+.* 12\.", run.stdout) is not None

    def table(self, what, shown):
        """Each row becomes a revision that stands on those before it."""
        lines = shown.splitlines()
        firsts = [re.match(r"\| `(.*?)` \|", row).group(1) for row in lines[2:]]
        if what == "steps":
            rest = [[code(up), down if down in WORDS else code(down)] for up, down in self.sql(firsts)]
        else:
            member = "{}" if what == "members" else 'column<"c", {}>'
            steps = [f'create_table<"t{n}", {OTHERS}, {member.format(first)}>' for n, first in enumerate(firsts)]
            rest = [[code(bare(up, n).removeprefix("c " if what == "types" else ""))]
                    for n, (up, _) in enumerate(self.sql([TARGETS, *steps])[1:])]
        rows = [" | ".join([code(first), *cells]) for first, cells in zip(firsts, rest)]
        return "\n".join([*lines[:2], *(f"| {row} |" for row in rows)]) + "\n"

    def sql(self, steps):
        """Of each step, up and down."""
        exit_code, output = self.compile("table.cpp", program(steps), "-o", "program", *self.given.link)
        if exit_code:
            raise Wrong("the rows are no history that compiles:\n" + "\n".join(output.splitlines()[:4]))
        return [[one_line(direction) for direction in step.split("\x1f")] for step in output.split("\x1e")[:-1]]

    def right(self, match):
        """The block as it should be."""
        comment, verb, what, block = match.groups()
        line = match.string[:match.start()].count("\n") + 1
        source = {"from": self.from_, "run": self.run, "output": self.output, "change": self.change,
                  "compiler": self.compiler, "table": self.table}.get(verb)
        try:
            if not source:
                raise Wrong(f"{comment.strip()} is no source")
            if block.startswith("|"):
                return comment + source(what, block)
            fence, body = block.removesuffix("```\n").split("\n", 1)
            return f"{comment}{fence}\n{source(what, body)}```\n"
        except Wrong as wrong:
            raise Wrong(f"README.md:{line}: {wrong}") from None


WORDS = "nothing", "irreversible"
OTHERS = 'column<"id", bigint>, column<"tenant", integer>, column<"email", text>, column<"during", tsrange>'
TARGETS = ('create_extension<"citext">, create_extension<"vector">, create_schema<"app">, '
           'create_enum<qualified("app", "mood"), "happy">, '
           'create_table<"users", column<"id", bigint, primary_key>, column<"tenant", integer>, '
           'unique_on<"tenant", "id">>')


def code(text):
    return f"`{text}`"


def one_line(sql):
    return re.sub(r"(?<=\() | (?=\))", "", " ".join(sql.split()))


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


PROGRAM = """\
#include <skein/render.hpp>
#include <skein/skein.hpp>
#include <cstdio>
using namespace skein;
%s
struct history : chain<target<18>, %s> {};
static_assert(verify<history>::ok);
int main() {
  const auto print = [](const auto& statements, char end) {
    for (const auto& s : statements) std::printf("%%s%%s", &s == statements.data() ? "" : "; ", s.sql.c_str());
    std::putchar(end);
  };
  for (const auto& m : render::render_history({model::flat<history>::held.items, history::size})) {
    print(m.up, '\x1f');
    if (m.down.empty()) std::printf(m.reversible ? "nothing" : "irreversible");
    print(m.down, '\x1e');
  }
}
"""


def program(steps):
    """Prints the SQL of each step, up and down: each is a revision of one history."""
    parents = ["base", *(f'revises<"{n}">' for n in range(len(steps)))]
    revisions = [f'struct r{n} : revision<"{n}", {parents[n]}, "",\n{step}> {{}};' for n, step in enumerate(steps)]
    return PROGRAM % ("\n".join(revisions), ", ".join(f"r{n}" for n in range(len(steps))))


def bare(sql, number):
    """What a table has besides OTHERS: in its CREATE TABLE, or in a statement behind it."""
    create, *others = re.sub(rf"\bt{number}\b", "t", sql).split("; ")
    inner, parameters = re.fullmatch(r"CREATE TABLE t \((.*?)\)( WITH .*)?", create).groups()
    inner = re.sub(r"^(id bigint, tenant integer, email text, during tsrange(, )?)", "", inner)
    return "; ".join(filter(None, [inner, (parameters or "").strip(), *others]))


def vocabulary():
    """What users write."""
    words = set()
    for header in (ROOT / "include/skein/declare").rglob("*.hpp"):
        inner = r"(?ms)^namespace (?:skein::)?model \{.*?^\}  // namespace (?:skein::)?model$"
        outside = re.sub(inner, "", header.read_text())
        words |= set(re.findall(r"(?m)^(?:template <[^;{]*> )?struct (\w+)\b", outside))
        words |= set(re.findall(r"(?m)^consteval \S+ (\w+)\(", outside))
    return words


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--compiler", default="g++")
    arguments.add_argument("--flag", action="append", default=[])
    arguments.add_argument("--link", action="append", default=[], help="what a program that prints SQL is linked to")
    arguments.add_argument("--programs", type=pathlib.Path, required=True)
    arguments.add_argument("--update", action="store_true")
    given = arguments.parse_args()

    text = README.read_text()
    try:
        right = MARKED.sub(Readme(given).right, text)
    except Wrong as wrong:
        print(wrong)
        return 1
    if given.update:
        README.write_text(right)
        text = right
    wrong = list(difflib.unified_diff(text.splitlines(), right.splitlines(), "README.md", "what there is", lineterm=""))
    codes = " ".join(re.findall(r"(?s)```.*?```|`[^`\n]+`", text))
    wrong += [f"README.md does not name {word}" for word in sorted(vocabulary() - set(re.findall(r"\w+", codes)))]
    paths = re.findall(r"(?<![\w/.])(?:\./)?((?:examples|tests|bench|include|cmake)/[\w./-]*\w)", text)
    wrong += [f"README.md names {path}, which is not there"
              for path in sorted(set(paths)) if not (ROOT / path).exists()]
    wrong += [f"README.md: no comment says where this block comes from: {first}"
              for before, language, first in re.findall(r"(.*)\n```(\w*)\n(.*)\n(?:(?!```).*\n)*```", text)
              if language != "sh" and not before.endswith("-->")]
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

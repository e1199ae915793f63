#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that a faulty history does not compile, and that the compiler's one error is the sentence it should be.

A case is one file, tests/compile_fail/<rule_as_a_sentence>.cpp. As it stands it compiles: that is its control. Compiled
with -DSKEIN_FAULT it contains the fault, and nothing else differs:

    // expect: {file}:{line}: revision b, step 1: table user does not exist; did you mean users?
    #include <skein/skein.hpp>
    ...
    #ifdef SKEIN_FAULT
    struct b : revision<"b", revises<"a">, "a fault", drop_table<"user", loses_data>> {};    // @line
    #else
    struct b : revision<"b", revises<"a">, "none", drop_table<"users", loses_data>> {};
    #endif
    struct history : chain<a, b> {};
    static_assert(verify<history>::ok);

The whole sentence stands behind `// expect: `; further lines `//   ...` continue it. In it

    {file}   is the name of the case's file,
    {word}   is the number of the line marked with a comment `// @word`, or of a later line of the same declaration
             (compilers disagree about which line of an argument list counts), up to the next `;`.

The case passes if
  - the control compiles without a diagnostic,
  - the fault does not compile, and not because the compiler crashed,
  - there is exactly one error, followed by nothing but the compiler's "template is declared here": no trace of
    instantiations, whose template arguments nobody wants to read (a line `// traced: <why>` permits the way from the case
    to the library's own template that says the sentence),
  - the sentence is the expected one, word for word. g++ prints it as one literal in migration_error<...>, Clang as several
    of at most 36 characters; a static_assert with a computed message prints it as it is.

    expect_compile_error.py --compiler g++ [--flag=-Iinclude ...] case.cpp ...
    expect_compile_error.py --compiler g++ --self-test DIRECTORY

The second form proves that the check can fail: every file of the directory is a broken case, and says behind
`// harness: ` what has to be found wrong with it.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys


class Wrong(Exception):
    """What is wrong with a case."""


def compile_case(compiler, flags, case, fault):
    """Compiles in the case's directory, so that __FILE__ is its name alone."""
    carets = "-fno-caret-diagnostics" if "clang" in compiler else "-fno-diagnostics-show-caret"
    words = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", carets, *flags, case.name]
    if fault:
        words.insert(1, "-DSKEIN_FAULT")
    run = subprocess.run(words, cwd=case.parent, text=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
    return run.returncode, run.stdout + run.stderr


def comment(text, heading):
    """The text behind `// heading: `, with its continuation lines."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.startswith(f"// {heading}: "):
            found = [line[len(heading) + 5:]]
            for more in lines[number + 1:]:
                if not more.startswith("//   "):
                    break
                found.append(more[5:])
            return " ".join(part.strip() for part in found)
    return None


def pattern(expected, case, text):
    """The expected sentence as a regular expression, its placeholders resolved."""
    lines = text.splitlines()

    def resolve(match):
        word = match.group(1)
        if word == "file":
            return re.escape(case.name)
        marked = [n for n, line in enumerate(lines, 1) if re.search(rf"// @{word}$", line)]
        if len(marked) != 1:
            raise Wrong(f"{{{word}}} needs one line marked // @{word}, there are {len(marked)}")
        last = next((n for n, line in enumerate(lines, 1) if n >= marked[0] and ";" in line.split("//")[0]), marked[0])
        return "(?:" + "|".join(str(n) for n in range(marked[0], last + 1)) + ")"

    parts = re.split(r"(\{\w+\})", expected)
    return "".join(resolve(re.match(r"\{(\w+)\}", p)) if re.fullmatch(r"\{\w+\}", p) else re.escape(p) for p in parts)


def sentence(error):
    """The sentence in an error's first line."""
    message = error.partition("error: ")[2]
    if "migration_error<" in message:
        literals = re.findall(r'"((?:[^"\\]|\\.)*)"', message)
        message = re.sub(r"\\(.)", r"\1", "".join(literals))
    else:
        message = re.sub(r"^static assertion failed(?: due to [^:]*)?: ", "", message)
    return " ".join(message.split())


def judge(code, output, wanted, expected, traced=False):
    """Whether a compiler's output is the sentence and nothing else; traced: but for the way to the template that says it."""
    if code == 0:
        raise Wrong("the fault compiles")
    if code < 0 or "internal compiler error" in output or "PLEASE submit a bug report" in output:
        raise Wrong(f"the compiler crashed:\n{output}")
    errors = [line for line in output.splitlines() if re.search(r"\berror: ", line)]
    if len(errors) != 1:
        raise Wrong(f"there are {len(errors)} errors instead of one:\n{output}")
    said = sentence(errors[0])
    if not re.fullmatch(wanted, said):
        raise Wrong(f"the sentence is another one\n  expected: {expected}\n  found:    {said}\n{output}")
    rest = [line for line in output.splitlines() if line not in errors
            and not re.search(r"note: template is declared here|^\d+ errors? generated|^compilation terminated", line)
            and not (traced and re.search(r"^In file included|: In instantiation of |   required from |note: in instantiation of ", line))]
    if rest:
        raise Wrong("there is more than the sentence:\n" + output)


def check(compiler, flags, case):
    text = case.read_text()
    expected = comment(text, "expect")
    if not expected:
        raise Wrong("has no line `// expect: <sentence>`")
    wanted = pattern(expected, case, text)

    code, output = compile_case(compiler, flags, case, fault=False)
    if code != 0 or output.strip():
        raise Wrong(f"the control does not compile cleanly:\n{output}")

    traced = comment(text, "traced") is not None
    judge(*compile_case(compiler, flags, case, fault=True), wanted, expected, traced)


def self_test(compiler, flags, directory):
    failed = 0
    cases = sorted(directory.glob("*.cpp"))
    for case in cases:
        wanted = comment(case.read_text(), "harness")
        try:
            check(compiler, flags, case)
            found = "nothing"
        except Wrong as wrong:
            found = str(wrong)
        if (found != "nothing") if wanted == "nothing" else (wanted not in found):
            failed += 1
            print(f"{case.name}: {wanted!r} should have been found wrong; found: {found}")
    print(f"{len(cases)} cases")
    return 1 if failed or not cases else 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--compiler", required=True)
    arguments.add_argument("--flag", action="append", default=[])
    arguments.add_argument("--self-test", type=pathlib.Path)
    arguments.add_argument("cases", nargs="*", type=pathlib.Path)
    given = arguments.parse_args()
    if given.self_test:
        return self_test(given.compiler, given.flag, given.self_test)
    failed = 0
    for case in given.cases:
        try:
            check(given.compiler, given.flag, case.resolve())
        except Wrong as wrong:
            failed += 1
            print(f"{case.name}, {given.compiler}: {wrong}")
    return 1 if failed or not given.cases else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that a typo in the last of 3,000 revisions is still one error that is a sentence, within default limits.

    late_fault.py --compiler g++ [--flag=-Iinclude ...]
"""

import argparse
import pathlib
import re
import sys
import tempfile

from expect_compile_error import Wrong, compile_case, judge

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench" / "compile"))
import generate  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--flag", action="append", default=[])
    given = parser.parse_args()

    shape = generate.arguments(["--revisions", "3000", "--features", "fermv", "--fault-last"])
    history = generate.of(shape)
    last = re.escape(history.revisions[-1].id)
    wanted = rf"history\.cpp:\d+: revision {last}, step 1: column \w+\.sen does not exist; did you mean seen\?"
    with tempfile.TemporaryDirectory(prefix="skein-late-fault-") as directory:
        case = pathlib.Path(directory) / "history.cpp"
        case.write_text(generate.source(history, shape), encoding="utf-8")
        try:
            judge(*compile_case(given.compiler, given.flag, case, fault=True), wanted, wanted)
        except Wrong as wrong:
            print(wrong)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles a history of 3,000 revisions under constexpr limits cut to a third of the compiler's defaults, so that an
evaluation that grows towards them shows long before a user's history meets them. Exit code 0 if it compiles.
`--default` keeps the defaults: then `--revisions 10000` says how far a history may grow."""

import argparse
import pathlib
import sys
import tempfile

import compilers
import generate

THIRDS = {
    True: ["-fconstexpr-steps=349525", "-fconstexpr-depth=170", "-ftemplate-depth=341", "-fbracket-depth=85"],
    False: ["-fconstexpr-ops-limit=11184810", "-fconstexpr-loop-limit=87381", "-fconstexpr-depth=170",
            "-ftemplate-depth=300"],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("compiler")
    parser.add_argument("--default", action="store_true", help="the compiler's own limits")
    parser.add_argument("shape", nargs=argparse.REMAINDER,
                        help="options of generate.py; --revisions 3000 --features fermv if none")
    options = parser.parse_args()

    shape = generate.arguments(options.shape or ["--revisions", "3000", "--features", "fermv"])
    flags = [] if options.default else THIRDS[compilers.is_clang(options.compiler)]
    with tempfile.TemporaryDirectory(prefix="skein-limits-") as directory:
        source = pathlib.Path(directory) / "history.cpp"
        source.write_text(generate.source(generate.of(shape), shape), encoding="utf-8")
        try:
            cost = compilers.compile_once(options.compiler, source, flags)
        except compilers.Failure as failure:
            print(failure, file=sys.stderr)
            return 1
    print(f"{options.compiler} {' '.join(flags)}: {cost}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

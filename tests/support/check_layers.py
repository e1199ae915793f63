#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that every layer includes only itself and those before it, and that each foreign library has its one place.

    check_layers.py include/skein
"""

import pathlib
import re
import sys

LAYERS = ["model", "declare", "check", "render", "run", "cli"]
UMBRELLAS = {"version.hpp": "model", "skein.hpp": "check", "replaces.hpp": "check", "inherits.hpp": "check", "program.hpp": "check",
             "render.hpp": "render", "run.hpp": "run", "sync.hpp": "run", "cli.hpp": "cli"}
FOREIGN = [  # library, how its headers begin, the first layer that may include them, the only header if there is one
    ("fmt", "fmt/", "render", None),
    ("libpqxx", "pqxx/", "run", "run/pqxx.hpp"),
    ("libpq", "libpq", "cli", "cli/conninfo.hpp"),
    ("CLI11", "CLI/", "cli", None),
    ("nlohmann_json", "nlohmann/", "cli", None),
    ("streams for output", "iostream", None, None),
]


def layer_of(path):
    return UMBRELLAS.get(path) or path.split("/")[0]


def faults(root, header):
    path = header.relative_to(root).as_posix()
    layer = layer_of(path)
    if layer not in LAYERS:
        yield f"{path} belongs to no layer"
        return
    rank = LAYERS.index(layer)
    for number, line in enumerate(header.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
        if not found:
            continue
        quote, name = found.groups()
        where = f"{path}:{number}: includes {name}"
        if quote == '"':
            yield f"{where} in quotes; own headers are included as <skein/…>"
        elif name.startswith("skein/"):
            other = layer_of(name.removeprefix("skein/"))
            if not (root.parent / name).exists():
                yield f"{where}, which does not exist"
            elif other not in LAYERS or LAYERS.index(other) > rank:
                yield f"{where}, of a later layer"
        for library, prefix, first, only in FOREIGN:
            if not name.startswith(prefix):
                continue
            if first is None:
                yield f"{where}: {library} is not used"
            elif rank < LAYERS.index(first):
                yield f"{where}: {library} begins with layer {first}"
            elif only and path != only:
                yield f"{where}: only {only} includes {library}"


def main():
    root = pathlib.Path(sys.argv[1])
    headers = sorted(root.rglob("*.hpp"))
    found = [fault for header in headers for fault in faults(root, header)]
    for header in headers:
        lines = header.read_text().splitlines()
        if lines[:2] != ["// SPDX-License-Identifier: BSL-1.0", "#pragma once"]:
            found.append(f"{header.relative_to(root)} does not begin with its licence and #pragma once")
    print("\n".join(found) or f"{len(headers)} headers in order")
    return 1 if found or not headers else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What a history costs to compile: medians of CPU seconds and the peak of memory, for every compiler of this machine.

  headers  an empty source that includes each umbrella header
  series   N revisions: parse (the floor), descriptors (every declaration instantiated), verify (all checks)
  growth   t(3000) / t(1000) of verify
  objects  1,000 revisions with everything besides tables, and steps on rows: generate.py's letter o
  shapes   one table of 1,600 columns; one table with 1,500 steps; a fault in the last of 3,000 revisions
"""

import argparse
import json
import pathlib
import platform
import sys
import tempfile

import compilers
import generate

STAGES = {"parse": "none", "descriptors": "descriptors", "verify": "models"}
HEADERS = ("skein/skein.hpp", "skein/render.hpp", "skein/run.hpp", "skein/cli.hpp")
BUDGET = {True: 2.5, False: 2.2}  # clang, g++: verify / parse at 1,000 revisions
MEMORY, GROWTH = 200, 3.3


class Bench:
    def __init__(self, options, directory):
        self.options, self.directory = options, pathlib.Path(directory)
        self.result = {"machine": platform.platform(), "runs": options.runs, "features": options.features,
                       "compilers": {}}

    def write(self, name, shape):
        path = self.directory / f"{name}.cpp"
        path.write_text(generate.source(generate.of(shape), shape), encoding="utf-8")
        return path

    def stages(self, name, *shape, more=""):
        def source(stage):
            words = [*shape, "--features", self.options.features + more, "--verify", STAGES[stage]]
            return self.write(f"{name}-{stage}", generate.arguments(words))
        return {stage: source(stage) for stage in STAGES if stage in self.options.stages}

    def headers(self, compiler):
        sources = {"empty": self.directory / "empty.cpp"}
        sources["empty"].write_text("\n", encoding="utf-8")
        for header in HEADERS:
            source = self.directory / (header.replace("/", "_") + ".cpp")
            source.write_text(f"#include <{header}>\n", encoding="utf-8")
            try:
                compilers.compile_once(compiler, source)
                sources[header] = source
            except compilers.Failure:
                print(f"  {header:<18} does not compile here; are its libraries installed?")
        costs = compilers.medians(compiler, sources, self.options.runs)
        for header, cost in costs.items():
            print(f"  {header:<18} {cost.seconds:6.2f} s {cost.megabytes:6.0f} MB")
        return costs

    def row(self, compiler, label, sources):
        costs = compilers.medians(compiler, sources, self.options.runs)
        line = ""
        for stage in STAGES:
            cost = costs.get(stage)
            line += f"{cost.seconds:7.2f} s {cost.megabytes:5.0f} MB" if cost else f"{'-':>17}"
        floor = costs.get("parse")
        line += "".join(f"{cost.seconds / floor.seconds:10.2f}" for cost in costs.values() if floor and cost is not floor)
        print(f"  {label:<18}{line}")
        return costs

    def judge(self, compiler, series, objects):
        verdicts = []
        for cost, where in ((series.get(1000, {}), "at 1,000"), (objects, "with objects")):
            if {"parse", "verify"} <= cost.keys():
                ratio, limit = cost["verify"].seconds / cost["parse"].seconds, BUDGET[compilers.is_clang(compiler)]
                verdicts.append((f"verify / parse {where}", ratio, limit, ""))
                verdicts.append((f"memory {where}", cost["verify"].megabytes, MEMORY, " MB"))
        if "verify" in series.get(1000, {}) and "verify" in series.get(3000, {}):
            growth = series[3000]["verify"].seconds / series[1000]["verify"].seconds
            verdicts.append(("t(3000) / t(1000)", growth, GROWTH, ""))
        for what, value, limit, unit in verdicts:
            print(f"  {what:<30}{value:8.2f}{unit}   budget {limit}{unit}   {'met' if value <= limit else 'MISSED'}")
        return {what: {"value": value, "budget": limit} for what, value, limit, _ in verdicts}

    def fault(self, compiler):
        """The one error that the last of 3,000 revisions causes."""
        words = ["--revisions", "3000", "--features", self.options.features, "--fault-last"]
        source = self.write("fault", generate.arguments(words))
        try:
            compilers.compile_once(compiler, source)
        except compilers.Failure as failure:
            errors = str(failure).splitlines()[:-1]
            print(f"  fault in the last revision: {len(errors)} error: {errors[0]}")
            return errors
        raise compilers.Failure(f"{compiler} accepts a fault in the last of 3,000 revisions")

    def measure(self, compiler):
        print(f"\n{compiler}: {compilers.version(compiler)}")
        self.row_head("header", ())
        result = {"version": compilers.version(compiler), "headers": as_json(self.headers(compiler)), "shapes": {}}
        self.row_head("revisions", STAGES)
        series = {}
        for n in self.options.series:
            series[n] = self.row(compiler, f"{n:,}", self.stages(str(n), "--revisions", str(n)))
        result["series"] = {n: as_json(c) for n, c in series.items()}
        objects = self.row(compiler, "1,000 with objects", self.stages("objects", "--revisions", "1000", more="o"))
        result["objects"] = as_json(objects)
        if not self.options.quick:
            for name, shape in (("1,600 columns", "--wide"), ("1,500 steps", "--deep")):
                result["shapes"][name] = as_json(self.row(compiler, name, self.stages(name, shape)))
            if "verify" in self.options.stages:
                result["shapes"]["fault"] = self.fault(compiler)
        result["budget"] = self.judge(compiler, series, objects)
        self.result["compilers"][compiler] = result

    @staticmethod
    def row_head(label, stages):
        ratios = "".join(f"{s[:6] + '/p':>10}" for s in list(stages)[1:])
        print(f"\n  {label:<18}" + "".join(f"{s:>17}" for s in stages) + ratios)


def as_json(costs):
    return {name: {"seconds": round(c.seconds, 3), "megabytes": round(c.megabytes, 1)} for name, c in costs.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="100 and 1,000 revisions, one run each")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--series", type=int, nargs="+", default=[100, 300, 1000, 3000])
    parser.add_argument("--features", default="fermv",
                        help="letters of generate.py; ferm is the script of the budget's prototype")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=list(STAGES))
    parser.add_argument("--compilers", nargs="+", default=None, help="instead of every one that is found")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    if options.quick:
        options.runs, options.series = 1, [100, 1000]
    with tempfile.TemporaryDirectory(prefix="skein-bench-") as directory:
        bench = Bench(options, directory)
        try:
            for compiler in options.compilers or compilers.found():
                bench.measure(compiler)
        except compilers.Failure as failure:
            print(failure, file=sys.stderr)
            return 1
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(bench.result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

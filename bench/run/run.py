#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What it costs to run a history: skein's driver, psql, bare libpq, and the migration tools that are installed.

Each figure is the median of repeated runs on fresh databases of a throwaway server that syncs to disk. The peers take
turns, so that a busy minute strikes all of them. Every run is verified: the schema that it leaves equals psql's, byte
for byte in pg_dump (bookkeeping apart), and what the way back leaves is nothing. Then the same with a network of 5 ms
each way, whose round trips are counted.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

import history
import latency
import peers

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DELAY = 0.005  # seconds, each way

BOOKKEEPING = ["--exclude-table=skein_journal", "--exclude-table=bench_version", "--exclude-table=alembic_version",
               "--exclude-table=schema_migrations", "--exclude-schema=sqitch"]


class Failure(Exception):
    pass


@dataclass
class Run:
    seconds: float
    cpu: float        # of the client and its children
    megabytes: float  # of the largest of them
    connections: int = 0
    round_trips: int = 0


def checked(command, **kwargs):
    """Gives what it prints; raises what it says where it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace",
                          check=False, **kwargs)
    if done.returncode:
        raise Failure(f"{shlex.join(command)[:300]}\nexit code {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


class Programs:
    """Compiled once into build/bench, and again when a header is newer."""

    def __init__(self, sizes):
        self.directory = ROOT / "build" / "bench"
        self.directory.mkdir(parents=True, exist_ok=True)
        self.headers = max(p.stat().st_mtime for p in (ROOT / "include").rglob("*.hpp"))
        self.drivers = {n: self.cpp(f"driver_{n}", history.driver(history.of(n))) for n in sizes}
        example = ROOT / "examples" / "with_scratch.cpp"
        self.with_scratch = self.cpp("with_scratch", example.read_text(encoding="utf-8"))
        self.floor, self.measure = self.c(HERE / "floor.c"), self.c(HERE / "measure.c")

    def cpp(self, name, text):
        source, binary = self.directory / f"{name}.cpp", self.directory / name
        same = source.exists() and source.read_text(encoding="utf-8") == text
        if not (same and binary.exists() and binary.stat().st_mtime > self.headers):
            source.write_text(text, encoding="utf-8")
            compiler = os.environ.get("CXX", "g++")
            print(f"compiling {name} …", file=sys.stderr)
            checked([compiler, "-std=c++20", "-O1", f"-I{ROOT / 'include'}", str(source), "-o", str(binary), "-pthread",
                     *self.libraries("libpqxx", "libpq", "fmt")])
        return binary

    def c(self, source):
        binary = self.directory / source.stem
        checked(["cc", "-O2", "-D_GNU_SOURCE", str(source), "-o", str(binary), *self.libraries("libpq")])
        return binary

    @staticmethod
    def libraries(*names):
        return checked(["pkg-config", "--cflags", "--libs", *names]).split()

    def run(self, command, environment, directory):
        figures = self.directory / "figures"
        checked([str(self.measure), str(figures), *command], env=environment, cwd=directory)
        seconds, cpu, kilobytes = map(float, figures.read_text().split())
        return Run(seconds, cpu, kilobytes / 1024)


class Server:
    """A throwaway server that treats the disk as one in production does."""

    SETTINGS = ("fsync = on", "full_page_writes = on", "synchronous_commit = on")

    def __init__(self, with_scratch):
        self.child = subprocess.Popen([str(with_scratch), "sh", "-c", 'echo "$PGHOST"; read -r _'],
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.host = self.child.stdout.readline().strip()
        for setting in self.SETTINGS:
            self.sql(f"ALTER SYSTEM SET {setting}")
        self.sql("SELECT pg_reload_conf()")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.stdin.close()
        self.child.wait()

    def environment(self, database, host=None):
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("PG") and k != "DATABASE_URL"}
        return {**inherited, "PGHOST": str(host or self.host), "PGPORT": "5432", "PGUSER": "skein",
                "PGDATABASE": database}

    def ask(self, command, database="postgres"):
        return checked(command, env=self.environment(database))

    def sql(self, text):
        return self.ask(["psql", "-XAtq", "-c", text]).strip()

    def schema(self, database):
        """Without the random key that newer versions of pg_dump put around it."""
        dump = self.ask(["pg_dump", "--schema-only", "--no-owner", *BOOKKEEPING], database)
        return "\n".join(line for line in dump.splitlines() if not line.startswith(("\\restrict", "\\unrestrict")))


class Bench:
    def __init__(self, options, server, programs, directory):
        self.options, self.server, self.directory = options, server, pathlib.Path(directory)
        everyone = [p for p in peers.everyone(programs.drivers, programs.floor)
                    if not options.peers or p.family in options.peers]
        self.peers = [p for p in everyone if p.present()]
        self.absent = [p for p in everyone if not p.present()]
        self.run = programs.run
        self.databases = 0
        server.sql("CREATE DATABASE empty")
        self.nothing = server.schema("empty")

    def local(self, peer, revisions, expected):
        """One full round of a peer: up, up again, down; gives the runs and the schema in between."""
        database = self.create()
        environment = {**self.server.environment(database), **peer.environment()}

        def command(words):
            filled = [w.replace("{database}", database).replace("{host}", self.server.host) for w in words]
            return self.run(filled, environment, peer.directory)

        runs = {"apply": command(peer.up())}
        schema = self.server.schema(database)
        if expected not in (None, schema):
            raise Failure(f"{peer.name} leaves another schema than psql")
        if peer.repeats_safely:
            runs["no-op"] = command(peer.up())
        if peer.down() and not (peer.many_downs and self.too_slow(revisions)):
            downs = [command(peer.down()) for _ in range(revisions if peer.many_downs else 1)]
            runs["down"] = Run(sum(d.seconds for d in downs), sum(d.cpu for d in downs),
                               max(d.megabytes for d in downs))
            if self.server.schema(database) != self.nothing:
                raise Failure(f"{peer.name} leaves something behind on its way back")
        if peer.offline():
            runs["offline"] = command(peer.offline())
        self.server.sql(f"DROP DATABASE {database}")
        return runs, schema

    def distant(self, peer, expected):
        database = self.create()
        runs = {}
        for what in ("apply", "no-op") if peer.repeats_safely else ("apply",):
            with latency.Network(self.server.host, DELAY) as network:
                environment = {**self.server.environment(database, network.directory), **peer.environment()}
                words = [w.replace("{database}", database).replace("{host}", str(network.directory)) for w in peer.up()]
                runs[what] = self.run(words, environment, peer.directory)
            runs[what].connections, runs[what].round_trips = network.connections, network.round_trips
        if self.server.schema(database) != expected:
            raise Failure(f"{peer.name} leaves another schema than psql")
        self.server.sql(f"DROP DATABASE {database}")
        return runs

    def create(self):
        self.databases += 1
        name = f"bench_{self.databases}"
        self.server.sql(f"CREATE DATABASE {name}")
        return name

    def too_slow(self, revisions):
        """For what costs a process for each revision."""
        return not self.options.slow and revisions > (10 if self.options.quick else 100)

    def size(self, revisions):
        """All figures for histories of one length, locally and, for the length that the options name, from afar."""
        chosen = [p for p in self.peers if not (p.slow and self.too_slow(revisions))]
        for peer in chosen:
            directory = self.directory / f"{revisions}-{peer.name.replace(' ', '-')}"
            directory.mkdir()
            peer.prepare(directory, history.of(revisions))
        collected, expected = {p.name: {} for p in chosen}, None
        for turn in range(self.options.runs):
            for peer in rotated(chosen, turn):
                say(f"{revisions} revisions, run {turn + 1}: {peer.name}")
                runs, schema = self.local(peer, revisions, expected)
                expected = expected or schema
                for what, one in runs.items():
                    collected[peer.name].setdefault(what, []).append(one)
        remote = {}
        if revisions == self.options.distant:
            for turn in range(min(3, self.options.runs)):
                for peer in rotated(chosen, turn):
                    say(f"{revisions} revisions, from afar: {peer.name}")
                    for what, one in self.distant(peer, expected).items():
                        remote.setdefault(peer.name, {}).setdefault(what, []).append(one)
        say("")
        return medians(collected, chosen), medians(remote, chosen)


def say(progress):
    if sys.stderr.isatty():
        print(f"\r{progress:<60}\r", end="", file=sys.stderr, flush=True)


def rotated(sequence, by):
    """So that nobody always follows the same one."""
    by %= len(sequence)
    return sequence[by:] + sequence[:by]


def medians(collected, order):
    def median(runs):
        seconds = [r.seconds for r in runs]
        return {"seconds": round(statistics.median(seconds), 4), "min": round(min(seconds), 4),
                "max": round(max(seconds), 4), "cpu": round(statistics.median(r.cpu for r in runs), 4),
                "megabytes": round(max(r.megabytes for r in runs), 1), "connections": runs[-1].connections,
                "round_trips": runs[-1].round_trips, "runs": len(runs)}

    return {peer.name: {what: median(runs) for what, runs in collected[peer.name].items()}
            for peer in order if peer.name in collected}


def table(head, rows):
    widths = [max(len(str(r[i])) for r in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        first, *others = (str(cell) for cell in row)
        cells = [first.ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(others, widths[1:]))]
        print(f"| {' | '.join(cells)} |")
        if row is head:
            print(f"|{'-' * (widths[0] + 2)}|" + "".join("-" * (w + 1) + ":|" for w in widths[1:]))


def seconds(of, what):
    return f"{of[what]['seconds']:.3f}" if what in of else "-"


def ratio(of, what, limit):
    return f"{of[what]['seconds'] / limit:.2f}" if what in of and limit else "-"


def floor(figures, what):
    """The best of the ways to use libpq."""
    found = [of[what]["seconds"] for peer, of in figures.items() if peer.startswith("libpq") and what in of]
    return min(found, default=None)


def print_local(revisions, figures):
    print(f"\n{revisions:,} revisions; medians of seconds; /psql, /libpq: against psql, the best of libpq\n")
    psql = figures.get("psql", {}).get("apply", {}).get("seconds")
    rows = [[peer, seconds(of, "apply"), ratio(of, "apply", psql), ratio(of, "apply", floor(figures, "apply")),
             seconds(of, "no-op"), ratio(of, "no-op", floor(figures, "no-op")), seconds(of, "down"),
             ratio(of, "down", floor(figures, "down")), seconds(of, "offline"), f"{of['apply']['cpu']:.3f}",
             f"{of['apply']['megabytes']:.0f}"] for peer, of in figures.items()]
    table(["peer", "upgrade", "/psql", "/libpq", "no-op", "/libpq", "down", "/libpq", "offline SQL", "CPU s", "RSS MB"],
          rows)


def print_distant(revisions, figures):
    print(f"\n{revisions:,} revisions, {DELAY * 1000:g} ms each way; a connection's greeting is a round trip\n")
    best = floor(figures, "apply")
    rows = []
    for peer, of in figures.items():
        up, again = of["apply"], of.get("no-op")
        base = again["round_trips"] if again else up["connections"]
        rows.append([peer, seconds(of, "apply"), ratio(of, "apply", best), up["connections"], up["round_trips"],
                     f"{(up['round_trips'] - base) / revisions:.2f}", seconds(of, "no-op"),
                     again["round_trips"] if again else "-"])
    table(["peer", "upgrade", "/libpq", "connections", "round trips", "a revision", "no-op", "round trips"], rows)


def print_behind(results):
    """Where any peer is faster than skein; of libpq the limit only."""
    behind = []
    for label, figures in results:
        ours = figures.get("skein", {})
        for what in ours:
            faster = [f"{peer} {of[what]['seconds']:.3f}" for peer, of in figures.items()
                      if what in of and of[what]["seconds"] < ours[what]["seconds"]]
            if faster:
                behind.append(f"  {label}, {what}: skein {ours[what]['seconds']:.3f} s; faster: {', '.join(faster)}")
    print("\nskein is the fastest in every row" if not behind else "\nFaster than skein:\n" + "\n".join(behind))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10 and 100 revisions, one run each")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000], metavar="N")
    parser.add_argument("--distant", type=int, default=100, metavar="N", help="the size for the slow network")
    parser.add_argument("--peers", nargs="+", metavar="NAME", help="instead of all that are installed; psql first")
    parser.add_argument("--slow", action="store_true",
                        help="long histories also where each revision costs a process: many minutes")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    if options.quick:
        options.runs, options.sizes = 1, [10, 100]
    result = {"machine": platform.platform(), "cores": os.cpu_count(), "date": datetime.date.today().isoformat(),
              "runs": options.runs, "sizes": {}, "distant": {}}
    compared = []
    try:
        programs = Programs(options.sizes)
        with Server(programs.with_scratch) as server, tempfile.TemporaryDirectory(prefix="skein-bench-") as directory:
            result["server"] = server.sql("SHOW server_version")
            bench = Bench(options, server, programs, directory)
            load = result["load"] = os.getloadavg()[0]
            print(f"PostgreSQL {result['server']}, {result['cores']} cores, load {load:.1f}, {options.runs} runs")
            for peer in bench.absent:
                print(f"absent: {peer.name} ({peer.install})")
            for revisions in options.sizes:
                figures, remote = bench.size(revisions)
                result["sizes"][revisions] = figures
                compared.append((f"{revisions:,} revisions", figures))
                print_local(revisions, figures)
                if remote:
                    result["distant"] = {"revisions": revisions, "delay_ms": DELAY * 1000, "figures": remote}
                    compared.append((f"{revisions:,} revisions from afar", remote))
                    print_distant(revisions, remote)
            print_behind(compared)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

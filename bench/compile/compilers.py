# SPDX-License-Identifier: BSL-1.0
"""The compilers of this machine, and what one compilation costs."""

import os
import pathlib
import shutil
import statistics
import subprocess
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]


def client_library():
    """Where libpq's headers are, for skein/run.hpp and skein/cli.hpp."""
    if not shutil.which("pkg-config"):
        return []
    answer = subprocess.run(["pkg-config", "--cflags", "libpqxx", "libpq"], capture_output=True, text=True, check=False)
    return answer.stdout.split()


FLAGS = ["-std=c++20", "-fsyntax-only", f"-I{ROOT / 'include'}", *client_library()]


@dataclass
class Cost:
    seconds: float  # CPU, user and system: steadier than the clock on a busy machine
    megabytes: float

    def __str__(self):
        return f"{self.seconds:.2f} s {self.megabytes:.0f} MB"


class Failure(Exception):
    pass


def supported(compiler):
    """g++ 12, Clang 16, or newer."""
    answer = subprocess.run([compiler, "-dumpversion"], capture_output=True, text=True, check=False).stdout
    major = answer.split(".")[0].strip()
    return major.isdigit() and int(major) >= (16 if is_clang(compiler) else 12)


def found():
    """Each supported compiler once, under the first of its names."""
    names = ["g++", *(f"g++-{v}" for v in range(12, 20)), "clang++", *(f"clang++-{v}" for v in range(16, 26))]
    seen, result = set(), []
    for name in names:
        path = shutil.which(name)
        if path and os.path.realpath(path) not in seen and supported(name):
            seen.add(os.path.realpath(path))
            result.append(name)
    return result


def is_clang(compiler):
    return "clang" in os.path.basename(os.path.realpath(shutil.which(compiler) or compiler))


def version(compiler):
    return subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def compile_once(compiler, source, flags=()):
    """Of the compiler and its children; raises the compiler's output where it fails."""
    command = [compiler, *FLAGS, *flags, str(source)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    log = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        errors = [line for line in log.splitlines() if "error:" in line]
        raise Failure("\n".join(errors or [log[:2000]]) + f"\n{' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def medians(compiler, sources, runs, flags=()):
    """The sources in turn, `runs` times over, so that a busy minute strikes all of them."""
    costs = {name: [] for name in sources}
    for _ in range(runs):
        for name, source in sources.items():
            costs[name].append(compile_once(compiler, source, flags))
    return {name: Cost(statistics.median(c.seconds for c in all_of), max(c.megabytes for c in all_of))
            for name, all_of in costs.items()}

# SPDX-License-Identifier: BSL-1.0
"""What `revision` prints compiles and verifies where it is pasted: a driver whose models are ahead of its history is built, asked
for the next revision, and the revision put into the history."""
import argparse
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

MODELS = r"""
using namespace skein;
struct mood : enum_type<"mood", "sad", "ok", "happy"> {};
struct users : table<"users",
    column<"id", bigint, identity, primary_key>,
    column<"full_name", varchar<80>, not_null, default_<"'it''s \"x\"'">, unique>,
    column<"feels", type_named<"mood">, comment<"how\n\"it\" is">>,
    column<"born", date>,
    column<"years", integer>,
    check_on<automatic, "born > '1900-01-01'">,
    indexed<automatic, on<desc("born"), expression("lower(full_name)")>, where<"feels IS NOT NULL">>> {};
struct memories : table<"memories",
    column<"id", bigserial, primary_key>,
    column<"owner", bigint, not_null, references<"users", "id", on_delete<cascade>>>,
    column<"body", text, collate<"C">>> {};
struct recent : view<"recent", "SELECT m.id,\n       m.body\nFROM memories m"> {};
struct count_memories : function<"count_memories", arguments<in<"of", bigint>>, returns<bigint>, language<"sql">,
    body<"SELECT count(*) FROM memories WHERE owner = of">> {};
struct create_users : revision<"a", base, "create users",
    create_enum<"mood", "sad", "happy">,
    create_table<"users",
        column<"id", bigint, identity, primary_key>,
        column<"name", varchar<40>, not_null, unique>,
        column<"feels", type_named<"mood">>,
        column<"age", integer>>,
    create_view<"recent", "SELECT u.id FROM users u">> {};
"""
ALL = "models<mood, users, memories, recent, count_memories>"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--compiler", required=True)
    options.add_argument("--flag", action="append", default=[])
    options.add_argument("--link", action="append", default=[])
    with_options = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)

        def build(text, *more):
            (directory / "x.cpp").write_text(text)
            command = [with_options.compiler, "-std=c++20", *with_options.flag, "x.cpp", *more]
            done = subprocess.run(command, cwd=directory, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{text}\n{done.stderr}")

        build(
            f"#include <skein/program.hpp>\n{MODELS}struct history : chain<create_users> {{}};\n"
            f"extern const program migrations;\nconst program migrations = program_of<history, {ALL}>();\n",
            "-o", "driver", *with_options.link)

        def printed(*arguments):
            done = subprocess.run(["./driver", *arguments], cwd=directory, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{arguments}: {done.stderr}")
            return done.stdout

        def asked(answer):
            """With a terminal as stdin and stderr, where it asks about the rename; what is printed goes into a file."""
            person, terminal = pty.openpty()
            os.write(person, answer.encode())
            done = subprocess.run(["./driver", "revision", "-m", "next one"], cwd=directory, stdin=terminal,
                                  stdout=subprocess.PIPE, stderr=terminal, text=True)
            os.close(terminal)
            said = b""
            try:
                while part := os.read(person, 4096):
                    said += part
            except OSError:  # Linux says so that nobody has the terminal any more
                pass
            os.close(person)
            said = said.decode()
            if done.returncode or "Is users.age only called otherwise, years? [y/N] " not in said:
                sys.exit(f"nobody asked: {said}")
            return done.stdout

        def verify(pasted):
            build(
                f"#include <skein/skein.hpp>\n{MODELS}{pasted}struct history : chain<create_users, next_one> {{}};\n"
                f"static_assert(verify<history, {ALL}>::ok);\n", "-fsyntax-only")

        for rename in ([], ["--rename", "users.name:full_name"]):
            code = printed("revision", "-m", "next one", *rename)
            if ("rename_column" in code) != bool(rename) or "loses_data" not in code:
                sys.exit(code)
            verify(code)
        code = asked("y\n")
        if 'rename_column<"users", "age", "years">' not in code:
            sys.exit(f"asked, and told yes: {code}")
        verify(code)
        if "rename_column" in asked("n\n"):
            sys.exit("asked, and told no")
        code = printed("revision", "-m", "next one", "--empty")
        build(f"#include <skein/skein.hpp>\n{MODELS}{code}struct history : chain<create_users, next_one> {{}};\n"
              "static_assert(verify<history>::ok);\n", "-fsyntax-only")
    print("what revision prints compiles and verifies")


main()

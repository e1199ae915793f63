# SPDX-License-Identifier: BSL-1.0
"""Who is measured: skein, the limits (psql and bare libpq), and other migration tools where they are installed.

A peer writes the history in its own form into a directory, and says which commands bring a database to head, to base,
and print the SQL offline. Commands find the server through PG* variables; `{database}` and `{host}` are filled in."""

import os
import pathlib
import shutil
import subprocess
import sys

VERSION_TABLE = "CREATE TABLE IF NOT EXISTS bench_version (id text PRIMARY KEY)"


class Peer:
    name = ""
    program = None         # what has to be installed
    install = ""           # how
    repeats_safely = True  # whether running it again is a no-op, not an error
    slow = False           # a process or a connection for each revision
    many_downs = False     # takes back one revision a run
    directory = None       # where its commands run

    @property
    def family(self):
        return self.name.split()[0].rstrip(",")

    def present(self):
        return shutil.which(self.program) is not None

    def prepare(self, directory, revisions):
        raise NotImplementedError

    def up(self):
        raise NotImplementedError

    def down(self):
        return None

    def offline(self):
        return None

    def environment(self):
        return {}


class Skein(Peer):
    name = "skein"

    def __init__(self, drivers):
        self.drivers = drivers

    def present(self):
        return True

    def prepare(self, directory, revisions):
        self.driver = str(self.drivers[len(revisions)])

    def up(self):
        return [self.driver, "upgrade", "--database", "{database}"]

    def down(self):
        return [self.driver, "downgrade", "base", "--database", "{database}"]

    def offline(self):
        return [self.driver, "sql"]


class Psql(Peer):
    """A file for each revision, one session, a transaction each."""
    name = "psql"
    program = "psql"
    install = "apt-get install postgresql-client"
    repeats_safely = False

    def prepare(self, directory, revisions):
        def write(revision, verb, change, bookkeeping):
            path = directory / f"{revision.name}.{verb}.sql"
            path.write_text(f"BEGIN;\n{change.sql};\n{bookkeeping};\nCOMMIT;\n")
            return f"--file={path}"

        start = directory / "start.sql"
        start.write_text(VERSION_TABLE + ";\n")
        self.ups, self.downs = [f"--file={start}"], []
        for r in revisions:
            self.ups.append(write(r, "up", r.up, f"INSERT INTO bench_version VALUES ('{r.id}')"))
            self.downs.insert(0, write(r, "down", r.down, f"DELETE FROM bench_version WHERE id = '{r.id}'"))

    COMMAND = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"]

    def up(self):
        return [*self.COMMAND, *self.ups]

    def down(self):
        return [*self.COMMAND, *self.downs]


class Libpq(Peer):
    """The limit: floor.c, see there for what the modes are."""

    def __init__(self, binary, mode):
        self.binary, self.mode, self.name = binary, mode, f"libpq {mode}"

    def present(self):
        return True

    def prepare(self, directory, revisions):
        def write(name, pairs):
            path = directory / name
            path.write_text("".join(f"{r.id}\x1f{change.sql}\x1e" for r, change in pairs))
            return str(path)

        self.ups = write("up", [(r, r.up) for r in revisions])
        self.downs = write("down", [(r, r.down) for r in reversed(revisions)])

    def up(self):
        return [str(self.binary), self.mode, "up", self.ups]

    def down(self):
        return [str(self.binary), self.mode, "down", self.downs]


class Alembic(Peer):
    program = "alembic"
    install = "apt-get install alembic python3-psycopg2"

    def __init__(self, per_revision):
        self.per_revision = per_revision
        self.name = "alembic, tx each" if per_revision else "alembic"

    ENV = """
from alembic import context
from sqlalchemy import create_engine

settings = {{"transaction_per_migration": {per_revision}}}
if context.is_offline_mode():
    context.configure(dialect_name="postgresql", **settings)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine("postgresql+psycopg2://").connect() as connection:
        context.configure(connection=connection, **settings)
        with context.begin_transaction():
            context.run_migrations()
"""
    REVISION = """import sqlalchemy as sa
from alembic import op

revision = "{id}"
down_revision = {parent!r}


def upgrade():
    {up}


def downgrade():
    {down}
"""

    def prepare(self, directory, revisions):
        self.directory = directory
        (directory / "alembic.ini").write_text("[alembic]\nscript_location = scripts\n")
        scripts = directory / "scripts"
        (scripts / "versions").mkdir(parents=True)
        (scripts / "env.py").write_text(self.ENV.format(per_revision=self.per_revision))
        parent = None
        for r in revisions:
            (scripts / "versions" / f"{r.id}.py").write_text(
                self.REVISION.format(id=r.id, parent=parent, up=r.up.alembic, down=r.down.alembic))
            parent = r.id

    def up(self):
        return ["alembic", "upgrade", "head"]

    def down(self):
        return ["alembic", "downgrade", "base"]

    def offline(self):
        return ["alembic", "upgrade", "head", "--sql"]


class Sqitch(Peer):
    name = "sqitch"
    program = "sqitch"
    install = "apt-get install sqitch libdbd-pg-perl"
    slow = True

    def prepare(self, directory, revisions):
        self.directory = directory
        (directory / "sqitch.conf").write_text("[core]\n\tengine = pg\n")
        plan = "%syntax-version=1.0.0\n%project=bench\n\n"
        for verb, change in ("deploy", lambda r: r.up), ("revert", lambda r: r.down):
            (directory / verb).mkdir()
            for r in revisions:
                (directory / verb / f"{r.name}.sql").write_text(f"BEGIN;\n{change(r).sql};\nCOMMIT;\n")
        for r in revisions:
            plan += f"{r.name} 2024-01-01T00:00:00Z Bench <bench@example.com> # revision {r.number}\n"
        (directory / "sqitch.plan").write_text(plan)

    def up(self):
        return ["sqitch", "deploy", "--target", "db:pg:{database}"]

    def down(self):
        return ["sqitch", "revert", "-y", "--target", "db:pg:{database}"]

    def environment(self):
        return {"SQITCH_FULLNAME": "Bench", "SQITCH_EMAIL": "bench@example.com"}


class Dbmate(Peer):
    name = "dbmate"
    install = "npm install -g dbmate"
    many_downs = True

    def __init__(self):
        self.program = self.binary()

    @staticmethod
    def binary():
        """What `dbmate` of npm starts: without node, as its own packages install it."""
        found = shutil.which("dbmate")
        if found and os.path.realpath(found).endswith(".js") or not found:
            roots = [pathlib.Path(sys.prefix)]
            if shutil.which("npm"):
                out = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
                roots = [pathlib.Path(out), pathlib.Path(out) / "dbmate" / "node_modules"]
            for root in roots:
                native = root / "@dbmate" / "linux-x64" / "bin" / "dbmate"
                if native.exists():
                    return str(native)
        return found

    def present(self):
        return self.program is not None

    def prepare(self, directory, revisions):
        self.migrations = directory
        for r in revisions:
            (directory / f"{r.id}_{r.name}.sql").write_text(
                f"-- migrate:up\n{r.up.sql};\n\n-- migrate:down\n{r.down.sql};\n")

    def command(self, verb):
        url = "postgres://skein@/{database}?socket={host}&sslmode=disable"
        return [self.program, "--url", url, "--migrations-dir", str(self.migrations), "--no-dump-schema", verb]

    def up(self):
        return self.command("migrate")

    def down(self):
        return self.command("rollback")


def everyone(drivers, floor):
    return [Psql(), *(Libpq(floor, mode) for mode in ("statement", "revision", "pipeline", "message")), Skein(drivers),
            Alembic(False), Alembic(True), Sqitch(), Dbmate()]

# SPDX-License-Identifier: BSL-1.0
"""What `adopt` prints is a header that compiles as it is, and a driver built from it runs every revision up, down and up
again. SKEIN_CORPORA names a directory of real histories, each with a list of its files as manifest.tsv, which are asked
for as well."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

MIGRATIONS = {
    "1_create.up.sql": """
CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
CREATE TABLE users (id bigserial PRIMARY KEY, name varchar(40) NOT NULL UNIQUE, feels mood DEFAULT 'sad', born date,
    CONSTRAINT "named ""so"" then" CHECK (name <> '??/'));
CREATE TABLE notes (owner bigint REFERENCES users ON DELETE CASCADE, body text);
CREATE INDEX notes_of ON notes (owner) WHERE body IS NOT NULL;
COMMENT ON TABLE notes IS E'two\\nlines';
""",
    "1_create.down.sql": "DROP TABLE notes; DROP TABLE users; DROP TYPE mood;",
    "2_data.up.sql": """
SET search_path = public;
ALTER TABLE users RENAME COLUMN name TO full_name;
ALTER TABLE users ADD bio text;
UPDATE users SET bio = E'a ")sql" \\ of \n' || full_name;
ALTER TABLE users ALTER bio SET NOT NULL;
""",
    "2_data.down.sql": """
UPDATE notes SET body = NULL;
ALTER TABLE users DROP bio;
ALTER TABLE users RENAME full_name TO name;
""",
    "3_wrong.up.sql": "ALTER TABLE users DROP born; CREATE VIEW moods AS SELECT feels FROM users;",
    "3_wrong.down.sql": "DROP VIEW moods;",
    "4_program.up.sql": """
DO $$ BEGIN FOR i IN 1..2 LOOP EXECUTE format('CREATE TABLE t_%s (a int)', i); END LOOP; END $$;
""",
    "4_program.down.sql": "DROP TABLE t_1, t_2;",
    "5_index.up.sql": "CREATE INDEX CONCURRENTLY users_bio ON users (bio);",
    "5_index.down.sql": "DROP INDEX CONCURRENTLY users_bio;",
    "6_delete.up.sql": "DELETE FROM notes;",
    "7_struct.up.sql": "ALTER TABLE t_1 ALTER a TYPE text USING 'x' || a, ADD b numeric(2, -1);",
}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--compiler", required=True)
    options.add_argument("--flag", action="append", default=[])
    options.add_argument("--link", action="append", default=[])
    with_options = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)

        def build(program, text):
            (directory / f"{program}.cpp").write_text(text)
            command = [with_options.compiler, "-std=c++20", *with_options.flag, f"{program}.cpp", "-o", program]
            command += with_options.link
            done = subprocess.run(command, cwd=directory, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{text}\n{done.stderr}")

        def run(*command):
            done = subprocess.run(command, cwd=directory, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{command}: {done.stdout}{done.stderr}")
            return done

        def adopt(program, *where):
            adopted = run("./writer", "adopt", *where)
            (directory / f"{program}.hpp").write_text(adopted.stdout)
            build(program, f'#include "{program}.hpp"\n#include <skein/program.hpp>\n'
                           "extern const skein::program migrations;\n"
                           "const skein::program migrations = skein::program_of<adopted::history>();\n")
            print(f"{program}: {adopted.stderr}{run(f'./{program}', 'verify').stdout}")
            return adopted

        build("writer", "#include <skein/program.hpp>\n"
                        "extern const skein::program migrations;\nconst skein::program migrations{};\n")
        (directory / "migrations").mkdir()
        for file, sql in MIGRATIONS.items():
            (directory / "migrations" / file).write_text(sql)
        said = adopt("small", "migrations").stderr
        if "7 revisions: 4 native, 3 with SQL of the original" not in said or "1 of 5 original downs leave" not in said:
            sys.exit(said)
        corpora = os.environ.get("SKEIN_CORPORA")
        for manifest in sorted(pathlib.Path(corpora).glob("*/manifest.tsv")) if corpora else []:
            adopt(manifest.parent.name, str(manifest.parent), "--order", str(manifest))


main()

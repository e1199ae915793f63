# SPDX-License-Identifier: BSL-1.0
"""Grows a history, one valid revision at a time: every step with what undoes it."""

import datetime
import random

from objects import Objects
from schema import Column, Constraint, Expression, Index, Table, one_of, quoted

TABLE_NAMES = ("customer_order", "sales_order", "web_order", "archived_order")
MEASURED = ("amount", "total", "gross_total", "sum_total")
ADDED_TYPES = ("text", "integer", "varchar<80>", "timestamptz", "boolean", "numeric<10, 2>")
MORE_TYPES = ADDED_TYPES + ("uuid", "jsonb", "inet", "bytea", "date", "double_precision", "array<text>", "interval",
                            "precision<timestamptz, 3>", "tstzrange", "character<2>", "macaddr", "numeric<>",
                            "varchar<>")


DEFAULTS = {"text": "''", "integer": "0", "varchar<80>": "'none'", "timestamptz": "now()", "boolean": "false",
            "numeric<10, 2>": "1.5"}


class Revision:
    def __init__(self, number, parents):
        self.number, self.parents = number, parents
        self.message, self.up, self.down = "", [], []

    @property
    def id(self):
        return (datetime.datetime(2024, 1, 1) + datetime.timedelta(minutes=7 * self.number)).strftime("%Y%m%d%H%M%S")

    def step(self, up, down, message):
        self.message = self.message or message
        self.up.append(up)
        self.down.insert(0, down)

    def text(self, explicit_down):
        parents = one_of("revises", quoted(p.id for p in self.parents)) if self.parents else "base"
        head = f'struct r{self.number:04d} : revision<"{self.id}", {parents}, "{self.message}"'
        if not explicit_down:
            return head + "".join(f",\n    {s}" for s in self.up) + "> {};\n"
        join = ",\n         ".join
        return f"{head},\n    up<{join(self.up)}>,\n    down<{join(self.down)}>> {{}};\n"


class History:
    """Grows a history one valid revision at a time."""

    def __init__(self, features, seed):
        self.features = set(features)
        self.random = random.Random(seed)
        self.tables, self.revisions, self.heads = [], [], []
        self.counter = self.renames = 0
        self.objects = Objects(self)

    def fresh(self):
        self.counter += 1
        return self.counter

    # One revision

    def open(self, parents=None):
        revision = Revision(len(self.revisions) + 1, self.heads if parents is None else parents)
        self.revisions.append(revision)
        self.heads = [revision]
        return revision

    def some_table(self, but=()):
        return self.random.choice([t for t in self.tables if t not in but])

    def create_table(self, r):
        n = len(self.tables)
        table = Table(n, f"{TABLE_NAMES[0]}_{n:04d}")
        if "v" in self.features and n % 4 == 3:
            self.composite_columns(table)
        else:
            self.plain_columns(table)
        table.attach_all()
        self.tables.append(table)
        members = ",\n        ".join(table.members(with_indexes=False))
        r.step(f'create_table<"{table.name}",\n        {members}>', f'drop_table<"{table.name}">',
               f"create {table.name}")

    def plain_columns(self, table):
        n = table.number
        checked = table.checked = Column(MEASURED[0], "numeric<12, 2>", ["not_null"])
        status = Column("status", "integer", ["not_null"])
        parent = Column("parent_id", "bigint")
        table.columns = [Column("id", "bigint", ["identity", Constraint("primary_key", [])]),
                         parent,
                         Column("code", "varchar<40>", ["not_null"]),
                         status,
                         checked,
                         Column("note", "text"),
                         Column("created_at", "timestamptz", ["not_null"]),
                         Column("active", "boolean", ["not_null"])]
        code = table.columns[2]
        code.options.append(Constraint("unique", [code]))
        if "f" in self.features and self.tables:
            target = self.random.choice(self.tables[-8:])
            key = target.columns[0]
            cascade = ["on_delete<cascade>"] if "v" in self.features and n % 2 else []
            if key.name == "id":
                parent.options.append(Constraint("foreign_key", [parent], target=target, target_columns=[key],
                                                 options=cascade))
        if "e" in self.features:
            bounds = Expression([checked, " >= 0 AND ", checked, f" < {10000 + n}"])
            checked.options.append(Constraint("check", [checked], bounds))
            status.options.append(f'default_<"{n % 7}">')
        if "v" in self.features:
            table.columns[5].options.append(f'comment<"what table {n} says">')
            table.columns[6].options.append('default_<"now()">')
            if n % 4 == 1:
                table.columns.append(Column("labels", "array<text>", ["not_null", "default_<\"'{}'\">"]))
                table.columns.append(Column("code_folded", "text", ['generated<"lower(code)">']))
                table.settings = ['parameter<"fillfactor", "80">']

    def composite_columns(self, table):
        """Tenant and id are the key; a second table refers to both."""
        n = table.number
        tenant, key = Column("tenant_id", "uuid", ["not_null"]), Column("item_id", "bigint", ["not_null"])
        to_tenant, to_key = Column("owner_tenant_id", "uuid"), Column("owner_item_id", "bigint")
        low, high = Column("low", "integer", ["not_null", "default_<\"0\">"]), Column("high", "integer", ["not_null"])
        table.columns = [tenant, key, to_tenant, to_key, low, high, Column("payload", "jsonb"), Column("seen", "inet")]
        table.constraints = [Constraint("primary_key", [tenant, key]),
                             Constraint("unique", [tenant, low, high], name=f"uq_bounds_{n:04d}"),
                             Constraint("check", [low, high], Expression([low, " <= ", high]),
                                        name=f"ck_bounds_{n:04d}")]
        targets = [t for t in self.tables if t.columns[0].name == "tenant_id"]
        if "f" in self.features and targets:
            target = self.random.choice(targets[-3:])
            table.constraints.append(Constraint("foreign_key", [to_tenant, to_key], target=target,
                                                target_columns=target.columns[:2], options=["on_delete<set_null>"]))
        table.settings = [f'comment<"items of tenants, part {n}">']

    def add_column(self, r, table):
        types = MORE_TYPES if "v" in self.features else ADDED_TYPES
        k = self.fresh()
        column = Column(f"extra_{k:04d}", types[k % len(types)], droppable=True)
        table.columns.append(column)
        r.step(f'add_column<"{table.name}", {table.column_text(column)}>',
               f'drop_column<"{table.name}", "{column.name}">', f"add {column.name} to {table.name}")

    def drop_column(self, r, table):
        candidates = [c for c in table.columns if c.droppable]
        if not candidates:
            return self.add_column(r, table)
        column = candidates[0]
        table.columns.remove(column)
        r.step(f'drop_column<"{table.name}", "{column.name}", loses_data>',
               f'add_column<"{table.name}", {table.column_text(column)}>', f"drop {column.name} of {table.name}")

    def create_index(self, r, table):
        k = self.fresh()
        choice = [c for c in table.columns if c.type not in ("jsonb", "array<text>")]
        first = self.random.choice(choice)
        index = Index(f"ix_{table.number:04d}_{k:04d}", [first])
        first.droppable = False
        if "e" in self.features and k % 5 == 0 and table.checked:
            index.where = Expression([table.checked, f" > {k}"])
        if "v" in self.features:
            second = self.random.choice(choice)
            if second is not first and k % 2:
                second.droppable = False
                index.elements.append(("desc", second))
        table.indexes.append(index)
        r.step(f'create_index<"{index.name}", "{table.name}", {index.arguments()}>', f'drop_index<"{index.name}">',
               f"index {table.name}")

    def rename(self, r, table):
        self.renames += 1
        table.renames += 1
        if table.checked and table.renames % 2:
            old, new = table.checked.name, MEASURED[(MEASURED.index(table.checked.name) + 1) % len(MEASURED)]
            table.checked.name = new
            r.step(f'rename_column<"{table.name}", "{old}", "{new}">',
                   f'rename_column<"{table.name}", "{new}", "{old}">',
                   f"{old} of {table.name} becomes {new}")
        else:
            stem = table.name.rsplit("_", 1)[0]
            old, new = table.name, f"{TABLE_NAMES[(TABLE_NAMES.index(stem) + 1) % len(TABLE_NAMES)]}_{table.number:04d}"
            table.name = new
            r.step(f'rename_table<"{old}", "{new}">', f'rename_table<"{new}", "{old}">', f"{old} becomes {new}")

    def alter(self, r, table):
        """The rest of the vocabulary, in turn; what does not fit the table is an added column instead."""
        t, k = table.name, self.fresh()
        plain = [c for c in table.columns if c.name.startswith("extra_")]
        column = plain[k % len(plain)] if plain else None
        turn = k % 9
        name = column.name if column else ""
        of = f'"{t}", "{name}"'
        if turn == 0 or column is None:
            sql = (f"UPDATE {t} SET note = trim(note) WHERE note IS NOT NULL" if table.checked else
                   f"UPDATE {t} SET payload = '{{}}' WHERE payload IS NULL")
            r.step(f'execute<"{sql}", undo<"">>', 'execute<"SELECT 1">', f"tidy {t}")
        elif turn == 1 and not column.has("not_null"):
            column.options.insert(0, "not_null")
            r.step(f"set_not_null<{of}>", f"drop_not_null<{of}>", f"{name} is required")
        elif turn == 2 and column.has("not_null"):
            column.drop("not_null")
            r.step(f"drop_not_null<{of}>", f"set_not_null<{of}>", f"{name} is optional")
        elif turn == 3 and column.type in DEFAULTS and not column.has("default_"):
            value = DEFAULTS[column.type]
            column.options.append(f'default_<"{value}">')
            r.step(f'set_default<{of}, "{value}">', f"drop_default<{of}>", f"a default for {name}")
        elif turn == 4 and column.has("default_"):
            column.drop("default_")
            r.step(f"drop_default<{of}>", f'set_default<{of}, "{DEFAULTS[column.type]}">', f"no default for {name}")
        elif turn == 5 and column.type == "varchar<80>" and column.droppable and not column.has("default_"):
            column.type = "varchar<120>"
            r.step(f"alter_type<{of}, varchar<120>>", f"alter_type<{of}, varchar<80>>", f"widen {name}")
        elif turn == 6 and not column.has("comment"):
            column.options.append(f'comment<"note {k}">')
            r.step(f'comment_on_column<{of}, "note {k}">', f'comment_on_column<{of}, "">', f"comment on {name}")
        elif turn == 7 and table.checked:
            added = Constraint("unique", [table.columns[3], table.checked], name=f"uq_{table.number:04d}_{k:04d}")
            added.attach(table)
            table.constraints.append(added)
            r.step(f'add_constraint<"{t}", {added.text(table, inline=False)}>',
                   f'drop_constraint<"{t}", "{added.name}">', f"{added.name} on {t}")
        elif turn == 8 and table.indexes:
            index = table.indexes[0]
            old, index.name = index.name, f"ix_{table.number:04d}_{k:04d}"
            r.step(f'rename_index<"{old}", "{index.name}">', f'rename_index<"{index.name}", "{old}">', f"rename {old}")
        else:
            self.add_column(r, table)

    # The whole

    def side(self, parent, table):
        revision = self.open([parent])
        (self.add_column if revision.number % 2 else self.create_index)(revision, table)
        return revision

    def grow(self, revisions):
        merges = max(1, round(revisions * 24 / 1000)) if "m" in self.features else 0
        stride = revisions // (merges + 1) if merges else 0
        while len(self.revisions) < revisions:
            number = len(self.revisions) + 1
            room = len(self.tables) > 2 and self.heads[0].parents and number + 2 <= revisions
            if merges and number % stride == 0 and room:
                parent, left = self.heads[0], self.some_table()
                ends = [self.side(parent, left), self.side(parent, self.some_table(but=[left]))]
                self.heads = ends
                merges -= 1
                if len(self.revisions) == revisions:
                    break
            revision = self.open()
            self.ordinary(revision)
            if "o" in self.features:
                self.objects.add_to(revision)
        if len(self.heads) > 1:
            self.open()

    def ordinary(self, r):
        """Quotas, since side revisions take their numbers too: a third creates tables, a fifteenth renames."""
        n = r.number
        if len(self.tables) * 3 < n:
            self.create_table(r)
        elif "r" in self.features and self.renames * 15 + 5 <= n:
            self.rename(r, self.some_table())
        elif "v" in self.features and n % 2:
            self.alter(r, self.some_table())
        elif n % 3 == 2:
            self.add_column(r, self.some_table())
        elif n % 2:
            self.drop_column(r, self.some_table())
        else:
            self.create_index(r, self.some_table())

    def wide(self, columns):
        """One table of as many columns as PostgreSQL allows, the last ten of them added one by one."""
        r = self.open()
        table = Table(0, "measurements", [Column("id", "bigint", ["identity", Constraint("primary_key", [])])])
        for i in range(1, columns - 10):
            kind = ADDED_TYPES[i % len(ADDED_TYPES)]
            table.columns.append(Column(f"channel_{i:04d}", kind, ["not_null"] if i % 3 else []))
        table.attach_all()
        self.tables.append(table)
        members = ",\n        ".join(table.members(with_indexes=False))
        r.step(f'create_table<"measurements",\n        {members}>', 'drop_table<"measurements">', "create measurements")
        for _ in range(10):
            self.add_column(self.open(), table)

    def deep(self, steps):
        """One table that changes a great many times."""
        self.create_table(self.open())
        table = self.tables[0]
        for i in range(steps):
            r = self.open()
            turn = (self.add_column, self.drop_column, self.add_column, self.alter, self.rename)[i % 5]
            if i % 30 == 7:
                turn = self.create_index
            turn(r, table)

    def slip(self):
        """One more revision, with a typo in a column's name."""
        table = self.tables[-1]
        name = table.columns[-1].name
        wrong = name[:-2] + name[-1]
        self.open().step(f'drop_column<"{table.name}", "{wrong}", loses_data>', "", "a slip of the pen")

# SPDX-License-Identifier: BSL-1.0
"""What a schema has besides tables, and what a history does with rows: as often as in 3,624 revisions of 28 real projects."""

from schema import Column, quoted

# How many in 1,000 revisions, by the method of Objects that makes one. Privileges and partitions belong here, too.
RATES = {"extension": 9, "enumeration": 60, "label": 37, "domain": 1, "composite": 2, "sequence": 54, "sequence_change": 51,
         "function": 88, "replacement": 131, "trigger": 298, "trigger_end": 56, "view": 102, "view_end": 72, "materialized": 8,
         "row_security": 24, "policy": 34, "column_comment": 157, "table_comment": 96, "function_comment": 42,
         "rows": 264, "update": 172, "deletion": 42}
EXTENSIONS = ("pgcrypto", "citext", "hstore", "ltree", "pg_trgm", "btree_gin", "btree_gist", "unaccent", "uuid-ossp")
LABELS = ("new", "open", "in progress", "done", "rejected")


class Objects:
    """Adds steps to the revisions of a history, and keeps the models of what they create."""

    def __init__(self, history):
        self.history = history
        self.made = dict.fromkeys(RATES, 0)
        self.enums, self.types, self.sequences, self.functions = [], [], [], []
        self.triggers, self.views, self.extensions, self.secured, self.policies = [], [], [], [], []

    def add_to(self, revision):
        """What is due by now."""
        if not self.tables():
            return
        for what, rate in RATES.items():
            while self.made[what] * 1000 < rate * revision.number:
                self.made[what] += 1
                getattr(self, what)(revision, self.made[what])

    def tables(self):
        return [t for t in self.history.tables if t.checked]

    def open_tables(self):
        """Those whose rows need no value for a column that was added."""
        return [t for t in self.tables() if not any(c.has("not_null") and not c.has("default_") for c in t.columns[8:])]

    def some(self, things):
        return self.history.random.choice(things)

    # Types, extensions and sequences

    def extension(self, r, k):
        if k <= len(EXTENSIONS):
            self.extensions.append(EXTENSIONS[k - 1])
            r.step(f'create_extension<"{EXTENSIONS[k - 1]}">', "", "")

    def enumeration(self, r, k):
        labels = list(LABELS[:2 + k % 4])
        self.enums.append((f"mood_{k:04d}", labels))
        r.step(f'create_enum<"mood_{k:04d}", {quoted(labels)}>', "", "")
        self.column_of(r, f"mood_{k:04d}", f"mood_{k:04d}")

    def column_of(self, r, name, type_name):
        """A column of the new type, so that something uses it."""
        table, column = self.some(self.tables()), Column(name, f'type_named<"{type_name}">')
        table.columns.append(column)
        r.step(f'add_column<"{table.name}", {table.column_text(column)}>', "", "")

    def label(self, r, k):
        if self.enums:
            name, labels = self.enums[k % len(self.enums)]
            labels.append(f"late {k}")
            r.step(f'add_value<"{name}", "late {k}", irreversible<"labels stay">>', "", "")

    def domain(self, r, k):
        text = f'"amount_{k:04d}", numeric<12, 2>, check<"VALUE >= 0">'
        self.types.append(f"domain_type<{text}>")
        r.step(f"create_domain<{text}>", "", "")
        self.column_of(r, f"priced_{k:04d}", f"amount_{k:04d}")

    def composite(self, r, k):
        text = f'"address_{k:04d}", attribute<"street", text>, attribute<"town", varchar<80>>'
        self.types.append(f"composite_type<{text}>")
        r.step(f"create_composite<{text}>", "", "")
        self.column_of(r, f"placed_{k:04d}", f"address_{k:04d}")

    def sequence(self, r, k):
        self.sequences.append([f"counter_{k:04d}", "start<10>"])
        r.step(f'create_sequence<"counter_{k:04d}", start<10>>', "", "")

    def sequence_change(self, r, k):
        if self.sequences:
            sequence = self.sequences[k % len(self.sequences)]
            sequence[1] = f"start<10>, cache<{k + 1}>"
            r.step(f'alter_sequence<"{sequence[0]}", cache<{k + 1}>>', "", "")

    # Functions, triggers and views

    def function(self, r, k):
        if k % 2:
            parts = f'arguments<in<"a", integer>>, returns<integer>, language<"sql">, body<"SELECT a + {k}">'
        else:
            parts = 'returns_trigger, language<"plpgsql">, body<"BEGIN NEW.created_at := now(); RETURN NEW; END">'
        self.functions.append([f"function_{k:04d}", parts, ", integer" if k % 2 else "", ""])
        r.step(f'create_function<"function_{k:04d}", {parts}>', "", "")

    def replacement(self, r, k):
        if self.functions:
            function = self.functions[k % len(self.functions)]
            function[1] = function[1].replace("SELECT ", "SELECT 1 + ").replace("BEGIN ", "BEGIN NULL; ")
            r.step(f'replace_function<"{function[0]}", {function[1]}>', "", "")

    def function_comment(self, r, k):
        if self.functions:
            function = self.functions[k % len(self.functions)]
            function[3] = f', comment<"what it does, {k}">'
            r.step(f'comment_on_function<"{function[0]}", "what it does, {k}"{function[2]}>', "", "")

    def trigger(self, r, k):
        calls = [f for f in self.functions if not f[2]]
        if calls:
            table, parts = self.some(self.tables()), f'fires_before<updating>, for_each_row, calls<"{self.some(calls)[0]}">'
            self.triggers.append((f"trigger_{k:04d}", table, parts))
            r.step(f'create_trigger<"trigger_{k:04d}", "{table.name}", {parts}>', "", "")

    def trigger_end(self, r, k):
        if self.triggers:
            name, table, _ = self.triggers.pop(k % len(self.triggers))
            r.step(f'drop_trigger<"{name}", "{table.name}">', "", "")

    def view(self, r, k, kind="view"):
        table = self.some(self.tables())
        self.views.append((kind, f"{kind}_{k:04d}", table))
        r.step(f'create_{kind}<"{kind}_{k:04d}", "{self.query(table)}">', "", "")

    @staticmethod
    def query(table):
        return f"SELECT v.id, v.code, lower(v.note) AS folded FROM {table.name} v WHERE v.active AND v.status > 1"

    def materialized(self, r, k):
        self.view(r, k, "materialized_view")

    def view_end(self, r, k):
        plain = [v for v in self.views if v[0] == "view"]
        if plain:
            view = plain[k % len(plain)]
            self.views.remove(view)
            r.step(f'drop_view<"{view[1]}">', "", "")

    # Row security

    def row_security(self, r, k):
        table = self.some([t for t in self.tables() if t not in self.secured])
        self.secured.append(table)
        r.step(f'enable_row_security<"{table.name}">', "", "")

    def policy(self, r, k):
        if self.secured:
            table, parts = self.some(self.secured), 'for_select, using_<"code = current_user AND active">'
            self.policies.append((f"policy_{k:04d}", table, parts))
            r.step(f'create_policy<"policy_{k:04d}", "{table.name}", {parts}>', "", "")

    # Comments and rows

    def column_comment(self, r, k):
        table = self.some(self.tables())
        column = next(c for c in table.columns if c.name == "active")
        column.drop("comment")
        column.options.append(f'comment<"as of {k}">')
        r.step(f'comment_on_column<"{table.name}", "active", "as of {k}">', "", "")

    def table_comment(self, r, k):
        table = self.some(self.tables())
        table.settings = [s for s in table.settings if not s.startswith("comment<")] + [f'comment<"table {k}">']
        r.step(f'comment_on_table<"{table.name}", "table {k}">', "", "")

    def rows(self, r, k):
        table = self.some(self.open_tables())
        columns = f'columns<"code", "status", "{table.checked.name}", "created_at", "active">'
        rows = ", ".join(f'row<"code {k}.{i}", {i}, {10 * i}, "2026-01-0{i} 10:00:00", true>' for i in (1, 2, 3))
        r.step(f'insert_into<"{table.name}", {columns}, {rows}>', "", "")

    def update(self, r, k):
        parts = f'set<"note", "none">, where<"note IS NULL AND status > {k}">, undo<"">'
        r.step(f'update_rows<"{self.some(self.tables()).name}", {parts}>', "", "")

    def deletion(self, r, k):
        parts = f"where<\"code = 'code {k}.1'\">, loses_data"
        r.step(f'delete_from<"{self.some(self.tables()).name}", {parts}>', "", "")

    # The whole

    def models(self):
        """Declarations behind `struct … : `, without a name."""
        yield from (f'extension<"{e}">' for e in self.extensions)
        yield from (f'enum_type<"{name}", {quoted(labels)}>' for name, labels in self.enums)
        yield from self.types
        yield from (f'sequence<"{name}", {options}>' for name, options in self.sequences)
        yield from (f'function<"{name}", {parts}{comment}>' for name, parts, _, comment in self.functions)
        yield from (f'trigger<"{name}", "{table.name}", {parts}>' for name, table, parts in self.triggers)
        yield from (f'{kind}<"{name}", "{self.query(table)}">' for kind, name, table in self.views)
        yield from (f'row_security<"{table.name}">' for table in self.secured)
        yield from (f'policy<"{name}", "{table.name}", {parts}>' for name, table, parts in self.policies)

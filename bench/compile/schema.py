# SPDX-License-Identifier: BSL-1.0
"""The state of a schema while its history is generated: just enough to write the models that equal it, and never to
write a step that the checks would refuse. Objects refer to each other, not to names, so that renames carry through."""

from dataclasses import dataclass, field


def quoted(names):
    return ", ".join(f'"{n}"' for n in names)


def one_of(template, *args):
    return f"{template}<{', '.join(a for a in args if a)}>"


@dataclass
class Column:
    name: str
    type: str
    options: list = field(default_factory=list)  # strings, and the Constraints that stand behind the column
    droppable: bool = False                       # nothing was ever built on it

    def has(self, option):
        return any(o == option or (isinstance(o, str) and o.startswith(option + "<")) for o in self.options)

    def drop(self, option):
        self.options = [o for o in self.options
                        if not (isinstance(o, str) and (o == option or o.startswith(option + "<")))]


@dataclass
class Expression:
    """SQL with columns in it: `Expression([column, " > 0"])`."""
    parts: list

    def __str__(self):
        return "".join(p.name if isinstance(p, Column) else p for p in self.parts)


@dataclass
class Constraint:
    kind: str                    # primary_key, unique, check, foreign_key
    columns: list                # of Column
    expression: Expression = None
    target: "Table" = None       # of a foreign key
    target_columns: list = field(default_factory=list)
    options: list = field(default_factory=list)
    name: str = None             # as declared; None: automatic
    actual: str = None           # as PostgreSQL has it; renames of tables and columns leave it alone

    SUFFIX = {"primary_key": "pkey", "unique": "key", "check": "check", "foreign_key": "fkey"}

    def automatic(self, table):
        columns = [] if self.kind == "primary_key" else [c.name for c in self.columns]
        return "_".join([table.name, *columns, self.SUFFIX[self.kind]])

    def attach(self, table):
        self.actual = self.name or self.automatic(table)

    def behind_column(self):
        if self.kind == "check":
            return f'check<"{self.expression}">'
        if self.kind == "foreign_key":
            return one_of("references", quoted([self.target.name, self.target_columns[0].name]), *self.options)
        return self.kind

    def on_table(self):
        columns = quoted(c.name for c in self.columns)
        if self.kind == "check":
            return f'check<"{self.expression}">'
        if self.kind == "foreign_key":
            to = f"to<{quoted([self.target.name, *(c.name for c in self.target_columns)])}>"
            return one_of("foreign_key", f"on<{columns}>", to, *self.options)
        return one_of(f"{self.kind}_on", columns)

    def text(self, table, inline):
        """An automatic name that a rename has left behind has to be said."""
        body = self.behind_column() if inline else self.on_table()
        if self.name is None and self.actual in (None, self.automatic(table)):
            return body if inline or self.kind != "check" else f'check_on<automatic, "{self.expression}">'
        return f'constraint<"{self.actual or self.name}", {body}>'


@dataclass
class Index:
    name: str
    elements: list               # Columns, or pairs of a function and a Column: ("desc", column)
    options: list = field(default_factory=list)
    where: Expression = None

    def columns(self):
        return [e[1] if isinstance(e, tuple) else e for e in self.elements]

    def arguments(self):
        elements = ", ".join(f'{e[0]}("{e[1].name}")' if isinstance(e, tuple) else f'"{e.name}"' for e in self.elements)
        where = f'where<"{self.where}">' if self.where else ""
        return ", ".join(a for a in (f"on<{elements}>", *self.options, where) if a)


@dataclass
class Table:
    number: int
    name: str
    columns: list = field(default_factory=list)
    constraints: list = field(default_factory=list)  # those of the table, not those behind a column
    indexes: list = field(default_factory=list)
    settings: list = field(default_factory=list)     # comments and storage parameters, as text
    checked: Column = None                           # the column that the CHECK uses
    renames: int = 0

    def attach_all(self):
        for column in self.columns:
            self.attach_behind(column)
        for constraint in self.constraints:
            constraint.attach(self)

    def attach_behind(self, column):
        for option in column.options:
            if isinstance(option, Constraint):
                option.attach(self)

    def column_text(self, column):
        options = [o.text(self, inline=True) if isinstance(o, Constraint) else o for o in column.options]
        return one_of("column", f'"{column.name}"', column.type, *options)

    def members(self, with_indexes):
        """The lines of a create_table, or with its indexes those of a model."""
        lines = [self.column_text(c) for c in self.columns]
        lines += [c.text(self, inline=False) for c in self.constraints]
        lines += self.settings
        if with_indexes:
            lines += [f'indexed<"{i.name}", {i.arguments()}>' for i in self.indexes]
        return lines

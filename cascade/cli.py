"""The command `cascade`. Exit status: 0 good, 1 the content is wrong, 2 the call is wrong."""

import sys

import click

from . import __version__
from .commands.check import check, lint
from .commands.export import export
from .commands.freeze import freeze
from .commands.import_ import import_
from .commands.new import new, schema
from .commands.output import failing_in_one_line
from .commands.quiz import quiz
from .commands.serve import serve


class Commands(click.Group):
    """Commands that end in one line and status 2 where the system lets them down: a full disk, a
    reader of their output that is gone."""

    def make_context(self, *parts, **more) -> click.Context:
        with failing_in_one_line():
            return super().make_context(*parts, **more)

    def invoke(self, context: click.Context):
        with failing_in_one_line():
            return super().invoke(context)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="cascade %(version)s")
def main():
    """The metastatic cascade as an interactive figure, made from YAML files."""
    # Workaround: a Windows console or a pipe may know few characters; those it lacks are written as
    # \u2011. https://docs.python.org/3/library/sys.html#sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (check, export, freeze, import_, lint, new, quiz, schema, serve):
    main.add_command(command)

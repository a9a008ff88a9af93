"""The command `cascade`. Exit status: 0 good, 1 the content is wrong, 2 the call is wrong."""

import sys

import click

from . import __version__
from .commands.check import check, lint
from .commands.export import export
from .commands.freeze import freeze
from .commands.import_ import import_
from .commands.new import new, schema
from .commands.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="cascade %(version)s")
def main():
    """The metastatic cascade as an interactive figure, made from YAML files."""
    # A Windows console or a pipe may know few characters; those it lacks are written as \u2011.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (check, export, freeze, import_, lint, new, schema, serve):
    main.add_command(command)

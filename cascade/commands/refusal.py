"""A call that cannot be carried out, said in one line."""

import click


class Refused(click.ClickException):
    """A wrong call: exit status 2; click's UsageError would add two lines about --help."""

    exit_code = 2

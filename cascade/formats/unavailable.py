"""A format that this machine cannot write as it is."""


class Unavailable(Exception):
    """One line that says what to install."""

"""A format that this machine cannot write."""


class Unavailable(Exception):
    """Says in one line what is missing and how to get it."""

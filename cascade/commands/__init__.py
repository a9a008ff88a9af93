"""The larger commands of `cascade`, one module each; cli.py lists them."""

"""Commands that need a module of their own; cli.py registers them."""

"""What authors see before there is a figure: what is wrong with their files."""

from collections.abc import Sequence
from pathlib import Path

from flask import Flask, Response
from markupsafe import Markup

PAGE = Markup("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No figure yet: {name}</title>
<link rel="icon" href="data:,">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:3rem auto;padding:0 1.25rem}}
h1{{font-size:1.5rem;margin:0 0 .25rem}}ol{{padding:0;list-style:none}}
li{{margin:.75rem 0;padding:.6rem .9rem;border-left:4px solid #d9303e;background:#d9303e14}}
code{{font:14px/1.45 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}}</style>
<script defer src="reload/waiting.js"></script>
</head>
<body>
<main>
<h1>No figure yet</h1>
<p>As soon as <code>{path}</code> holds a pathway without these problems, this page shows it.</p>
<div role="status"><ol id="list">{items}</ol></div>
</main>
</body>
</html>
""")
ITEM = Markup("<li><code>{}</code></li>")
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:;"
    " style-src 'unsafe-inline'"
)


def waiting(path: Path, problems: Sequence[str]) -> Flask:
    """A server of that page alone."""
    app = Flask("waiting", static_folder=None)

    @app.get("/")
    def page() -> Response:
        items = Markup("").join(map(ITEM.format, problems))
        html = PAGE.format(name=path.name, path=path, items=items)
        headers = {"Cache-Control": "no-store", "Content-Security-Policy": POLICY}
        return Response(html, mimetype="text/html", headers=headers)

    return app

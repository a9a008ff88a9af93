"""The page without a server: one HTML file that asks nobody for anything.

Dash's own page, layout and dependencies are read from the app once, as a browser would; scripts,
styles and fonts move into the file, and assets/js/frozen/answers.js answers what Dash would ask
its server. It works because no callback needs the server, which is asserted here.
"""

import base64
import json
import re
from collections.abc import Callable, Iterator, Sequence

from ..figure.later_file import file_name
from ..model.pathway import Pathway
from ..page.app import Page, build
from ..page.asset_bundles import pressed
from ..page.content_security import seal_page
from ..page.variant import PageVariant

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'<script src="([^"]+)"></script>')
_FONT = re.compile(r'url\("?(?:\.\./)?(assets/fonts/[^")]+)"?\)')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
_PLOTS = re.compile(r'data-scripts="(?P<scripts>[^"]+)" data-sheet="(?P<sheet>[^"]+)"')
_LATER = re.compile(
    r'<div id="(\w+)-parts" data-scripts="([^"]+)"(?: data-sheet="([^"]+)")? hidden></div>'
)
_QUIZ = re.compile(r'<div id="quiz-files" data-files="([^"]+)" hidden></div>')
_CONFIG = re.compile(r'(<script id="_dash-config" type="application/json">)(.*?)(</script>)', re.S)
# Workaround: Dash writes the build machine, a token and where to ask for news into each page, which
# would differ on every machine; no source found.
_PRIVATE = ("end_id", "dash_version_url", "csrf_token_name", "csrf_header_name", "ddk_version")


class ServerCallback(Exception):
    """A callback that only a server could answer, by the name of its output."""


def freeze(pathways: Sequence[Pathway], variant: PageVariant) -> str:
    """One HTML file of some pathways; the same input gives the same text on every machine.

    Raises ServerCallback when a callback would need Python.
    """
    app = build(pathways, variant=variant)
    html, read = answered(app)
    scripts = inline(app)

    def script(code: str) -> str:
        scripts.append(_inside(code))
        return scripts[-1]

    html = _STYLE.sub(lambda match: f"<style>{_styles(read(match[1]), read)}</style>", html)
    html = _SCRIPT.sub(lambda match: f"<script>{script(read(match[1]).decode())}</script>", html)

    def later(match: re.Match) -> str:
        code = script(read(match[2]).decode())
        style = f"<style>{read(match[3]).decode()}</style>" if match[3] else ""
        return f'{style}<script type="text/plain" data-later="{match[1]}">{code}</script>'

    html = _LATER.sub(later, html)
    html = _QUIZ.sub(lambda match: "\n".join(_inlined(match[1], read)), html)
    return seal_page(_plotted(html, pathways, variant, read, script), scripts)


def _plotted(
    html: str,
    pathways: Sequence[Pathway],
    variant: PageVariant,
    read: Callable[[str], bytes],
    script: Callable[[str], str],
) -> str:
    """The page with what its plots need; scripts that only they use wait as plain text."""
    if variant.plots == "still":
        code = script(pressed("stills.js"))
        return html.replace("</body>", f"<script>{code}</script>\n</body>", 1)
    match = _PLOTS.search(html)
    parts = [f"<style>{read(match['sheet']).decode()}</style>"]
    for address in match["scripts"].split():
        code = script(read(address).decode())
        parts.append(f'<script type="text/plain" data-later="plots">{code}</script>')
    for pathway in pathways:
        data = read(f"plots/{file_name(pathway.id, variant.lang)}").decode().replace("<", "\\u003c")
        parts.append(f'<script type="application/json" id="plots-{pathway.id}">{data}</script>')
    before, _, after = html.rpartition("</body>")
    return before + "\n".join(parts) + "\n</body>" + after


def _inlined(files: str, read: Callable[[str], bytes]) -> Iterator[str]:
    """The questions of each pathway, 'id=address' by 'id=address', inside the page."""
    for id_, address in (file.split("=") for file in files.split()):
        yield _block(f"quiz-{id_}", json.loads(read(address)))


def inline(app: Page) -> list[str]:
    """The scripts that stand in the page of `answered`."""
    return [*app.inline, _inside(pressed("answers.js"))]


def answered(app: Page) -> tuple[str, Callable[[str], bytes]]:
    """The page with all of Dash's questions answered inside, and a reader of what it links to.

    Nothing of the machine that froze it is left: no path, no Python version, no token.
    """
    client = app.server.test_client()

    def read(address: str) -> bytes:
        response = client.get("/" + address.lstrip("/"))
        if response.status_code != 200:
            raise LookupError(f"{address}: {response.status}")
        return response.data

    dependencies = json.loads(read("_dash-dependencies"))
    for dependency in dependencies:
        if not dependency["clientside_function"]:
            raise ServerCallback(dependency["output"])
    layout = json.loads(read("_dash-layout"))
    blocks = {"dash-layout": layout, "dash-dependencies": dependencies}
    extra = "\n".join(
        [
            *(_block(id_, data) for id_, data in blocks.items()),
            f"<script>{_inside(pressed('answers.js'))}</script>",
        ]
    )
    html = _PRELOAD.sub("", read("").decode())
    html = _CONFIG.sub(lambda match: match[1] + _config(match[2]) + match[3] + "\n" + extra, html)
    return html, read


def _config(text: str) -> str:
    """Dash's settings without what belongs to a machine, for any address."""
    config = {key: value for key, value in json.loads(text).items() if key not in _PRIVATE}
    config |= {
        "python_version": "",
        "requests_pathname_prefix": "./",
        "plotly_cloud_installed": False,
    }
    used = config["children_props"]
    config["children_props"] = {name: used[name] for name in used if name == "dash_cytoscape"}
    return _json(config)


def _styles(css: bytes, read: Callable[[str], bytes]) -> str:
    """Styles with their fonts inside."""

    def font(match: re.Match) -> str:
        return f'url("data:font/woff2;base64,{base64.b64encode(read(match[1])).decode()}")'

    return _FONT.sub(font, css.decode())


def _inside(code: str) -> str:
    """Code that can stand inside a script element: nothing in it ends or opens one."""
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _block(id_: str, data) -> str:
    return f'<script type="application/json" id="{id_}">{_json(data)}</script>'


def _json(data) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c")

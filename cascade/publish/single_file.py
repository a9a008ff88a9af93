"""The page without a server: one HTML file that asks nobody for anything.

Scripts, styles and fonts move into the file. It needs no Dash, as nothing that Dash does in the
live page, but mounting the graph, is of use to it.
"""

import base64
import json
import re
from collections.abc import Callable, Iterator, Sequence

from ..figure.later_file import file_name
from ..model.pathway import Pathway
from ..page.asset_bundles import pressed
from ..page.content_security import seal_page
from ..page.page_parts import compose
from ..page.variant import PageVariant

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'<script src="([^"]+)"></script>')
_FONT = re.compile(r'url\("?(?:\.\./)?(assets/fonts/[^")]+)"?\)')
_PLOTS = re.compile(r'data-scripts="(?P<scripts>[^"]+)" data-sheet="(?P<sheet>[^"]+)"')
_LATER = re.compile(
    r'<div id="(\w+)-parts" data-scripts="([^"]+)"(?: data-sheet="([^"]+)")? hidden></div>'
)
_QUIZ = re.compile(r'<div id="quiz-files" data-files="([^"]+)" hidden></div>')


def freeze(pathways: Sequence[Pathway], variant: PageVariant) -> str:
    """One HTML file of some pathways; the same input gives the same text on every machine."""
    parts = compose(pathways, variant=variant)
    html, read = parts.without_dash(), parts.read
    scripts = [*parts.inline]

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


def _styles(css: bytes, read: Callable[[str], bytes]) -> str:
    """Styles with their fonts inside."""

    def font(match: re.Match) -> str:
        return f'url("data:font/woff2;base64,{base64.b64encode(read(match[1])).decode()}")'

    return _FONT.sub(font, css.decode())


def _inside(code: str) -> str:
    """Code that can stand inside a script element: nothing in it ends or opens one."""
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _block(id_: str, data) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = text.replace("<", "\\u003c")
    return f'<script type="application/json" id="{id_}">{text}</script>'

"""A static site of pathways: plain files for any web space, GitHub Pages included.

No folder begins with `_` (Jekyll would drop it), scripts and styles are shared and named by their
content, and every view that has a name has a folder with a picture, for whoever links to it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import PurePosixPath

from ..exports.chromium import paint as painted
from ..exports.guide import write as guide
from ..i18n.language import ENGLISH
from ..i18n.templates import templates
from ..i18n.translate import translate
from ..i18n.translation import current_language, t
from ..layout.drawing import Drawing, draw
from ..layout.visibility import View, views
from ..model.pathway import Pathway
from ..notation.glyphs import data_uri
from ..notation.palette import css_variables
from ..page.content_security import seal_page
from ..page.page_parts import compose
from ..page.variant import PageVariant
from ..resources import assets_dir
from ..svg import svg
from ..svg.preview import HEIGHT, WIDTH, preview
from .single_file import freeze

_LINK = re.compile(r'(<link rel="stylesheet" href="|<script src=")([^"]+)"')
_PLOTS = re.compile(r'(data-(?:scripts|sheet)=")([^"]+)"')
_FILES = re.compile(r'(data-files="[^="]+=)([^"]+)"')
_QUESTIONS = re.compile(r'(<a href=")(quiz/[^"]+)"')
_FONT = re.compile(r'url\("?(?:\.\./)?(assets/fonts/[^")]+)"?\)')
_START = re.compile(r'(<script type="application/json" id="figure-start">)(.*?)(</script>)')
_TITLE = re.compile(r"<title>.*?</title>")
_HEAD = "<!-- head -->"

Paint = Callable[[str, int, int], bytes]
"""Makes a PNG of an SVG, at a width and a height in pixels."""


@dataclass(frozen=True)
class Named:
    """A view with a name and a folder."""

    view: View
    name: str
    folder: str


def site(
    pathways: Sequence[Pathway], home: str = "", paint: Paint = painted
) -> Iterator[tuple[str, bytes]]:
    """The files of a site as (path, content), in the language being spoken. `home` is its public
    address, '' when unknown."""
    paint = cache(paint)
    lib: dict[str, bytes] = {}
    listed, pages = [], [""]
    variant = PageVariant(start=_start(), frozen=True, lang=current_language().id)
    for original in pathways:
        pathway = translate(original, current_language())
        drawing = draw(pathway)
        named = [_named(pathway, view) for view in views(drawing)]
        yield f"{pathway.id}/overview.svg", svg(drawing, named[0].view, legend=False).encode()
        yield f"{pathway.id}/figure.html", freeze([original], variant).encode()
        for lecture in pathway.lectures:
            yield _guide(pathway, lecture), guide(pathway, lecture)
        base, scripts = _base(original, lib)
        for place, entry in _places(pathway, named):
            pages.append(place)
            yield from _folder(base, scripts, pathway, drawing, entry, place, home, paint)
        listed.append(
            {
                "id": pathway.id,
                "title": pathway.title,
                "description": pathway.description or "",
                "alt": t("The figure: {title}", title=pathway.title),
                "views": named[1:],
                "guides": {
                    f"guide/{id}.html": lecture.title for id, lecture in pathway.lectures.items()
                },
            }
        )
    for name, content in lib.items():
        yield f"lib/{name}", content
    yield "index.html", _index(listed).encode()
    yield ".nojekyll", b""
    yield "sitemap.xml", _sitemap(home, pages).encode()


def names(pathways: Sequence[Pathway]) -> Iterator[str]:
    """The files that `site` will give, but those in lib/, whose names tell their content."""
    for pathway in pathways:
        yield from (f"{pathway.id}/overview.svg", f"{pathway.id}/figure.html")
        yield from (_guide(pathway, lecture) for lecture in pathway.lectures)
        for place, _ in _places(pathway, [_named(pathway, view) for view in views(draw(pathway))]):
            yield from (f"{place}index.html", f"{place}oembed.json", f"{place}preview.png")
    yield from ("index.html", ".nojekyll", "sitemap.xml")


def _guide(pathway: Pathway, lecture: str) -> str:
    """Where the teacher's page of a lecture is."""
    return f"{pathway.id}/guide/{lecture}.html"


def _places(pathway: Pathway, named: Sequence[Named]) -> Iterator[tuple[str, Named]]:
    """Every page of a pathway: its own, then a folder a view."""
    yield f"{pathway.id}/", named[0]
    for view in named:
        yield f"{pathway.id}/v/{view.folder}/", view


def _named(pathway: Pathway, view: View) -> Named:
    """Stage and organ in words, as the page's title says them."""
    stage = next((stage.name for stage in pathway.stages if stage.id == view.stage), "")
    organ = pathway.organs[view.organ].name if view.organ else ""
    name = ", ".join(part for part in (stage, organ) if part)
    return Named(view, name or t("Overview"), view.name.replace("/", "-"))


def _base(pathway: Pathway, lib: dict[str, bytes]) -> tuple[Callable[[str], str], Sequence[str]]:
    """The page of a pathway, as a function of the way up to the folder of `lib`, and its inline
    scripts; what the page links to is added to `lib`."""
    variant = PageVariant(head=_HEAD, frozen=True, plots="lazy", lang=current_language().id)
    parts = compose([pathway], variant=variant)
    html, read = parts.without_dash(), parts.read

    def keep(name: str, content: bytes) -> str:
        path = PurePosixPath(name)
        digest = sha256(content).hexdigest()[:10]
        stem = re.sub(r"-[0-9a-f]{12}$", "", path.stem)
        lib[f"{stem}-{digest}{path.suffix}"] = content
        return f"{stem}-{digest}{path.suffix}"

    def font(match: re.Match) -> str:
        return f'url("{keep(match[1], read(match[1]))}")'

    @cache
    def kept(address: str) -> str:
        content = read(address)
        if address.endswith(".css"):
            content = _FONT.sub(font, content.decode()).encode()
        return keep(address, content)

    @cache
    def page(up: str) -> str:
        def link(match: re.Match) -> str:
            names = (f"{up}lib/{kept(name)}" for name in match[2].split())
            return f'{match[1]}{" ".join(names)}"'

        linked = html
        for pattern in (_LINK, _PLOTS, _FILES, _QUESTIONS):
            linked = pattern.sub(link, linked)
        return linked

    return page, parts.inline


def _folder(
    base: Callable[[str], str],
    scripts: Sequence[str],
    pathway: Pathway,
    drawing: Drawing,
    named: Named,
    place: str,
    home: str,
    paint: Paint,
) -> Iterator[tuple[str, bytes]]:
    """A page with its picture and its oEmbed answer."""
    title = f"{named.name}: {pathway.title}" if named.view.stage else pathway.title
    url = f"{home}/{place}" if home else "./"
    page = {
        "title": title,
        "description": pathway.description or pathway.title,
        "alt": t("{title}: cells and the arrows of their signals", title=title),
        "url": url,
        "image": f"{url}preview.png",
        "oembed": f"{url}oembed.json",
    }
    start = {"start": _start(named.view), "home": home and f"{home}/{pathway.id}/"}
    head = templates().get_template("social.html").render(page=page)
    html = base("../" * place.count("/")).replace(_HEAD, head)
    html = _START.sub(lambda match: match[1] + _data(json.loads(match[2]) | start) + match[3], html)
    html = _TITLE.sub(lambda _: f"<title>{escape(title)}</title>", html, count=1)
    yield f"{place}index.html", seal_page(html, scripts, "'self'").encode()
    yield f"{place}oembed.json", json.dumps(_oembed(page), indent=2).encode()
    yield f"{place}preview.png", paint(preview(drawing, named.view, title), WIDTH, HEIGHT)


def _start(view: View | None = None) -> Mapping[str, str]:
    """The view that a page starts with; the plain start of every page is English."""
    start = {"lang": current_language().id if current_language() is not ENGLISH else ""}
    start |= {"stage": view.stage, "organ": view.organ} if view else {}
    return {key: value for key, value in start.items() if value}


def _oembed(page: Mapping[str, str]) -> dict:
    """The answer of https://oembed.com for a page: a frame that every host lets through."""
    name = t("Interactive diagram: {title}", title=page["title"])
    frame = (
        f'<iframe src="{escape(page["url"])}" title="{escape(name)}"'
        ' width="960" height="640" style="border: 0; width: 100%;" loading="lazy"'
        ' allow="fullscreen; clipboard-write" allowfullscreen></iframe>'
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": page["title"],
        "html": frame,
        "width": 960,
        "height": 640,
        "thumbnail_url": page["image"],
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
    }


def _index(listed: Sequence[Mapping]) -> str:
    icon = (assets_dir() / "favicon.svg").read_text(encoding="utf-8")
    return (
        templates()
        .get_template("site.html")
        .render(
            language=current_language(),
            pathways=listed,
            favicon=data_uri(icon),
            light=css_variables("light"),
            dark=css_variables("dark"),
        )
    )


def _sitemap(home: str, pages: Sequence[str]) -> str:
    places = [f"{home}/{page}" if home else page or "./" for page in pages]
    urls = "".join(f"<url><loc>{escape(place)}</loc></url>" for place in places)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">{urls}</urlset>\n'


def _data(data) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

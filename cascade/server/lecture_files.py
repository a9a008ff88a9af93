"""Slides and pictures of a lecture, which a server makes when a reader asks for them.

The pictures in them take Chromium and packages of the extra `formats`: where one is missing, the
page does not offer them.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from threading import Lock

from flask import Flask, Response, abort

from ..exports import chromium
from ..i18n.reader import find, known
from ..i18n.translate import translate
from ..i18n.translation import using_language
from ..model.pathway import Pathway

KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
}
_PACKAGES = ("pptx", "segno", "PIL")


def can_make() -> bool:
    """Whether this machine makes them."""
    try:
        chromium.find("slides")
    except chromium.Unavailable:
        return False
    return all(find_spec(name) for name in _PACKAGES)


def add_lecture_files(server: Flask, pathways: Iterable[Pathway], link: str = "") -> None:
    """Adds their route; `link` is the address of the figure for others, to which slides lead."""
    by_id = {pathway.id: pathway for pathway in pathways}
    one_at_a_time = Lock()  # each takes seconds of a whole processor

    @server.get("/lectures/<lang>/<pathway>/<lecture>.<kind>")
    def lecture_file(lang: str, pathway: str, lecture: str, kind: str) -> Response:
        shown = by_id.get(pathway)
        if not shown or kind not in KINDS or lecture not in shown.lectures:
            abort(404)
        if lang not in known([shown.folder]):
            abort(404)
        try:
            with one_at_a_time, using_language(find(lang, [shown.folder])):
                content = _made(translate(shown, find(lang, [shown.folder])), lecture, kind, link)
        except chromium.Unavailable as error:
            return Response(str(error), 503, mimetype="text/plain")
        name = f"{pathway}-{lecture}{'' if lang == 'en' else f'-{lang}'}.{kind}"
        return Response(
            content,
            mimetype=KINDS[kind],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def _made(pathway: Pathway, lecture: str, kind: str, link: str) -> bytes:
    # Here, as they take packages that a server need not have.
    from ..exports import lecture_pictures, pptx

    if kind == "zip":
        return lecture_pictures.write(pathway, lecture)
    return pptx.write(pathway, lecture, link or None)

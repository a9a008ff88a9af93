"""An Anki package: a card a question, and for each stage its picture with covered names.

Decks, kinds of notes and notes have ids that stay, so that a new release updates the cards that
somebody learns already.
"""

import io
import tempfile
import zipfile
from hashlib import sha256
from html import escape
from pathlib import Path

import genanki

from ..i18n.translation import current_language, t
from ..quiz.item import Item
from .archive import zipped
from .name_spots import spots
from .quiz_set import QuizSet, mixed, name_of

_CSS = (
    ".card{font-family:sans-serif;text-align:left;max-width:60rem;margin:auto}img{max-width:100%}"
)
_FRONT = "{{Question}}{{#Picture}}<p>{{Picture}}</p>{{/Picture}}{{Options}}"
_BACK = "{{FrontSide}}<hr id=answer><p><b>{{Answer}}</b></p>{{Why}}"
_COVERED = (
    "<div>{{Header}}</div><div style='display:none'>{{cloze:Occlusion}}</div>"
    "<div id='image-occlusion-container'>{{Image}}<canvas id='image-occlusion-canvas'></canvas>"
    "</div><script>anki.imageOcclusion.setup();</script>"
)


def write(quiz: QuizSet) -> bytes:
    """An .apkg file; the same input gives the same bytes."""
    deck = genanki.Deck(number("deck", quiz), t("{title}: self-test", title=quiz.pathway.title))
    media: dict[str, bytes] = {}
    card = genanki.Model(
        number("card", quiz), "Cascade question",
        fields=[{"name": n} for n in ("Question", "Picture", "Options", "Answer", "Why")],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}], css=_CSS,
    )  # fmt: skip
    for item in quiz.items:
        image = ""
        if picture := quiz.picture(item):
            image = _attach(media, f"cascade-{name_of(item)}.svg", picture.svg)
        deck.add_note(_note(item, card, image, quiz))
    covered = genanki.Model(
        number("covered", quiz), "Cascade names on a picture", model_type=genanki.Model.CLOZE,
        fields=[{"name": n} for n in ("Occlusion", "Image", "Header", "Back Extra", "Comments")],
        templates=[{"name": "Card", "qfmt": _COVERED, "afmt": f"{_COVERED}{{{{Back Extra}}}}"}],
    )  # fmt: skip
    for stage in dict.fromkeys(item.stage for item in quiz.items if item.stage):
        if note := _covered(stage, covered, media, quiz):
            deck.add_note(note)
    return _packed(deck, media)


def number(what: str, quiz: QuizSet) -> int:
    """An id that stays: of a deck or a kind of notes of a pathway in a language."""
    words = f"{what}:{quiz.pathway.id}:{current_language().id}"
    return (1 << 30) + int(sha256(words.encode()).hexdigest()[:7], 16)


def guid(quiz: QuizSet, *parts: str) -> str:
    return genanki.guid_for("cascade", quiz.pathway.id, current_language().id, *parts)


def _note(item: Item, model: genanki.Model, image: str, quiz: QuizSet) -> genanki.Note:
    options = "".join(f"<li>{_text(option.text)}</li>" for option in mixed(item))
    answer = " → ".join(item.right) if item.answer == "order" else item.right[0]
    # The mark at the end of an id changes with its arrow, of which the note should tell anew.
    lasting = item.id.rpartition(":")[0]
    fields = [
        f"<p>{_text(item.ask)}</p>", image, f"<ul>{options}</ul>" if options else "",
        _text(answer), quiz.feedback_html(item),
    ]  # fmt: skip
    tags = [f"cascade::{part}" for part in (item.stage, item.kind, item.level) if part]
    return genanki.Note(model, fields, guid=guid(quiz, lasting, *item.pick[:1]), tags=tags)


def _covered(
    stage: str, model: genanki.Model, media: dict[str, bytes], quiz: QuizSet
) -> genanki.Note | None:
    """Anki's own image occlusion: names covered by boxes, in parts of the picture's size."""
    _, name_spots = spots(stage, quiz.pictures)
    if not name_spots:
        return None
    whole = quiz.pictures.whole(stage)
    image = _attach(media, f"cascade-names-{stage}.svg", whole.svg)
    boxes = []
    for index, spot in enumerate(name_spots, start=1):
        box = spot.label.grown(3)
        sides = {"left": box.x1 / whole.width, "top": box.y1 / whole.height}
        sides |= {"width": box.width / whole.width, "height": box.height / whole.height}
        places = ":".join(
            f"{side}={value:.4f}".replace("=0.", "=.") for side, value in sides.items()
        )
        boxes.append(f"{{{{c{index}::image-occlusion:rect:{places}:oi=1}}}}<br>")
    name = next(known.name for known in quiz.pathway.stages if known.id == stage)
    fields = ["".join(boxes), image, _text(name), _text(quiz.version), ""]
    return genanki.Note(model, fields, guid=guid(quiz, "names", stage), tags=[f"cascade::{stage}"])


def _attach(media: dict[str, bytes], name: str, svg: str) -> str:
    media[name] = svg.encode()
    return f'<img src="{name}">'


def _text(words: str) -> str:
    # Two braces would be a field of the template.
    return escape(words, quote=False).replace("{{", "{ {")


def _packed(deck: genanki.Deck, media: dict[str, bytes]) -> bytes:
    """The package, without the time at which it was made."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in media.items():
            (Path(folder) / name).write_bytes(content)
        package = genanki.Package(deck, [str(Path(folder) / name) for name in media])
        file = Path(folder) / "deck.apkg"
        package.write_to_file(str(file), timestamp=1_000_000_000.0)
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
            return zipped({name: archive.read(name) for name in archive.namelist()})

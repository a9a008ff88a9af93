"""The formats of `cascade export` for teaching: slides and pictures of a lecture, handouts, the
teacher's page, a package for course systems, questions."""

from dataclasses import dataclass
from pathlib import PurePath

from ..exports.chromium import Unavailable
from ..exports.questions import FORMATS as QUESTIONS
from ..i18n.translate import translate
from ..i18n.translation import current_language
from ..model.pathway import Pathway
from .output import UsageRefused
from .pathway_argument import demand_known
from .web_address import web_address

FORMATS = ("pptx", "pictures", "handout", "guide", "scorm", *QUESTIONS)
COMPLETE = ("stages", "test")
PASSING = 70
INSTALL = "pip install 'cascade[formats]'"


@dataclass(frozen=True)
class Wish:
    """What the call asked for beside the format; empty where it did not."""

    lecture: str = ""
    link: str = ""
    kind: str = ""
    paper: str = ""
    word_bank: bool = False
    complete: str = ""
    stage: str = ""
    seed: int | None = None
    count: int | None = None

    def demand_for(self, form: str, other: dict[str, object]) -> None:
        """Refuses options that the format has no use for. `other` are those of a selection."""
        mine = {
            "pptx": ("lecture", "link"),
            "pictures": ("lecture",),
            "handout": ("kind", "paper", "word_bank"),
            "scorm": ("complete",),
            "guide": ("lecture", "paper"),
        }
        mine |= dict.fromkeys(QUESTIONS, ("stage", "seed", "count"))
        for name, value in (vars(self) | other).items():
            if value not in ("", None, False) and name not in mine.get(
                form, other if form not in FORMATS else ()
            ):
                option = name.replace("_", "-")
                homes = () if name in other or name == "stage" else mine.items()
                home = next((form for form, names in homes if name in names), "")
                goes = f"goes with --format {home}" if home else f"does not go with {form}"
                raise UsageRefused(f"--{option} {goes}")
        if self.count is not None and self.seed is None:
            raise UsageRefused("--count goes with --seed")


def teach(
    form: str, pathway: Pathway, wish: Wish, output: str | None, theme: str
) -> tuple[bytes, str, str]:
    """(content, file name, what it is) of what a format makes, in the language being spoken.

    Raises Refused.
    """
    try:
        if form == "scorm":
            return _package(pathway, wish)
        pathway = translate(pathway, current_language())
        if form == "handout":
            return _handout(pathway, wish, output)
        if form == "guide":
            return _guide(pathway, wish, output)
        if form in QUESTIONS:
            return _questions(form, pathway, wish)
        return _slides(pathway, wish) if form == "pptx" else _pictures(pathway, wish, theme)
    except ImportError as error:
        missing = (error.name or str(error)).partition(".")[0]
        raise UsageRefused(f"the format {form} needs {missing}: {INSTALL}") from None
    except Unavailable as error:
        raise UsageRefused(f"the format {form} cannot be written here: {error}") from None


def _package(pathway: Pathway, wish: Wish) -> tuple[bytes, str, str]:
    # Only here, as no other format needs it.
    from ..page.variant import PageVariant
    from ..publish.scorm import write
    from ..publish.single_file import freeze

    voice = current_language()
    # Each language is a package of its own, and the plain start of a page is English.
    start = {"lang": voice.id} if voice.suffix else {}
    html = freeze([pathway], PageVariant(start=start, frozen=True, lang=voice.id)).encode()
    title = translate(pathway, voice).title
    passing = PASSING if wish.complete == "test" else None
    content = write(html, title, _name(f"cascade-{pathway.id}"), passing)
    file = _name(f"{pathway.id}-scorm") + ".zip"
    condition = f"{PASSING} in 100 answers are right" if passing else "every stage was seen"
    return content, file, f"a SCORM 1.2 package, done when {condition}"


def _name(name: str) -> str:
    """A name with the language that is no English."""
    return f"{name}-{suffix}" if (suffix := current_language().suffix) else name


def _slides(pathway: Pathway, wish: Wish) -> tuple[bytes, str, str]:
    count = _steps(pathway, wish)
    link = web_address("--link", wish.link)
    from ..exports.pptx import ENDS, write

    content = write(pathway, wish.lecture, link or None)
    return content, _name(f"{pathway.id}-{wish.lecture}") + ".pptx", f"{count + ENDS} slides"


def _pictures(pathway: Pathway, wish: Wish, theme: str) -> tuple[bytes, str, str]:
    count = _steps(pathway, wish)
    from ..exports.lecture_pictures import write

    what = f"{count} step{'' if count == 1 else 's'}, each as SVG and PNG"
    return write(pathway, wish.lecture, theme), _name(f"{pathway.id}-{wish.lecture}") + ".zip", what


def _steps(pathway: Pathway, wish: Wish) -> int:
    """How many steps the lecture has that was asked for; refuses what is none."""
    known = list(pathway.lectures)
    demand_known("lecture", wish.lecture, known, pathway)
    if not wish.lecture:
        there = f": {', '.join(known)}" if known else f", but '{pathway.id}' has none"
        raise UsageRefused(f"say which lecture with --lecture{there}")
    return len(pathway.lectures[wish.lecture].steps)


def _handout(pathway: Pathway, wish: Wish, output: str | None) -> tuple[bytes, str, str]:
    from ..exports.handout import printed, write

    ending = PurePath(output or "").suffix.lower()
    if ending not in ("", ".html", ".pdf"):
        raise UsageRefused(f"a handout is .html or .pdf, not {ending}")
    kind = wish.kind or "full"
    if wish.word_bank and kind != "blanks":
        raise UsageRefused("--word-bank goes with --kind blanks")
    content = write(pathway, kind, wish.paper or "a4", wish.word_bank)
    if ending == ".pdf":
        content = printed(content)
    name = f"{pathway.id}-handout{'' if kind == 'full' else f'-{kind}'}"
    count = len(pathway.stages)
    pages = f"{count} page{'' if count == 1 else 's'}"
    return content, _name(name) + ".html", pages


def _guide(pathway: Pathway, wish: Wish, output: str | None) -> tuple[bytes, str, str]:
    _steps(pathway, wish)
    from ..exports.guide import write
    from ..exports.handout import printed

    content = write(pathway, wish.lecture, wish.paper or "a4")
    if PurePath(output or "").suffix.lower() == ".pdf":
        content = printed(content)
    return content, _name(f"{pathway.id}-{wish.lecture}-guide") + ".html", "the teacher's page"


def _questions(form: str, pathway: Pathway, wish: Wish) -> tuple[bytes, str, str]:
    demand_known("stage", wish.stage, (stage.id for stage in pathway.stages), pathway)
    from ..exports.questions import write
    from ..exports.quiz_set import quiz_set

    quiz = quiz_set(pathway, wish.stage, wish.seed, wish.count)
    if not quiz.items:
        raise UsageRefused(
            f"nothing to export: '{pathway.id}' has too few sure arrows to ask about"
        )
    what = f"{len(quiz.items)} questions, version {quiz.version}"
    seed = "" if wish.seed is None else f"seed-{wish.seed}"
    parts = [part for part in (pathway.id, wish.stage, "quiz", seed) if part]
    return write(form, quiz), f"{_name('-'.join(parts))}.{QUESTIONS[form][1]}", what

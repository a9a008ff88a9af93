"""`cascade export`: a pathway, or a part of it, in the formats of other programs."""

from dataclasses import replace
from pathlib import PurePath

import click

from ..exports import CHOICES, ENDINGS, file_name, writer
from ..exports.chromium import Unavailable
from ..exports.questions import FORMATS as QUESTIONS
from ..i18n.translate import translate
from ..i18n.translation import using_language
from ..model.pathway import Pathway
from ..model.vocabulary import TIERS
from ..notation.palette import THEMES
from ..quiz.round import FEWEST, MOST, SEEDS
from .language_option import demand_language, lang_option
from .output import UsageRefused, write_file
from .pathway_argument import demand_known, demand_pathway
from .teaching import COMPLETE, Wish, teach
from .teaching import FORMATS as TEACHING

PICTURES = ("svg", "pdf", "png")
ALL = (*CHOICES, *TEACHING)
INSTALL = "pip install 'cascade[formats]'"


@click.command()
@click.argument("pathway", required=False)
@click.option("--format", "form", type=click.Choice(ALL), help="By itself that of FILE's name.")
@click.option("-o", "--output", metavar="FILE", help="Where to; '-' is standard output.")
@click.option("--stage", default="", metavar="ID", help="Only this stage.")
@click.option("--organ", default="", metavar="ID", help="Only this organ.")
@click.option("--tier", type=click.Choice(tuple(TIERS)), help="Up to this level of detail.")
@click.option("--focus", default="", metavar="CELL", help="Only arrows from or to this cell.")
@lang_option("Language of all names, labels and sentences.")
@click.option("--theme", type=click.Choice(tuple(THEMES)), default="light", show_default=True)
@click.option("--tall", is_flag=True, help="With svg, png, pdf: as tall windows show it.")
@click.option("--gpml2021", is_flag=True, help="With --format gpml: the newer GPML2021.")
@click.option("--lecture", default="", metavar="ID", help="With pptx, pictures, guide.")
@click.option("--link", default="", metavar="URL", help="With pptx: where the figure is.")
@click.option("--kind", type=click.Choice(("full", "blanks", "key")), help="With handout.")
@click.option("--paper", type=click.Choice(("a4", "letter")), help="With handout, guide.")
@click.option("--complete", type=click.Choice(COMPLETE), help="With scorm: what completes it.")
@click.option("--word-bank", is_flag=True, help="With handout --kind blanks: list the words.")
@click.option(
    "--seed", type=click.IntRange(0, SEEDS - 1), help="With questions: only those of this round."
)
@click.option("--count", type=click.IntRange(FEWEST, MOST), help="With --seed: how many.")
def export(
    pathway: str | None, form: str | None, output: str | None, stage: str, organ: str,
    tier: str | None, focus: str, lang: str, theme: str, tall: bool, gpml2021: bool, lecture: str,
    link: str, kind: str, paper: str, complete: str | None, word_bank: bool, seed: int | None,
    count: int | None,
):  # fmt: skip
    """Write a pathway in another format.

    PATHWAY is a YAML file, a folder or the id of a pathway that came with cascade; without it,
    metastatic-cascade. Without -o the file is named after the pathway and lands in this folder.
    The formats pptx (slides of a lecture), pictures (a zip with SVG and PNG of each step), handout
    and guide (the teacher's page of a lecture; both .html, or .pdf by -o) and scorm (a zip for
    course systems) are for teaching, as are the questions of the self-test: moodle-xml, gift, qti,
    anki, quiz-csv and quiz-docx. Pictures show the overview, or the core arrows of a stage, an
    organ or a cell, unless --tier asks for another level; data formats hold everything.
    """
    from ..exports.about import lost
    from ..model.selection import select

    name = _format(form, output, gpml2021)
    part = {"stage": stage, "organ": organ, "focus": focus}
    wish = Wish(
        lecture, link, kind or "", paper or "", word_bank, complete or "", seed=seed, count=count
    )
    if name in QUESTIONS:
        wish = replace(wish, stage=part.pop("stage"))
    wish.demand_for(name, part)
    if tall and name not in PICTURES:
        raise UsageRefused(f"--tall goes with --format {', '.join(PICTURES)}")
    loaded = demand_pathway(pathway)
    language = demand_language(lang, [loaded])
    if name in TEACHING:
        with using_language(language):
            content, file, what = teach(name, loaded, wish, output, theme)
        write_file(content, output or file)
        if output != "-":
            click.echo(f"Wrote {output or file}: {what}.")
        return
    _demand_known(loaded, stage, organ, focus)
    loaded = translate(loaded, language)
    selection = select(loaded, stage, organ, tier or _tier(name, part), focus)
    if not selection.arrows:
        raise UsageRefused(f"nothing to export: no arrow of '{loaded.id}' fits these options")
    with using_language(language):
        content = _written(name, selection, theme, *([tall] if tall else []))
        target = output or file_name(name, selection, tall)
    write_file(content, target)
    if target != "-":
        count = len(selection.arrows)
        click.echo(f"Wrote {target}: {count} interaction{'' if count == 1 else 's'}.")
        click.echo(lost(name))


def _tier(name: str, part: dict[str, str]) -> str:
    """How much a format holds by itself: a picture of everything at once teaches nothing."""
    if name not in PICTURES:
        return "extended"
    return "core" if any(part.values()) else "overview"


def _format(form: str | None, output: str | None, gpml2021: bool) -> str:
    """The format's name, from the option or the file's ending."""
    if form is None:
        ending = PurePath(output or "").suffix.removeprefix(".").lower()
        form = {**ENDINGS, "gpml": "gpml", "pptx": "pptx"}.get(ending)
        if form is None:
            raise UsageRefused(f"say the format with --format: {', '.join(ALL)}")
    if gpml2021 and form != "gpml":
        raise UsageRefused("--gpml2021 goes with --format gpml")
    return "gpml2021" if gpml2021 else form


def _demand_known(pathway: Pathway, stage: str, organ: str, focus: str) -> None:
    """Refuses a stage, organ or cell that the pathway does not have."""
    used = {id for a in pathway.arrows for id in (a.interaction.organ, a.place.organ) if id}
    cells = {node.cell.id for node in pathway.nodes.values()}
    demand_known("stage", stage, (stage.id for stage in pathway.stages), pathway)
    demand_known("organ", organ, (id for id in pathway.organs if id in used), pathway)
    demand_known("cell", focus, (id for id in pathway.cells if id in cells), pathway)


def _written(name: str, *wish) -> bytes:
    try:
        return writer(name)(*wish)
    except ImportError as error:
        missing = (error.name or str(error)).partition(".")[0]
        raise UsageRefused(f"the format {name} needs {missing}: {INSTALL}") from None
    except Unavailable as error:
        raise UsageRefused(f"the format {name} cannot be written here: {error}") from None

"""`cascade quiz`: the questions of the self-test, for a lecturer to read."""

import click

from ..i18n.translate import translate
from ..i18n.translation import using_language
from ..quiz.quiz import items, version
from ..quiz.round import FEWEST, MIXED, MOST, SEEDS, USUAL, choose
from .language_option import demand_language, lang_option
from .output import UsageRefused
from .pathway_argument import demand_known, demand_pathway


@click.command()
@click.argument("pathway", required=False)
@click.option("--list", "all_", is_flag=True, help="Every question, with its answers and arrows.")
@click.option("--stage", default="", metavar="ID", help="Only this stage.")
@click.option(
    "--seed",
    type=click.IntRange(0, SEEDS - 1),
    help="The round that the page asks for this seed, in its order.",
)
@click.option(
    "--count",
    type=click.IntRange(FEWEST, MOST),
    help=f"With --seed: questions of the round, {USUAL} by itself.",
)
@lang_option()
def quiz(
    pathway: str | None, all_: bool, stage: str, seed: int | None, count: int | None, lang: str
):
    """Show the questions of the self-test.

    PATHWAY is a YAML file, a folder or the id of a pathway that came with cascade; without it,
    metastatic-cascade. By itself the command counts the questions, kind by kind and stage by stage.
    """
    if all_ and seed is not None:
        raise UsageRefused("--list shows every question, --seed those of a round: take one")
    if count is not None and seed is None:
        raise UsageRefused("--count goes with --seed")
    loaded = demand_pathway(pathway)
    demand_known("stage", stage, (known.id for known in loaded.stages), loaded)
    language = demand_language(lang, [loaded])
    with using_language(language):
        questions = items(translate(loaded, language))
    chosen = [item for item in questions if stage in ("", item.stage)]
    if seed is not None:
        for item, order in choose(questions, seed, stage or MIXED, count or USUAL):
            _print(item, [item.choices[place] for place in order] or item.options)
    elif all_:
        for item in chosen:
            _print(item, item.options)
    else:
        _count(chosen, loaded)
    click.echo(f"{len(chosen)} questions, version {version(questions)}")


def _print(item, options) -> None:
    """A question, '+' before what is right, '-' before what is wrong."""
    click.echo(f"{item.id}  {item.stage} {item.level}, {item.answer}")
    click.echo(f"  {item.ask}")
    for number, option in enumerate(options, start=1):
        mark = f"{number}." if item.answer == "order" else "+" if option.right else "-"
        where = f"  (true: {', '.join(option.elsewhere)})" if option.elsewhere else ""
        click.echo(f"  {mark} {option.text}{where}")
    if others := [name for name in item.accept if name not in item.right]:
        click.echo(f"    also right: {', '.join(others)}")
    if item.why:
        click.echo(f"    why: {item.why}")
    click.echo(f"    arrows: {', '.join(item.arrows) or 'none'}\n")


def _count(items, pathway) -> None:
    stages = [stage.id for stage in pathway.stages]
    width = max((len(stage) for stage in stages), default=0)
    kinds = dict.fromkeys(item.kind for item in items)
    click.echo("  ".join(["".ljust(9), *(stage.rjust(width) for stage in stages), "all"]))
    for kind in kinds:
        of = [item for item in items if item.kind == kind]
        counts = (sum(item.stage == stage for item in of) for stage in stages)
        click.echo(
            "  ".join([kind.ljust(9), *(str(n).rjust(width) for n in counts), f"{len(of):3}"])
        )

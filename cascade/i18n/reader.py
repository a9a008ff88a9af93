"""From the files of a language to what it knows; a file with errors is left out and reported."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..loading.problem import Problem
from ..loading.source import Source, read, yaml_files
from ..resources import TRANSLATIONS, pathways_dir
from . import english, german
from .language import ENGLISH, LONG, Language
from .wording import faults

LIBRARY = ("cells", "molecules", "organs", "references")
INTERFACE = "interface"
_GRAMMARS = {"de": german}


def folders(beside: Iterable[str] = ()) -> list[Path]:
    """The `lang` folders: the one that came with cascade first, then those beside pathways."""
    result = [pathways_dir(), *(Path(path) for path in beside if path)]
    whole = {folder.resolve(): folder for folder in reversed(result)}
    return [
        folder / TRANSLATIONS
        for folder in reversed(whole.values())
        if (folder / TRANSLATIONS).is_dir()
    ]


def languages(beside: Iterable[str] = ()) -> list[str]:
    """Ids of the languages that have a folder, English first."""
    named = {
        path.name
        for folder in folders(beside)
        for path in folder.iterdir()
        if path.is_dir() and not path.name.startswith(".") and yaml_files(path)
    }
    return ["en", *sorted(named - {"en"})]


def known(beside: Iterable[str] = ()) -> list[str]:
    """What may stand after --lang."""
    return [*languages(beside), LONG]


def find(id_: str, beside: Iterable[str] = ()) -> Language:
    """The language of an id, of the files beside some pathways and of those that came along.

    Raises LookupError for an id that has no folder.
    """
    beside = tuple(beside)
    if id_ == "en":
        return ENGLISH
    if id_ == LONG:
        return Language(LONG, LONG)
    if id_ not in languages(beside):
        raise LookupError(id_)
    return _read(id_, tuple(folder / id_ for folder in folders(beside)))


def problems(beside: Iterable[str]) -> list[Problem]:
    """What is wrong with the files of all languages."""
    beside = tuple(beside)
    return [problem for id_ in languages(beside) for problem in find(id_, beside).problems]


def files(id_: str, beside: Iterable[str] = ()) -> list[Path]:
    """The files of a language, in the order in which later ones win."""
    return [file for folder in folders(beside) for file in yaml_files(folder / id_)]


def owner(file: Path) -> str:
    """What a file translates: 'cells', 'interface' or the id of a pathway."""
    return file.name.split(".")[0]


def _read(id_: str, places: tuple[Path, ...]) -> Language:
    stamps = tuple(
        (str(file), file.stat().st_mtime_ns) for place in places for file in yaml_files(place)
    )
    return _made(id_, stamps)


@cache
def _made(id_: str, stamps: tuple[tuple[str, int], ...]) -> Language:
    words: dict[str, str] = {}
    library: dict[str, dict] = {}
    pathways: dict[str, dict] = {}
    problems: list[Problem] = []
    for name, _ in stamps:
        source = read(name)
        if not isinstance(source, Source):
            problems += source
            continue
        what = owner(Path(name))
        if what == INTERFACE:
            wrong = dict(faults(source))
            problems += wrong.values()
            words |= {
                key: text
                for key, text in source.data.items()
                if isinstance(text, str) and text and key not in wrong
            }
        elif what in LIBRARY:
            _merge(library.setdefault(what, {}), source.data)
        else:
            _merge(pathways.setdefault(what, {}), source.data)
    grammar = _GRAMMARS.get(id_, english)
    name = words.get("English", id_)
    return Language(id_, name, words, library, pathways, grammar, tuple(problems))


def _merge(into: dict, more: dict) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value.copy() if isinstance(value, dict) else value

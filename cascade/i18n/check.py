"""What a language lacks, and what its files say that nobody reads."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..loading.library import library_files, read_library
from ..loading.messages import error_text
from ..loading.problem import Problem, did_you_mean
from ..loading.source import Source, read
from ..model.interaction_fields import FIXED
from ..model.lecture_documents import CAPTION
from ..model.pathway import Pathway
from ..resources import pathways_dir
from .catalog import catalog
from .reader import INTERFACE, LIBRARY, files, owner
from .translate import library_strings, pathway_strings
from .wording import faults

LENGTHS = {"say": CAPTION, "title": 60, "options": 120}
"""Characters of the texts that must fit into the band of a lecture's step."""
_PLAIN_WORD = re.compile(r"\b[a-z]{4,}")


@dataclass(frozen=True)
class Checked:
    """`missing` are lines such as 'lang/de/cells.yaml: tam.name: Tumor-associated macrophage'."""

    missing: list[str]
    problems: list[Problem]
    total: int


def check(lang: str, pathways: Iterable[Pathway], whole: bool = True) -> Checked:
    """Compares the files of a language with the pathways and the interface.

    Without `whole` it speaks of these pathways alone: not of the interface, nor of what ships.
    """
    pathways = list(pathways)
    wanted = _wanted(pathways)
    ours = pathways_dir() / "lang"
    # What no language of ours says is theirs to say.
    shipped = {} if whole else _wanted([])
    spoken = {file.stem for file in (ours / lang).glob("*.yaml")}
    shipped = {what: tree for what, tree in shipped.items() if what in spoken}
    optional = {"cells", "molecules", "organs"}
    translated: dict[str, list] = {}
    problems: list[Problem] = []
    for file in files(lang, [pathway.folder for pathway in pathways]):
        source = read(file)
        if not isinstance(source, Source):
            problems += source
            continue
        problems += source.warnings
        what = owner(file)
        if what in shipped and file.is_relative_to(ours):
            # It says more than these pathways need.
            translated.setdefault(what, []).append(source.data)
        elif what in wanted:
            differences = (
                _interface(source, wanted[what])
                if what == INTERFACE
                else _compared(source, source.data, wanted[what], ())
            )
            problems += differences
            translated.setdefault(what, []).append(source.data)
        elif not _elsewhere(file, what):
            hint = did_you_mean(what, wanted)
            gaps = {"kind": "pathway", "id": what, "hint": hint}
            problems.append(Problem(str(file), 1, 1, error_text("unknown", **gaps)))
    missing, total = [], 0
    for what, tree in wanted.items():
        for path, text in leaves(tree):
            if what in optional and not _must(what, path, text):
                continue
            if _has(shipped.get(what), path):
                continue
            total += 1
            if not any(_has(entry, path) for entry in translated.get(what, ())):
                place = f"{'.'.join(map(str, path))}: " if what != INTERFACE else ""
                missing.append(f"lang/{lang}/{what}.yaml: {place}{_short(text)}")
    return Checked(missing, sorted(problems), total)


def _wanted(pathways: list[Pathway]) -> dict[str, Mapping]:
    """By what a file is called, the tree of English strings that it may translate."""
    known: dict[str, dict] = {what: {} for what in LIBRARY}
    folders = dict.fromkeys((str(pathways_dir()), *(pathway.folder for pathway in pathways)))
    libraries = [read_library(*library_files(Path(folder) / "library")) for folder in folders]
    for document in (*libraries, *pathways):
        for what, tree in library_strings(document).items():
            known[what] |= tree
    classes = {molecule.class_ for pathway in pathways for molecule in pathway.molecules.values()}
    phrases = {
        phrase
        for pathway in pathways
        for arrow in pathway.arrows
        for name in FIXED
        if (phrase := getattr(arrow.interaction, name))
    }
    interface = {text: text for text in (*catalog(), *sorted(classes), *sorted(phrases))}
    return {
        INTERFACE: interface,
        **known,
        **{pathway.id: pathway_strings(pathway) for pathway in pathways},
    }


def leaves(tree, path: tuple = ()) -> Iterator[tuple[tuple, str]]:
    """Every string of a tree with its path."""
    if isinstance(tree, str):
        yield path, tree
        return
    for key, value in tree.items() if isinstance(tree, Mapping) else enumerate(tree):
        yield from leaves(value, (*path, key))


def _must(what: str, path: tuple, text: str) -> bool:
    """Synonyms are extra; a molecule's name is the same in every language unless it has words."""
    if "synonyms" in path:
        return False
    return what != "molecules" or bool(_PLAIN_WORD.search(text))


def _has(data, path: tuple) -> bool:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return isinstance(data, str) and bool(data)


def _elsewhere(file: Path, what: str) -> bool:
    """Whether a file belongs to a pathway that lies beside but was not asked for."""
    beside = file.parent.parent.parent
    return (beside / f"{what}.yaml").exists() or (beside / what / "pathway.yaml").exists()


def _interface(source: Source, wanted: Mapping[str, str]) -> Iterator[Problem]:
    for key, text in source.data.items():
        if key not in wanted:
            yield _unknown(source, (key,), wanted)
        elif not isinstance(text, str) or not text:
            yield source.problem(
                error_text("type", what=f"'{key}'", want="text", got=_kind(text)), (key,)
            )
    yield from dict(faults(source)).values()


def _compared(source: Source, data, wanted, path: tuple) -> Iterator[Problem]:
    """Ids that do not exist, and values of another shape than the English."""
    name = str(path[-1]) if path else "the file"
    if isinstance(wanted, Mapping):
        if not isinstance(data, Mapping):
            want = "a group of 'key: value' lines"
            yield source.problem(
                error_text("type", what=f"'{name}'", want=want, got=_kind(data)), path
            )
            return
        for key, value in data.items():
            if key in wanted:
                yield from _compared(source, value, wanted[key], (*path, key))
            else:
                yield _unknown(source, (*path, key), wanted)
    elif isinstance(wanted, list):
        free = name == "synonyms"
        if not isinstance(data, list) or not all(isinstance(word, str) and word for word in data):
            gaps = {"want": "a list of texts", "got": _kind(data)}
            yield source.problem(error_text("type", what=f"'{name}'", **gaps), path)
        elif not free and len(data) != len(wanted):
            message = (
                f"'{name}' needs as many entries as the English has: {len(wanted)}, not {len(data)}"
            )
            yield source.problem(message, path)
        else:
            for index, text in enumerate(data):
                yield from _long(source, text, name, (*path, index))
    elif not isinstance(data, str) or not data:
        yield source.problem(
            error_text("type", what=f"'{name}'", want="text", got=_kind(data)), path
        )
    else:
        yield from _long(source, data, name, path)


def _long(source: Source, text: str, name: str, path: tuple) -> Iterator[Problem]:
    limit = LENGTHS.get(name) if "steps" in path else None
    if limit and len(text) > limit:
        gaps = {"count": len(text), "limit": limit, "advice": "shorten it"}
        yield source.problem(error_text("too-long-text", what=f"'{name}'", **gaps), path)


def _unknown(source: Source, path: tuple, wanted: Iterable[str]) -> Problem:
    hint = did_you_mean(str(path[-1]), wanted)
    return source.problem(
        f"there is no '{_short(str(path[-1]))}' to translate here{hint}", path, True
    )


def _kind(value) -> str:
    if isinstance(value, list):
        return "such a list"
    if isinstance(value, Mapping):
        return "a group of 'key: value' lines"
    return "nothing" if value in (None, "") else f"'{value}'"


def _short(text: str, most: int = 80) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"

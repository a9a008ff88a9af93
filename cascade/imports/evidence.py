"""Papers that support an arrow, and those that oppose it, as other formats name them."""

import re
from collections.abc import Iterable

from ..exports.table import joined
from ..loading.loader import is_id
from ..model.vocabulary import NOTICES

SIDES = {"references": "paper", "opposing": "opposing"}
"""The column with the ids of each side, and how its other columns begin."""
_KINDS = {"PMID:": "pmids", "DOI:": "dois", "PMCID:": "pmcids"}
_NAMED = re.compile(r"(\S+) \((.+) (\d{4})\)")
_NOTICE = re.compile(rf"(\S+): ({'|'.join(NOTICES)}): (.+)", re.DOTALL)


def columns(side: str, names: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """The columns of papers named by CURIE or by our id, and what is neither."""
    known = [name for name in names if _kind(name) or is_id(name)]
    cells = {side: joined("" if _kind(name) else name for name in known)}
    for prefix, field in _KINDS.items():
        values = joined(
            name.removeprefix(prefix) if name.startswith(prefix) else "" for name in known
        )
        cells[f"{SIDES[side]}_{field}"] = values
    rest = [name for name in names if name not in known]
    return ({key: text for key, text in cells.items() if text.strip("|")} if known else {}), rest


def opposing(text: str) -> dict[str, str]:
    """The columns of 'PMID:24812208 (Franklin RA 2014); ...', the remark of GPML."""
    matches = [_NAMED.fullmatch(part) for part in text.split("; ")]
    matches = [match for match in matches if match]
    cells, _ = columns("opposing", [match[1] for match in matches])
    authors, years = ([match[group] for match in matches] for group in (2, 3))
    return cells | {"opposing_authors": joined(authors), "opposing_years": joined(years)}


def notices(entries: Iterable[str]) -> dict[str, dict[str, str]]:
    """Notices by the CURIE or id of their paper."""
    matches = [_NOTICE.fullmatch(entry.strip()) for entry in entries]
    return {match[1]: {"kind": match[2], "text": match[3]} for match in matches if match}


def _kind(name: str) -> str:
    return next((field for prefix, field in _KINDS.items() if name.startswith(prefix)), "")

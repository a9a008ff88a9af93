"""WikiPathways' own reader of GPML finds in our files what we wrote.

gpml2pvjson (Apache-2.0) turns GPML2013a into what the site draws.
"""

import json
import subprocess
from pathlib import Path

import pytest

from cascade.formats import gpml
from cascade.formats.heads import LINEAGE, WORDS
from cascade.formats.selection import select

READER = Path(__file__).parents[1] / "node/node_modules/gpml2pvjson/bin/gpml2pvjson"
PARTS = {"whole": {}, "one stage": {"stage": "circulation"}, "one cell": {"focus": "neutrophil"}}


def read(content: bytes) -> dict[str, list[dict]]:
    """The entities that the reader finds, by the name of their element."""
    if not READER.is_file():
        pytest.fail("gpml2pvjson is missing: make unit takes it from npm")
    command = ["node", str(READER), "--id", "urn:test", "--pathway-version", "1"]
    run = subprocess.run(command, input=content, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    found: dict[str, list[dict]] = {}
    for entity in json.loads(run.stdout)["entitiesById"].values():
        found.setdefault(entity["gpmlElementName"], []).append(entity)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_the_reader_of_wikipathways_finds_all(flagship, part):
    selection = select(flagship, **PARTS[part])
    found = read(gpml.write(selection))
    ends = {f"n_{end.replace('/', '.')}" for a in selection.arrows for end in (a.source, a.target)}
    cells = {one["id"]: one for one in found["DataNode"]}
    assert cells.keys() >= ends
    assert all(one["cascadeCurie"] or one["textContent"] for one in cells.values())
    lines = {one["id"]: one for one in found["Interaction"]}
    for arrow in selection.arrows:
        step, line = arrow.interaction, lines[f"a_{arrow.id}"]
        assert line["isAttachedTo"] == [
            f"n_{end.replace('/', '.')}" for end in (arrow.source, arrow.target)
        ]
        # The reader's names are those of the format in CamelCase.
        marker = line.get("markerEnd", "").replace("Mim", "mim-")
        assert marker.lower() == WORDS[step.effect].gpml.lower()
        assert len(line["citations"]) == len({*step.references, *step.opposing})
    rest = [one for id_, one in lines.items() if id_.startswith("b_")]
    assert len(lines) == len(selection.arrows) + len(rest)
    assert {one["markerEnd"] for one in rest} <= {"MimConversion"}
    assert WORDS[LINEAGE].gpml == "mim-conversion"
    papers = {id_ for a in selection.arrows for id_ in a.interaction.references}
    assert {one["id"] for one in found["PublicationXref"]} >= {
        f"publicationXrefr_{id_}" for id_ in papers
    }

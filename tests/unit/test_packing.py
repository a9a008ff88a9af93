"""A frozen page carries the elements leanly and makes the very same of them again."""

import json
import subprocess
from pathlib import Path

import pytest

from cascade.figure.figure import pathway_data
from cascade.figure.packing import pack

ROOT = Path(__file__).parents[2]
PLAY = """
import { readFileSync } from 'node:fs';
const { unpackElements } = await import(process.argv[1]);
const { packed, pathway } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(unpackElements(packed, pathway)));
"""


@pytest.mark.parametrize("name", ["metastatic-cascade", "csf1-egf-loop", "vicious-cycle"])
def test_the_elements_arrive_as_they_were(pathways, name):
    one = json.loads(json.dumps(pathway_data(pathways[name])))
    packed = pack(one["elements"], one)
    assert len(json.dumps(packed)) < 0.7 * len(json.dumps(one["elements"]))
    books = {name: one[name] for name in ("interactions", "cards", "nodes", "pairs")}
    told = {"packed": packed, "pathway": books}
    command = [
        "node",
        "--input-type=module",
        "-e",
        PLAY,
        str(ROOT / "assets/js/frozen/elements.js"),
    ]
    done = subprocess.run(command, input=json.dumps(told), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == one["elements"]

"""Any file gives problems with places, or a pathway of which everything can be made."""

from fuzzing import demand_problems, inputs, told
from mutation import mutated, written
from products import compiled, drawings, files, pages
from rich import lecture, rich

from cascade.loading.loader import load

WHOLE = 12
"""Of so many pathways one is also written in all formats, as that takes a second."""


def test_any_file_gives_problems_or_a_figure(tmp_path, library):
    path = tmp_path / "rich.yaml"
    talk = tmp_path / "rich.lectures" / "talk.yaml"
    talk.parent.mkdir()
    good = bad = 0
    for name, luck in inputs(600):
        document, spoken = rich(), lecture()
        if luck.random() < 0.2:
            spoken = mutated(spoken, luck)
        else:
            document = mutated(document, luck)
        path.write_bytes(written(document, luck))
        talk.write_bytes(written(spoken, luck))
        with told(name, path.read_bytes() + talk.read_bytes()):
            loaded = load(path, library)
            demand_problems(loaded)
            for pathway in loaded.pathways:
                compiled(pathway)
        bad += not loaded.pathways
        for pathway in loaded.pathways:
            good += 1
            if good % WHOLE == 0:
                with told(name, path.read_bytes() + talk.read_bytes()):
                    drawings(pathway), files(pathway), pages(pathway)
    # Else it would try one of the two alone.
    assert good > bad / 10 and bad > good / 10

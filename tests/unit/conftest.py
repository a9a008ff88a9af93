"""What the unit tests share: the compiled pathways, the page, and hand-made pathways."""

import pytest
import yaml
from playing import completed

from cascade.layout.drawing import draw
from cascade.loading.library import library_files, read_library
from cascade.loading.loader import load, load_all
from cascade.page.app import build
from cascade.page.page_parts import figure_data
from cascade.resources import pathways_dir


@pytest.fixture(scope="session")
def pathways():
    """All pathways that come with the project, by id."""
    return {pathway.id: pathway for pathway in load_all(pathways_dir()).pathways}


@pytest.fixture(scope="session")
def flagship(pathways):
    return pathways["metastatic-cascade"]


@pytest.fixture(scope="session")
def drawings(pathways):
    """Every pathway drawn, by id."""
    return {id: draw(pathway) for id, pathway in pathways.items()}


@pytest.fixture(scope="session")
def drawing(drawings):
    """The flagship drawn."""
    return drawings["metastatic-cascade"]


@pytest.fixture(scope="session")
def figure(pathways):
    """What the browser plays."""
    return figure_data(list(pathways.values()))


@pytest.fixture(scope="session")
def app(pathways):
    return build(list(pathways.values()))


@pytest.fixture(scope="session")
def html(app):
    """The page as the server sends it."""
    return app.server.test_client().get("/").get_data(as_text=True)


@pytest.fixture(scope="session")
def document(html):
    """The page as a tree of tags, with the cards that the browser makes."""
    return completed(html)


@pytest.fixture(scope="session")
def library():
    return read_library(*library_files(pathways_dir() / "library"))


@pytest.fixture
def make(tmp_path, library):
    """Makes a pathway from stages as plain data."""

    def make(*stages, id="made", **more):
        path = tmp_path / f"{id}.yaml"
        path.write_text(yaml.safe_dump({"title": "Made", "stages": list(stages), **more}), "utf-8")
        loaded = load(path, library)
        errors = [str(problem) for problem in loaded.problems if problem.severity == "error"]
        assert not errors, errors
        return loaded.pathways[0]

    return make

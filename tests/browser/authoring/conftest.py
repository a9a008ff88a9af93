"""What several browser tests start from."""

import shutil

import pytest
from author import LOOP, Author, served

from cascade.resources import pathways_dir


@pytest.fixture
def author(page, tmp_path, watch):
    shutil.copytree(pathways_dir() / "library", tmp_path / "library")
    path = tmp_path / "loop.yaml"
    path.write_text(LOOP, "utf-8")
    with served(path) as address:
        watch.origins.add(address.rstrip("/"))
        yield Author(page, path, address, watch)
        page.close()  # first, so that nobody waits for an answer

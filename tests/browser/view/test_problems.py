"""One broken pathway never hides the good ones: the page shows them and names what is wrong."""

import shutil
import threading

import pytest
from werkzeug.serving import make_server

from cascade.loading.loader import load_all
from cascade.resources import pathways_dir
from cascade.server.routes import create


@pytest.fixture
def address(tmp_path, watch):
    """A figure made from a good pathway and a broken one, served at a free port."""
    shutil.copytree(pathways_dir() / "library", tmp_path / "library")
    shutil.copy(pathways_dir() / "csf1-egf-loop.yaml", tmp_path / "good.yaml")
    text = (pathways_dir() / "csf1-egf-loop.yaml").read_text(encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(
        text.replace("to: tam\n", "to: tamm\n", 1), encoding="utf-8"
    )
    loaded = load_all(tmp_path)
    assert [pathway.id for pathway in loaded.pathways] == ["good"]
    running = make_server(
        "127.0.0.1", 0, create(loaded.pathways, loaded.problems).server, threaded=True
    )
    threading.Thread(target=running.serve_forever, daemon=True).start()
    watch.origins.add(f"http://127.0.0.1:{running.port}")
    yield f"http://127.0.0.1:{running.port}/"
    running.shutdown()
    running.server_close()


def test_the_good_pathway_is_drawn_and_the_bad_one_explained(figure, address):
    page = figure.page
    figure.spoil()
    page.goto(address)
    page.wait_for_selector("html.drawn")
    banner = page.locator("#problems")
    assert "One problem in the pathway files" in banner.inner_text()
    assert "broken.yaml:" in banner.inner_text()
    assert "did you mean 'tam'?" in banner.inner_text()
    assert (
        page.evaluate("document.getElementById('graph')._cyreg.cy.nodes('[kind=\"cell\"]').length")
        == 3
    )
    banner.get_by_role("button", name="Dismiss").click()
    assert banner.count() == 0

"""The static site, below a path of a plain web server."""

import json

import pytest
from web import served

from cascade.loading.loader import load_all
from cascade.publish.site import site
from cascade.resources import pathways_dir


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("web")
    pathways = load_all(pathways_dir()).pathways
    for name, content in site(pathways, paint=lambda svg, wide, high: b"\x89PNG"):
        path = root / "course" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


@pytest.fixture
def address(folder, watch):
    with served(folder) as origin:
        watch.origins.add(origin)
        yield f"{origin}/course/"


def test_no_folder_is_hidden_from_jekyll(folder):
    names = [part for path in folder.rglob("*") for part in path.relative_to(folder).parts]
    assert not [name for name in names if name.startswith("_")]
    assert (folder / "course" / ".nojekyll").exists()


def test_every_view_has_what_a_link_shows(folder):
    views = sorted((folder / "course" / "metastatic-cascade" / "v").iterdir())
    assert len(views) >= 9
    for view in views:
        answer = json.loads((view / "oembed.json").read_text("utf-8"))
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        assert {"html", "width", "height", "title", "thumbnail_url"} <= answer.keys()
        html = (view / "index.html").read_text("utf-8")
        for name in ("og:title", "og:description", "og:image", "og:url"):
            assert f'property="{name}"' in html
        assert "application/json+oembed" in html
        assert (view / "preview.png").exists()


def test_from_the_index_to_a_view_and_back(page, address, watch):
    page.goto(address)
    assert page.locator("img").first.evaluate("image => image.naturalWidth") > 500
    page.get_by_role("link", name="Colonization, Brain").click()
    page.wait_for_selector("html.drawn", state="attached")
    view = page.evaluate("cascade.view()")
    assert (view["stage"], view["organ"]) == ("colonization", "brain")
    assert page.title().startswith("Colonization")
    asked = len(watch.requests)
    page.locator(".stages button", has_text="Circulation").click()
    assert page.evaluate("cascade.view().stage") == "circulation"
    assert len(watch.requests) == asked, "a click costs no request"
    page.locator(".tools > [data-do=plots]").click()
    page.wait_for_selector(".plot[data-ready]")
    new = [url.rsplit("/", 2)[1:] for url in watch.requests[asked:] if url.startswith("http")]
    assert {folder for folder, _ in new} == {"lib"} and len(new) == 4
    assert sum(name.startswith("plotly-") for _, name in new) == 1
    page.keyboard.press("Escape")
    assert page.locator("#plots").is_hidden()
    page.go_back()
    page.wait_for_function("() => cascade.view().organ === 'brain'")
    page.go_back()
    page.get_by_role("heading", name="Interactive pathway figures").wait_for()

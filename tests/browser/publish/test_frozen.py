"""The frozen file, opened as people open it: from disk, below a path, in a frame without rights."""

import shutil
from pathlib import Path

import pytest
from excerpt import excerpt
from figure import LIVE
from web import served

from cascade.loading.loader import load_path
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.resources import pathways_dir

OVERLAY = Path(__file__).parents[3] / "examples" / "overlay"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """An excerpt of the flagship as one file, with a start of its own."""
    path = tmp_path_factory.mktemp("frozen") / "figure.html"
    start = {"stage": "extravasation", "theme": "light"}
    path.write_text(freeze([excerpt()], PageVariant(start=start, frozen=True)), "utf-8")
    return path


@pytest.fixture
def host(file, tmp_path, watch):
    """Serves the file, and host pages written beside it, below a path, as a static host would."""
    folder = tmp_path / "course" / "week-3"
    folder.mkdir(parents=True)
    shutil.copy(file, folder / "figure.html")
    with served(tmp_path) as origin:
        watch.origins.add(origin)

        def write(html: str) -> str:
            icon = '<!doctype html><link rel="icon" href="data:,">'
            (folder / "page.html").write_text(icon + html, "utf-8")
            return f"{origin}/course/week-3/page.html"

        write.figure = f"{origin}/course/week-3/figure.html"
        yield write


def drawn(page) -> None:
    page.wait_for_selector("html.drawn", state="attached")


def asked(watch) -> list[str]:
    return [url for url in watch.requests if not url.startswith(("data:", "blob:"))]


def test_from_disk_it_asks_nobody_and_works(page, frozen_file, watch):
    page.context.set_offline(True)
    address = f"{frozen_file.as_uri()}?stage=extravasation&focus=neutrophil"
    page.goto(address)
    drawn(page)
    view = page.evaluate("cascade.view()")
    assert (view["stage"], view["focus"]) == ("extravasation", "neutrophil")
    assert page.locator("#card-metastatic-cascade-neutrophil").is_visible()
    page.keyboard.press("2")
    assert page.evaluate("cascade.view().stage") == "circulation"
    assert "stage=circulation" in page.url
    page.go_back()
    page.wait_for_function("() => cascade.view().stage === 'extravasation'")
    assert page.evaluate("document.fonts.check('600 22px Inter')")

    # It reads results from disk, and tests its reader.
    page.locator("details.menu summary").first.click()
    page.get_by_role("button", name="Your results on the figure").click()
    box = page.locator("#evidence")
    box.locator("input[type=file]").set_input_files(OVERLAY / "synthetic-liana.csv")
    box.get_by_text("synthetic-liana.csv (LIANA)").wait_for()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("y")
    page.locator("#quiz-title").wait_for()
    assert page.locator(".quiz-sure").is_visible()
    assert asked(watch) == [address]


def test_the_address_overrides_the_start_or_part_of_it(page, file):
    page.goto(f"{file.as_uri()}?focus=neutrophil")
    drawn(page)
    view = page.evaluate("cascade.view()")
    assert (view["stage"], view["focus"]) == ("extravasation", "neutrophil")
    page.goto(f"{file.as_uri()}?stage=circulation&theme=dark")
    drawn(page)
    assert page.evaluate("cascade.view().stage") == "circulation"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_below_a_path_it_asks_once(page, host, watch):
    page.goto(host.figure)
    drawn(page)
    page.locator(".stages button", has_text="Circulation").click()
    assert page.evaluate("cascade.view().stage") == "circulation"
    page.reload()
    drawn(page)
    assert page.evaluate("cascade.view().stage") == "circulation"
    assert len(asked(watch)) == 2, "the page, and the page again"


def test_in_a_sandbox_it_works(page, host):
    page.goto(host('<iframe sandbox="allow-scripts" src="figure.html" width="960" height="600">'))
    frame = page.frame_locator("iframe")
    frame.locator("html.drawn").wait_for(state="attached")
    frame.locator(".stages button", has_text="Colonization").click()
    inside = page.frames[1]
    assert inside.evaluate("cascade.view().stage") == "colonization"
    cells = f"{LIVE}.nodes('[kind=\"cell\"]').length"
    assert inside.evaluate(cells) == len(excerpt().nodes)


def test_without_scripts_it_still_teaches(new_context, frozen_file, flagship_arrows):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(frozen_file.as_uri())
    picture = page.locator("noscript svg[role=img]")
    box = picture.bounding_box()
    assert box["width"] > 800
    assert picture.locator("text").count() > 80
    rows = page.locator("noscript tbody tr").filter(has=page.locator("td"))
    assert rows.count() == flagship_arrows
    assert rows.filter(has=page.locator("a[href^='https://doi.org/']")).count() > 100
    assert not page.locator("#top").is_visible()
    assert not page.locator("#skeleton").is_visible()


@pytest.mark.noisy  # the browser names every script that it did not run
def test_in_a_frame_without_any_right_it_shows_the_picture(page, host):
    page.goto(host('<iframe sandbox="" src="figure.html" width="960" height="600"></iframe>'))
    picture = page.frame_locator("iframe").locator("noscript svg[role=img]")
    assert picture.bounding_box()["width"] > 700


@pytest.fixture(scope="module")
def flagship_arrows():
    (pathway,) = load_path(pathways_dir() / "metastatic-cascade").pathways
    return len(pathway.arrows)

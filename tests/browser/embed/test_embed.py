"""The dialog that makes a snippet: what it says, what it copies, and that the snippet works."""

import html
import re

import pytest
from course import COURSE, FIGURE, Site
from excerpt import frozen_excerpt

CLOSED = """() => {
  Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});
  document.execCommand = () => false;
}"""
REOPENED = "() => delete navigator.clipboard && delete document.execCommand"


def opened(page):
    page.locator(".menu summary").click()
    page.locator(".menu [data-do=embed]").click()
    page.locator("#embed[open]").wait_for()
    return page.locator("#embed [data-part=code]")


def chosen(page, kind):
    page.locator(f"#embed label:has([value={kind}])").click()


def source(code: str) -> str:
    return html.unescape(re.search(r' (?:data-)?src="([^"]*)"', code)[1])


def test_from_the_view_on_screen_to_a_course_page(figure, page, watch, tmp_path):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure.open("stage=circulation&focus=platelet")
    code = opened(page)
    base = figure.base_url
    assert code.input_value() == (
        f'<iframe src="{base}/embed/metastatic-cascade?stage=circulation&amp;focus=platelet"'
        ' title="Interactive diagram: The metastatic cascade, Platelet"\n'
        ' width="100%" height="640" style="border: 0; width: 100%;" loading="lazy"\n'
        ' allow="fullscreen; clipboard-write" allowfullscreen></iframe>\n'
        f'<p><a href="{base}/?stage=circulation&amp;focus=platelet">Open the diagram in a new tab'
        "</a> (keyboard and text version included)</p>\n"
    )
    assert page.locator("#embed [data-part=local]").is_visible(), "127.0.0.1 is this computer only"
    assert page.locator("#embed iframe").count() == 0, "no preview before somebody looks"

    # Options are in the snippet at once.
    page.locator("#embed [data-part=start]").select_option(label="4 Colonization")
    page.locator("#embed [data-part=theme]").select_option("Dark")
    page.locator("#embed [data-part=min]").check()
    page.locator("#embed [data-part=height]").fill("500")
    wanted = f"{base}/embed/metastatic-cascade?stage=colonization&theme=dark&ui=min"
    assert source(code.input_value()) == wanted
    assert 'height="500"' in code.input_value()
    page.locator("#embed [data-part=height]").fill("-3")
    assert 'height="200"' in code.input_value()
    page.locator("#embed [data-part=height]").fill("500")

    # Every tab has lines of its own, and all lead to the same view.
    seen = {}
    for kind in (
        *("moodle", "canvas", "wordpress", "quarto", "myst", "reveal"),
        *("brightspace", "blackboard", "google", "notion"),
    ):
        chosen(page, kind)
        seen[kind] = code.input_value()
        assert page.locator(f"#embed [data-for={kind}]").is_visible()
        assert page.locator("#embed [data-for]:visible").count() == 1
        assert wanted in html.unescape(seen[kind]), kind
    assert seen["quarto"].startswith("```{=html}") and seen["myst"].startswith(":::{iframe}")
    assert "data-preload" in seen["reveal"]
    assert seen["notion"] == f"{wanted}\n", "it takes an address alone"

    # What is copied is what stands there.
    chosen(page, "moodle")
    page.locator("[data-do=embed-copy]").click()
    page.locator("#embed [data-part=said]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == seen["moodle"]

    # The preview is the embedded figure itself.
    page.locator("#embed summary").click()
    preview = page.frame_locator("#embed iframe")
    preview.locator("html.drawn").wait_for(state="attached", timeout=20000)
    assert page.frames[1].url == wanted
    assert page.frames[1].evaluate("cascade.view().stage") == "colonization"
    assert preview.locator("#top").is_hidden()

    # The file can be taken along; ILIAS takes nothing else.
    chosen(page, "ilias")
    assert page.locator("#embed [data-for=ilias]").is_visible() and code.is_hidden()
    assert page.locator("#embed [data-part=download]").is_visible()
    chosen(page, "file")
    assert page.locator("#embed [data-for=ilias]").is_hidden()
    link = page.locator("#embed [data-part=download]")
    assert link.get_attribute("download") == "metastatic-cascade.html"
    with page.expect_download() as download:
        link.click()
    file = tmp_path / "metastatic-cascade.html"
    download.value.save_as(file)
    page.locator("[data-do=close-embed]").click()
    # A dialog tells that it was closed a moment later.
    page.locator("#embed iframe").wait_for(state="detached")
    assert page.evaluate("cascade.view().stage") == "circulation", "the figure itself stays"

    # A link to the view is copied from the page itself, too, and said so.
    page.locator("#top [data-do=copy]:visible").click()
    page.locator("#toast", has_text="Link to this view copied. Only this computer").wait_for()
    link = f"{base}/?stage=circulation&focus=platelet"
    assert page.evaluate("navigator.clipboard.readText()") == link == page.url

    # The file starts as the options said.
    page.goto(file.as_uri())
    page.wait_for_selector("html.drawn", state="attached")
    view = page.evaluate("cascade.view()")
    assert (view["stage"], view["theme"], view["ui"]) == ("colonization", "dark", "min")

    # Pasted into a page of another site, the lines show that view.
    # (A file stands in for the server, as a browser keeps other sites away from 127.0.0.1; the
    # preview has framed what the server has at this address.)
    Site(page.context, FIGURE, watch).put("/embed/metastatic-cascade", frozen_excerpt())
    pasted = "<!doctype html>" + seen["moodle"].replace(base, FIGURE)
    page.goto(Site(page.context, COURSE, watch).put("/week-3", pasted))
    page.frame_locator("iframe").locator("html.drawn").wait_for(state="attached", timeout=20000)
    assert page.frames[1].evaluate("cascade.view().stage") == "colonization"


def test_with_a_closed_clipboard_the_lines_can_be_selected(figure):
    figure.show("stage=circulation")
    page = figure.page
    page.evaluate(CLOSED)
    code = opened(page)
    page.locator("[data-do=embed-copy]").click()
    page.locator("#embed [data-part=said]", has_text="Ctrl+C").wait_for()
    part = "(b => b.value.slice(b.selectionStart, b.selectionEnd))(document.activeElement)"
    assert page.evaluate(part) == code.input_value()
    page.locator("[data-do=close-embed]").click()
    # So can the link to the view.
    page.locator(".tools > [data-do=copy]").click()
    page.locator("#address[open]").wait_for()
    assert page.evaluate(part) == page.url
    assert page.evaluate(REOPENED)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The figure as a file on disk, with and without a known address."""
    path = tmp_path_factory.mktemp("disk")
    (path / "my figure.html").write_text(frozen_excerpt(), "utf-8")
    (path / "known.html").write_text(frozen_excerpt("https://example.org/cascade/"), "utf-8")
    return path


def test_a_file_without_an_address_offers_what_works(page, folder):
    page.goto(f"{(folder / 'my figure.html').as_uri()}?stage=extravasation")
    page.wait_for_selector("html.drawn", state="attached")
    code = opened(page)
    assert source(code.input_value()) == "my%20figure.html?stage=extravasation"
    (folder / "page.html").write_text(f"<!doctype html>{code.input_value()}", "utf-8")
    for kind in ("moodle", "canvas", "wordpress", "myst", "brightspace", "google", "notion"):
        chosen(page, kind)
        assert code.is_hidden() and page.locator("#embed [data-part=upload]").is_visible()
    chosen(page, "ilias")
    assert page.locator("#embed [data-for=ilias]").is_visible()
    assert page.locator("#embed [data-part=upload]").is_hidden()
    chosen(page, "file")
    assert page.locator("#embed [data-part=this]").is_visible()
    assert page.locator("#embed [data-part=download]").is_hidden()
    page.goto((folder / "page.html").as_uri())
    page.frame_locator("iframe").locator("html.drawn").wait_for(state="attached", timeout=20000)
    assert page.frames[1].evaluate("cascade.view().stage") == "extravasation"
    page.goto(f"{(folder / 'known.html').as_uri()}?stage=extravasation")
    page.wait_for_selector("html.drawn", state="attached")
    code = opened(page)
    assert source(code.input_value()) == "https://example.org/cascade/?stage=extravasation"
    assert page.locator("#embed [data-part=local]").is_hidden()

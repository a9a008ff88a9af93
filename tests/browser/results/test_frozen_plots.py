"""The plots of one file: pictures, or Plotly with all it draws, and no request for either."""

from pathlib import Path

from plots import OPEN, SUM

from app import loaded
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze


def test_a_frozen_file_has_its_plots_and_asks_nobody(page, frozen_file, tmp_path, watch):
    page.context.set_offline(True)
    opened_from_disk(page, frozen_file)
    assert page.locator("#plots svg[role=img]").count() == 5
    assert page.locator("#plots details").count() == 4
    page.locator("#plots g[data-id='tam~tumor-cell']").click()
    assert page.evaluate("cascade.view().edge") == "tam~tumor-cell"
    for name in ("png", "svg", "csv"):
        with page.expect_download() as download:
            page.locator(f"[data-still=flow] [data-save={name}]").click()
        content = Path(download.value.path()).read_bytes()
        assert len(content) > 5000 and b"var(--" not in content
    # With Plotly in it, if somebody wants it whole.
    whole = tmp_path / "figure.html"
    whole.write_text(freeze(loaded.pathways[:1], PageVariant(frozen=True, plots="whole")), "utf-8")
    opened_from_disk(page, whole)
    page.wait_for_selector(".plot[data-ready]")
    assert page.evaluate(SUM) == 40
    asked_for = [url for url in watch.requests if not url.startswith(("data:", "blob:"))]
    assert asked_for == [frozen_file.as_uri(), whole.as_uri()]


def opened_from_disk(page, file: Path) -> None:
    page.goto(file.as_uri())
    page.wait_for_selector("html.drawn", state="attached")
    page.evaluate(OPEN)

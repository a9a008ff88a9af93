"""A reader's own results: read in the page, laid on the arrows, taken away again."""

import csv
from pathlib import Path

EXAMPLES = Path(__file__).parents[3] / "examples" / "overlay"
EDGE = "cy.getElementById('{}').data('evidence')"


def part(box, name):
    details = box.locator(f"details[data-part={name}]")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return details


def test_results_are_laid_on_the_figure(figure, page, watch, tmp_path):
    figure.open("stage=primary-tumor")
    asked = len(watch.requests)
    before = figure.cy("cy.getElementById('pt-csf1-csf1r').width()")
    page.locator("details.menu summary").first.click()
    page.get_by_role("button", name="Your results on the figure").click()
    box = page.locator("#evidence")
    assert "It stays in this browser" in box.inner_text()
    box.locator("input[type=file]").set_input_files(EXAMPLES / "synthetic-cellchat.csv")
    box.get_by_text("Supported arrows: 5 of 182").wait_for()
    assert "synthetic-cellchat.csv (CellChat), 8 rows" in box.inner_text()
    assert "as wide as their score (prob); the others fade" in box.inner_text()
    assert len(watch.requests) == asked, "nothing leaves the page"
    assert figure.cy("cy.getElementById('pt-csf1-csf1r').width()") > 2 * before
    assert figure.cy(EDGE.format("pt-csf1-csf1r")) == 1
    assert 0 < figure.cy(EDGE.format("pt-egf-egfr")) < 0.5
    assert figure.cy("cy.edges('[evidence=0]')[0].numericStyle('opacity')") < 0.3

    # The evidence is in words, too, and a word leads to its arrow.
    arrows = part(box, "arrows")
    assert "CSF1 – CSF1R, score 0.31, p 0" in arrows.inner_text()
    arrows.get_by_role("button", name="through CSF-1").click()
    assert figure.settle()["edge"] == "pt-csf1-csf1r"

    # What was not matched is listed with its reason and can be downloaded.
    rest = part(box, "rest")
    assert "SPP1 – CD44: the figure has another signal between these cells" in rest.inner_text()
    with page.expect_download() as download:
        rest.get_by_role("button", name="Download as CSV").click()
    download.value.save_as(tmp_path / "rest.csv")
    with (tmp_path / "rest.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3
    assert {row["why"] for row in rows} >= {"p above the limit", "receiver is not in the figure"}
    box.get_by_label("p at most").fill("0.5")
    box.get_by_label("p at most").press("Enter")
    box.get_by_text("Supported arrows: 6 of 182").wait_for()

    # A name that was read wrongly can be corrected.
    names = part(box, "names")
    assert "Macrophages (TAM) (similar)" in names.inner_text()
    names.get_by_label("Macrophages (TAM)").select_option("")
    box.get_by_text("Supported arrows: 3 of 182").wait_for()

    # Two files of one run, dropped; then rubbish; then nothing is left.
    page.evaluate(
        """(files) => {
          const data = new DataTransfer();
          for (const [name, text] of files) data.items.add(new File([text], name));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        [
            [name, (EXAMPLES / name).read_text("utf-8")]
            for name in ("synthetic-cellphonedb-means.txt", "synthetic-cellphonedb-pvalues.txt")
        ],
    )
    box.get_by_text("(CellPhoneDB), 16 rows").wait_for()
    page.locator("#evidence input[type=file]").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": b"gene,cluster\nA,B\n"}
    )
    box.get_by_text("x.csv: no column for sender, receiver, ligand, receptor").wait_for()
    assert figure.cy("cy.edges('[evidence]').length") == 0
    box.get_by_role("button", name="Remove").click()
    assert not box.is_visible()
    assert figure.cy("cy.getElementById('pt-csf1-csf1r').hasClass('hidden')") is False

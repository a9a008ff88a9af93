"""A SCORM 1.2 package: the frozen page, a manifest, and a script that reports how far one came."""

import re
from xml.sax.saxutils import escape

from ..exports.archive import zipped
from ..page.asset_bundles import pressed
from ..page.content_security import allowing

PAGE = "index.html"
MANIFEST = "imsmanifest.xml"
_BEFORE = "<title>"
_LONGEST = 200  # characters of a title, as the schema has it
_XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="{id}-organization">
    <organization identifier="{id}-organization">
      <title>{title}</title>
      <item identifier="{id}-item" identifierref="{id}-page">
        <title>{title}</title>{mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="{id}-page" type="webcontent" adlcp:scormtype="sco" href="{page}">
      <file href="{page}"/>
    </resource>
  </resources>
</manifest>
"""


def write(html: bytes, title: str, identifier: str, passing: int | None = None) -> bytes:
    """The zip of a frozen page for a course system; the same input gives the same bytes.

    A reader has completed it when she has been in every stage or, with `passing`, has answered so
    many in a hundred questions of a round at the first try; she comes back to her last view.
    `identifier` should stay the same between versions, so that a course system knows the package
    again; it may be any text with a letter or digit in it. Raises ValueError when it has none, or
    when `html` is not a page of ours.
    """
    return zipped(
        {
            MANIFEST: manifest(title, identifier, passing).encode(),
            PAGE: reporting(html, passing),
        }
    )


def manifest(title: str, identifier: str, passing: int | None = None) -> str:
    """The text of imsmanifest.xml."""
    id_ = re.sub(r"[^A-Za-z0-9._-]+", "-", identifier).strip(".-_")
    if not id_:
        raise ValueError(f"an identifier needs a letter or digit: {identifier!r}")
    # XML knows no control characters, not even escaped.
    plain = " ".join(re.sub(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]", " ", title).split())
    score = f"\n        <adlcp:masteryscore>{passing}</adlcp:masteryscore>"
    mastery = "" if passing is None else score
    shown = escape(plain[:_LONGEST]) or id_
    return _XML.format(id=f"cascade-{id_}", title=shown, page=PAGE, mastery=mastery)


def reporting(html: bytes, passing: int | None = None) -> bytes:
    """The page with the script that reports, which its policy then allows."""
    text = html.decode("utf-8")
    if _BEFORE not in text:
        raise ValueError("not a page: it has no title")
    script = pressed("scorm.js")
    rule = "" if passing is None else f'<meta name="cascade-complete" content="test {passing}">\n'
    page = text.replace(_BEFORE, f"{rule}<script>{script}</script>\n{_BEFORE}", 1)
    return allowing(page, script).encode()

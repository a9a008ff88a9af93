"""Content Security Policies: what a page may do, written from what really stands in it."""

import base64
import re
from hashlib import sha256

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)
_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')


def hashes(html: str) -> list[str]:
    """The CSP sources of a page's inline scripts, in their order, each once."""
    found = []
    for match in _SCRIPT.finditer(html):
        attributes = match["attributes"]
        if "src=" in attributes or 'type="application/json"' in attributes:
            continue
        digest = base64.b64encode(sha256(match["code"].encode()).digest()).decode()
        found.append(f"'sha256-{digest}'")
    return list(dict.fromkeys(found))


def served(html: str, ancestors: str = "*") -> str:
    """The policy of a page that this server serves; `ancestors` may frame it.

    Styles may stand inline: cytoscape.js and React set them on elements.
    """
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes(html)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {ancestors}",
        )
    )


def sealed(html: str, lib: str = "") -> str:
    """The page with a policy of its own in its head: it asks nobody for anything.

    `lib` names the source of scripts, styles, fonts and data of a site's page, else all of it must
    be inline. Sealing a page again replaces its policy, for whoever adds a script.
    """
    html = _META.sub("", html)
    own = f" {lib}" if lib else ""
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join([f"script-src{own}", *hashes(html)]),
            f"style-src{own} 'unsafe-inline'",
            f"img-src{own} data: blob:",
            f"font-src{own} data:",
            *([f"connect-src{own}"] if lib else []),
            # The preview of the embed dialog: the page in itself.
            f"frame-src 'self'{own}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    # First in the head, behind the charset alone: a policy holds for what follows it.
    charset = '<meta charset="utf-8">\n'
    return html.replace(charset, charset + meta, 1)

"""Content Security Policies: what a page may do, which knows scripts by what the
project puts in, never by what stands in the page: that may be an attacker's."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')


def hashes(scripts: Iterable[str]) -> list[str]:
    """The CSP sources of inline scripts, each once."""
    digests = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    return [f"'sha256-{digest}'" for digest in dict.fromkeys(digests)]


def response_policy(scripts: Iterable[str], ancestors: str = "*") -> str:
    """The policy of a page that this server serves with some inline scripts; `ancestors` may frame
    it.

    Styles may stand inline: cytoscape.js and React set them on elements.
    """
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes(scripts)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {ancestors}",
        )
    )


def seal_page(html: str, scripts: Iterable[str], lib: str = "") -> str:
    """The page with a policy of its own in its head: it asks nobody for anything.

    `lib` names the source of scripts, styles, fonts and data of a site's page, else all of it must
    be inline; `scripts` are those that are.
    """
    own = f" {lib}" if lib else ""
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join([f"script-src{own}", *hashes(scripts)]),
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


def allowing(html: str, script: str) -> str:
    """A sealed page whose policy also allows an inline script."""
    meta = _META.search(html)
    if not meta:
        raise ValueError("not a page of ours: it has no policy")
    more = meta[0].replace("script-src", " ".join(["script-src", *hashes([script])]), 1)
    return html.replace(meta[0], more, 1)

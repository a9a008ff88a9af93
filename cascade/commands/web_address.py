"""The web address in an option: checked, and written so that every program opens it."""

from urllib.parse import quote, urlsplit, urlunsplit

from .output import UsageRefused

# Marks of an address itself, and '%' of what is encoded already.
_PATH, _QUERY = "/:@!$&'()*+,;=~%-._", "/?:@!$&'()*+,;=~%-._"


def web_address(option: str, text: str) -> str:
    """The address with everything encoded that is not ASCII; '' stays ''.

    Raises UsageRefused for what is no address of a page: another scheme, no host, a fragment.
    """
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
        domain = (host or "").encode("idna").decode()
    except ValueError:
        domain = ""
    # urlsplit drops tabs and line breaks, and blanks at the ends, without a word.
    odd = text != text.strip() or not text.isprintable() or set(text) & set('<>"\\^`{|}')
    if odd or not domain or " " in domain or parts.scheme not in ("http", "https"):
        raise UsageRefused(
            f"{option} {text!r} is not a web address, such as https://example.org/figure.html"
        )
    if "#" in text:
        raise UsageRefused(f"{option} {text!r} has a fragment: leave out what starts at '#'")
    at = parts.netloc.rpartition("@")[0]
    place = f"[{domain}]" if ":" in domain else domain
    port = f":{parts.port}" if parts.port else ""
    netloc = f"{quote(at, safe=_PATH)}@{place}{port}" if at else f"{place}{port}"
    path, query = quote(parts.path, safe=_PATH), quote(parts.query, safe=_QUERY)
    return urlunsplit((parts.scheme, netloc, path, query, ""))

"""The web address in an option: checked, and written so that every program opens it."""

import socket
from ipaddress import ip_address
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


def public_page(option: str, text: str) -> str:
    """The address of a page to which views are added, so one without a query; '' stays ''."""
    address = web_address(option, text)
    if "?" in address:
        raise UsageRefused(f"{option} {text!r} has a query: leave out what starts at '?'")
    return address


def bracketed(host: str) -> str:
    """A host as it stands in a web address."""
    return f"[{host}]" if ":" in host else host


def network_address(host: str, port: int) -> str:
    """Where others on the network reach a server that listens to all of them; '' for one that
    listens elsewhere, whose own address says where, and without a network."""
    try:
        if not ip_address(host).is_unspecified:
            return ""
    except ValueError:
        return ""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    outside = "2001:db8::1" if ":" in host else "192.0.2.1"  # for documentation, so nobody's
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((outside, 9))  # sends nothing, but chooses the way there
            own = asked.getsockname()[0]
    except OSError:
        return ""
    return "" if ip_address(own).is_loopback else f"http://{bracketed(own)}:{port}/"

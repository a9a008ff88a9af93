"""The addresses in `--link` and `--home`: one rule, and nothing in them that a program trips on."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade.cli import main
from cascade.commands.output import UsageRefused
from cascade.commands.web_address import network_address, web_address

GOOD = {
    "https://figure.example/": None,
    "http://127.0.0.1:8050/?ui=min": None,
    "http://[::1]:8050/": None,
    "https://me@figure.example/": None,
    "https://figure.example/my figure.html": "https://figure.example/my%20figure.html",
    "https://figure.example/my%20figure.html": None,
    "https://figure.example/Krebs/für alle": "https://figure.example/Krebs/f%C3%BCr%20alle",
    "https://figure.example/?q=a b&r=ü": "https://figure.example/?q=a%20b&r=%C3%BC",
    "https://bücher.example/": "https://xn--bcher-kva.example/",
    "HTTPS://Figure.Example/A": "https://figure.example/A",
}
BAD = [
    "figure.example", "javascript:alert(1)", "file:///figure.html", "https://[", "https://",
    "https://a b.example/", "https://a.example:port/", "https://a.example/<b>",
    'https://a.example/"', "https://a.example/\n", " https://a.example/", "https://a.example/\u200b",
    "https:///figure.html",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_an_address_is_written_in_ascii(text):
    assert web_address("--link", text) == (GOOD[text] or text)


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_address(text):
    with pytest.raises(UsageRefused, match="is not a web address"):
        web_address("--link", text)


CALLS = {
    "--link": ["export", "--format", "pptx", "--lecture", "cascade", "-o", "x.pptx"],
    "--home": ["freeze", "-o", "x.html"],
}


@pytest.mark.parametrize("option", CALLS)
@pytest.mark.parametrize(
    ("text", "why"),
    [("figure", "is not a web address"), ("https://a.example/#x", "has a fragment")],
)
def test_both_options_refuse_alike(tmp_path, monkeypatch, option, text, why):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [*CALLS[option], option, text])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {option} '{text}' {why}")
    assert result.stderr.count("\n") == 1 and not list(Path().iterdir())


def test_a_home_has_no_query():
    result = CliRunner().invoke(main, [*CALLS["--home"], "--home", "https://a.example/?x=1"])
    assert "--home 'https://a.example/?x=1' has a query" in result.stderr


class Route:
    """A socket whose computer has an address on some network."""

    def __init__(self, own: str):
        self.own = own

    def __call__(self, family, kind):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def connect(self, place):
        if not self.own:
            raise OSError("no network")

    def getsockname(self):
        return self.own, 40000


@pytest.mark.parametrize(
    "host, own, told",
    [
        ("0.0.0.0", "192.168.1.5", "http://192.168.1.5:8050/"),
        ("::", "fd00::5", "http://[fd00::5]:8050/"),
        ("0.0.0.0", "", ""),
        ("0.0.0.0", "127.0.0.1", ""),
        ("127.0.0.1", "192.168.1.5", ""),
        ("192.168.1.5", "192.168.1.5", ""),
        ("localhost", "192.168.1.5", ""),
    ],
)
def test_where_others_on_the_network_reach_a_server(monkeypatch, host, own, told):
    monkeypatch.setattr("cascade.commands.web_address.socket.socket", Route(own))
    assert network_address(host, 8050) == told

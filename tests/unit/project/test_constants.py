"""What Python and the scripts both need is decided in Python, once."""

import re

from cascade.notation.keyboard import KEYS, LECTURE_KEYS
from tools import constants

NAMES = {"PageDown": "Page Down", "PageUp": "Page Up", "Shift+Escape": "Shift + Esc"}


def test_the_scripts_have_what_python_decides_now():
    assert constants.PATH.read_text("utf-8") == constants.module(), "run make press"


def test_no_constant_is_typed_twice():
    """The long ones, that nobody types by chance."""
    scripts = [path for path in constants.PATH.parents[1].rglob("*.js") if path != constants.PATH]
    for name in ("THEMES", "DETAILS", "OUTCOMES", "FONT", "LAPTOP", "LEGEND_FACETS"):
        value = re.search(rf"^export const {name} = (.+);$", constants.module(), re.MULTILINE)[1]
        found = [path.name for path in scripts if value in path.read_text("utf-8")]
        assert not found, (name, found)


def test_keys_that_buttons_name_stand_in_the_help(html):
    told = {key for table in (KEYS, LECTURE_KEYS) for keys, _ in table for key in _each(keys)}
    named = set(re.findall(r'aria-keyshortcuts="([^"]+)"', html))
    assert len(named) > 10
    for key in named - set("1234"):
        assert NAMES.get(key, key.upper()) in told, key


def _each(keys: str) -> list[str]:
    return re.split(", | and | or | to ", keys)

"""A GPML file of twice the size takes twice the work, however it is nested: counted in calls."""

import pytest
from effort import calls

from cascade.imports import reader


def _node(i: int, more: str = "") -> str:
    box = f'<Graphics CenterX="{i % 50 * 100}" CenterY="{i // 50 * 100}" Width="80" Height="20"/>'
    return f'<DataNode TextLabel="n{i}" GraphId="n{i}" {more}>{box}</DataNode>'


def _line(i: int, one: str, two: str, points: str = "", inside: str = "") -> str:
    ends = [f'<Point X="0" Y="0" GraphRef="{end}"/>' for end in (one, two)]
    return (
        f'<Interaction GraphId="l{i}"><Graphics>{ends[0]}{points}{ends[1]}</Graphics>'
        f"{inside}</Interaction>"
    )


def _ring(n: int, kind: str) -> str:
    return "".join(_line(i, f"{kind}{i}", f"{kind}{(i + 1) % n}") for i in range(n))


def nested_lines(n: int) -> str:
    body = ""
    for i in range(n):
        body = _line(i, "n0", "n1", inside=body)
    return _node(0) + _node(1) + body


def nested_elements(n: int) -> str:
    return _node(0) + _node(1) + _line(0, "n0", "n1", "<X>" * n + "</X>" * n)


def points(n: int) -> str:
    return _node(0) + _node(1) + _line(0, "n0", "n1", '<Point X="1" Y="1"/>' * n)


def nodes(n: int) -> str:
    return "".join(map(_node, range(n))) + _ring(n, "n")


def namesakes(n: int) -> str:
    xref = '<Xref Database="D" ID="{0}"/></DataNode>'
    each = (f'<DataNode TextLabel="n" GraphId="n{i}">{xref.format(i)}' for i in range(n))
    return "".join(each) + _ring(n, "n")


def anchors(n: int) -> str:
    """Each line starts at an anchor of the one before."""
    anchor = '<Anchor Position="0.5" GraphId="a{0}"/>'
    starts = ["n0", *(f"a{i}" for i in range(n - 1))]
    return _node(0) + _node(1) + "".join(
        _line(i, start, "n1", anchor.format(i)) for i, start in enumerate(starts)
    )  # fmt: skip


def shapes(n: int) -> str:
    box = '<Graphics CenterX="{0}" CenterY="0" Width="80" Height="80"/>'
    return "".join(
        f'<Shape GraphId="s{i}">{box.format(i * 100)}</Shape>'
        f'<Label TextLabel="L{i}" GraphId="b{i}">{box.format(i * 100)}</Label>'
        for i in range(n)
    ) + _ring(n, "s")  # fmt: skip


def groups(n: int) -> str:
    home = 'GroupRef="g{0}"'
    return "".join(
        f'<Group GroupId="g{i}" GraphId="h{i}"/>{_node(i, home.format(i))}'
        f'<Label TextLabel="L{i}" GroupRef="g{i}" GraphId="b{i}"/>'
        for i in range(n)
    ) + _ring(n, "h")  # fmt: skip


KINDS = (nested_lines, nested_elements, points, nodes, namesakes, anchors, shapes, groups)


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_the_work_grows_as_the_file(make):
    def work(n: int) -> int:
        space = 'xmlns="http://pathvisio.org/GPML/2013a"'
        content = f'<Pathway {space} Name="x">{make(n)}</Pathway>'.encode()
        rows = reader("gpml").read(content).rows
        assert rows
        return calls(lambda: reader("gpml").read(content))

    assert work(400) < 4.4 * work(100)

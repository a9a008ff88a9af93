"""The routes for authors: state, plan and save, for this machine's own pages alone."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from werkzeug.test import Client

from cascade.authoring.arrangement import Misplaced, move_cells
from cascade.authoring.author_server import AuthorServer, is_loopback
from cascade.loading.loader import load_path
from cascade.resources import pathways_dir

TAM = "primary-tumor/tam"


@pytest.fixture
def path(tmp_path):
    shutil.copytree(pathways_dir() / "library", tmp_path / "library")
    shutil.copy(pathways_dir() / "csf1-egf-loop.yaml", tmp_path / "loop.yaml")
    return tmp_path / "loop.yaml"


@pytest.fixture
def workshop(path):
    def make(pathways, problems, variant):
        app = Flask("figure")
        app.get("/")(lambda: f"{pathways[0].title}\n{variant.head}")
        return app

    return AuthorServer(path, load_path(path), make)


@pytest.fixture
def client(workshop):
    return Client(workshop)


def ask(client, route, **body):
    answer = client.post(f"/reload/{route}", json={"pathway": "loop", **body})
    assert answer.status_code == 200
    return answer.json


def test_the_page_gets_the_scripts_and_its_number(client, workshop):
    page = client.get("/").text
    assert f'content="{workshop.live.state.run} 1"' in page
    assert 'src="reload/authoring.js"' in page
    for name, kind in (("authoring.js", "text/javascript"), ("authoring.css", "text/css")):
        assert client.get(f"/reload/{name}").mimetype == kind
    for name in ("none.js", "cascade.js", "..%2fcascade.css", "%2fetc%2fpasswd"):
        assert client.get(f"/reload/{name}").status_code == 404


def test_the_scripts_are_not_in_the_page_of_readers(html):
    assert "reload/" not in html and "cascade-figure" not in html
    from cascade.page.asset_bundles import bundle

    assert "reload/state" not in bundle("js").text


def test_the_state_tells_problems_and_figures(client, workshop, path):
    first = client.get("/reload/state").json
    assert (first["figure"], first["problems"]) == (1, [])
    path.write_text("title: [", "utf-8")
    workshop.live.renew()
    query = f"?run={first['run']}&version={first['version']}"
    assert client.get(f"/reload/state{query}").json["problems"][0].startswith(f"{path}:")


def test_a_plan_shows_what_a_move_would_do(client):
    still = ask(client, "plan", at={})
    assert not [one for one in still["findings"] if one["fatal"]]
    on = dict(zip(("x", "y"), still["at"]["primary-tumor/tumor-cell"], strict=True))
    near = ask(client, "plan", at={TAM: [on["x"] - 0.1, on["y"]]})
    found = next(one for one in near["findings"] if one["kind"] == "cells overlap")
    assert TAM in found["who"] and found["fatal"]
    assert "loop.yaml:" in found["where"]
    grid, at = near["grids"]["primary-tumor"], near["at"][TAM]
    (tam,) = (one for one in near["elements"] if one["data"]["id"] == TAM)
    assert tam["position"]["x"] == pytest.approx(grid["x"] + at[0] * grid["dx"], abs=0.1)
    assert tam["position"]["y"] == pytest.approx(grid["y"] + at[1] * grid["dy"], abs=0.1)


def test_a_save_writes_and_shows_the_new_figure(client, workshop, path):
    digests = ask(client, "plan", at={})["digests"]
    assert ask(client, "save", at={TAM: [1.5, 0.5]}, digests=digests) == {"files": [str(path)]}
    assert "{ cell: tam, at: [1.5, 0.5]," in path.read_text("utf-8")
    assert workshop.live.state.figure == 2
    assert ask(client, "plan", at={})["at"][TAM] == [1.5, 0.5]
    again = ask(client, "save", at={TAM: [0, 0]}, digests=digests)
    assert "has changed since you began to move cells" in again["error"]


def test_one_of_many_saves_wins_and_the_others_are_told(client, workshop, path):
    digests = ask(client, "plan", at={})["digests"]
    begin = Barrier(20)

    def save(number):
        begin.wait()
        return ask(Client(workshop), "save", at={TAM: [1 + number / 100, 0.5]}, digests=digests)

    with ThreadPoolExecutor(20) as many:
        answers = list(many.map(save, range(20)))
    (winner,) = (number for number, answer in enumerate(answers) if "files" in answer)
    told = [answer["error"] for answer in answers if "error" in answer]
    assert len(told) == 19 and all("has changed since you began" in one for one in told)
    assert f"{{ cell: tam, at: [{1 + winner / 100:g}, 0.5]," in path.read_text("utf-8")
    assert sorted(one.name for one in path.parent.iterdir()) == ["library", "loop.yaml"]


def test_a_file_that_broke_is_not_written(client, workshop, path):
    """The places known are those of the last good file, which is no longer there."""
    digests = ask(client, "plan", at={})["digests"]
    broken = "# one line more\n" + path.read_text("utf-8").replace("to: tam\n", "to: tamm\n", 1)
    path.write_text(broken, "utf-8")
    workshop.live.renew()
    assert ask(client, "plan", at={})["digests"] == digests
    assert "has changed" in ask(client, "save", at={TAM: [1, 1]}, digests=digests)["error"]
    assert path.read_text("utf-8") == broken


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ({TAM: [99, 0]}, "leaves the grid of 'primary-tumor'"),
        ({TAM: [-1, 0]}, "'primary-tumor/tam' at [-1, 0] leaves the grid"),
        ({TAM: [float("nan"), 0]}, "leaves the grid"),
        ({"primary-tumor/nobody": [0, 0]}, "there is no cell 'primary-tumor/nobody' in 'loop'"),
    ],
)
def test_a_move_to_nowhere_is_refused(client, path, at, words):
    before = path.read_bytes()
    assert words in ask(client, "plan", at=at)["error"]
    assert words in ask(client, "save", at=at, digests={})["error"]
    assert path.read_bytes() == before


def test_two_cells_never_share_a_place(client, pathways):
    at = ask(client, "plan", at={})["at"]["primary-tumor/th2-cell"]
    error = ask(client, "save", at={TAM: at}, digests={})["error"]
    assert "both stand at" in error and TAM in error
    assert "no longer there" in client.post(
        "/reload/save", json={"pathway": "gone", "at": {}}
    ).json["error"]  # fmt: skip


def test_moving_changes_nothing_else(flagship):
    node = next(iter(flagship.nodes.values()))
    new = move_cells(flagship, {node.id: (node.at[0], node.at[1] + 0.1)})
    assert move_cells(new, {node.id: node.at}) == flagship
    with pytest.raises(Misplaced):
        move_cells(flagship, {"nowhere/nobody": (0, 0)})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "127.0.0.1:8050"}, 200),
        ({"Host": "[::1]:8050"}, 200),
        ({"Host": "localhost:8050", "Origin": "http://localhost:8050"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost:8050", "Origin": "http://evil.example"}, 403),
        ({"Host": "localhost:8050", "Origin": "http://localhost:1"}, 403),
        ({"Host": "localhost:8050", "Origin": "null"}, 403),
    ],
)
def test_other_pages_are_refused(client, headers, status):
    assert client.get("/reload/state", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"data": '{"pathway": "loop", "at": {}}', "content_type": "text/plain"}, 415),
        ({"json": {"pathway": "loop"}}, 400),
        ({"json": []}, 400),
        ({"json": {"pathway": "loop", "at": {TAM: [1]}}}, 400),
        ({"json": {"pathway": "loop", "at": {TAM: "no"}}}, 400),
        ({"data": "{", "content_type": "application/json"}, 400),
        ({"data": b"\xff\xfe", "content_type": "application/json"}, 400),
        ({"data": "[" * 200_000, "content_type": "application/json"}, 400),
        ({"data": '{"at":' * 50_000, "content_type": "application/json"}, 400),
        ({"json": {"pathway": "loop", "at": {TAM: [10**400, 0]}}}, 400),
        ({"data": f'{{"at": {"9" * 9_000}}}', "content_type": "application/json"}, 400),
        ({"data": " " * 1_000_001, "content_type": "application/json"}, 413),
        ({"json": {"pathway": "loop", "at": {}}, "headers": {"Host": "[::1"}}, 403),
        ({"json": {"pathway": "loop", "at": {}}, "headers": {"Origin": "http://["}}, 400),
    ],
)
def test_senseless_requests_are_refused(client, body, status):
    assert client.post("/reload/save", **body).status_code == status


def test_loopback():
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.8.8.8", "::1")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "localhost.example", "")))


def test_the_new_page_comes_with_its_elements(path):
    from cascade.server.overlay_tables import with_tables
    from cascade.server.routes import create

    workshop = AuthorServer(path, load_path(path), with_tables(create, ()))
    answer = Client(workshop).get("/reload/figure").json
    assert "<h1" in answer["page"] and 'id="figure-data"' in answer["page"]
    assert f'"{TAM}"' in answer["page"].partition('id="figure-data"')[2]


def test_without_a_pathway_the_page_lists_what_is_wrong(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("title: <b>\nstages: [a]\nnmae: x\n", "utf-8")
    workshop = AuthorServer(path, load_path(path), lambda *parts: Flask("figure"))
    page = Client(workshop).get("/")
    assert workshop.live.state.figure == 0
    assert f"<li><code>{path}:3:1: " in page.text and "<b>" not in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    path.write_text("title: [", "utf-8")
    workshop.live.renew()
    assert "is never closed" in Client(workshop).get("/").text
    shutil.copy(pathways_dir() / "csf1-egf-loop.yaml", path)
    workshop.live.renew()
    assert workshop.live.state.figure == 1 and len(workshop.live.pathways) == 1
    path.write_text("title: [", "utf-8")
    workshop.live.renew()
    assert workshop.live.state.figure == 1 and len(workshop.live.pathways) == 1

"""The wheel is whole, the pins fit, and the files keep the rules of the house."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from cascade import __version__

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MAY_IMPORT_DASH = {"cascade/page/app.py"}
# Patterns that do not match themselves.
MACHINE = re.compile(
    r"(?<![\w.])/(?:work|farm|root|tmp|home|Users)/"
    r"|--(?:extra-)?index-url|--find-[l]inks|\"resolved\"\s*:"
    r"|pypi\.org|pythonhosted\.|registry\.npm|deb\.debian"
)


def project_files():
    """The files of the project: what git knows or would add, else what lies here."""
    if shutil.which("git"):
        command = ["git", "ls-files", "-coz", "--exclude-standard"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            return [name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    tops = {"app.py", "assets", "cascade", "docs", "pathways", "requirements", "tests", "tools"}
    return [p.as_posix() for p in found if p.parts[0] in tops and "__pycache__" not in p.parts]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The folder into which the project's wheel was unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", folder, ROOT], check=True)
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def in_wheel(wheel, cwd, *command):
    """Runs Python with the wheel alone, in another folder."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={"PYTHONPATH": str(wheel), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_has_everything(wheel):
    for name in project_files():
        top = name.partition("/")[0]
        if top in ("assets", "pathways"):
            assert (wheel / "cascade" / "_bundle" / name).is_file(), name
        elif top == "cascade":
            assert (wheel / name).is_file(), name
    tops = {path.name for path in wheel.iterdir()}
    assert tops == {"cascade", f"cascade-{__version__}.dist-info"}
    entry = (wheel / f"cascade-{__version__}.dist-info" / "entry_points.txt").read_text()
    assert "cascade = cascade.cli:main" in entry


def test_the_wheel_checks_its_pathways_from_any_folder(wheel, tmp_path):
    run = in_wheel(wheel, tmp_path, "-m", "cascade", "check")
    assert run.returncode == 0, run.stderr
    assert ", 0 errors, " in run.stdout
    where = in_wheel(wheel, tmp_path, "-c", "import cascade; print(cascade.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(wheel)


def test_the_wheel_serves_the_page(wheel, tmp_path):
    code = """
import re
from cascade.loading.loader import load_all
from cascade.server.routes import create
from cascade.resources import pathways_dir
loaded = load_all(pathways_dir())
client = create(loaded.pathways, loaded.problems).server.test_client()
page = client.get('/').get_data(as_text=True)
bundles = re.findall(r'(?:src|href)="(bundle/[^"]+)"', page)
assert len(bundles) == 2, bundles
texts = [client.get('/' + name).get_data(as_text=True) for name in bundles]
fonts = re.findall(r'\\.\\./(assets/fonts/[a-z.0-9-]+)', texts[0])
assert len(fonts) == 2, fonts
for name in (*bundles, *fonts):
    assert client.get('/' + name).status_code == 200, name
"""
    run = in_wheel(wheel, tmp_path, "-c", code)
    assert run.returncode == 0, run.stderr


def pins(name):
    """The pins of a requirements file and of those it names, by normal name."""
    found = {}
    for line in (ROOT / "requirements" / name).read_text("utf-8").splitlines():
        if line.startswith("-r "):
            found |= pins(line.removeprefix("-r "))
        elif line and not line.startswith("#"):
            requirement = Requirement(line)
            found[normal(requirement.name)] = requirement
    return found


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_pins_are_exact_and_without_addresses():
    for requirement in pins("test.txt").values():
        (specifier,) = requirement.specifier
        assert specifier.operator == "==" and not requirement.url


def test_pins_fit_the_ranges():
    extras = PROJECT["optional-dependencies"]
    wanted = {
        "run.txt": [*PROJECT["dependencies"], *extras["serve"]],
        "formats.txt": extras["formats"],
        "test.txt": extras["dev"],
    }
    for file, requirements in wanted.items():
        pinned = pins(file)
        for requirement in map(Requirement, requirements):
            (specifier,) = pinned[normal(requirement.name)].specifier
            assert requirement.specifier.contains(specifier.version), requirement


def test_only_the_page_imports_dash():
    importers = set()
    for path in (ROOT / "app.py", *(ROOT / "cascade").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in getattr(node, "names", ())]
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else names
            if isinstance(node, ast.Import | ast.ImportFrom) and any(
                module.partition(".")[0] in ("dash", "dash_cytoscape") for module in modules
            ):
                importers.add(path.relative_to(ROOT).as_posix())
    assert importers <= MAY_IMPORT_DASH


def test_every_pathway_file_points_to_the_schema():
    schema = ROOT / "pathways" / "pathway.schema.json"
    for path in sorted((ROOT / "pathways").rglob("*.yaml")):
        if "lang" in path.parts[len(ROOT.parts) :]:
            continue  # of another form: docs/languages.md
        first = path.read_text("utf-8").partition("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, path
        assert (path.parent / found[1]).resolve() == schema, path


def test_no_file_names_a_machine_or_a_registry():
    found = []
    for name in project_files():
        text = (ROOT / name).read_bytes().decode("utf-8", "replace")
        found += [f"{name}: {hit[0]}" for hit in MACHINE.finditer(text)]
    assert not found


def test_what_make_run_installs_is_enough_to_serve_and_to_freeze(tmp_path):
    """The tests have more installed, so that only a fresh machine would miss it."""
    listed = (ROOT / "requirements" / "run.txt").read_text("utf-8").splitlines()
    needed = {_plain(re.split("[=; ]", line)[0]) for line in listed if line and line[0] != "#"}
    modules = [
        module
        for module, owners in packages_distributions().items()
        if not needed & {_plain(owner) for owner in owners} | {"cascade"} & {module}
    ]
    assert {"PIL", "pptx", "genanki", "docx", "lxml"} <= set(modules)
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({modules!r}))\n"
        "from app import server\n"
        "assert server.test_client().get('/').status_code == 200\n"
        "from cascade.cli import main; main(['freeze', '-o', sys.argv[1]])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "figure.html")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "figure.html").exists()


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()

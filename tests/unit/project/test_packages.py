"""The packages stand in the order of the pipeline: each imports only those before it."""

import ast
from pathlib import Path

CASCADE = Path(__file__).parents[3] / "cascade"
ORDER = (
    "resources", "model", "notation", "loading", "i18n", "layout", "figure", "quiz", "svg", "plots",
    "exports", "imports", "page", "publish", "server", "authoring", "commands", "cli", "__main__",
)  # fmt: skip


def imported(path: Path) -> list[str]:
    """The modules and packages of cascade that a file imports, wherever in it."""
    package = ["cascade", *path.relative_to(CASCADE).parts[:-1]]
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found += [f"{module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name for name in found if name.startswith("cascade.") and name != "cascade.__version__"]


def test_packages_import_only_those_before_them():
    here = {path.stem for path in CASCADE.glob("*.py")} | {
        path.parent.name for path in CASCADE.glob("*/*.py")
    }
    assert here - {"__init__"} == set(ORDER)
    for path in sorted(CASCADE.rglob("*.py")):
        own = path.relative_to(CASCADE).parts[0].removesuffix(".py")
        for name in imported(path) if own != "__init__" else ():
            package = name.split(".")[1]
            assert ORDER.index(package) <= ORDER.index(own), f"{path} imports {name}"


def test_no_module_imports_itself_by_way_of_others():
    files = {
        ".".join(path.relative_to(CASCADE.parent).with_suffix("").parts): path
        for path in CASCADE.rglob("*.py")
    }
    files = {name.removesuffix(".__init__"): path for name, path in files.items()}
    edges = {
        name: {found if found in files else found.rpartition(".")[0] for found in imported(path)}
        for name, path in files.items()
    }
    while leaves := {name for name in edges if not edges[name] & edges.keys() - {name}}:
        edges = {name: ends for name, ends in edges.items() if name not in leaves}
    assert not edges, f"a circle among {sorted(edges)}"


def test_no_file_is_too_long():
    root = CASCADE.parent
    folders = ("cascade", "tests", "tools", "bench", "assets/js", "assets/css")
    files = [path for folder in folders for path in (root / folder).rglob("*")]
    code = [path for path in files if path.suffix in (".py", ".js", ".mjs", ".css")]
    code = [path for path in code if "node_modules" not in path.parts]
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in code}
    assert len(lengths) > 400
    long = {str(path.relative_to(root)): n for path, n in lengths.items() if n > 300}
    assert not long

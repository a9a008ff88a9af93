"""One fresh process: loads and compiles PATH and prints the seconds of each step as JSON.

`python bench/compiling.py PATH`. Steps are processor time, which other programs do not lengthen
much, and exclude the steps inside them; `wall` is what a clock on the wall would show.
"""

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

spent: dict[str, float] = {}
_inside = [0.0]


def timed(step: str, function):
    def wrapper(*args, **named):
        _inside.append(0.0)
        start = process_time()
        try:
            return function(*args, **named)
        finally:
            whole = process_time() - start
            spent[step] = spent.get(step, 0.0) + whole - _inside.pop()
            _inside[-1] += whole

    return wrapper


def watch(step: str, name: str, *modules) -> None:
    for module in modules:
        setattr(module, name, timed(step, getattr(module, name)))


def main(path: Path) -> None:
    start = process_time()
    import cascade.page.index as html_page
    from cascade.figure import figure
    from cascade.loading import library as facts
    from cascade.loading import loader
    from cascade.page import app  # noqa: F401 (with Dash, as a server imports it)
    from cascade.page import page_parts as page
    from cascade.quiz.quiz import items

    imports = process_time() - start

    watch("read", "read", loader, facts)
    watch("validate", "validate", loader, facts)
    watch("draw", "draw", figure)
    watch("cards", "contents", html_page)
    start = perf_counter()
    loaded = timed("resolve", loader.load_path)(path)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if errors:
        sys.exit("\n".join(map(str, errors)))
    data = timed("elements", page.figure_data)(loaded.pathways)
    html = timed("html", page.index)(loaded.pathways, data, [])
    wall = perf_counter() - start
    start = process_time()
    for pathway in loaded.pathways:
        items(pathway)
    quiz = process_time() - start
    result = {
        "interactions": sum(len(pathway.arrows) for pathway in loaded.pathways),
        "imports": imports,
        "wall": wall,
        "steps": spent,
        "quiz": quiz,
        "html": len(html.encode()),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""What a frozen file weighs, how long freezing takes, and how soon it draws from disk."""

import gzip
import re
from pathlib import Path
from time import process_time

LIVE, DISK = "live", "from disk"
_PLOTS = re.compile(r'<dialog id="plots".*?</dialog>', re.DOTALL)


def frozen(path: Path, folder: Path, times: int) -> dict:
    """Freezes a pathway: the file, its sizes in bytes and the seconds of processor time."""
    from cascade.loading.loader import load_path
    from cascade.page.variant import PageVariant
    from cascade.publish.single_file import freeze

    spent, html = [], ""
    for _ in range(times):
        start = process_time()
        html = freeze(load_path(path).pathways, PageVariant(frozen=True))
        spent.append(process_time() - start)
    file = folder / "figure.html"
    file.write_text(html, "utf-8")
    sizes = {
        "the file": html,
        "without plots": _PLOTS.sub("", html),
        "with plotly.js (`--with-plots`)": freeze(
            load_path(path).pathways, PageVariant(frozen=True, plots="whole")
        ),
    }
    return {
        "file": file,
        "spent": spent,
        "sizes": {name: (len(text.encode()), _gzip(text)) for name, text in sizes.items()},
    }


def _gzip(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))

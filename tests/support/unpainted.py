"""The figure without its picture: half the work, where a test asks for places and words alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from figure import LIVE

# Names are measured, places known and frames counted as ever.
OFF = f"""() => {{
  const renderer = {LIVE}.renderer();
  renderer.painting = renderer.drawLayeredElements;
  renderer.drawLayeredElements = () => {{}};
  document.getElementById('graph').style.visibility = 'hidden';
}}"""
ON = f"""() => {{
  const renderer = {LIVE}.renderer();
  renderer.drawLayeredElements = renderer.painting;
  delete renderer.painting;
  document.getElementById('graph').style.visibility = '';
}}"""


@contextmanager
def unpainted(page) -> Iterator[None]:
    page.evaluate(OFF)
    yield
    page.evaluate(ON)

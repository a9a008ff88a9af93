"""The questions of a pathway, as the page gets them; of the flagship unless told otherwise."""

import json
from functools import cache

from cascade.loading.loader import load_path
from cascade.model.pathway import Pathway
from cascade.quiz.files import quiz_files
from cascade.resources import pathways_dir


@cache
def questions(pathway: Pathway | None = None) -> list[dict]:
    """All of them, in the order of the file."""
    pathways = [pathway] if pathway else load_path(pathways_dir() / "metastatic-cascade").pathways
    (file,) = quiz_files(pathways).values()
    return json.loads(file.content())["items"]


def one_of_each_form(pathway: Pathway | None = None) -> dict[str, str]:
    """A question by the form of its answer: choice, pick, type, order, own."""
    return {one["answer"]: one["id"] for one in reversed(questions(pathway))}

"""What is said after an answer: why it is right, by which papers, and where a wrong one is true."""

from collections.abc import Mapping

from ..figure.sentences import claim, mention
from ..i18n.translation import t
from ..model.pathway import Arrow, Pathway
from .item import Item, Option


class Reasons:
    """The reasons for the answers of a pathway's questions, in the language being spoken."""

    def __init__(self, pathway: Pathway):
        self.pathway = pathway
        self.arrows: Mapping[str, Arrow] = {arrow.id: arrow for arrow in pathway.arrows}

    def why(self, item: Item) -> str:
        """The author's words, else the summaries of the arrows."""
        summaries = (self.arrows[id].interaction.summary for id in item.arrows)
        return item.why or " ".join(summaries)

    def model(self, item: Item) -> str:
        """In what it was seen, where that is one arrow's."""
        steps = [self.arrows[id].interaction for id in item.arrows]
        model = steps[0].model if len(steps) == 1 else None
        return t("Seen in: {model}", model=model) if model else ""

    def papers(self, item: Item) -> list[dict[str, str]]:
        """The papers for the arrows, of a dispute those against it."""
        side = "opposing" if item.kind == "against" else "references"
        ids = (p for id in item.arrows for p in getattr(self.arrows[id].interaction, side))
        return [mention(self.pathway.references[id]) for id in dict.fromkeys(ids)]

    def wrong(self, option: Option) -> str:
        """Where a wrong answer is true; '' where that is nowhere said."""
        if option.right or not option.elsewhere:
            return ""
        claims = [claim(self.arrows[id], self.pathway) for id in option.elsewhere[:2]]
        return t("True elsewhere: {claims}", claims="; ".join(claims))

    def feedback(self, item: Item) -> list[str]:
        """Paragraphs: why, in what it was seen, and the papers."""
        papers = ", ".join(paper["text"] for paper in self.papers(item))
        parts = (self.why(item), self.model(item), t("Papers: {papers}", papers=papers))
        return [text for text in parts[: 3 if papers else 2] if text]


def source(item: Item, version: str) -> str:
    """Where a question is from: its own id, its arrows, the version of the data."""
    return t(
        "Question {id}, arrows {arrows}, data {version}. For practice.",
        id=item.id, arrows=", ".join(item.arrows) or "-", version=version,
    )  # fmt: skip

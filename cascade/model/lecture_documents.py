"""What a lecture file may say."""

from typing import Annotated, Literal

from pydantic import Field

from .documents import Base, Id, Many, Text

CAPTION = 160
"""Characters of a caption: two lines at 1920 x 1080."""
LETTERS = "ABCD"

Option = Annotated[str, Field(min_length=1, max_length=120)]


class Camera(Base):
    """What a step looks at, where not just its own arrows."""

    stage: Id | None = Field(default=None, description="Stage id; default: that of the arrows.")
    organ: Id | None = Field(default=None, description="Organ id: the organ's cards only.")


class Prediction(Base):
    """A question before the arrows are drawn."""

    question: Text = Field(description="What the students are asked.")
    options: Many[Option] = Field(min_length=2, max_length=4, description="Answers, 2 to 4.")
    answer: Literal["A", "B", "C", "D"] = Field(
        description="Letter of the right answer: A is the first option."
    )
    why: Text = Field(description="Why it is right; shown with the answer.")


class LectureStep(Base):
    """One step: new arrows, a caption, and what the lecturer says to them."""

    id: Id = Field(description="Short lasting id, unique in the lecture.")
    title: Annotated[str, Field(min_length=1, max_length=60)] = Field(
        description="Title of the step, at most 60 characters."
    )
    show: Many[Id] = Field(
        min_length=1, description="Interaction ids that are new, in the order they are drawn."
    )
    hide: Many[Id] = Field(
        default=(), description="Interaction ids of earlier steps that are taken away."
    )
    focus: Many[Id] = Field(
        default=(), description="Cell ids to look at; default: both ends of the first arrow."
    )
    camera: Camera | Literal["overview"] | None = Field(
        default=None, description="What it looks at; default: the step's own arrows, from near."
    )
    say: Annotated[str, Field(min_length=1, max_length=CAPTION)] = Field(
        description="Caption below the drawing, at most 160 characters."
    )
    notes: str | None = Field(
        default=None, description="For the lecturer only: more to say, and the caveats."
    )
    predict: Prediction | None = Field(default=None, description="A question to ask first.")
    references: Many[Id] = Field(
        default=(), description="Reference ids; default: those of the new arrows."
    )


class LectureFile(Base):
    """A lecture about the pathway beside which it stands."""

    title: Text = Field(description="Title of the lecture.")
    description: str | None = Field(default=None, description="What it is about, for the list.")
    order: int = Field(default=100, description="Place in the list of lectures, small first.")
    steps: Many[LectureStep] = Field(min_length=1, description="The steps in order.")

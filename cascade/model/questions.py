"""Questions of the self-test that authors write themselves, beside those made from the data."""

from pydantic import Field

from .base import Base, Id, Many, Text

FEWEST_WRONG = 2
"""Wrong answers that a question with a choice needs: with the right one three options."""


class ArrowQuiz(Base):
    """What the self-test asks about one arrow, where the questions made from its data will not do.

    A question of its own takes the place of all those made from the arrow.
    """

    skip: bool = Field(default=False, description="Ask nothing about this arrow.")
    question: Text | None = Field(
        default=None, description="A question that replaces those made from the data."
    )
    answer: Text | None = Field(default=None, description="Its right answer.")
    wrong: Many[Text] = Field(
        default=(), description="Wrong answers, two or more; without them the reader marks himself."
    )
    why: Text | None = Field(
        default=None, description="Why it is right; default: the arrow's summary."
    )


class Question(Base):
    """A question about one arrow or several, shown in the self-test."""

    id: Id = Field(description="Short lasting id, unique in the pathway.")
    question: Text = Field(description="What is asked.")
    answer: Text = Field(description="The right answer, or the model of a short answer.")
    wrong: Many[Text] = Field(
        default=(), description="Wrong answers, two or more; without them the reader marks himself."
    )
    why: Text | None = Field(
        default=None, description="Why it is right; default: the summary of the first arrow."
    )
    about: Many[Id] = Field(
        min_length=1, description="Ids of the interactions that it is about; they light up."
    )

"""What all models of the YAML files share: strictness, and the kinds of values."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict

T = TypeVar("T")
# YAML has lists, never tuples; strict mode would refuse a list for a tuple.
Many = Annotated[tuple[T, ...], Strict(False)]
# Far beyond any drawing, and near enough for whatever draws it.
Unit = Annotated[float, Field(ge=-100_000, le=100_000)]
Step = Annotated[float, Field(le=1_000)]
Point = Annotated[tuple[Unit, Unit], Strict(False)]
Place = Annotated[tuple[Step, Step], Strict(False)]
Box = Annotated[tuple[Unit, Unit, Unit, Unit], Strict(False)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1)]


class Base(BaseModel):
    """No unknown keys, no silent conversion, no change after loading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        str_strip_whitespace=True,
        populate_by_name=False,
    )

"""Which questions a round asks, and in which order: the rule of
assets/js/quiz/rules/quiz-round.js, to which tests/quiz-rounds.json holds this one."""

from collections.abc import Callable, Collection, Iterator, Sequence

from .item import Item

FEWEST, MOST, USUAL = 8, 12, 10
MIXED = "mixed"
SEEDS = 2**32
_SAYS = {"cell": 0, "end": 0, "molecule": 0, "effect": 1}
"""What a question says of its arrows: the first three ask who and by what, the next says that, all
others say everything."""


def choose(
    items: Sequence[Item], seed: int, wanted: str | Collection[str] = MIXED, count: int = USUAL
) -> list[tuple[Item, list[int]]]:
    """The questions of a round, each with the order in which its options stand.

    `wanted` is a stage, 'mixed', or the ids of missed questions, which are asked all. No arrow
    comes twice in a round; only where that leaves too few, it comes again in a question that says
    more of it than the one before asked.
    """
    random = mulberry32(seed)
    if isinstance(wanted, str):
        pool = [item for item in items if wanted in (MIXED, item.stage)]
        chosen = _apart(_shuffled(pool, random), count)
    else:
        chosen = _shuffled([item for item in items if item.id in wanted], random)
    return [(item, _shuffled(range(len(item.choices)), random)) for item in chosen]


def _apart(pool: Sequence[Item], count: int) -> list[Item]:
    chosen: list[Item] = []
    asked: dict[str, int] = {}
    for again in (False, True):
        for item in pool:
            says = _SAYS.get(item.kind, 2)
            fits = all(says > asked[id] if again else False for id in item.arrows if id in asked)
            if len(chosen) < count and item not in chosen and fits:
                chosen.append(item)
                asked |= dict.fromkeys(item.arrows, says)
    return chosen


def mulberry32(seed: int) -> Callable[[], float]:
    """Numbers from 0 to 1, the same in every language:
    https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32"""

    def numbers() -> Iterator[float]:
        state = seed
        while True:
            state = (state + 0x6D2B79F5) % SEEDS
            mixed = _times(state ^ state >> 15, state | 1)
            mixed ^= (mixed + _times(mixed ^ mixed >> 7, mixed | 61)) % SEEDS
            yield (mixed ^ mixed >> 14) / SEEDS

    return numbers().__next__


def _times(a: int, b: int) -> int:
    return a * b % SEEDS


def _shuffled(things: Sequence, random: Callable[[], float]) -> list:
    """By Fisher and Yates, from the end."""
    mixed = list(things)
    for last in range(len(mixed) - 1, 0, -1):
        other = int(random() * (last + 1))
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed

"""Every sentence that the loader can say about a file; a test demands a bad file for each."""

from .characters import oddity, visible

MESSAGES = {
    # The file itself (source.py).
    "no-file": "no such file",
    "folder": "this is a folder, not a .yaml file",
    "special": "this is not an ordinary file",
    "unreadable": "the file cannot be read: {why}",
    "too-big": "the file has {size} MB, more than the {limit} MB allowed; split it",
    "not-utf8": "byte {byte} is not UTF-8; save the file with the encoding UTF-8",
    "control": "the character {code} is not allowed in YAML; delete it",
    "escaped-control": "the text holds the character {code}, which no page can show; delete it",
    "line-separator": "here stands {character}, which breaks the line unseen; put a space in its "
    "place",
    "foreign-file": "this is {what}, not YAML; {advice}",
    "empty-file": "the file is empty",
    "not-mapping": "the file must start with a key such as 'title:', not with {got}",
    # What the YAML parser stumbles over (syntax.py).
    "syntax": "not valid YAML: {problem}",
    "tab": "a tab; indent with spaces",
    "odd-indent": "the line is indented with {character}; indent with spaces",
    "colon": "text with a colon must stand in quotes, and keys of one level in one column",
    "no-colon": "a key without ':'",
    "odd-colon": "here stands {character}, where '{key}' needs a colon and a space",
    "odd-gap": "after '{key}:' stands {character}, where a space belongs",
    "no-gap": "a space is missing after '{key}:'",
    "no-comma": "a comma or '{closing}' is missing before this",
    "open-bracket": "the '{bracket}' that opens here is never closed",
    "open-quote": "the quote that opens here is never closed",
    "escape": "in double quotes a backslash has a meaning of its own; use single quotes",
    "marker": "text that starts with '{marker}' must stand in quotes",
    "went-on": "the text goes on after the closing {closing}; put quotes around all of it",
    "apostrophe": "the text ends at this quote; for an apostrophe write two, or use double quotes",
    "column": "this line starts in no column of the lines above; keys of one level stand in one",
    "cut": "the text ends before '#', what follows is a comment; put the text in quotes",
    "unused-anchor": "'&{name}' is cut off from the text, as an anchor that nothing uses; put the "
    "text in quotes",
    "documents": "a second document ('---') starts here; a file holds one",
    "too-deep": "nested more than {limit} levels deep",
    "too-many": "the file has too many values; split it",
    "too-long": "more than {limit} entries in one list or group; split the file",
    "aliases": "more than {limit} aliases ('*name'); write the values out",
    "alias-size": "the aliases ('*name') unfold to more than {limit} values; write fewer out",
    "alias-unknown": "the alias '*{name}' has no anchor '&{name}' before it; if it is text, put "
    "it in quotes",
    "alias-loop": "the alias '*{name}' contains itself",
    "tag": "the tag '{tag}' is not used here; delete it, or put the text in quotes",
    "key-not-text": "a key must be plain text, not a bracket; one before it may not be closed",
    "duplicate-key": "the key '{key}' is written twice, first in line {line}",
    # The folder (loader.py).
    "no-pathway": "no pathway in this folder: no .yaml file and no folder with a pathway.yaml",
    "no-pathway-file": "this folder has .yaml files but no pathway.yaml, so it is not read",
    "yml": "this file is not read; its name must end in .yaml",
    "bad-name": "'{name}' cannot be a pathway's id: use lower-case letters, digits and hyphens",
    "same-name": "the pathway '{name}' exists twice, also as {other}",
    "no-stage-file": "stage '{stage}' has no file {file}{hint}",
    "no-stage-folder": "stage '{stage}' is only an id; write the stage out, or make a folder with "
    "pathway.yaml and {stage}.yaml",
    "stage-name": "the stage's id is '{id}', but its file is named {file}",
    "stage-unlisted": "this file is not read; pathway.yaml does not list the stage '{stage}'",
    "twice": "the {kind} '{id}' is written twice, first at {other}",
    "flood": "{count} values do not fit; compare the file with one that 'cascade new' makes",
    "more": "more problems of this file are not shown",
    # The shape of the data (validation.py).
    "unknown-key": "unknown key '{key}'{hint}{odd}",
    "missing": "missing '{key}' in {thing}",
    "missing-meaning": "missing '{key}' in {thing}; an arrow without it has no meaning ({known})",
    "choice": "'{value}' is not {what}{hint}{odd}",
    "choice-list": "'{value}' is not {what} ({known}){odd}",
    "empty": "{what} is empty",
    "type": "{what} must be {want}, not {got}",
    "quote": "{what} must be text; put {value} in quotes",
    "id": "'{value}' is not an id: use lower-case letters, digits and single hyphens, "
    "at most 60 characters{odd}",
    "form": "'{value}' is not {what}, such as {example}{odd}",
    "range": "{what} must be {limit}, not {value}",
    "count": "{what} needs {want} numbers, not {got}",
    "at-least": "{what} needs at least one entry",
    "misfit": "{what} has a value that does not fit",
    # What refers to what (resolution.py and its helpers).
    "unknown": "unknown {kind} '{id}'{hint}{odd}",
    "library": "this pathway needs {ids} of the library, which has errors",
    "panel-empty": "the panel '{panel}' has no cells",
    "panel-mixed": "the panel '{panel}' has cards, so its cells must stand on a card",
    "size": "the {what} needs a width and a height of {least} or more",
    "same-place": "'{cell}' and '{other}' both stand at {at} of '{place}'",
    "same-cell": "'{cell}' stands twice in '{place}'",
    "outside": "{at} is outside the grid of '{place}' ({columns} x {rows} places, from [0, 0])",
    "below-zero": "{at} is outside the grid of '{place}': columns and rows start at 0",
    "not-placed": "'{cell}' is not placed in {place}, where the arrow '{id}' needs it",
    "not-together": "no place of '{stage}' has both '{sender}' and '{receiver}', as the arrow "
    "'{id}' needs",
    "no-cells": "the arrow '{id}' has nowhere to stand; the stage '{stage}' has no cells",
    "several": "the arrow '{id}' fits in {places}; say which with 'panel:'",
    "journey": "no cell stands at '{node}'; write place/cell{hint}",
    "becomes": "'{before}' becomes '{after}' fits nowhere; place both in one place of '{stage}' or "
    "let the journey go from one to the other",
    "contradiction": "'{id}' says that {molecule} of '{sender}' {effect} '{receiver}', '{other}' "
    "({where}) that it {other_effect}; if papers disagree, say so in 'disputed'",
    "opposing": "'{id}' has opposing papers but no 'disputed' text",
    # The evidence (evidence.py): warnings, each with all that it is about.
    "year": "the year is not that of the earliest cited paper: {list}",
    "both-sides": "a paper both supports and opposes: {list}",
    "no-opponent": "disputed without an opposing paper: {list}",
    "not-measured": "the readout did not measure the outcome, and no note says so: {list}",
    "no-identifier": "references without DOI, PMID or PMCID: {list}",
    # Lectures (loading/lectures.py).
    "lecture-name": "'{name}' cannot be a lecture's id: use lower-case letters, digits and hyphens",
    "too-long-text": "{what} has {count} characters, more than {limit}; {advice}",
    "entries": "{what} needs {low} to {high} entries, not {got}",
    "nothing-new": "the step '{step}' shows nothing new; give it an arrow, or take it out",
    "shown": "'{id}' is already shown since the step '{step}'; leave it out, or hide it first",
    "hide": "the step '{step}' hides '{id}', which no earlier step shows",
    "focus": "'{cell}' has none of the arrows that the step '{step}' shows",
    "camera-organ": "no card of '{organ}' is in the stage '{stage}'",
    "crops": "the camera of the step '{step}' crops {cells}; widen it, or leave it out",
    "answer": "the answer is {answer}, but there are only {count} options",
    # The self-test (loading/questions.py).
    "quiz-answer": "a question of its own needs both 'question' and 'answer'",
    "quiz-few": "{count} wrong answer is too few: with the right one a choice has three options or "
    "more; a short answer has no wrong ones",
    "quiz-right": "the right answer '{answer}' stands among the wrong ones",
    # Warnings about cells.
    "unused": "'{cell}' stands in '{place}' without an arrow",
}

LONGEST = 300
# The word of a message whose characters may be the mistake.
_WORDS = ("key", "value", "id")


def error_text(key: str, /, **values) -> str:
    """The sentence `key` with its gaps filled; long foreign words are cut, unseen characters
    shown."""
    entries = values.pop("list", "")  # our own words: whole, so that every place is told
    gaps = {name: _short(value) for name, value in values.items()}
    word = next((str(values[word]) for word in _WORDS if word in values), "")
    return MESSAGES[key].format(**gaps, list=entries, odd=oddity(word))


def _short(value) -> str:
    text = " ".join(visible(str(value)).split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."

"""The keys of the figure, for the help dialog and the docs.

tests/js/app/keys.test.js holds keys and help together.
"""

KEYS = (
    ("Tab", "Into the diagram; once more: out of it"),
    ("Arrow keys", "To the next cell in that direction; on an arrow: to the cell's other arrows"),
    ("] and [", "Along the signal, onto a cell's arrow and then to its receiver; [ goes back"),
    ("Backspace", "Back to the cell you came from"),
    ("Page Down and Page Up", "Next and previous cell, stage by stage; Home, End: first, last"),
    ("Shift + Up, Shift + Down", "To the button of the cell's stage; from there to its first cell"),
    ("Enter or Space", "Choose the cell or arrow, as a click does"),
    ("R", "Read the card; outside one, the legend"),
    ("Esc", "Close or clear"),
    ("Left and Right", "Outside the diagram: previous, next stage"),
    ("0", "Overview"),
    ("1 to 4", "That stage"),
    ("/", "Search"),
    ("T", "Table and outline of the view"),
    ("Y", "Test yourself: questions on what is in view"),
    ("+ and -", "Zoom in and out"),
    ("F", "Fit the view"),
    ("?", "This help"),
)

LECTURE_KEYS = (
    (
        "Page Down, Right, Down, Space, Enter",
        "Next: one arrow more, then the next step; as clickers do",
    ),
    ("Page Up, Left, Up", "Back, to exactly what was there"),
    ("Home, End", "Title, end"),
    ("A number, then Enter", "That step"),
    ("A, B, C, D or 1 to 4", "Choose that answer to a question; a click on it does, too"),
    ("R", "Reveal the answer without choosing one; next does, too"),
    (". or X", "Blank the screen; any key shows it again"),
    ("F", "Full screen"),
    ("S", "List of steps, and tools"),
    ("P", "Presenter window: this picture and the next, question, notes, time"),
    ("L", "Spotlight; it follows the pointer"),
    ("T", "Theme: light, dark, projector"),
    ("Q", "Code for phones: this view without notes and answers"),
    ("M, E", "Pen: mark the figure; E erases, the next step does, too"),
    ("+ and -, 0", "Larger or smaller words; 0 as they were"),
    ("F5", "Reload: the same place comes back"),
    ("Esc", "Close what lies on top; the place is kept"),
    ("Shift + Esc", "Leave the lecture"),
    ("?", "This help"),
)

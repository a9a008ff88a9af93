"""The keys of the figure, for the help dialog and the docs."""

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
    ("+ and -", "Zoom in and out"),
    ("F", "Fit the view"),
    ("?", "This help"),
)

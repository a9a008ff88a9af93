"""Where the focus is in the figure, and how a reader gets it there."""

AT = "(document.activeElement.dataset.node ?? document.activeElement.dataset.line ?? '')"


def enter(figure) -> None:
    """Into the diagram: a few Tabs at most from the stage buttons, as a reader would."""
    figure.page.wait_for_selector("#overlay [tabindex='0']", state="attached")
    figure.page.evaluate("document.querySelector('[data-do=panel]').focus()")
    figure.page.keyboard.press("Tab")
    assert figure.page.evaluate("document.activeElement.closest('#overlay') !== null")


def begin(figure, cell: str) -> None:
    """At a cell, wherever the keyboard was before."""
    figure.page.wait_for_selector(f"#overlay [data-node='{cell}']", state="attached")
    figure.page.evaluate(f"document.querySelector('#overlay [data-node=\"{cell}\"]').focus()")


def at(figure) -> str:
    return figure.page.evaluate(AT)


def address(figure) -> str:
    return figure.page.evaluate("(cascade.view(), location.search)")


def settled(figure) -> None:
    """Until the buttons follow the view."""
    figure.page.wait_for_function(
        "() => cascade.view() && document.getElementById('overlay').dataset.view === location.search"
    )

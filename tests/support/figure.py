"""How a browser test goes about the figure."""


class Figure:
    """The figure in a page."""

    def __init__(self, page, base_url: str):
        self.page = page
        self.base_url = base_url

    def open(self, query: str = "") -> None:
        """Goes to a view, such as 'stage=circulation', and waits until it is drawn."""
        self.page.goto(f"{self.base_url}/?{query}")
        self.page.wait_for_selector("html.drawn", state="attached")

    def settle(self) -> dict:
        """The view, once card, count and address have caught up with the canvas."""
        return self.page.evaluate("cascade.view()")

    def cy(self, expression: str):
        """The value of a JavaScript expression in which `cy` is the live graph."""
        live = "document.getElementById('graph')._cyreg.cy"
        return self.page.evaluate(f"(() => {{ const cy = {live}; return ({expression}); }})()")

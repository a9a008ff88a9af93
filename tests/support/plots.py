"""How a browser test goes about the plots."""

OPEN = "document.querySelector('.tools > [data-do=plots]').click()"
SUM = "document.querySelector('.plot').data[0].z.flat().reduce((sum, n) => sum + (n ?? 0), 0)"


def tap(figure, x: int, y: int) -> None:
    """A mouse click on a field of a matrix, by column and row."""
    spot = figure.page.evaluate(
        """([x, y]) => {
          const plot = document.querySelector('.plot');
          plot.scrollIntoView({ block: 'nearest' });
          const { left, top } = plot.getBoundingClientRect();
          const { xaxis, yaxis } = plot._fullLayout;
          return [left + xaxis._offset + xaxis.c2p(x), top + yaxis._offset + yaxis.c2p(y)];
        }""",
        [x, y],
    )
    figure.page.mouse.move(*spot)
    figure.page.mouse.click(*spot)

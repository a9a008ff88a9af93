"""How long the plots take to open, to change and to follow a filter."""

from collections import defaultdict

from pages import opened

# From the act to the second frame after Plotly says that it has drawn.
TIMED = """(act) => new Promise((resolve) => {
  const start = performance.now();
  const end = () => resolve(performance.now() - start);
  const done = () => requestAnimationFrame(() => requestAnimationFrame(end));
  const ready = () => {
    const spot = document.querySelector('#plots .plot');
    if (!spot?._fullLayout || !spot.on) return setTimeout(ready, 5);
    if (act === 'first') return done();
    spot.on('plotly_afterplot', done);
    return undefined;
  };
  const button = document.querySelector('.tools > [data-do=plots]');
  if (act !== 'first') ready();
  if (act === 'first' || act === 'again') button.click();
  if (act === 'change') document.querySelector('#plots [data-plot=flow]').click();
  if (act === 'filter') cascade.set({ hide: ['outcome:anti-metastatic'] });
  if (act === 'first') ready();
})"""
CLOSE = "document.querySelector('.tools > [data-do=plots]').click()"


def openings(running, address: str, repeats: int) -> dict:
    """{act: {throttle: [ms]}} of opening, opening again, changing and filtering."""
    times = defaultdict(lambda: defaultdict(list))
    for rate in (1, 4):
        for number in range(repeats + 1):  # the first round warms the server up
            page = opened(running, address, rate)
            for act in ("first", "again", "change", "filter"):
                if act == "again":
                    page.evaluate(CLOSE)
                took = page.evaluate(TIMED, act)
                if number:
                    times[act][rate].append(took)
            page.context.close()
    return times

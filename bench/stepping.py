"""How long a press takes in a lecture, beside one class put on the same arrow and nothing else."""

from collections import defaultdict

from pages import opened

# From the press until the canvas has drawn, and until the frame after that begins. The plain toggle
# is what no lecture could do without: a class on one arrow and its two cells, drawn anew.
TIMED = """async (act) => {
  const cy = document.getElementById('graph')._cyreg.cy;
  const frame = () => new Promise(requestAnimationFrame);
  const painted = async (work) => {
    await new Promise((resolve) => setTimeout(resolve, 250)); // the press before has settled
    const start = performance.now();
    const drawn = new Promise((resolve) => cy.one('render', resolve));
    work();
    const script = performance.now() - start;
    await drawn;
    await frame();
    return { script, paint: performance.now() - start };
  };
  const arrow = cy.edges('.lit').first();
  if (act !== 'toggle') return painted(() => cascade.next());
  return painted(() => cy.batch(() => arrow.union(arrow.connectedNodes()).toggleClass('hover')));
}"""
STEP = "s => cascade.set({lecture: 'cascade', step: s, part: 0})"
PLACES = (2, 3, 6, 8, 9)


def presses(running, address: str, repeats: int) -> dict:
    """{act: {throttle: {measure: [ms]}}}: the next arrow, the next step, and the plain toggle."""
    times = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for rate in (1, 4):
        page = opened(running, f"{address}?lecture=cascade&step=2", rate)
        page.emulate_media(reduced_motion="reduce")
        for number in range(repeats + 1):
            for step in PLACES:
                page.evaluate(STEP, step)
                for act in ("toggle", "arrow"):
                    _note(times[act][rate], page.evaluate(TIMED, act), number)
                page.evaluate("cascade.set({part: 99})")
                _note(times["step"][rate], page.evaluate(TIMED, "step"), number)
        page.context.close()
    return times


def _note(result: dict, took: dict, number: int) -> None:
    if number:  # the first round warms up
        for measure, value in took.items():
            result[measure].append(value)

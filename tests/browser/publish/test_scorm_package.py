"""The SCORM package in a course system: completed when every stage was seen, and resumed."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from course import Site
from excerpt import excerpt, frozen_excerpt
from questions import one_of_each_form

from cascade.publish.scorm import write

AGAIN = Path(__file__).parents[2] / "node/node_modules/scorm-again/dist/scorm12.min.js"
# A course system: its API in the outer page, the package in a frame of a frame.
LMS = """<!doctype html><title>Course</title><script src="/scorm12.js"></script><script>
window.API = new Scorm12API({autocommit: false, logLevel: 5});
var kept = JSON.parse(sessionStorage.getItem('kept') || 'null');
if (kept) API.loadFromJSON(kept);
var finished = 0, commits = 0, said = {};
API.on('LMSSetValue', function (name, value) { said[name] = value; });
API.on('LMSFinish', function () { finished += 1; });
API.on('LMSCommit', function () { commits += 1; });
var refused = [];
var put = API.LMSSetValue.bind(API);
API.LMSSetValue = function (name, value) {
  var done = put(name, value);
  if (String(done) !== 'true') refused.push([name, value, API.LMSGetLastError()]);
  return done;
};
</script><iframe src="/player" width="1200" height="800"></iframe>"""
PLAYER = '<!doctype html><iframe src="/package/index.html" width="1180" height="780"></iframe>'
# One that opens its player in a window of its own.
OPENS = """<!doctype html><title>Course</title><script>
var kept = {};
window.API = {
  LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSCommit: () => 'true',
  LMSGetValue: (name) => kept[name] ?? '',
  LMSSetValue: (name, value) => { kept[name] = value; return 'true'; },
};
</script>"""


@pytest.fixture
def site(page, watch) -> Site:
    """A course system with the package, for browsers as old as Safari 16."""
    page.context.add_init_script("delete URLSearchParams.prototype.size")
    site = Site(page.context, "https://lms.test", watch)
    html = frozen_excerpt().encode()
    with zipfile.ZipFile(io.BytesIO(write(html, "The cascade", "metastatic-cascade"))) as package:
        for name in package.namelist():
            site.put(f"/package/{name}", package.read(name))
    site.put("/player", PLAYER)
    site.put("/outer", '<!doctype html><iframe src="/player" width="1200" height="800"></iframe>')
    return site


def test_a_course_system_learns_how_far_the_reader_came(page, site):
    site.put("/scorm12.js", AGAIN.read_text("utf-8"))
    page.goto(site.put("/course", LMS))

    def figure():
        inner = page.frame_locator("iframe").frame_locator("iframe")
        inner.locator("html.drawn").wait_for(state="attached", timeout=20000)
        return page.frames[2]

    def value(name):
        return page.evaluate("n => API.lmsGetValue(n)", f"cmi.{name}")

    frame = figure()
    assert value("core.lesson_status") == "incomplete"
    for stage in ("primary-tumor", "circulation", "extravasation"):
        frame.evaluate("s => { cascade.set({stage: s}); cascade.view(); }", stage)
    frame.evaluate("cascade.set({focus: 'neutrophil'}); cascade.view()")
    assert value("core.lesson_status") == "incomplete"
    data = value("suspend_data")
    assert data.startswith("?stage=extravasation&focus=neutrophil&visited=")

    # The reader leaves.
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("() => finished === 1")
    assert page.evaluate("commits") >= 1
    said = page.evaluate("said")
    assert said["cmi.core.exit"] == "suspend"
    assert re.fullmatch(r"\d{4}:\d\d:\d\d", said["cmi.core.session_time"])

    # She comes back, to the view she left, and has one stage to go.
    page.evaluate(
        """(data) => sessionStorage.setItem('kept', JSON.stringify(
          {suspend_data: data, core: {lesson_status: 'incomplete', entry: 'resume'}}))""",
        data,
    )
    page.reload()
    frame = figure()
    view = frame.evaluate("cascade.view()")
    assert (view["stage"], view["focus"]) == ("extravasation", "neutrophil")
    frame.evaluate("cascade.set({stage: 'colonization'}); cascade.view()")
    assert value("core.lesson_status") == "completed"
    assert page.evaluate("commits") >= 1

    # A question, missed and then right.
    item = one_of_each_form(excerpt())["choice"]
    frame.evaluate("id => cascade.set({set: id, seed: '1'})", item)
    frame.get_by_role("button", name="I do not know").click()
    frame.get_by_role("button", name="Next question").click()
    frame.locator(".quiz-options [value='0']").check()
    frame.get_by_role("button", name="Sure", exact=True).click()
    frame.get_by_role("button", name="To the end").click()
    assert value("interactions._count") == "2"
    said = page.evaluate("said")
    for n, (result, given) in enumerate((("wrong", ""), ("correct", "a"))):
        part = f"cmi.interactions.{n}"
        assert said[f"{part}.id"] == item
        assert (said[f"{part}.result"], said[f"{part}.student_response"]) == (result, given)
        assert said[f"{part}.correct_responses.0.pattern"] == "a"
        assert re.fullmatch(r"\d{4}:\d\d:\d\d", said[f"{part}.latency"])
    assert page.evaluate("refused") == []
    assert [value(f"core.score.{part}") for part in ("raw", "min", "max")] == ["0", "0", "100"]

    # Without a course system the page is the page.
    page.goto("https://lms.test/package/index.html?stage=circulation")
    page.wait_for_selector("html.drawn", state="attached")
    assert page.evaluate("cascade.view().stage") == "circulation"
    page.locator("#toast", has_text="No course system answers here").wait_for()


def test_where_a_test_completes_it_stages_do_not(page, site):
    html = frozen_excerpt().encode()
    with zipfile.ZipFile(io.BytesIO(write(html, "The cascade", "cascade", 70))) as package:
        site.put("/package/index.html", package.read("index.html"))
    site.put("/scorm12.js", AGAIN.read_text("utf-8"))
    page.goto(site.put("/course", LMS))
    inner = page.frame_locator("iframe").frame_locator("iframe")
    inner.locator("html.drawn").wait_for(state="attached", timeout=20000)
    frame = page.frames[2]
    status = lambda: page.evaluate("API.lmsGetValue('cmi.core.lesson_status')")  # noqa: E731
    for stage in ("primary-tumor", "circulation", "extravasation", "colonization"):
        frame.evaluate("s => { cascade.set({stage: s}); cascade.view(); }", stage)
    assert status() == "incomplete"
    item = one_of_each_form(excerpt())["choice"]
    for seed, right in (("1", False), ("2", True)):
        frame.evaluate("v => cascade.set(v)", {"set": item, "seed": seed})
        if not right:
            frame.get_by_role("button", name="I do not know").click()
            frame.get_by_role("button", name="Next question").click()
        frame.locator(".quiz-options [value='0']").check()
        frame.get_by_role("button", name="Sure", exact=True).click()
        frame.get_by_role("button", name="To the end").click()
        assert status() == ("passed" if right else "failed")
    assert page.evaluate("API.lmsGetValue('cmi.core.score.raw')") == "100"


def test_a_player_in_a_window_of_its_own_finds_the_course_system(page, site):
    course = site.put("/course", OPENS)
    for opened in ("/package/index.html", "/player", "/outer"):
        page.goto(course)
        with page.expect_popup() as popup:
            page.evaluate(
                "path => { window.open(path, 'player', 'width=1250,height=850'); }", opened
            )
        popup.value.wait_for_load_state()
        frame = popup.value.frames[-1]
        frame.wait_for_selector("html.drawn", state="attached", timeout=20000)
        assert page.evaluate("kept['cmi.core.lesson_status']") == "incomplete"
        frame.evaluate("cascade.set({stage: 'circulation'}); cascade.view()")
        page.wait_for_function(
            "() => kept['cmi.suspend_data'] === '?stage=circulation&visited=circulation'"
        )
        assert not frame.locator("#toast", has_text="No course system").count(), opened
        popup.value.close()


def test_a_window_without_an_opener_says_that_nothing_is_recorded(page, site):
    page.goto(site.put("/course", OPENS))
    with page.context.expect_page() as other:
        page.evaluate("() => { window.open('/player', '_blank', 'noopener'); }")
    frame = other.value.frame_locator("iframe")
    frame.locator("html.drawn").wait_for(state="attached", timeout=20000)
    frame.locator("#toast", has_text="No course system answers here").wait_for()
    assert page.evaluate("kept") == {}

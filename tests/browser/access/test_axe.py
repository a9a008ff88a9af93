"""axe-core finds nothing, in each theme, in every kind of state that a reader can bring about."""

from pathlib import Path

from axe import ready, violations, violations_by_theme
from questions import one_of_each_form

TABLE = Path(__file__).parents[3] / "examples/overlay/synthetic-cellchat.csv"
CLEAR = {
    "pathway": "metastatic-cascade", "stage": "", "organ": "", "focus": "", "edge": "", "q": "",
    "hide": [], "detail": "auto", "lecture": "", "step": 0, "part": 0, "picks": [], "ui": "full",
    "set": "", "seed": "",
}  # fmt: skip
PRESS = "document.querySelector('%s').click()"
# What each state adds: a view, then a step that opens something.
STATES = {
    "overview": ({}, None),
    "stage": ({"stage": "circulation"}, None),
    "organ": ({"stage": "colonization", "organ": "bone"}, None),
    "cell": ({"focus": "platelet"}, None),
    "arrow": ({"stage": "primary-tumor", "edge": "pt-csf1-csf1r"}, None),
    "molecule": ({"q": "CXCL12"}, None),
    "paper": ({"q": "lin-2001"}, None),
    "corrected paper": ({"q": "goswami-2005"}, None),
    "stage card": ({"stage": "circulation", "q": "circulation"}, None),
    "organ card": ({"organ": "bone", "q": "bone"}, None),
    "step card": ({"q": "emt"}, None),
    "disputes": ({"q": "disputed"}, None),
    "filtered": ({"hide": ["outcome:pro-metastatic", "after:2009"]}, None),
    "nothing left": ({"hide": ["outcome:pro-metastatic", "outcome:anti-metastatic", "outcome:context-dependent"]}, None),
    "everything": ({"detail": "extended"}, None),
    "another pathway": ({"pathway": "vicious-cycle"}, None),
    "toast": ({}, "cascade.set({stage: 'nowhere'})"),
    "help": ({}, "document.getElementById('help').showModal()"),
    "about": ({}, "document.getElementById('about').showModal()"),
    "menu": ({}, "document.querySelector('.menu').open = true"),
    "cite": ({"stage": "primary-tumor", "edge": "pt-il4-il4r"}, PRESS % "#cards article:not([hidden]) [data-do=cite]"),
    "embed": ({"stage": "circulation"}, PRESS % "[data-do=embed]"),
    "minimal": ({"stage": "circulation", "focus": "platelet", "ui": "min"}, PRESS % "#mini .read"),
    "search": ({}, "(b => { b.value = 'tgf'; b.dispatchEvent(new Event('input')); })(document.getElementById('search'))"),
    "nothing found": ({}, "(b => { b.value = 'xyzzy'; b.dispatchEvent(new Event('input')); })(document.getElementById('search'))"),
    "filters unfolded": ({}, "document.querySelectorAll('#panel details').forEach(d => { d.open = true; })"),
    "table": ({"stage": "circulation"}, PRESS % "[data-do=listing]"),
    "sorted table": ({"stage": "circulation"}, PRESS % "[data-do=listing]" + ";" + PRESS % "#listing thead button"),
    "outline": ({"stage": "circulation"}, PRESS % "[data-do=listing]" + ";" + PRESS % "[data-id=outline]"
                + ";document.querySelectorAll('.folds details').forEach(d => { d.open = true; })"),
    "lecture": ({"lecture": "cascade", "step": 3, "part": 4}, None),
    "question": ({"lecture": "cascade", "step": 6, "part": 4}, None),
    "answer": ({"lecture": "cascade", "step": 6, "part": 5, "picks": ["6a"]}, None),
    "steps": ({"lecture": "cascade", "step": 2}, PRESS % "[data-do=lecture-steps]"),
    "code": ({"lecture": "cascade", "step": 2}, PRESS % "#steps [data-do=code]"),
    "lectures": ({}, "document.getElementById('lectures').showModal()"),
    "keyboard": ({}, "document.querySelector('#overlay [tabindex=\"0\"]').focus()"),
}  # fmt: skip


def practice() -> dict:
    """A question of each form, what is said to it, the end of a round, a stage to rebuild."""
    asked = {id: {"set": id, "seed": "1"} for id in one_of_each_form().values()}
    unknown = PRESS % "#quiz .quiz-body p > .link"
    onward = PRESS % "#quiz .quiz-next"
    choice = one_of_each_form()["choice"]
    return {
        **{f"question {id}": (view, None) for id, view in asked.items()},
        "reasons": ({"set": choice, "seed": "2"}, unknown),
        "end": ({"set": choice, "seed": "3"}, END_OF_ROUND),
        "rebuild": ({"set": "rebuild:primary-tumor", "seed": "1"}, None),
        "rebuilt": ({"set": "rebuild:primary-tumor", "seed": "2"}, onward),
    }


# Right at the second try, so that the end has something to list.
END_OF_ROUND = """
  const press = (selector) => document.querySelector('#quiz ' + selector).click();
  press('.quiz-body p > .link');
  for (const label of [...Array(4).keys()]) {
    if (!document.querySelector('#quiz .quiz-next')) continue;
    press('.quiz-next');
    if (!document.querySelector('#quiz .quiz-sure')) continue;
    document.querySelectorAll('#quiz .quiz-options input')[label].click();
    press('.quiz-sure button');
  }
  while (document.querySelector('#quiz .quiz-next')) press('.quiz-next');
"""
SHUT = """() => {
  document.querySelectorAll('dialog[open]').forEach((d) => d.close());
  document.querySelectorAll('.menu, #panel details').forEach((d) => { d.open = false; });
  if (!document.getElementById('listing').hidden) document.querySelector('[data-do=listing]').click();
  document.getElementById('search').value = '';
  document.getElementById('search').dispatchEvent(new Event('input'));
  document.getElementById('toast').hidden = true;
  document.activeElement.blur();
}"""


def test_axe_finds_nothing(figure):
    assert len(STATES) >= 12
    figure.open("theme=light")
    ready(figure.page)
    found = {}
    for name, (view, step) in (STATES | practice()).items():
        figure.page.evaluate(SHUT)
        figure.page.evaluate("v => cascade.set(v)", {**CLEAR, **view, "theme": "light"})
        figure.page.wait_for_function(
            "() => cascade.view() && document.getElementById('overlay').dataset.view === location.search"
            " && document.documentElement.hasAttribute('data-quiz') === Boolean(document.getElementById('quiz-title'))"
        )
        if step:
            figure.page.evaluate(f"() => {{ {step} }}")
        if name in ("cite", "embed", "code"):
            figure.page.locator("dialog[open]").wait_for()
        if wrong := violations_by_theme(figure.page):
            found[name] = wrong
    assert found == {}


def test_axe_finds_nothing_in_a_reader_s_results(figure):
    figure.open("stage=primary-tumor&theme=light")
    ready(figure.page)
    figure.page.evaluate(PRESS % "[data-do=evidence]")
    box = figure.page.locator("#evidence")
    box.locator("input[type=file]").wait_for(state="attached")
    found = {"empty": violations_by_theme(figure.page)}
    box.locator("input[type=file]").set_input_files(TABLE)
    box.get_by_text("Supported arrows").first.wait_for()
    figure.page.evaluate(
        "document.querySelectorAll('#evidence details').forEach((one) => { one.open = true; })"
    )
    found["a table"] = violations_by_theme(figure.page)
    box.locator("input[type=file]").set_input_files(Path(__file__))
    figure.page.wait_for_function(
        "() => !document.getElementById('evidence').innerText.includes('(CellChat)')"
    )
    found["no table"] = violations_by_theme(figure.page)
    assert found == {"empty": {}, "a table": {}, "no table": {}}


def test_axe_finds_nothing_on_small_screens(figure):
    figure.page.set_viewport_size({"width": 390, "height": 844})
    figure.open()
    ready(figure.page)
    for width, height in ((390, 844), (320, 256)):
        figure.page.set_viewport_size({"width": width, "height": height})
        for name in ("overview", "arrow", "table"):
            view, step = STATES[name]
            figure.page.evaluate(SHUT)
            figure.page.evaluate("v => cascade.set(v)", {**CLEAR, **view})
            figure.rest()
            if step:
                figure.page.evaluate(f"() => {{ {step} }}")
            assert violations(figure.page) == [], (name, width, height)


def test_axe_finds_nothing_where_colors_are_forced(figure):
    figure.page.emulate_media(forced_colors="active")
    figure.open("stage=circulation")
    ready(figure.page)
    assert violations(figure.page) == []


# What is wrong in one theme alone: words as pale as what they stand on, a link like the words around.
PLANTED = {
    "dark": (".stages button { color: #555 !important; }", "color-contrast: button"),
    "projector": (
        "#planted a { color: #444 !important; text-decoration: none; }",
        "link-in-text-block: a[href",
    ),
}


def test_axe_finds_what_is_wrong_in_one_theme_alone(figure):
    """Also in a state that it looks at after others, in the same page."""
    figure.open("theme=light")
    ready(figure.page)
    assert violations_by_theme(figure.page) == {}
    figure.go("theme=light&stage=circulation")
    link = "<p id=planted>Words before <a href='#top'>words</a> and words after them.</p>"
    figure.page.evaluate(
        "(link) => document.querySelector('#panel .lead').insertAdjacentHTML('afterend', link)",
        link,
    )
    for theme, (rule, wanted) in PLANTED.items():
        style = figure.page.add_style_tag(content=f"[data-theme={theme}] {rule}")
        found = violations_by_theme(figure.page)
        assert list(found) == [theme] and found[theme][0].startswith(wanted), found
        style.evaluate("(style) => style.remove()")
    assert violations_by_theme(figure.page) == {}

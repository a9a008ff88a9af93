"""Questions in other systems' formats, each opened by a reader that we did not write where there is
one; docs/formats.md says where there is none."""

import io
import re
import zipfile
from base64 import b64decode
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as xml

import mammoth
import pandas as pd
import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from products import PIXEL
from pygiftparser import parser as gift

from cascade.exports import quiz_docx
from cascade.exports.anki import guid
from cascade.exports.questions import FORMATS, write
from cascade.exports.quiz_set import QuizSet, name_of, quiz_set
from cascade.i18n.reader import find
from cascade.i18n.translate import translate
from cascade.i18n.translation import using_language
from cascade.quiz.item import KINDS

SPACE = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}


@pytest.fixture(scope="module")
def quiz(flagship):
    """Two questions of each kind, all ways of answering among them."""
    whole = quiz_set(flagship)
    some = [item for kind in KINDS for item in [i for i in whole.items if i.kind == kind][:2]]
    assert {item.answer for item in some} == {"choice", "pick", "type", "order", "own"}
    return QuizSet(flagship, some, whole.version)


@pytest.fixture(scope="module")
def written(quiz):
    return {name: write(name, quiz) for name in FORMATS if name != "quiz-docx"}


def test_gift_is_read(written, quiz):
    read = gift.parseFile(io.StringIO(written["gift"].decode()))
    assert [one.title for one in read] == [name_of(item) for item in quiz.items]
    for one, item in zip(read, quiz.items, strict=True):
        assert plain(one.text) == plain(item.ask)
        if item.answer in ("choice", "pick"):
            said = {plain(a.answer): a.fraction for a in one.answers.answers}
            assert said == {plain(o.text): 100 * o.right for o in item.options}, item.id
        elif item.answer == "type":
            said = {plain(a.answer) for a in one.answers.answers}
            assert set(map(plain, item.accept)) <= said


def plain(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def test_anki_opens_the_package_and_draws_every_card(written, quiz, tmp_path):
    file = tmp_path / "deck.apkg"
    file.write_bytes(written["anki"])
    collection = Collection(str(tmp_path / "collection.anki2"))
    asked = ImportAnkiPackageRequest(package_path=str(file))
    assert len(collection.import_anki_package(asked).log.new) == collection.note_count()
    notes = [collection.get_note(id) for id in collection.find_notes("deck:*")]
    cards = {note.fields[0]: note.cards()[0].render_output() for note in notes}
    for item in quiz.items:
        (output,) = (o for ask, o in cards.items() if f"<p>{item.ask}</p>" == unescape(ask))
        answer = unescape(output.answer_text.replace(output.question_text, "", 1))
        assert all(right in answer for right in item.right)
        assert item.answer in ("choice", "pick", "order") or item.right[0] not in unescape(
            output.question_text
        )
    for note in notes:
        for image in re.findall(r'<img src="([^"]+)">', "".join(note.fields)):
            assert (tmp_path / "collection.media" / image).exists()
    covered = [note for note in notes if "image-occlusion" in note.fields[0]]
    stages = {item.stage for item in quiz.items if item.stage}
    assert len(covered) == len(stages)
    for note in covered:
        read = collection.get_image_occlusion_note(note_id=note.id).note
        assert len(read.occlusions) == len(note.cards()) >= 4 and b"<svg" in read.image_data
    # A second release finds the notes of the first again.
    assert not collection.import_anki_package(asked).log.new
    collection.close()


def test_anki_notes_keep_their_guids_when_an_arrow_changes(quiz):
    item = next(item for item in quiz.items if item.kind == "effect")
    changed = replace(item, id=item.id[:-4] + "0000")
    ids = [guid(quiz, one.id.rpartition(":")[0], *one.pick[:1]) for one in (item, changed)]
    assert ids[0] == ids[1]


def test_qti_is_built_like_the_packages_of_text2qti(written, tmp_path):
    """Its own output for a choice, a name to type and an essay: each element and attribute below
    an item stands there, too."""
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    source = "1. What?\n... All\n*a) Yes\n... Good\nb) No\n... Bad\n\n2. Type\n* one\n* two\n\n"
    config = Config()
    config.load()
    QTI(Quiz(source + "3. Say\n... So\n____\n", config=config)).save(str(tmp_path / "other.zip"))
    theirs = items_of((tmp_path / "other.zip").read_bytes())
    ours = items_of(written["qti"])
    for type_ in ("multiple_choice_question", "short_answer_question", "essay_question"):
        assert shapes(theirs[type_][0]) <= shapes(ours[type_][0]), type_
    for types in ours.values():
        for one in types:
            known = {label.get("ident") for label in one.iterfind(".//q:response_label", SPACE)}
            chosen = one.iterfind(".//q:respcondition[q:setvar]//q:varequal", SPACE)
            if one.find(".//q:response_lid", SPACE) is not None:
                assert {equal.text for equal in chosen} <= known
            feedback = {one.get("ident") for one in one.iterfind("q:itemfeedback", SPACE)}
            shown = one.iterfind(".//q:displayfeedback", SPACE)
            assert {mark.get("linkrefid") for mark in shown} <= feedback


def items_of(package: bytes) -> dict[str, list]:
    """The items of a package, by the type that Canvas knows."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None and "imsmanifest.xml" in archive.namelist()
        manifest = xml.fromstring(archive.read("imsmanifest.xml"))
        for file in manifest.iter("{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}file"):
            assert file.get("href") in archive.namelist()
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    found: dict[str, list] = {}
    for root in map(xml.fromstring, parts):
        for one in root.iterfind(".//q:item", SPACE):
            fields = one.iterfind(".//q:qtimetadatafield", SPACE)
            data = {field[0].text: field[1].text for field in fields}
            found.setdefault(data["question_type"], []).append(one)
    return found


def shapes(element, path: str = "") -> set:
    """The paths of elements with the names of their attributes."""
    path = f"{path}/{element.tag}"
    inner = (shapes(one, path) for one in element)
    return {(path, tuple(sorted(element.attrib)))}.union(*inner)


def test_moodle_xml_has_what_moodle_asks_for(written, quiz):
    root = xml.fromstring(written["moodle-xml"])
    questions = {q.findtext("idnumber"): q for q in root if q.get("type") != "category"}
    for item in quiz.items:
        one = questions[name_of(item)]
        assert item.ask in unescape(one.findtext("questiontext/text"))
        fractions = [float(answer.get("fraction")) for answer in one.iterfind("answer")]
        if one.get("type") == "multichoice":
            assert sorted(fractions) == [*[0] * (len(item.options) - 1), 100]
        elif one.get("type") == "matching":
            steps = [step.findtext("answer/text") for step in one.iterfind("subquestion")]
            assert steps == list(item.right)
        for file in one.iterfind("questiontext/file"):
            assert f"@@PLUGINFILE@@/{file.get('name')}" in one.findtext("questiontext/text")
            picture = b64decode(file.text).decode()
            assert picture.startswith("<svg") and "<title" not in picture
            # The picture does not tell: no shown text holds an answer to be typed.
            if item.kind == "cell":
                words = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
                names = {name.casefold() for name in item.accept}
                assert "?" in words and not names & {word.casefold() for word in words}


def test_names_are_dragged_and_pinned_where_they_stand(written, quiz):
    root = xml.fromstring(written["moodle-xml"])
    found = {q.get("type") for q in root}
    assert {"ddimageortext", "ddmarker"} <= found
    for one in root:
        if one.get("type") not in ("ddimageortext", "ddmarker"):
            continue
        (file,) = one.iterfind("file")
        svg = xml.fromstring(b64decode(file.text))
        width, height = (float(svg.get(side)) for side in ("width", "height"))
        names = {drag.findtext("no"): drag.findtext("text") for drag in one.iterfind("drag")}
        assert len(names) >= 4
        for drop in one.iterfind("drop"):
            assert drop.findtext("choice") in names
            place = drop.findtext("coords") or "{xleft},{ytop}".format(
                **{key: drop.findtext(key) for key in ("xleft", "ytop")}
            )
            x, y = map(float, place.split(";")[0].split(","))
            assert 0 <= x <= width and 0 <= y <= height
        shown = {text.strip() for text in svg.itertext()}
        assert not shown & {unescape(name) for name in names.values()}


def test_the_table_is_read_by_pandas(written, quiz):
    table = pd.read_csv(io.BytesIO(written["quiz-csv"]), keep_default_na=False, dtype=str)
    assert list(table["id"]) == [item.id for item in quiz.items]
    assert set(table["version"]) == {quiz.version}
    assert list(table["arrows"]) == ["|".join(item.arrows) for item in quiz.items]


def test_the_document_is_read_by_mammoth(quiz, monkeypatch):
    # What needs a browser is painted elsewhere.
    monkeypatch.setattr(quiz_docx, "paint", lambda *_: PIXEL)
    text = mammoth.extract_raw_text(io.BytesIO(write("quiz-docx", quiz))).value
    asked, _, key = text.partition("\nKey\n")
    for number, item in enumerate(quiz.items, start=1):
        assert f"{number}. {item.ask}" in asked
        assert item.answer == "order" or item.right[0] in key
        assert item.id in key and quiz.version in key
        assert item.answer != "own" or item.right[0] not in asked


def test_the_same_questions_give_the_same_bytes(written, quiz):
    for name in ("moodle-xml", "gift", "qti", "quiz-csv", "anki"):
        assert write(name, quiz) == written[name], name


def test_they_speak_german(flagship):
    german = find("de")
    with using_language(german):
        quiz = quiz_set(translate(flagship, german), "circulation", seed=1, count=8)
        text = write("gift", quiz).decode()
    assert len(quiz.items) == 8 and "Arbeiten" in text and "Papers" not in text


def test_a_round_is_that_of_its_seed(flagship):
    one, two = (quiz_set(flagship, "circulation", seed=4, count=9) for _ in range(2))
    assert [item.id for item in one.items] == [item.id for item in two.items]
    assert len(one.items) == 9

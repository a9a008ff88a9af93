"""Stages and organs have a card, and all disputes a list."""

import re


def card(figure):
    return figure.page.locator("#cards article:visible")


def test_the_legend_leads_to_the_card_of_the_stage(figure):
    figure.show("stage=circulation")
    figure.page.locator("#panel .here:visible").click()
    figure.settle()
    text = card(figure).inner_text()
    assert card(figure).locator("h2").inner_text() == "Circulation"
    assert "platelets and neutrophils shield the tumor cell" in text
    arrows = figure.page.evaluate(
        """() => Object.values(cascadeKit.state.data.pathways['metastatic-cascade'].interactions)
          .filter((one) => one.stage === 'circulation').length"""
    )
    assert f"{arrows} interactions between" in text
    assert card(figure).locator(".papers li").count() == 5
    assert card(figure).locator(".actors button").count() == 6


def test_a_card_goes_along_to_the_next_stage_and_back_to_the_legend(figure):
    figure.show("stage=circulation&q=circulation")
    card(figure).locator(".turn button").last.click()
    assert figure.settle()["stage"] == "extravasation"
    assert card(figure).locator("h2").inner_text() == "Extravasation"
    figure.page.evaluate("cascade.next()")
    assert figure.settle()["q"] == "colonization"
    figure.page.locator("#cards .back").click()
    assert figure.settle()["q"] == "" and figure.settle()["stage"] == "colonization"
    assert figure.page.locator(".legend:visible").count() == 1


def test_every_organ_has_a_card(figure):
    for organ in ("bone", "brain", "lung", "liver", "lymph-node", "skin"):
        figure.show(f"organ={organ}&q={organ}")
        text = card(figure).inner_text()
        assert "Interactions by stage:" in text or "Stage: " in text, organ
        assert "WHO ACTS" in text.upper() and "The earliest cited paper is from" in text, organ
        counted = text.split("WHO ACTS")[0]
        assert not re.search(r"\b0\b[,.]", counted), f"{organ}: nothing is counted that is not"


def test_the_menu_lists_where_experts_disagree(figure):
    figure.show()
    figure.page.locator(".menu summary").click()
    figure.page.locator(".menu [data-do=place]").click()
    assert figure.settle()["q"] == "disputed"
    rows = card(figure).locator(".rows li")
    known = figure.page.evaluate(
        """() => Object.values(cascadeKit.state.data.pathways['metastatic-cascade'].cards)
          .filter((one) => one.disputed).map((one) => one.disputed)"""
    )
    assert rows.count() == len(known) > 20
    assert known[0] in card(figure).inner_text()
    rows.first.locator("button").click()
    assert figure.settle()["edge"]
    assert card(figure).locator(".dispute").is_visible()

"""The closed lists of the figure's language, each id with the words a reader sees.

One place for each list: the models, the JSON Schema, the filters and the legend read it from
here. Order is the order of the legend.
"""

from typing import Literal

LINEAGES = {
    "neoplastic": "Tumor cells",
    "myeloid": "Myeloid cells",
    "lymphoid": "Lymphoid cells",
    "platelet": "Platelets",
    "stromal": "Stromal cells",
    "vascular": "Vessel cells",
    "resident": "Organ-resident cells",
}

EFFECTS = {
    "activates": "activates",
    "differentiates": "differentiates",
    "permeabilizes": "opens the barrier",
    "recruits": "recruits",
    "retains": "retains",
    "inhibits": "inhibits",
    "displaces": "displaces",
    "kills": "kills",
    "binds": "binds",
    "transfers": "hands over",
}

# Each effect as a sentence, so that card, tooltip and live region say the same. {through} is
# " through A and B", {signal} "A and B" or "something".
CLAIMS = {
    "activates": "{sender} activates {receiver}{through}",
    "differentiates": "{sender} drives the differentiation of {receiver}{through}",
    "permeabilizes": "{sender} opens the barrier of {receiver}{through}",
    "recruits": "{sender} recruits {receiver}{through}",
    "retains": "{sender} retains {receiver}{through}",
    "inhibits": "{sender} inhibits {receiver}{through}",
    "displaces": "{sender} displaces {receiver}{through}",
    "kills": "{sender} kills {receiver}{through}",
    "binds": "{sender} binds {receiver}{through}",
    "transfers": "{sender} hands {signal} to {receiver}",
}

OUTCOMES = {
    "pro-metastatic": "Promotes metastasis",
    "anti-metastatic": "Restrains metastasis",
    "context-dependent": "Depends on context",
}

READOUTS = {
    "metastasis": "Metastasis",
    "growth": "Tumor growth",
    "immunity": "Immune response",
    "thrombosis": "Thrombosis",
    "in-vitro": "Cell culture",
    "expression": "Expression only",
}

SYSTEMS = {
    "patients": "Patients",
    "human-cells": "Human cells",
    "mouse": "Mice",
    "rat": "Rats",
    "chick": "Chick embryos",
    "zebrafish": "Zebrafish",
    "culture": "Culture",
}

NOTICES = {
    "retraction": "Retracted",
    "correction": "Corrected",
    "concern": "Concern",
}

ROUTES = {
    "secreted": "Secreted protein",
    "small-molecule": "Small molecule",
    "contact": "Cell contact",
    "matrix": "Through the matrix",
    "vesicle": "Vesicle",
    "unknown": "Route unknown",
}

TIERS = {
    "overview": "Overview",
    "core": "Core",
    "extended": "All",
}
RANK = {tier: rank for rank, tier in enumerate(TIERS)}

CONFIDENCES = {"high": "High", "medium": "Medium", "low": "Low"}

BASES = {
    "paper": "named in the cited paper",
    "database": "from a database, not from the cited paper",
    "inferred": "inferred, not shown directly",
    "none": "not identified",
}

WORDS = (
    LINEAGES, EFFECTS, CLAIMS, OUTCOMES, READOUTS, SYSTEMS, NOTICES, ROUTES, TIERS, CONFIDENCES,
    BASES,
)  # fmt: skip
"""All lists, for those who translate them."""

Lineage = Literal[*LINEAGES]
Effect = Literal[*EFFECTS]
Outcome = Literal[*OUTCOMES]
Readout = Literal[*READOUTS]
System = Literal[*SYSTEMS]
Notice = Literal[*NOTICES]
Route = Literal[*ROUTES]
Tier = Literal[*TIERS]
Confidence = Literal[*CONFIDENCES]
Basis = Literal[*BASES]

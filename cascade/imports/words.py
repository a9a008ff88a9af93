"""Other programs' words for our closed lists."""

from ..model import vocabulary as words

LISTS = {
    "effect": words.EFFECTS, "route": words.ROUTES, "outcome": words.OUTCOMES,
    "readout": words.READOUTS, "tier": words.TIERS, "confidence": words.CONFIDENCES,
    "mediator_basis": words.BASES, "receptor_basis": words.BASES,
}  # fmt: skip
ALL = {**LISTS, "systems": words.SYSTEMS}
# What a draft claims where the file says nothing: as little as the model allows.
DEFAULTS = {
    "effect": "binds", "route": "unknown", "outcome": "context-dependent",
    "readout": "expression", "confidence": "low",
}  # fmt: skip
_EFFECTS = {
    "activates": "activation activate activated promotes promote stimulates stimulation stimulate "
    "induces induction upregulates up-regulates up positive + -> positively_regulates arrow "
    "phosphorylates phosphorylation expression catalysis",
    "inhibits": "inhibition inhibit suppresses suppression represses repression downregulates "
    "down-regulates down negative - -| --| blocks reduces negatively_regulates tee tbar "
    "dephosphorylation",
    "recruits": "recruitment recruit attracts attraction chemotaxis",
    "retains": "retention retain holds",
    "kills": "kill killing lysis lyses cytotoxicity",
    "differentiates": "differentiation differentiate",
    "permeabilizes": "permeabilization opens",
    "displaces": "displacement displace",
    "binds": "bind binding interacts interacts-with interacts_with interaction pp adhesion adheres "
    "contact undirected",
    "transfers": "transfer secretes translocation transport",
}
EFFECTS = {word: effect for effect, text in _EFFECTS.items() for word in text.split()}


def word(field: str, text: str) -> str:
    """The value of a closed list that a text means, '' where it means none."""
    known = ALL[field]
    plain = " ".join(text.split()).casefold()
    if plain in known:
        return plain
    for id, label in known.items():
        if plain == label.casefold():
            return id
    return EFFECTS.get(plain, "") if field == "effect" else ""

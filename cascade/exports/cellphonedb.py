"""The figure's ligand-receptor pairs as a database file of CellPhoneDB v5.

Its own `create_db` fails where there is no complex, so that the tables which it makes are written
here: https://github.com/ventolab/CellphoneDB/blob/master/cellphonedb/utils/db_utils.py
"""

from collections.abc import Iterable
from hashlib import sha1

from ..model.selection import Selection
from .about import about, lost
from .archive import zipped
from .ligand_receptor import Pair, pairs, table, told

PROTEINS = (
    "id_protein", "protein_name", "tags", "tags_reason", "tags_description",
    "protein_multidata_id",
)  # fmt: skip
GENES = ("id_gene", "ensembl", "gene_name", "hgnc_symbol", "protein_name", "protein_id")
COMPLEXES = (
    "id_complex", "complex_multidata_id", "pdb_structure", "pdb_id", "stoichiometry",
    "comments_complex", "reactome_reaction", "reactome_complex", "complexPortal_complex",
    "rhea_reaction",
)  # fmt: skip
COMPOSITION = (
    "id_complex_composition", "complex_multidata_id", "protein_multidata_id", "total_protein",
)  # fmt: skip
FLAGS = (
    "receptor", "other", "secreted_highlight", "transmembrane", "secreted", "peripheral",
    "integrin", "is_complex",
)  # fmt: skip
MULTIDATA = ("id_multidata", "name", *FLAGS, "receptor_desc", "other_desc", "secreted_desc")
INTERACTIONS = (
    "id_interaction", "id_cp_interaction", "multidata_1_id", "multidata_2_id", "source",
    "annotation_strategy", "is_ppi", "curator", "directionality", "classification",
)  # fmt: skip


def write(selection: Selection, theme: str = "light") -> bytes:
    """A zip for `cpdb_file_path`; genes are found by `counts_data = "hgnc_symbol"`."""
    interactions = undirected(
        p for p in pairs(selection) if p.ligand.uniprot and p.receptor.uniprot
    )
    receptors = {pair.receptor.uniprot for pair in interactions}
    secreted = {
        p.ligand.uniprot for p in interactions if any(s.route == "secreted" for s in p.steps)
    }
    proteins = {m.uniprot: m.hgnc for pair in interactions for m in (pair.ligand, pair.receptor)}
    ids = {uniprot: number for number, uniprot in enumerate(proteins)}
    files: dict[str, tuple[tuple[str, ...], list[dict]]] = {
        "protein_table": (PROTEINS, [
            {"id_protein": n, "protein_name": proteins[id], "protein_multidata_id": n}
            for id, n in ids.items()
        ]),
        "gene_table": (GENES, [
            {"id_gene": n, "gene_name": proteins[id], "hgnc_symbol": proteins[id],
             "protein_name": proteins[id], "protein_id": n}
            for id, n in ids.items()
        ]),
        "complex_table": (COMPLEXES, []),
        "complex_composition_table": (COMPOSITION, []),
        "multidata_table": (MULTIDATA, [
            dict.fromkeys(FLAGS, False)
            | {"id_multidata": n, "name": id, "receptor": id in receptors,
               "secreted": id in secreted}
            for id, n in ids.items()
        ]),
        "interaction_table": (INTERACTIONS, [
            {"id_interaction": n, "id_cp_interaction": _id(pair),
             "multidata_1_id": ids[pair.ligand.uniprot],
             "multidata_2_id": ids[pair.receptor.uniprot],
             "source": told(pair, selection)["references"], "annotation_strategy": "user_curated",
             "is_ppi": True, "directionality": "Ligand-Receptor"}
            for n, pair in enumerate(interactions)
        ]),
    }  # fmt: skip
    parts = {f"{name}.csv": table(head, rows) for name, (head, rows) in files.items()}
    # A comment of the archive, as CellPhoneDB reads each file in it as a table.
    return zipped(parts, f"{about(selection)} {lost('cellphonedb')}")


def undirected(directed: Iterable[Pair]) -> list[Pair]:
    """Two molecules of which each binds the other make one pair, as CellPhoneDB demands."""
    merged: dict[frozenset, Pair] = {}
    for pair in directed:
        known = merged.setdefault(frozenset(pair.symbols), pair)
        if known is not pair:
            known.steps += pair.steps
    return list(merged.values())


def _id(pair: Pair) -> str:
    """As CellPhoneDB makes it of two proteins."""
    text = f"{pair.ligand.uniprot}{pair.receptor.uniprot}"
    return f"CPI-SS0{sha1(text.encode()).hexdigest()[:8].upper()}"

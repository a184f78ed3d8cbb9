"""Sentences that the program wrote into the record, in French; what people typed stays as it is."""

from dataclasses import replace

import pytest

from tui_app.documents.formulas import told, told_names
from tui_app.documents.language import words_of
from tui_app.domain.charter.charter import Wording
from tui_app.domain.consensus.declaring import OF_THOSE_HEARD, PRACTICE, SO_DECIDED
from tui_app.domain.words import ENGLISH
from tui_app.services.charters import load_charter
from tui_app.services.imported_record import as_minuted

FRENCH = words_of(replace(load_charter("kosovo"), language="fr"))
RECORDED = Wording().basis.format(basis=PRACTICE)
HEARD = (
    "consensus des entités présentes ou consultées\u00a0; absence et défaut de consultation ({}) pour le motif consigné"
)

FORMULAS = (
    (OF_THOSE_HEARD.format(entities="UNODC"), HEARD.format("UNODC")),
    (OF_THOSE_HEARD.format(entities="FAO, ILO and WHO"), HEARD.format("FAO, ILO et WHO")),
    (
        RECORDED,
        "selon la pratique du consensus\u00a0: aucune objection n’a été soulevée, "
        "tel que consigné par le réseau\u00a0; le mandat n’énonce aucune règle de décision",
    ),
    (SO_DECIDED, "Déclaration de la présidence, sans relevé des positions"),
    (as_minuted(""), "selon le procès-verbal\u00a0; importé"),
    (as_minuted("no objection"), "selon le procès-verbal\u00a0: no objection\u00a0; importé"),
    ("Secretariat", "Secrétariat"),
    ("item 5a", "le point 5a"),
    ("Q2 draft shared: done", "T2 draft shared\u00a0: atteint"),
)
TYPED = (
    "",
    "It was so recommended.",
    f"{SO_DECIDED}, as ever",
    "item 5 on data",
    "draft shared: done",
    "secretariat of IOM",
)


@pytest.mark.parametrize(("english", "french"), FORMULAS)
def test_a_sentence_of_the_program_is_put_in_the_language_of_the_paper(english, french):
    assert told(english, FRENCH) == french


@pytest.mark.parametrize("english", [english for english, _ in FORMULAS])
def test_in_english_it_stands_as_it_was_written(english):
    assert told(english, ENGLISH) == english


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_not_touched(typed):
    assert told(typed, FRENCH) == typed


def test_a_basis_that_the_secretariat_typed_stays_in_its_words():
    assert told(Wording().basis.format(basis="as agreed in 2019"), FRENCH).startswith("as agreed in 2019, tel que")


def test_everyone_who_is_responsible_is_named():
    assert told_names(("All members", "UNHCR"), FRENCH) == "Tous les membres, UNHCR"

"""Programs of nearly the same name: found among many, by the same measure as among few."""

import random
from difflib import SequenceMatcher
from itertools import islice, permutations
from pathlib import Path

from conftest import findings, overlay, places

from smartplan.figures.namesakes import ALIKE, Namesakes, namesakes
from smartplan.load import load

WORDS = ("aplikasi", "layanan", "terpadu", "desa", "sampah", "wisata", "pasar", "data", "warga")


def _programs(names: list[str]) -> dict[str, str]:
    items = (f"- {{id: p{n}, name: {name}, dimension: governance}}" for n, name in enumerate(names))
    return {"programs.yaml": "\n".join(("programs:", *items, ""))}


def _namesakes(folder: Path) -> Namesakes:
    plan = load(folder).plan
    assert plan is not None
    return namesakes(plan)


def _mutated(name: str, chance: random.Random) -> str:
    """A name with up to four slips of the keyboard."""
    letters = list(name)
    for _ in range(chance.randint(0, 4)):
        place = chance.randrange(len(letters))
        letters[place : place + chance.randint(0, 1)] = chance.choice(("a", "e", "1", "st", ""))
    return "".join(letters)


def _one_by_one(names: list[str]) -> list[tuple[str, str]]:
    """Each name with the first before it that is nearly the same and begins, or ends, alike."""
    told = ["".join(filter(str.isalnum, name)) for name in names]
    pairs = []
    for number, name in enumerate(told):
        digits = list(filter(str.isdigit, name))
        earlier = [n for n in range(number) if list(filter(str.isdigit, told[n])) == digits]
        begin = [n for n in earlier if told[n][:4] == name[:4]]
        end = [n for n in earlier if told[n][-4:] == name[-4:]]
        for other in (*begin, *end):
            if SequenceMatcher(None, name, told[other], autojunk=False).ratio() >= ALIKE:
                pairs.append((f"p{number}", f"p{other}"))
                break
    return pairs


def test_the_sieve_loses_none_that_comparing_one_by_one_finds(minimal_plan: Path) -> None:
    chance = random.Random(7)
    names = [" ".join(chance.choices(WORDS, k=chance.randint(1, 4))) for _ in range(60)]
    names += [_mutated(name, chance) for name in names for _ in range(2)]
    chance.shuffle(names)
    overlay(minimal_plan, _programs(names))

    found = _namesakes(minimal_plan)

    pairs = [(program.id, twin.id) for program, twin in found.pairs]
    assert pairs == _one_by_one(names)
    assert len(pairs) > 50
    assert found.beyond is None


def test_names_in_letters_that_are_not_compared_are_no_twins(minimal_plan: Path) -> None:
    overlay(minimal_plan, _programs(["Портал услуг", "Чистый город"]))

    assert _namesakes(minimal_plan).pairs == ()


def test_where_comparing_ends_is_told_once(minimal_plan: Path) -> None:
    names = [" ".join(words) for words in islice(permutations(WORDS), 200)]
    overlay(minimal_plan, _programs(names))

    told = [place for place in places(findings(minimal_plan)) if place[2] == "PRG031"]

    assert told == [("programs.yaml", 49, "PRG031")]

"""The ministry's score of a plan as text, JSON and Markdown: reckoned, never promised."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from smartplan.diagnostics import show
from smartplan.escapes import json_text
from smartplan.exchange.tables import aligned, escaped, markdown_table
from smartplan.figures.answers import Answer, Answered, answers
from smartplan.figures.cells import terms
from smartplan.figures.evaluation import (
    Contribution,
    cheapest,
    contributions,
    final_between,
    improvement_of,
    latest_evaluation,
    points,
    profile_for,
    profile_of,
    weighted_final,
)
from smartplan.figures.instrument import edition, items_in
from smartplan.figures.wording import DASH, capitalised
from smartplan.language import Language, Text, number
from smartplan.plan import Plan
from smartplan.stages.framework import EvaluationProfile
from smartplan.stages.monev import Evaluation

VERSION = 1
SHOWN = 3
"""Places of evidence that a text lists for an item; JSON has them all."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A round of evaluation taken apart, and what the plan answers of the instrument."""

    plan: Plan
    year: int
    """The year the items are asked for."""
    evaluation: Evaluation | None
    profile: EvaluationProfile | None
    stands_in: bool
    """Whether the weights are chosen for want of the round's own."""
    supposed: Mapping[str, Decimal]
    """Scores given with `--what-if`."""
    sections: Mapping[str, Decimal]
    answers: tuple[Answer, ...] = field(default=())

    @property
    def scale(self) -> Mapping[str, Decimal]:
        return self.plan.framework.evaluation_scale

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        if self.profile is None:
            return ()
        return contributions(self.profile, self.sections, self.scale["max"])

    @property
    def reckoned(self) -> Decimal | None:
        """The final score that follows from the sections, those supposed among them."""
        return weighted_final(self.profile, self.sections) if self.profile else None

    @property
    def between(self) -> tuple[Decimal, Decimal] | None:
        """What sections not known leave open, where some are known."""
        if self.profile is None or not self.sections or self.reckoned is not None:
            return None
        return final_between(self.profile, self.sections, self.scale)

    @property
    def open(self) -> tuple[Answer, ...]:
        """Items not answered in full, those that carry most first."""
        found = [one for one in self.answers if one.reply.answered is not Answered.THERE]
        return tuple(sorted(found, key=lambda one: -(self.worth(one) or Decimal(0))))

    def worth(self, answer: Answer) -> Decimal | None:
        """The points of the final score that full marks on an item carry: its part of a mean."""
        weight = self.profile.weights.get(answer.item.section) if self.profile else None
        if weight is None:
            return None
        return weight * self.scale["max"] / 100 / len(items_in(self.year, answer.item.section))


def scorecard(
    plan: Plan,
    year: int | None = None,
    profile: EvaluationProfile | None = None,
    supposed: Mapping[str, Decimal] | None = None,
) -> Scorecard:
    """The last round of a year, or of all, and the items of that year, or of the plan's own."""
    evaluation = latest_evaluation(plan, year)
    asked = plan.as_of.year if year is None else year
    own = profile_of(plan, evaluation) if evaluation else None
    judged = evaluation.year if evaluation else asked
    weights = profile or own or profile_for(plan, judged)
    known = dict(evaluation.sections) if evaluation else {}
    return Scorecard(
        plan,
        asked,
        evaluation,
        weights,
        profile is None and own is None,
        supposed or {},
        {**known, **(supposed or {})},
        tuple(one for one in answers(plan, asked) if _weighed(weights, one)),
    )


def _weighed(profile: EvaluationProfile | None, answer: Answer) -> bool:
    return profile is None or answer.item.section in profile.weights


# Words

_TITLE = Text("Penilaian smart city", "The smart city score")
_RESULT = Text("Hasil evaluasi", "Result")
_WEIGHTS = Text("Nilai menurut bagian", "Score by section")
_CHEAPEST = Text("Bagian dengan sisa nilai terbesar", "Sections that leave most points")
_ITEMS = Text("Butir yang dapat dijawab rencana", "Items that the plan can answer")
_NO_PROMISE = Text(
    "Perhitungan ini bukan janji nilai: asesor kementerian menilai menurut bukti.",
    "This reckoning promises no score: the ministry's assessors judge by the evidence.",
)
_HEADS = (
    Text("Bagian", "Section"),
    Text("Bobot (%)", "Weight (%)"),
    Text("Nilai", "Score"),
    Text("Sumbangan", "Gives"),
    Text("Sisa", "Leaves"),
)
_FINAL = Text("Nilai akhir", "Final score")
_MARK = "*"


def _number(value: Decimal | None, language: Language) -> str:
    return DASH if value is None else number(points(value), language)


def _section(shown: Scorecard, id_: str, language: Language) -> str:
    return terms(shown.plan, "evaluation_section", id_).say(language)


def _result(shown: Scorecard, language: Language) -> Iterator[str]:
    """What was published, and what it does not tell."""
    round_ = shown.evaluation
    if round_ is None:
        yield Text(
            "belum ada hasil evaluasi pada rencana", "the plan has no result of an evaluation yet"
        ).say(language)
        return
    yield _published(round_, language)
    change = improvement_of(shown.plan, round_)
    if change is not None:
        told = f"+{_number(change, language)}" if change > 0 else _number(change, language)
        yield Text(f"indeks peningkatan {told}", f"improvement {told}").say(language)
    if not round_.sections:
        yield Text(
            "nilai menurut bagian tidak diumumkan, sehingga sumbangan tiap bagian tidak diketahui",
            "the sections are not published, so what each gave is not known",
        ).say(language)


def _published(round_: Evaluation, language: Language) -> str:
    final = _number(round_.final, language)
    numbered = f", round {round_.round}" if round_.round else ""
    tahap = f", tahap {round_.round}" if round_.round else ""
    rank = round_.rank
    named = Text(f"; peringkat {rank}" if rank else "", f"; rank {rank}" if rank else "")
    cited = f" [{', '.join(round_.sources)}]" if round_.sources else ""
    return Text(
        f"evaluasi {round_.year}{tahap}: nilai akhir {final}{named.indonesian}{cited}",
        f"evaluation of {round_.year}{numbered}: final score {final}{named.english}{cited}",
    ).say(language)


def _profile(shown: Scorecard, language: Language) -> str:
    profile = shown.profile
    if profile is None:
        return Text("kerangka ini tidak memuat bobot", "this framework has no weights").say(
            language
        )
    name = terms(shown.plan, "evaluation_profile", profile.id).say(language)
    told = Text(f"bobot `{profile.id}` ({name})", f"weights `{profile.id}` ({name})").say(language)
    if not shown.stands_in:
        return told
    caution = Text(
        "; bobot putaran ini tidak tercatat, pilih dengan `--profile`",
        "; the round's own are not recorded, choose with `--profile`",
    )
    return told + caution.say(language)


def _rows(shown: Scorecard, language: Language) -> list[list[str]]:
    rows = [
        [
            _section(shown, one.section, language),
            _number(one.weight, language),
            _number(one.score, language) + (_MARK if one.section in shown.supposed else ""),
            _number(one.points, language),
            _number(one.left, language),
        ]
        for one in shown.contributions
    ]
    total = sum((one.weight for one in shown.contributions), Decimal(0))
    final = shown.reckoned
    left = None if final is None else total * shown.scale["max"] / 100 - final
    rows.append(
        [
            _FINAL.say(language),
            _number(total, language),
            "",
            _number(final, language),
            _number(left, language),
        ]
    )
    return rows


def _below(shown: Scorecard, language: Language) -> Iterator[str]:
    """What a reader of the table must know."""
    if shown.supposed:
        yield Text(
            f"{_MARK} nilai pengandaian dari `--what-if`", f"{_MARK} supposed by `--what-if`"
        ).say(language)
    if shown.between:
        low, high = (_number(value, language) for value in shown.between)
        yield Text(
            f"bagian yang belum diketahui membuka nilai akhir dari {low} sampai {high}",
            f"the sections not known leave the final score between {low} and {high}",
        ).say(language)


def _most(shown: Scorecard, language: Language) -> Iterator[str]:
    for one in cheapest(shown.contributions):
        name = _section(shown, one.section, language)
        left, score = _number(one.left, language), _number(one.score, language)
        best = _number(one.best, language)
        yield Text(
            f"{name}: sisa {left} (nilai {score} dari {best}, bobot {one.weight} %)",
            f"{name}: leaves {left} (score {score} of {best}, weight {one.weight}%)",
        ).say(language)


def _asked(shown: Scorecard, language: Language) -> str:
    there = sum(one.reply.answered is Answered.THERE for one in shown.answers)
    asked, count, year = edition(shown.year), len(shown.answers), shown.year
    return Text(
        f"tahun {year}, menurut instrumen {asked}: {there} dari {count} butir terjawab; "
        "yang belum, dari yang paling berbobot",
        f"for {year}, by the instrument of {asked}: {there} of {count} items answered; "
        "the others, those that carry most first",
    ).say(language)


def _worth(shown: Scorecard, answer: Answer, language: Language) -> str:
    worth = shown.worth(answer)
    if worth is None:
        return ""
    told = _number(worth, language)
    return Text(f"paling banyak {told}", f"at most {told}").say(language)


def _place(answer: Answer) -> list[str]:
    return [
        f"{one.place.file.name}:{one.place.line} {one.id}: {show(one.title, 100)}"
        for one in answer.reply.evidence
    ]


def _places(answer: Answer, language: Language) -> list[str]:
    found = _place(answer)
    rest = len(found) - SHOWN
    if rest <= 0:
        return found
    more = Text(f"dan {rest} lagi", f"and {rest} more").say(language)
    return [*found[:SHOWN], more]


# Text


def text(shown: Scorecard, language: Language) -> str:
    """Readable blocks for a terminal or a file."""
    return "\n".join(_lines(shown, language)) + "\n"


def _lines(shown: Scorecard, language: Language) -> Iterator[str]:
    yield f"{_TITLE.say(language)}: {show(shown.plan.manifest.title, 300)}"
    yield ""
    yield _RESULT.say(language)
    yield from (f"  {line}" for line in _result(shown, language))
    if shown.profile is not None:
        yield ""
        yield f"{_WEIGHTS.say(language)}: {_profile(shown, language)}"
        table = [[head.say(language) for head in _HEADS], *_rows(shown, language)]
        yield from (f"  {line}" for line in aligned(table, frozenset({1, 2, 3, 4})))
        yield from (f"  {line}" for line in _below(shown, language))
    most = list(_most(shown, language))
    if most:
        yield ""
        yield _CHEAPEST.say(language)
        yield from (f"  {place}. {line}" for place, line in enumerate(most, 1))
    yield ""
    yield f"{_ITEMS.say(language)}: {_asked(shown, language)}"
    for one in (*shown.open, *_answered(shown)):
        yield from _block(shown, one, language)
    yield ""
    yield _NO_PROMISE.say(language)


def _answered(shown: Scorecard) -> tuple[Answer, ...]:
    return tuple(one for one in shown.answers if one.reply.answered is Answered.THERE)


def _block(shown: Scorecard, one: Answer, language: Language) -> Iterator[str]:
    reply, section = one.reply, _section(shown, one.item.section, language)
    worth = _worth(shown, one, language) if reply.answered is not Answered.THERE else ""
    state = reply.answered.words.say(language)
    name = one.item.name.say(language)
    yield f"  {state:<8}  {section}: {name}" + (f" ({worth})" if worth else "")
    yield f"            {reply.says.say(language)}"
    evidence = Text("bukti", "evidence").say(language)
    yield from (f"            {evidence}: {place}" for place in _places(one, language))
    if reply.write is not None:
        write = Text("langkah", "to do").say(language)
        yield f"            {write}: {reply.write.say(language)}"


# Markdown


def markdown(shown: Scorecard, language: Language) -> str:
    """Tables for an issue, a pull request or a meeting."""
    lines = [f"## {_TITLE.say(language)}", ""]
    lines += [*(f"- {escaped(line)}" for line in _result(shown, language)), ""]
    if shown.profile is not None:
        lines += [f"### {_WEIGHTS.say(language)}", "", f"{escaped(_profile(shown, language))}.", ""]
        lines += markdown_table([head.say(language) for head in _HEADS], _rows(shown, language))
        below = [f"- {escaped(line)}" for line in _below(shown, language)]
        lines += [*below, ""] if below else []
    most = [f"{place}. {escaped(line)}" for place, line in enumerate(_most(shown, language), 1)]
    if most:
        lines += [f"### {_CHEAPEST.say(language)}", "", *most, ""]
    lines += [f"### {_ITEMS.say(language)}", "", f"{capitalised(_asked(shown, language))}.", ""]
    heads = [head.say(language) for head in _ITEM_HEADS]
    lines += markdown_table(heads, [_item_row(shown, one, language) for one in _ordered(shown)])
    lines.append(_NO_PROMISE.say(language))
    return "\n".join(lines) + "\n"


_ITEM_HEADS = (
    Text("Keadaan", "State"),
    Text("Bagian", "Section"),
    Text("Butir", "Item"),
    Text("Kata rencana", "What the plan says"),
    Text("Bukti", "Evidence"),
    Text("Yang perlu ditulis", "To write"),
)


def _ordered(shown: Scorecard) -> tuple[Answer, ...]:
    return (*shown.open, *_answered(shown))


def _item_row(shown: Scorecard, one: Answer, language: Language) -> Sequence[str]:
    reply = one.reply
    return (
        reply.answered.words.say(language),
        _section(shown, one.item.section, language),
        one.item.name.say(language),
        reply.says.say(language),
        "; ".join(_places(one, language)) or DASH,
        reply.write.say(language) if reply.write else DASH,
    )


# JSON


def as_json(shown: Scorecard, language: Language) -> str:
    """One object; numbers as numbers, null where nothing is known."""
    round_, profile = shown.evaluation, shown.profile
    document = {
        "version": VERSION,
        "language": str(language),
        "as_of": shown.plan.as_of.isoformat(),
        "year": shown.year,
        "instrument": edition(shown.year),
        "profile": profile.id if profile else None,
        "profile_stands_in": shown.stands_in,
        "scale": {end: float(value) for end, value in shown.scale.items()},
        "evaluation": _round(shown, round_) if round_ else None,
        "final": _plain(shown.reckoned),
        "between": [_plain(value) for value in shown.between] if shown.between else None,
        "sections": [
            {
                "section": one.section,
                "weight": _plain(one.weight),
                "score": _plain(one.score),
                "what_if": one.section in shown.supposed,
                "points": _plain(one.points),
                "left": _plain(one.left),
            }
            for one in shown.contributions
        ],
        "cheapest": [one.section for one in cheapest(shown.contributions)],
        "items": [_item(shown, one, language) for one in _ordered(shown)],
        "caution": _NO_PROMISE.say(language),
    }
    return json_text(document)


def _round(shown: Scorecard, round_: Evaluation) -> dict[str, object]:
    return {
        "year": round_.year,
        "round": round_.round,
        "final": _plain(round_.final),
        "rank": round_.rank,
        "improvement": _plain(improvement_of(shown.plan, round_)),
        "sources": list(round_.sources),
    }


def _item(shown: Scorecard, one: Answer, language: Language) -> dict[str, object]:
    reply = one.reply
    return {
        "item": one.item.id,
        "section": one.item.section,
        "name": one.item.name.say(language),
        "state": str(reply.answered),
        "worth": _plain(shown.worth(one)),
        "says": reply.says.say(language),
        "evidence": [
            {
                "file": each.place.file.name,
                "line": each.place.line,
                "id": each.id,
                "title": each.title,
            }
            for each in reply.evidence
        ],
        "write": reply.write.say(language) if reply.write else None,
    }


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(round(value, 6))


FORMATS: Mapping[str, Callable[[Scorecard, Language], str]] = {
    "text": text,
    "json": as_json,
    "markdown": markdown,
}

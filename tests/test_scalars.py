"""Every type of value: what it accepts, what it refuses, and which value it takes to be meant."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from smartplan import bounds
from smartplan.stages import scalars
from smartplan.stages.scalars import Moment, indonesian_number


def refusal(type_: object, written: object) -> tuple[str, str]:
    """The code and the meant value with which a type refuses what was written."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(type_).validate_python(written, strict=True)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {}).get("meant", "")


def accepted(type_: object, written: object) -> object:
    return TypeAdapter(type_).validate_python(written, strict=True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0", 0),
        ("-5", -5),
        ("1500000", 1500000),
        ("1_500_000", 1500000),
        ("-1_000", -1000),
        ("9999999999999999", 9999999999999999),
    ],
)
def test_whole_numbers_are_read_as_written(written: str, read: int) -> None:
    assert accepted(scalars.Integer, written) == read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Rp 1,5 miliar", "`1500000000`"),
        ("Rp1.500.000", "`1500000`"),
        ("Rp 1.500.000,-", "`1500000`"),
        ("rp. 750.000,00", "`750000`"),
        ("-Rp 5.000", "`-5000`"),
        ("1.500.000", "`1500000`"),
        ("1,500,000", "`1500000`"),
        ("1 500 000", "`1500000`"),
        ("1\u00a0500\u00a0000", "`1500000`"),
        ("500 juta", "`500000000`"),
        ("500juta", "`500000000`"),
        ("5 juta rupiah", "`5000000`"),
        ("1.5 juta", "`1500000`"),
        ("250 rb", "`250000`"),
        ("2 milyar", "`2000000000`"),
        ("1,5 M", "`1500000000`"),
        ("2 T", "`2000000000000`"),
        ("5.000", "`5000`"),
        ("75 %", "`75`"),
        ("75 persen", "`75`"),
        ("0100", "`100`"),
        ("007", "`7`"),
    ],
)
def test_a_whole_number_written_the_indonesian_way_is_refused_with_the_number_meant(
    written: str, meant: str
) -> None:
    assert refusal(scalars.Rupiah, written) == ("YML016", meant)


@pytest.mark.parametrize(
    "written",
    [
        "1.5", "2,5", "0.125", "1.500,75", "1e3", "1E9", "0x10", "0o14", "1_50", "_1", "1__000",
        "12:30", "+5", "- 5", "±5", "<5", "5-6", "nan", "inf", ".inf", "tiga", "Rp", "yes", "true",
        "１２", "٣", "²", "9" * 5000, "12 m", "5 t", "12,34,56", "1.50.000",
        "", " ", "5 juta jiwa", "1,", ",5", "- juta", "juta", "100000 triliun",
    ],
)  # fmt: skip
def test_what_is_no_whole_number_is_refused_without_a_guess(written: str) -> None:
    assert refusal(scalars.Count, written) == ("SCH006", "")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2.28", Decimal("2.28")),
        ("0.125", Decimal("0.125")),
        ("-0.5", Decimal("-0.5")),
        ("70", Decimal(70)),
        ("1_250_000", Decimal(1250000)),
        ("2.4870", Decimal("2.4870")),
        ("1234.567", Decimal("1234.567")),
    ],
)
def test_decimals_are_read_as_written(written: str, read: Decimal) -> None:
    assert accepted(scalars.Number, written) == read
    assert str(accepted(scalars.Number, written)) == str(read)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2,5", "`2.5`"),
        ("0,5", "`0.5`"),
        ("-2,75", "`-2.75`"),
        ("1.234,5", "`1234.5`"),
        ("12,5 %", "`12.5`"),
        ("1.500.000", "`1500000`"),
        ("1,5 juta", "`1500000`"),
        ("02.5", "`2.5`"),
    ],
)
def test_a_decimal_written_the_indonesian_way_is_refused_with_the_number_meant(
    written: str, meant: str
) -> None:
    assert refusal(scalars.Number, written) == ("YML016", meant)


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("5.000", "`5000` / `5`"),
        ("5,000", "`5000` / `5`"),
        ("2.480", "`2480` / `2.48`"),
        ("2.487", "`2487` / `2.4870`"),
        ("-1.500", "`-1500` / `-1.5`"),
        ("123.456", "`123456` / `123.4560`"),
    ],
)
def test_three_decimals_may_be_thousands_so_both_readings_are_offered(
    written: str, readings: str
) -> None:
    assert refusal(scalars.Number, written) == ("YML016", readings)
    for reading in readings.replace("`", "").split(" / "):
        assert accepted(scalars.Number, reading) is not None


@pytest.mark.parametrize(
    "written", ["nan", "inf", "-inf", "1e9999999", "0x1p3", ".5", "5.", "1.1234567", "２.５", "a"]
)
def test_what_is_no_number_is_refused_without_a_guess(written: str) -> None:
    assert refusal(scalars.Number, written) == ("SCH007", "")


def test_letters_for_milliards_count_only_as_capitals() -> None:
    assert indonesian_number("12 M") == 12 * 10**9
    assert indonesian_number("12 m") is None
    assert indonesian_number("5 T") == 5 * 10**12
    assert indonesian_number("5 t") is None


@pytest.mark.parametrize(
    ("type_", "low", "high", "below", "above"),
    [
        (scalars.Year, "1945", "2100", "1944", "2101"),
        (scalars.OneToFive, "1", "5", "0", "6"),
        (scalars.Percent, "0", "100", "-1", "100.1"),
    ],
)
def test_limits_belong_to_the_range(
    type_: object, low: str, high: str, below: str, above: str
) -> None:
    assert accepted(type_, low) == Decimal(low)
    assert accepted(type_, high) == Decimal(high)
    assert refusal(type_, below)[0] == "greater_than_equal"
    assert refusal(type_, above)[0] == "less_than_equal"


def test_counts_start_at_zero() -> None:
    assert accepted(scalars.Count, "0") == 0
    assert refusal(scalars.Count, "-1")[0] == "greater_than_equal"


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("2023-S1", "2023-01-01", "2023-06-30", "semester"),
        ("2023-S2", "2023-07-01", "2023-12-31", "semester"),
        ("2024-Q1", "2024-01-01", "2024-03-31", "quarter"),
        ("2023-Q4", "2023-10-01", "2023-12-31", "quarter"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("2023-12", "2023-12-01", "2023-12-31", "month"),
        ("2023-07-05", "2023-07-05", "2023-07-05", "day"),
    ],
)
def test_a_moment_is_the_span_it_names(written: str, first: str, last: str, precision: str) -> None:
    moment = accepted(scalars.When, written)
    assert isinstance(moment, Moment)
    assert (moment.first.isoformat(), moment.last.isoformat()) == (first, last)
    assert moment.precision == precision
    assert str(moment) == written


def test_moments_sort_by_where_they_end() -> None:
    written = ["2023", "2023-03", "2023-Q1", "2022-12-31", "2023-S1"]
    moments = sorted(accepted(scalars.When, one) for one in written)  # type: ignore[type-var]
    assert [str(moment) for moment in moments] == [
        "2022-12-31", "2023-Q1", "2023-03", "2023-S1", "2023",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5 Juli 2023", "2023-07-05"),
        ("05 JULI 2023", "2023-07-05"),
        ("Senin, 5 Juli 2023", "2023-07-05"),
        ("Jum'at, 5 Juli 2024", "2024-07-05"),
        ("5-Jul-2023", "2023-07-05"),
        ("23 Agt 2024", "2024-08-23"),
        ("1 Nopember 2022", "2022-11-01"),
        ("Juli 2023", "2023-07"),
        ("05/07/2023", "2023-07-05"),
        ("5.7.2023", "2023-07-05"),
        ("5-7-2023", "2023-07-05"),
        ("2023/07/05", "2023-07-05"),
        ("2023-7-5", "2023-07-05"),
    ],
)
def test_a_date_in_words_or_the_other_way_round_is_refused_with_the_date_meant(
    written: str, meant: str
) -> None:
    assert refusal(scalars.When, written) == ("YML017", meant)
    assert str(accepted(scalars.When, meant)) == meant


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-30", "2023-13", "2023-00", "2024-Q5", "2024-Q0", "2024-S3", "30 Februari 2023",
        "31/02/2023", "07/25/2023", "13/13/2023", "5 Foo 2023", "5 Juli 23", "TW V 2023",
        "20255", "２０２３", "2023-07-05T10:00", " 2023", "kemarin", "", "Caturwulan 2 2023", "0",
    ],
)  # fmt: skip
def test_what_is_in_no_calendar_is_no_date(written: str) -> None:
    assert refusal(scalars.When, written) == ("SCH009", "")


@pytest.mark.parametrize("written", ["0999", "3000", "9999-12-31"])
def test_a_date_of_another_age_is_out_of_range(written: str) -> None:
    assert refusal(scalars.When, written) == ("SCH005", "")


@pytest.mark.parametrize("number", [scalars.Count, scalars.Number])
def test_a_number_too_large_for_any_plan_is_still_a_number(number: object) -> None:
    assert refusal(number, "9" * 17) == ("SCH005", "")
    assert accepted(number, "9" * 16) == 10**16 - 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("TW II 2024", "2024-Q2"),
        ("Triwulan 2 2024", "2024-Q2"),
        ("triwulan ke-3 tahun 2024", "2024-Q3"),
        ("Tw. IV/2024", "2024-Q4"),
        ("Kuartal 1 2024", "2024-Q1"),
        ("Q2 2024", "2024-Q2"),
        ("2024 TW2", "2024-Q2"),
        ("2024-TW-II", "2024-Q2"),
        ("Semester I 2024", "2024-S1"),
        ("smt 2, 2024", "2024-S2"),
        ("2024/S1", "2024-S1"),
    ],
)
def test_a_part_of_a_year_in_words_is_refused_with_its_form(written: str, meant: str) -> None:
    assert refusal(scalars.When, written) == ("YML017", meant)
    assert str(accepted(scalars.When, meant)) == meant
    assert refusal(scalars.Day, written) == ("SCH009", "")


@pytest.mark.parametrize("written", ["2025", "2025-06", "2025-Q2", "2025-S1", "2025-02-30"])
def test_a_day_needs_year_month_and_day(written: str) -> None:
    assert refusal(scalars.Day, written) == ("SCH009", "")
    assert str(accepted(scalars.Day, "2025-06-30")) == "2025-06-30"


@pytest.mark.parametrize("written", ["a", "kominfo", "p-1", "2-16", "a-b-c", "x" * 60, "none"])
def test_an_id_is_lower_case_letters_digits_and_hyphens(written: str) -> None:
    assert accepted(scalars.Id, written) == written


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "string_pattern_mismatch"),
        ("Kominfo", "string_pattern_mismatch"),
        ("p_1", "string_pattern_mismatch"),
        ("-p", "string_pattern_mismatch"),
        ("p-", "string_pattern_mismatch"),
        ("p--1", "string_pattern_mismatch"),
        ("p 1", "string_pattern_mismatch"),
        ("../../x", "string_pattern_mismatch"),
        ("p\n", "string_pattern_mismatch"),
        ("p１", "string_pattern_mismatch"),
        ("con", "SCH008"),
        ("nul", "SCH008"),
        ("com1", "SCH008"),
        ("x" * 61, "string_too_long"),
    ],
)
def test_what_cannot_be_a_file_name_cannot_be_an_id(written: str, code: str) -> None:
    assert refusal(scalars.Id, written)[0] == code


@pytest.mark.parametrize(
    ("written", "fits"),
    [("S1", True), ("S12", True), ("Bps-2023", True), ("s1", False), ("1S", False), ("S 1", False)],
)
def test_a_source_id_starts_with_a_capital(written: str, fits: bool) -> None:
    if fits:
        assert accepted(scalars.SourceId, written) == written
    else:
        assert refusal(scalars.SourceId, written)[0] == "string_pattern_mismatch"


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("https://contoh.go.id/a?b=c#d", True),
        ("http://contoh.go.id", True),
        ("www.contoh.go.id", False),
        ("javascript:alert(1)", False),
        ("https://contoh.go.id/a b", False),
        ("https://contoh.go.id/<x>", False),
        ('https://contoh.go.id/"x', False),
        ("https://", False),
        (" https://contoh.go.id", False),
        ("https://contoh.go.id\njavascript:x", False),
    ],
)
def test_an_address_is_a_web_page(written: str, fits: bool) -> None:
    if fits:
        assert accepted(scalars.Url, written) == written
    else:
        assert refusal(scalars.Url, written)[0] == "string_pattern_mismatch"


@pytest.mark.parametrize(
    ("type_", "limit"),
    [
        (scalars.Title, bounds.MAX_TITLE),
        (scalars.Plain, bounds.MAX_PLAIN),
        (scalars.Prose, bounds.MAX_PROSE),
        (scalars.Nomenclature, bounds.MAX_ID),
    ],
)
def test_texts_have_a_length(type_: object, limit: int) -> None:
    assert accepted(type_, "é" * limit) == "é" * limit
    assert refusal(type_, "x" * (limit + 1))[0] == "string_too_long"
    assert refusal(type_, "")[0] == "string_too_short"


@pytest.mark.parametrize(
    "type_", [scalars.Integer, scalars.Number, scalars.When, scalars.Day, scalars.Percent]
)
@pytest.mark.parametrize("written", [("1",), {"a": "1"}])
def test_a_list_or_a_group_is_no_value(type_: object, written: object) -> None:
    assert refusal(type_, written)[0] == "SCH003"

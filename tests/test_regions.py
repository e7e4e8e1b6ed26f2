"""The list of regions is whole, and a code written a little wrong finds its region."""

import pytest

from smartplan import regions
from smartplan.load import load


def _code(region: regions.Region | None) -> str | None:
    return None if region is None else region.code


def test_the_list_is_whole():
    kinds = [region.kind for region in regions.everything()]
    assert kinds.count("provinsi") == 38
    assert kinds.count("kabupaten") + kinds.count("kota") == 514
    assert kinds.count("kota") == 98


def test_every_region_lies_in_a_province():
    for region in regions.everything():
        province = regions.province_of(region.code)
        assert province is not None
        assert province.kind == "provinsi"
        assert region.province == province.code


@pytest.mark.parametrize(
    ("code", "name", "kind", "province"),
    [
        ("51", "Bali", "provinsi", "Bali"),
        ("51.06", "Kabupaten Bangli", "kabupaten", "Bali"),
        ("51.08", "Kabupaten Buleleng", "kabupaten", "Bali"),
        ("51.71", "Kota Denpasar", "kota", "Bali"),
        ("11.01", "Kabupaten Aceh Selatan", "kabupaten", "Aceh"),
        ("11.09", "Kabupaten Simeulue", "kabupaten", "Aceh"),
        ("31.71", "Kota Administrasi Jakarta Pusat", "kota", "Daerah Khusus Ibukota Jakarta"),
    ],
)
def test_a_code_names_its_region(code, name, kind, province):
    region = regions.find(code)
    assert region is not None
    assert (region.name, region.kind) == (name, kind)
    found = regions.province_of(code)
    assert found is not None
    assert found.name == province


@pytest.mark.parametrize("code", ["", "5", "51.8", "5108", "51.99", "99", "51.08.01", " 51.08"])
def test_only_the_exact_code_finds(code):
    assert regions.find(code) is None


@pytest.mark.parametrize(
    ("code", "province"),
    [("51.99", "51"), ("51.", "51"), ("99.01", None), ("5108", None), ("", None)],
)
def test_the_province_of_an_unknown_code(code, province):
    assert _code(regions.province_of(code)) == province


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Buleleng", ["51.08"]),
        ("  kabupaten   BULELENG ", ["51.08"]),
        ("Kab. Bangli", ["51.06"]),
        ("Bandung", ["32.04", "32.73"]),
        ("Kota Bandung", ["32.73"]),
        ("Kabupaten Bandung", ["32.04"]),
        ("Kota Buleleng", []),
        ("DI Yogyakarta", ["34", "34.71"]),
        ("DKI Jakarta", ["31"]),
        ("Jakarta Pusat", ["31.71"]),
        ("Provinsi Bali", ["51"]),
        ("Kotabaru", ["63.02"]),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_a_name_finds_regions(text, codes):
    assert [region.code for region in regions.by_name(text)] == codes


def test_every_region_is_found_by_both_its_names():
    for region in regions.everything():
        assert region in regions.by_name(region.name)
        assert region in regions.by_name(region.short_name)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("51.8", "51.08"),
        ("5108", "51.08"),
        ("518", "51.08"),
        ("51.80", "51.08"),
        ("51-08", "51.08"),
        ("51,08", "51.08"),
        ("51 08", "51.08"),
        ("51.08.01", "51.08"),
        ("510801", "51.08"),
        ("1101", "11.01"),
        ("51.7", "51.07"),
        ("51.99", None),
        ("99.01", None),
        ("8", None),
        ("", None),
        ("Buleleng", None),
        ("\u0665\u0661.\u0660\u0668", None),
    ],
)
def test_a_wrong_code_is_near_one_region(written, meant):
    assert _code(regions.near(written)) == meant


@pytest.mark.parametrize(
    ("written", "name", "meant"),
    [
        ("1101", "Simeulue", "11.09"),
        ("1101", "Aceh Selatan", "11.01"),
        ("11.1", "Aceh Singkil", "11.10"),
        ("11.1", "Aceh Selatan", "11.01"),
        ("11.99", "Pidie Jaya", "11.18"),
        ("5108", "Sebuah Nama", "51.08"),
        ("5108", "Simeulue", "51.08"),
        ("52.6", "Bima", "52.06"),
    ],
)
def test_the_name_decides_between_lists(written, name, meant):
    assert _code(regions.near(written, name)) == meant


def test_the_invented_region_is_in_no_list_and_has_one_code_and_one_name():
    invented = regions.find("00.00")
    assert invented is regions.INVENTED
    assert invented not in regions.everything()
    assert regions.by_name("Kabupaten Contoh (rekaan)") == [invented]
    assert regions.by_name("Contoh") == []
    assert [regions.find(code) for code in ("00", "00.01", "0.0")] == [None, None, None]


@pytest.mark.parametrize(
    ("name", "province", "codes"),
    [
        ("Contoh (rekaan)", "Contoh (rekaan)", []),
        ("Buleleng", "Contoh (rekaan)", ["SCH018"]),
        ("Contoh", "Contoh (rekaan)", ["SCH018"]),
        ("Contoh (rekaan)", "Bali", ["SCH018"]),
    ],
)
def test_the_code_of_the_invented_region_goes_with_its_name_alone(tmp_path, name, province, codes):
    (tmp_path / "smartplan.yaml").write_text(
        "smartplan: 1\ntitle: Rencana\nperiod: {start: 2025, end: 2034}\nas_of: 2024-11-05\n"
        f'region: {{code: "00.00", name: {name}, kind: kabupaten, province: {province}}}\n',
        encoding="utf-8",
    )
    assert [found.kind.code for found in load(tmp_path).diagnostics] == codes

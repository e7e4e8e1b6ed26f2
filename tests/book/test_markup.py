import pytest
from markdown_it import MarkdownIt

from smartplan.book.markup import Written, escaped, plain, prose

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("# bukan judul", r"\# bukan judul"),
        ("- bukan butir", r"\- bukan butir"),
        ("1. bukan nomor", r"1\. bukan nomor"),
        ("2024. Tahun awal", r"2024\. Tahun awal"),
        ("12,5 persen", "12,5 persen"),
        ("=== ", r"\=== "),
        ("a | b", r"a \| b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("R&D &amp; lain", "R&amp;D &amp;amp; lain"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("![x](https://evil.example/x.png)", r"!\[x\](https://evil.example/x.png)"),
        ("`kode` *tebal* _miring_ ~~coret~~", r"\`kode\` \*tebal\* \_miring\_ \~\~coret\~\~"),
        ("[^1]: catatan", r"\[^1\]: catatan"),
        ("dua\nbaris\r\n\n# judul", r"dua baris \# judul"),
        ("tanda \ue0000\ue001 palsu", "tanda 0 palsu"),
        ("Selamat!", r"Selamat\!"),
        ("C:\\folder", "C:\\\\folder"),
    ],
)
def test_plain_text_is_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "# a", "+ a", "> a", "a\n===", "1) a", "<b>a</b>", "<!-- a", "a <https://x.example>",
        "**a**", "__a__", "``a``", "```\na", "~~~\na", "| a | b |", "[a]: https://x.example",
        "&copy; &#60;", "a\\", "\\*a\\*", "***", "- - -", "\ta", "    a", "[a][b]", "![a]",
    ],
)  # fmt: skip
def test_escaped_text_shows_itself(text: str) -> None:
    """A reader of the Markdown sees the words that stand in the plan, in one paragraph."""
    opened, inline, closed = READER.parse(escaped(text))
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    assert {token.type for token in inline.children or ()} <= {"text", "text_special"}
    assert plain(escaped(text)).strip() == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("satu\ndua", "satu dua"),
        ("satu\n\ndua", "satu\n\ndua"),
        ("**tebal** dan *miring*", "**tebal** dan *miring*"),
        ("- a\n- b", "- a\n- b"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n  - b\n- c", "- a\n\n  - b\n- c"),
        ("[teks](https://x.example/a(b))", "[teks](https://x.example/a%28b%29)"),
        ("[teks](javascript:alert(1))", r"\[teks\](javascript:alert(1))"),
        ("[teks](//evil.example)", r"\[teks\](//evil.example)"),
        ("[teks](../../rahasia)", r"\[teks\](../../rahasia)"),
        ("![gambar](https://x.example/a.png)", r"\![gambar](https://x.example/a.png)"),
        ("# judul", r"\# judul"),
        ("judul\n===", "judul ==="),
        ("<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
        ("    kode", "kode"),
        ("```\nkode\n```", r"\`\`\` kode \`\`\`"),
        ("| a | b |\n| - | - |", r"\| a \| b \| \| - \| - \|"),
    ],
)
def test_prose_keeps_paragraphs_lists_emphasis_and_links(text: str, markdown: str) -> None:
    assert prose(text) == markdown


def test_what_is_joined_to_written_text_is_escaped() -> None:
    assert Written("**a** ") + "*b*" == r"**a** \*b\*"
    assert Written(", ").join(["<a>", Written("*b*")]) == "&lt;a&gt;, *b*"

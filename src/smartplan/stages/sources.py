"""Every public source a fact of the plan rests on."""

from typing import ClassVar, Literal

from pydantic import Field

from smartplan.stages.base import Item
from smartplan.stages.scalars import Plain, Prose, SourceId, Title, Url, When


class Source(Item):
    """A page, a document or an interview that can be looked up."""

    kind: ClassVar[str] = "source"
    title_field: ClassVar[str] = "title"

    id: SourceId = Field(description="Tanda pengenal sumber, misalnya S12.")
    title: Title = Field(description="Judul atau pokok isi sumber.")
    publisher: Title | None = Field(default=None, description="Penerbit: media, instansi, lembaga.")
    date: When | None = Field(default=None, description="Tanggal terbit sejauh diketahui.")
    undated: Plain | None = Field(
        default=None, description="Bila tanpa tanggal: alasannya, misalnya halaman profil."
    )
    url: Url | None = Field(default=None, description="Alamat halaman.")
    also: tuple[Url, ...] = Field(default=(), description="Alamat lain yang memuat hal yang sama.")
    where: Plain | None = Field(
        default=None, description="Bila tanpa alamat: di mana dokumen dapat dilihat."
    )
    kind_: Literal["government", "news", "law", "statistics", "interview", "study", "other"] = (
        Field(alias="kind", description="Jenis sumber.")
    )
    confidence: Literal["A", "B", "C"] = Field(
        description="A: pemerintah atau dua media; B: satu media; C: salinan atau diragukan."
    )
    note: Prose | None = Field(default=None, description="Catatan atas sumber.")


class Sources(Item):
    """`sources.yaml`"""

    sources: tuple[Source, ...] = Field(default=(), description="Daftar sumber.")

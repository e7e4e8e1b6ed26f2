"""The waivers: findings the plan's owners know of and have decided to live with for a while."""

from typing import ClassVar

from pydantic import Field

from smartplan.stages.base import Item
from smartplan.stages.scalars import Day, Plain, Title


class Waiver(Item):
    """One kind of finding that is set aside, in all of the plan or in a part of it."""

    title_field: ClassVar[str] = "code"

    code: Title = Field(description="Kode temuan yang dikecualikan, misalnya PRG003.")
    item: Title | None = Field(
        default=None, description="Hanya pada butir dengan id ini, misalnya bule-kepo."
    )
    subject: Plain | None = Field(
        default=None,
        description="Hanya pada letak ini dan yang di dalamnya, misalnya programs/bule-kepo.",
    )
    path: Title | None = Field(
        default=None, description="Hanya pada berkas dengan pola ini, misalnya programs/*.yaml."
    )
    reason: Plain = Field(description="Mengapa temuan ini diterima untuk sementara.")
    owner: Title = Field(description="Siapa yang menjawabnya: id perangkat daerah atau nama.")
    until: Day = Field(description="Hari terakhir pengecualian berlaku.")


class Waivers(Item):
    """`waivers.yaml`"""

    waivers: tuple[Waiver, ...] = Field(default=(), description="Daftar pengecualian temuan.")

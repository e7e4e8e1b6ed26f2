"""Why the operating system refused something, in words."""

import errno

from smartplan.language import Text

_WORDS = {
    errno.EACCES: "izinnya tidak ada",
    errno.EPERM: "tidak diizinkan",
    errno.EBUSY: "sedang dipakai",
    errno.EDQUOT: "jatah ruang disk sudah habis",
    errno.EEXIST: "sudah ada",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.EIO: "disk atau perangkatnya bermasalah",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ELOOP: "tautannya berputar-putar, atau tidak boleh diikuti",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.ENOMEM: "memori tidak cukup",
    errno.ENOSPC: "tidak ada ruang tersisa di disk",
    errno.ENOTDIR: "ada yang bukan folder di jalurnya",
    errno.ENOTEMPTY: "foldernya tidak kosong",
    errno.EROFS: "disknya hanya dapat dibaca",
    errno.EXDEV: "berada di disk lain",
}
"""What planners meet; the English words are the system's own."""


def reason(error: OSError) -> Text:
    """Why it failed; what has no words here is told by its number and in the system's words."""
    english = error.strerror or type(error).__name__
    own = _WORDS.get(error.errno or 0)
    return Text(own or f"kesalahan sistem: {english}", english)

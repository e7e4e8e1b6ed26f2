"""Text made safe for HTML without an object for each piece: most texts need nothing done."""

import re

from markupsafe import escape

_MEANS_SOMETHING = re.compile("[&<>\"']")


def safe(text: str) -> str:
    """Plain text as HTML that shows just this text, between tags or in a quoted attribute."""
    return str(escape(text)) if _MEANS_SOMETHING.search(text) else text

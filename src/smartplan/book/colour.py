"""One colour of the region's own, made dark or light enough to be read wherever it stands."""

Colour = tuple[int, int, int]

ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of text (level AA)."""

_LIGHT, _DARK = (246, 245, 241), (27, 34, 38)
"""The darkest of the light grounds of the style sheet, the lightest of its dark ones."""

_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_STEPS = 100


def parsed(text: str) -> Colour:
    """`#0b4f5c` as red, green and blue."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def written(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def on_light(colour: Colour) -> Colour:
    """The colour itself, or the nearest darker shade that can be read on light ground."""
    return _until_read(colour, _BLACK, _LIGHT)


def on_dark(colour: Colour) -> Colour:
    """The colour itself, or the nearest lighter tint that can be read on dark ground."""
    return _until_read(colour, _WHITE, _DARK)


def _until_read(colour: Colour, end: Colour, ground: Colour) -> Colour:
    mixed = (_mixed(colour, end, step) for step in range(_STEPS + 1))
    return next(one for one in mixed if contrast(one, ground) >= ENOUGH)


def _mixed(colour: Colour, end: Colour, step: int) -> Colour:
    red, green, blue = (
        part + (other - part) * step // _STEPS for part, other in zip(colour, end, strict=True)
    )
    return red, green, blue


def night(colour: Colour) -> Colour:
    """A deep shade of the colour, on which white can be read, for the head of dark pages."""
    return _mixed(on_light(colour), _BLACK, 55)

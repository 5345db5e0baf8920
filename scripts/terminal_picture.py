"""A terminal window as an SVG picture: what scripts/update-docs puts into docs/images.

Text is placed cell by cell, so that columns stand one below the other in whatever font the reader
has; the blocks of sparklines are drawn and not written, since fonts differ in them most.
"""

import re
from html import escape

CELL, LINE, SIZE = 8.4, 19.0, 14.0  # of a character, of a line, of the font; in pixels
LEFT, TOP = 24.0, 58.0
FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"
BACKGROUND, BAR = "#10151d", "#1b2330"
STYLES = {"": 'fill="#c6d0dc"', "1": 'fill="#f4f7fb" font-weight="600"', "2": 'fill="#8593a5"',
          "31": 'fill="#f47c6c"', "36": 'fill="#5cc8c2"'}
PROMPT = 'fill="#7fd18b"'
BLOCKS = "▁▂▃▄▅▆▇█"
DRAWN = re.compile(f"([{BLOCKS}─]+)")
CODE = re.compile(r"\x1b\[(\d*)m")


def pieces(text):
    """(style, column, row, text) of a text with escape sequences, each without wide gaps."""
    style, row, column = "", 0, 0
    for part, code in zip(CODE.split(text)[::2], [*CODE.split(text)[1::2], ""]):
        for number, line in enumerate(part.split("\n")):
            if number > 0:
                row, column = row + 1, 0
            for match in re.finditer(r"\S+(?: \S+)*", line):
                yield style, column + match.start(), row, match.group()
            column += len(line)
        style = code if code != "0" else ""


def drawn(x, y, character, look):
    """A block of a sparkline whose foot is at y."""
    share = (BLOCKS.index(character) + 1) / 8 if character != "─" else 0.08
    height = share * (LINE - 5)
    foot = y + 3 if character != "─" else y - 4
    return (f'<rect x="{x:.1f}" y="{foot - height:.1f}" width="{CELL - 1:.1f}" '
            f'height="{height:.1f}" {look.split(" ")[0]}/>')


def written(x, y, text, look):
    return (f'<text x="{x:.1f}" y="{y:.1f}" textLength="{len(text) * CELL:.1f}" {look}>'
            f"{escape(text, quote=False)}</text>")


def elements(text):
    for style, column, row, piece in pieces(text):
        look = PROMPT if (column, piece[:2]) == (0, "$ ") else STYLES[style]
        y = TOP + row * LINE
        for part in filter(None, DRAWN.split(piece)):
            if DRAWN.match(part):
                yield from (drawn(LEFT + (column + k) * CELL, y, character, look)
                            for k, character in enumerate(part))
            elif part.strip():
                yield written(LEFT + column * CELL, y, part, look)
            column += len(part)


def picture(text, title, columns=80):
    """The SVG of what stands in a terminal of so many columns, its escape sequences obeyed."""
    text = re.sub(r"(\n|\x1b\[0m)+\Z", "", text)
    width = 2 * LEFT + columns * CELL
    height = TOP + (text.count("\n") + 1) * LINE + 6
    buttons = "".join(f'<circle cx="{22 + 20 * k}" cy="17" r="6" fill="{colour}"/>'
                      for k, colour in enumerate(("#ed6a5e", "#f4bf4f", "#61c554")))
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="10" fill="{BACKGROUND}"/>',
        f'<path d="M0 34V10a10 10 0 0 1 10-10H{width - 10:.0f}a10 10 0 0 1 10 10V34z" '
        f'fill="{BAR}"/>',
        buttons,
        f'<g font-family="{FONT}" font-size="{SIZE:.0f}" xml:space="preserve">',
        *elements(text),
        "</g>",
        "</svg>",
        ""])

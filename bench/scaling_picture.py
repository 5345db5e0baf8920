"""Times against the number of actors on two logarithmic axes, as an SVG picture."""

import math
from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 440, 84, 30, 46, 56
FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif"
COLOURS = ("#b3261e", "#1f5f8b")
INK, PALE, PAPER = "#2b3440", "#d9dfe6", "#ffffff"
RAISED = str.maketrans("0123456789.", "⁰¹²³⁴⁵⁶⁷⁸⁹·")
TICKS = (10, 20, 50, 100, 195, 400, 800, 2000)


class Axes:
    """Where a point lies on the paper."""

    def __init__(self, points):
        self.n = [math.log10(bound) for bound in (TICKS[0], TICKS[-1])]
        times = [math.log10(time) for _, time in points]
        self.time = [math.floor(min(times)), math.ceil(max(times))]

    def x(self, n):
        share = (math.log10(n) - self.n[0]) / (self.n[1] - self.n[0])
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, time):
        share = (math.log10(time) - self.time[0]) / (self.time[1] - self.time[0])
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def text(x, y, words, anchor="start", colour=INK, size=13):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" '
            f'font-size="{size}">{escape(words)}</text>')


def line(x1, y1, x2, y2, colour=PALE, more=""):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f"{more}/>")


def duration(power):
    """10^power µs in words."""
    unit, exponent = (("µs", power) if power < 3 else ("ms", power - 3) if power < 6
                      else ("s", power - 6))
    return f"{10 ** exponent:g} {unit}"


def grid(axes):
    for n in TICKS:
        yield line(axes.x(n), TOP, axes.x(n), HEIGHT - BOTTOM)
        yield text(axes.x(n), HEIGHT - BOTTOM + 20, f"{n:,}", "middle")
    for power in range(axes.time[0], axes.time[1] + 1):
        yield line(LEFT, axes.y(10 ** power), WIDTH - RIGHT, axes.y(10 ** power))
        yield text(LEFT - 10, axes.y(10 ** power) + 4, duration(power), "end")
    yield text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "actors", "middle")


def curve(axes, name, points, colour):
    path = " ".join(f"{axes.x(n):.1f},{axes.y(time):.1f}" for n, time in points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{axes.x(n):.1f}" cy="{axes.y(time):.1f}" r="3.5" fill="{colour}"/>'
                for n, time in points)


def key(series, law):
    x, y = LEFT + 14, TOP + 20
    for name, colour in zip(series, COLOURS):
        yield f'<rect x="{x - 6}" y="{y - 13}" width="200" height="20" fill="{PAPER}"/>'
        yield line(x, y - 4, x + 20, y - 4, colour, 'stroke-width="3"')
        yield text(x + 28, y, name)
        y += 21
    yield f'<rect x="{x - 6}" y="{y - 13}" width="200" height="20" fill="{PAPER}"/>'
    yield line(x, y - 4, x + 20, y - 4, INK, 'stroke-dasharray="5 4"')
    yield text(x + 28, y, f"N{law[0]:.2f}".translate(RAISED) + ", fitted from 195 on")


def picture(series, law):
    """The SVG of {name: [(actors, µs)]}, with the law (p, a) of a N^p µs dashed."""
    axes = Axes([point for points in series.values() for point in points])
    p, a = law
    ends = [(n, a * n ** p) for n in (TICKS[0], TICKS[-1])]
    (x1, y1), (x2, y2) = ((axes.x(n), axes.y(time)) for n, time in ends)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" font-family="{FONT}">',
        "<title>Time of a tick and of a matrix product against the number of actors</title>",
        f'<rect width="100%" height="100%" rx="10" fill="{PAPER}"/>',
        *grid(axes),
        *(element for (name, points), colour in zip(series.items(), COLOURS)
          for element in curve(axes, name, points, colour)),
        line(x1, y1, x2, y2, INK, 'stroke-dasharray="5 4"'),
        text(LEFT, 28, "Time against size, one thread, both axes logarithmic", size=15),
        *key(series, law),
        "</svg>",
        ""])

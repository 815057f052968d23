"""Results → an SVG chart: the median of each engine by the number of records, both logarithmic."""

from collections.abc import Mapping
from math import log10
from typing import Protocol

WIDTH, HEIGHT, MARGIN = 640, 360, 60
COLOURS = ("#00539b", "#b0382d", "#5a6b1e")


class Measured(Protocol):
    """What was measured at one size."""

    @property
    def first(self) -> Mapping[str, tuple[float, float]]: ...  # noqa: D102


def draw(results: Mapping[int, Measured]) -> str:
    """Return the chart."""
    names = list(dict.fromkeys(name for result in results.values() for name in result.first))
    times = [pair[0] for result in results.values() for pair in result.first.values()]
    across = (log10(min(results)), log10(max(*results, 10 * min(results))))
    up = (log10(min(times)) - 0.2, log10(max(times)) + 0.2)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13" role="img">',
        "<title>Milliseconds for the whole job, median, when first asked</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{MARGIN}" y="20">ms, median, first time asked</text>',
    ]
    for size in results:
        x = _place_across(size, across)
        parts.append(f'<text x="{x:.0f}" y="{HEIGHT - 20}" text-anchor="middle">{size:,}</text>')
    for name, colour in zip(names, COLOURS, strict=False):
        points = [
            (
                _place_across(size, across),
                _place_up(result.first[name][0], up),
                result.first[name][0],
            )
            for size, result in results.items()
            if name in result.first
        ]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for x, y, time in points:
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>')
            parts.append(f'<text x="{x:.1f}" y="{y - 9:.1f}" fill="{colour}">{time:.1f}</text>')
        x, y, _ = points[-1]
        parts.append(f'<text x="{x - 8:.1f}" y="{y + 20:.1f}" text-anchor="end">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _place_across(size: int, domain: tuple[float, float]) -> float:
    return MARGIN + _share(size, domain) * (WIDTH - 2 * MARGIN)


def _place_up(time: float, domain: tuple[float, float]) -> float:
    return HEIGHT - MARGIN - _share(time, domain) * (HEIGHT - 2 * MARGIN)


def _share(value: float, domain: tuple[float, float]) -> float:
    return (log10(value) - domain[0]) / (domain[1] - domain[0])

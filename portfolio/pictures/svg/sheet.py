"""An SVG sheet to draw on: text cut to its room, lines, symbols, and the frame of every picture.

Lengths are user units, which are pixels at the natural size. Fonts cannot be measured here, so text gets more room than
usual fonts take and fits in any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from portfolio.pictures.canvas import safe_line
from portfolio.pictures.frame import EMPTY, View
from portfolio.pictures.sentences import sentence
from portfolio.pictures.svg.shapes import shape
from portfolio.text import cells, cut, wrap
from portfolio.wording import Words
from portfolio.wording.dates import period_in_words

if TYPE_CHECKING:
    from portfolio.pictures.svg import Colour

WIDTH: Final = 960
ON_A_PAGE: Final = 780
"""The width of a drawing on a page: at that of A4 between its margins, twelve units are 7.6 points."""
MARGIN: Final = 20
SMALL: Final = 12
PLAIN: Final = 14
_TITLE: Final = 20
_CELL: Final = 0.62
"""The width of a cell as a fraction of the font size: the mean of DejaVu Sans, one of the widest usual fonts."""
_LINE: Final = 1.45
_CLASS: Final = "leerreis-picture"
_NO_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""Characters that XML 1.0 cannot hold; control characters were replaced before."""
_FONTS: Final = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', Arial, sans-serif"


def room_of(text: str, size: float = PLAIN) -> float:
    """Return the most room that a text takes in most fonts."""
    return cells(text) * size * _CELL


def fitted(text: str, room: float, size: float = PLAIN) -> str:
    """Return the text, cut to fit `room`."""
    return cut(safe_line(text), int(room / (size * _CELL)))


class Sheet:
    """What is drawn so far, from the top down; `y` is the next free line."""

    def __init__(self, view: View, title: str, colour: Colour, _: Words, page_sentence: str | None = None) -> None:
        """Start with title, period and sentence, or with the texts of the empty state if there is nothing to draw.

        A page that shows these itself passes its sentence as `page_sentence`, which is used as the description only.
        """
        self.colour, self.words, self.view = colour, _, view
        self.on_page = page_sentence is not None
        self.width = ON_A_PAGE if self.on_page else WIDTH
        self.right = self.width - MARGIN
        self.fine = SMALL if self.on_page else 11
        """The size of the smallest words."""
        self._roles: dict[str, None] = {}
        self._name = f"leerreis-{view.picture}"
        self.root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "lang": _.language})
        period, says = period_in_words(view.period.since, view.period.until, _), page_sentence
        says = sentence(view.finding, _) if page_sentence is None else page_sentence
        self._described(f"{title} ({period})", says)
        self.style = SubElement(self.root, "style")
        self.ground = self._element("rect", "ground", x=0, y=0, width=self.width)
        self.y: float = 0
        if page_sentence is None:
            self._head(title, period, says)

    def _head(self, title: str, period: str, says: str) -> None:
        """Draw title, period and sentence."""
        _, view = self.words, self.view
        self.y = MARGIN + _TITLE
        self.text(
            MARGIN, self.y, fitted(title, self.right - MARGIN - room_of(period) - 20, _TITLE), "title", size=_TITLE
        )
        self.text(self.right, self.y, period, "period", anchor="end")
        self.y += 8
        if view.is_empty:
            what, action = EMPTY[view.picture]
            self.lines(_(what), "muted")
            self.lines(_(action), "text")
        else:
            self.lines(says, "sentence")

    def _described(self, title: str, description: str) -> None:
        """Add the title and description that a screen reader uses instead of the drawing."""
        for tag, text in (("title", title), ("desc", description)):
            SubElement(self.root, tag, {"id": f"{self._name}-{tag}"}).text = text.translate(_NO_XML)
        self.root.set("aria-labelledby", f"{self._name}-title")
        self.root.set("aria-describedby", f"{self._name}-desc")

    def _element(self, tag: str, role: str, parent: Element | None = None, **given: object) -> Element:
        """Add an element in the colour of a role."""
        self._roles[role] = None
        named = {name.rstrip("_").replace("_", "-"): _number(value) for name, value in given.items()}
        return SubElement(self.root if parent is None else parent, tag, {"class": f"c-{role}", **named})

    def text(self, x: float, y: float, words: str, role: str, *, size: float = PLAIN, anchor: str = "start") -> None:
        """Draw one line of text, already cut to fit; `anchor` is start, middle or end."""
        if words:
            more: dict[str, Any] = {} if anchor == "start" else {"text_anchor": anchor}
            bold: dict[str, Any] = {"font_weight": "bold"} if role in ("title", "label", "year") else {}
            element = self._element("text", role, x=x, y=y, font_size=size, **more, **bold)
            element.text = words.translate(_NO_XML)

    def label(self, words: str, role: str, room: float, *, x: float = MARGIN, size: float = 13) -> bool:
        """Draw a name beside the line that is drawn next, on at most two lines; return whether it took two."""
        wide = int(room / (size * _CELL))
        first, *rest = wrap(safe_line(words), wide)
        second = cut(" ".join(rest), wide)
        self.text(x, self.y - (3 if second else -4), first, role, size=size)
        self.text(x, self.y + size - 1, second, role, size=size)
        return bool(second)

    def lines(self, words: str, role: str, *, x: float = MARGIN, size: float = PLAIN) -> None:
        """Draw wrapped text from here down."""
        for line in wrap(safe_line(words), int((self.right - x) / (size * _CELL))):
            self.y += size * _LINE
            self.text(x, self.y, line, role, size=size)

    def line(self, x1: float, y1: float, x2: float, y2: float, role: str, *, wide: float = 1, dash: str = "") -> None:
        """Draw a straight line; `dash` is a stroke-dasharray."""
        more: dict[str, Any] = {"stroke_dasharray": dash} if dash else {}
        self._element("line", role, x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=wide, **more)

    def path(self, points: Sequence[tuple[float, float]], role: str, *, wide: float = 2) -> None:
        """Draw straight lines from point to point."""
        d = "M" + " L".join(f"{_number(x)} {_number(y)}" for x, y in points)
        path = self._element("path", role, d=d, stroke_width=wide, stroke_linejoin="round")
        path.set("class", f"c-{role} open")

    def sign(self, name: str, x: float, y: float, role: str, tooltip: Iterable[str] = ()) -> None:
        """Draw a symbol centred at (x, y), with a tooltip of these lines."""
        group = self._element("g", role, transform=f"translate({_number(x)} {_number(y)})")
        words = "\n".join(tooltip)
        if words:
            SubElement(group, "title").text = words.translate(_NO_XML)
        for tag, attributes in shape(name):
            SubElement(group, tag, attributes)

    def legend(self, items: Iterable[tuple[str, str, str]]) -> None:
        """Draw symbol and meaning next to each other, in as many rows as needed."""
        self.y += 36
        x: float = MARGIN
        for name, role, meaning in items:
            need = 20 + room_of(meaning, SMALL) + 16
            if x > MARGIN and x + need > self.right:
                x, self.y = MARGIN, self.y + 20
            self.sign(name, x + 7, self.y - 4, role)
            self.text(x + 20, self.y, meaning, "legend", size=SMALL)
            x += need

    def whole(self) -> str:
        """Return the document, as high as what was drawn."""
        height = _number(round(self.y + MARGIN))
        self.ground.set("height", height)
        for name, value in (("width", str(self.width)), ("height", height), ("viewBox", f"0 0 {self.width} {height}")):
            self.root.set(name, value)
        self.root.set("class", _CLASS)
        self.style.text = self._style()
        indent(self.root)
        return tostring(self.root, encoding="unicode") + "\n"

    def _style(self) -> str:
        """Return the colours of the roles that occur, and black on white for print."""
        rules = [f".{_CLASS} text{{font-family:{_FONTS}}}"]
        for role in self._roles:
            colour = self.colour(role)
            where = f".{_CLASS} .c-{role}"
            rules.append(f"{where}{{fill:{colour};stroke:{colour}}}")
        ground = self.colour("ground")
        rules += _kept(ground)
        black = f".{_CLASS} [class]{{fill:#000;stroke:#000}}.{_CLASS} .c-guide{{stroke:#ccc}}"
        rules.append(f"@media print{{{black}{''.join(_kept('#fff'))}}}")
        return "\n".join(rules)


def _kept(ground: str) -> list[str]:
    """Return rules for what has the background colour, or none, whatever its role."""
    return [
        f".{_CLASS} text[class],.{_CLASS} .c-ground{{stroke:none}}",
        f".{_CLASS} .open{{fill:none}}",
        f".{_CLASS} .c-ground,.{_CLASS} .hollow{{fill:{ground}}}",
        f".{_CLASS} .halo{{fill:{ground};stroke:{ground}}}",
    ]


def _number(value: object) -> str:
    """Format a length without needless decimals."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)

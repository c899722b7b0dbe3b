"""Drawings as PNG, for word processors, which do not agree on SVG; needs the extra `pdf` (typst)."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.export.typeface import FOLDER, shown

_PER_INCH = 200


def rasters(drawings: Sequence[tuple[str, float]]) -> tuple[bytes, ...] | None:
    """The SVG drawings, each with its width in centimetres, as PNG; None without the typesetter."""
    if not drawings:
        return ()
    try:
        import typst
    except ModuleNotFoundError:
        return None
    pages = "\n".join(
        f"#page(width: {wide:.3f}cm, height: auto, margin: 0pt, fill: white, "
        f'image(bytes({_string(svg)}), format: "svg", width: 100%))'
        for svg, wide in drawings
    )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    made = typst.compile(pages.encode("utf-8"), format="png", ppi=_PER_INCH, font_paths=fonts, ignore_system_fonts=True)
    return (made,) if isinstance(made, bytes) else tuple(made or ())


def _string(svg: str) -> str:
    escaped = shown(svg).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'

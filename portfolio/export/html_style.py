"""The style of a page of HTML: always light, the grid and the accent of the PDF, and about its pages when printed."""

from __future__ import annotations

from typing import Final

from portfolio.export.page_layout import ACCENT, INK, MUTED, RULE, TINT

_FONTS: Final = "Inter,system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif"
_CSS: Final = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:INK;font:16px/1.5 FONTS;overflow-wrap:anywhere}
main{max-width:50rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 .9rem;color:ACCENT;font-weight:600}
h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .5rem;color:ACCENT;font-weight:600}
h3{font-size:1.05rem;line-height:1.3;margin:1.3rem 0 .4rem;font-weight:600}
strong,th.skill{font-weight:600}
p{margin:.5rem 0}
ul,ol{margin:.4rem 0;padding-left:1.2rem}
li{margin:.2rem 0}
a{color:ACCENT;font-weight:600;text-decoration:none}
a:hover,a:focus{text-decoration:underline}
.ref{white-space:nowrap}
.small,footer,dt,thead th,.answer{color:MUTED;font-size:.85rem}
nav{margin:1rem 0;padding:.7rem 1rem;background:TINT}
nav ul{margin:.2rem 0;padding:0;list-style:none;columns:2}
table{border-collapse:collapse;width:100%;margin:.7rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid RULE;hyphens:auto}
thead th{font-weight:400;overflow-wrap:normal}
th.skill{font-size:1rem;color:INK}
table.grid{table-layout:fixed}
.whole{white-space:nowrap}
dl{display:grid;grid-template-columns:10.5rem 1fr;gap:.3rem 1.2rem;margin:.5rem 0}
dt{padding-top:.12rem}
dd{margin:0}
dd>p:first-child,dd>ul:first-child{margin-top:0}
dd>p:last-child,dd>ul:last-child{margin-bottom:0}
figure{margin:1rem 0}
svg{max-width:100%;height:auto;display:block}
pre{overflow-x:auto;font:12px/1.3 'DejaVu Sans Mono',Menlo,Consolas,monospace}
.head{display:flex;justify-content:space-between;align-items:flex-end;gap:2rem}
.head{border-bottom:2px solid ACCENT;padding-bottom:.6rem}
.head h1{margin-bottom:.3rem}
.head p{margin:0}
.for{text-align:right;flex:none;max-width:50%}
.lead{font-size:1.2rem;line-height:1.45;margin:.9rem 0}
.results{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.9rem;margin:.9rem 0}
.results>div{background:TINT;padding:.7rem .9rem}
.results p{margin:0}
.big{color:ACCENT;font-weight:600;font-size:1.6rem;line-height:1.2;display:flex;justify-content:space-between}
.big.long{font-size:1.15rem}
.big .ref{font-size:.85rem;align-self:center}
.track{width:13rem;text-align:center}
.track svg{width:12.5rem}
.year svg{width:100%}
.moments{display:none}
blockquote{margin:.7rem 0;padding:.1rem 0 .1rem .8rem;border-left:4px solid ACCENT}
blockquote p{margin:.1rem 0}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
.two>div{min-width:0}
.tick{display:inline-block;width:.8em;height:.8em;border:1px solid MUTED;margin-right:.3em;vertical-align:-.05em}
.box{white-space:nowrap;margin-right:.6em}
.answer{white-space:nowrap}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:4rem}
.signs p{border-top:1px solid MUTED;padding-top:.2rem}
footer{margin-top:2rem;border-top:1px solid RULE;padding-top:.4rem}
@media (max-width:600px){
main{padding:1.2rem 1rem 2rem}
h1{font-size:1.6rem}
.head,.two,.signs,dl{display:block}
.for{text-align:left;max-width:none;margin-top:.6rem}
dt{padding-top:.5rem}
nav ul{columns:1}
figure{overflow-x:auto}
figure svg{max-width:none;width:44rem}
.year figure{display:none}
.moments{display:block}
thead{display:none}
table,tbody{display:block}
tr{display:block;border-bottom:1px solid RULE;padding:.4rem 0}
th,td{display:block;border:0;padding:.1rem 0}
.answer{white-space:normal}
td[data-label]::before{content:attr(data-label) ": ";color:MUTED;font-size:.85rem}
.track{text-align:left;width:auto}
}
@page{size:A4;margin:18mm 18mm 16mm}
@media print{
body{font-size:9.5pt;line-height:1.32;color:#000}
th,td{padding-top:3pt;padding-bottom:3pt}
li{margin:1.5pt 0}
figure{margin:6pt 0}
dl{grid-template-columns:32mm 1fr;gap:2pt 5mm}
main{max-width:none;padding:0}
h1{font-size:22pt}
h2{font-size:12pt;margin:12pt 0 4pt}
h3{font-size:10pt;margin:8pt 0 3pt}
p,ul,ol,dl{margin-top:3pt;margin-bottom:3pt}
.small,footer,dt,thead th,.answer,.big .ref{font-size:8pt}
.lead{font-size:12pt;margin:8pt 0}
.big{font-size:17pt}
.big.long{font-size:12pt}
th.skill{font-size:9.5pt}
nav{display:none}
h1,h2,h3{break-after:avoid}
tr,li,figure,blockquote,.results,.signs,dl>div,h3+dl{break-inside:avoid}
p{orphans:3;widows:3}
.results>div{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""
CSS: Final = (
    _CSS.replace("FONTS", _FONTS)
    .replace("ACCENT", ACCENT)
    .replace("MUTED", MUTED)
    .replace("RULE", RULE)
    .replace("TINT", TINT)
    .replace("INK", INK)
)

"""Makes the PDF files of other programs that preflight is compared on; see README.md.

Needs pycairo, weasyprint, typst, reportlab and pikepdf; run in this folder.
"""
import pathlib

import cairo
import pikepdf
import typst
import weasyprint
from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfgen import canvas

HERE = pathlib.Path(__file__).parent
ICC = (HERE / "../../../layouts/_shared/icc/newsprint-snap-tr002-240.icc").resolve()
FONTS = (HERE / "../fonts").resolve()
MM = 72 / 25.4
SIZE = (100 * MM, 60 * MM)


def with_cairo(name, transparent):
    surface = cairo.PDFSurface(str(HERE / name), *SIZE)
    surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, "2022-04-08T00:00:00Z")
    context = cairo.Context(surface)
    context.set_source_rgba(0.8, 0.1, 0.1, 0.5 if transparent else 1)
    context.rectangle(20, 20, 100, 60)
    context.fill()
    context.set_source_rgb(0, 0, 0)
    context.set_font_size(10)
    context.move_to(30, 120)
    context.show_text("Cairo")
    surface.finish()


def with_weasyprint(name, variant):
    html = """<html lang="zh"><title>WeasyPrint</title><style>
      @page { size: 100mm 60mm; margin: 10mm; bleed: 3mm; marks: crop }
      body { color: device-cmyk(0 0 0 1); font: 10pt serif }
      p.tint { background: device-cmyk(0.2 0 0 0) }
      </style><p>WeasyPrint</p><p class="tint">tint</p></html>"""
    weasyprint.HTML(string=html).write_pdf(HERE / name, pdf_variant=variant)


def with_typst(name, source, standards=None):
    file = HERE / "page.typ"
    file.write_text(source)
    typst.compile(str(file), output=str(HERE / name), font_paths=[str(FONTS)],
                  **({"pdf_standards": standards} if standards else {}))
    file.unlink()


def with_reportlab(name, draw, change=None):
    path = HERE / name
    page = canvas.Canvas(str(path), pagesize=SIZE, invariant=1, initialFontName="Courier")
    page.setTitle("ReportLab")
    draw(page)
    page.showPage()
    page.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        sheet = pdf.pages[0]
        sheet.TrimBox = pikepdf.Array([0, 0, *[round(side, 3) for side in SIZE]])
        profile = pdf.make_stream(ICC.read_bytes(), N=4)
        pdf.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent, S=pikepdf.Name.GTS_PDFX, Info="CGATS TR 002",
            OutputConditionIdentifier="CGATS TR 002", RegistryName="http://www.color.org",
            DestOutputProfile=profile)])
        pdf.docinfo["/Trapped"] = pikepdf.Name("/False")
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
        # The listing of Courier that nothing uses.
        if change != "keep fonts":
            sheet.Resources.Font = pikepdf.Dictionary()
            sheet.Contents = pdf.make_stream(b"\n".join(
                line for line in sheet.Contents.read_bytes().split(b"\n") if b" Tf" not in line))
        if callable(change):
            change(pdf, sheet)
        pdf.save(path, deterministic_id=True, force_version="1.4",
                 object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True)


def tint(page):
    page.setFillColor(CMYKColor(0.3, 0, 0, 0))
    page.rect(20, 20, 100, 60, stroke=0, fill=1)


def rgb(page):
    page.setFillColor(Color(0.8, 0.1, 0.1))
    page.rect(20, 20, 100, 60, stroke=0, fill=1)


def hairline(page):
    page.setStrokeColor(CMYKColor(1, 0, 0, 0))
    page.setLineWidth(0.1)
    page.line(20, 20, 120, 80)


def heavy(page):
    page.setFillColor(CMYKColor(0.9, 0.8, 0.8, 0.9))
    page.rect(20, 20, 100, 60, stroke=0, fill=1)


def text(page):
    page.setFillColor(CMYKColor(0, 0, 0, 1))
    page.setFont("Helvetica", 10)
    page.drawString(20, 100, "ReportLab")


def clear(page):
    page.setFillColor(CMYKColor(0.3, 0, 0, 0))
    page.setFillAlpha(0.5)
    page.rect(20, 20, 100, 60, stroke=0, fill=1)


def wrong_trim(pdf, sheet):
    sheet.TrimBox = pikepdf.Array([-10, -10, *[round(side, 3) for side in SIZE]])


if __name__ == "__main__":
    with_cairo("cairo-rgb.pdf", False)
    with_cairo("cairo-clear.pdf", True)
    with_weasyprint("weasyprint-x4.pdf", "pdf/x-4")
    with_weasyprint("weasyprint-x1a.pdf", "pdf/x-1a")
    page = '#set page(width: 100mm, height: 60mm, margin: 10mm)\n'
    with_typst("typst.pdf", page + "Typst #line(length: 30mm)")
    with_typst("typst-a2u.pdf", '#set document(title: "Typst", date: datetime(year: 2022, month: 4, day: 8))\n' + page + "Typst", "a-2u")
    with_reportlab("reportlab-tint.pdf", tint)
    with_reportlab("reportlab-rgb.pdf", rgb)
    with_reportlab("reportlab-font.pdf", text, "keep fonts")
    with_reportlab("reportlab-box.pdf", tint, wrong_trim)
    with_reportlab("reportlab-hairline.pdf", hairline)
    with_reportlab("reportlab-ink.pdf", heavy)
    with_reportlab("reportlab-clear.pdf", clear)

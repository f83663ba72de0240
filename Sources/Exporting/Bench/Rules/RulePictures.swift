public import Diagnostics
public import DisplayList
public import Typesetting

/// The pictures of the rules of composition, and the documentation page that shows them.
public enum RulePictures {
  /// A part of the rules.
  struct Part {
    var title: String
    var pictures: [RulePicture]
  }

  static let parts = [
    Part(title: "Line edges", pictures: edges), Part(title: "Widths of marks", pictures: marks),
    Part(title: "Chinese with letters and digits", pictures: mixed),
    Part(title: "Line adjustment", pictures: lines),
    Part(title: "Paragraphs", pictures: paragraphs),
    Part(title: "Beside the characters, and vertical lines", pictures: beside),
  ]

  /// Every picture as a page, with the name of its file.
  public static func pages(
    _ shaper: any TextShaper
  ) throws(Rejection) -> [(file: String, page: Page)] {
    let setter = RulePictureSetter(shaper: shaper)
    var pages: [(file: String, page: Page)] = []
    for picture in parts.flatMap(\.pictures) {
      pages.append((picture.file, try setter.page(picture)))
    }
    return pages
  }

  /// Rules that no single paragraph can show, and where they hold instead.
  static let elsewhere: [(rule: String, place: String)] = [
    ("LB-12", "one level for a document: a profile has one, and a forbidden end is reported"),
    ("MX-7", "lines beside characters end with their span, so they never reach into a gap"),
    ("PG-4", "a lone last line never opens a column (`PageMakeup`)"),
    ("PG-5", "a heading keeps a line of its text (`PageMakeup`)"),
    ("PG-6", "heading blocks take whole lines of the grid (`PageMakeup`)"),
    ("PG-7", "no space between paragraphs but whole lines (`PageMakeup`)"),
    ("PG-8", "all baselines on one grid (`PageMakeup`)"),
    ("PG-10", "pictures as wide as columns (`PageMakeup`)"),
    ("PG-11", "columns end level (`PageMakeup`)"),
    ("PG-15", "sizes of headings (`layouts/_shared/styles-*.yaml`)"),
    ("PG-16", "quotation marks of several paragraphs are the author's; none is added or dropped"),
    ("PG-17", "a caption never leaves its picture (`PageMakeup`)"),
    ("IM-2", "the leading of a layout (`layouts/*/layout.yaml`)"),
  ]

  /// The documentation page, `CompositionRules.md`.
  public static var page: String {
    var text = """
      # Composition rules

      Every rule of Chinese composition on a picture made by the engine itself.

      ## Overview

      Where two settings stand side by side, the left one (误) is the engine with the rule switched
      off, as its label says, and the right one (正) the engine as it is; 可 marks a choice that a
      profile makes. The grey area is the measure. `banxin bench rules -o FOLDER` makes the pictures
      and this page. The ids are those that code and tests carry: LB for line edges, PW for widths of
      punctuation, MX for mixed text, LA for line adjustment, PG for paragraphs and pages, IM, RU and
      VT for what stands beside characters, ruby and vertical lines.


      """
    for part in parts {
      text += "## \(part.title)\n\n"
      for picture in part.pictures {
        text += "### \(picture.rule)\n\n\(picture.sentence)\n\n"
        text += "![\(alternative(picture))](\(picture.file))\n\n"
      }
    }
    text +=
      "## Rules of pages and documents\n\nNo single paragraph shows these.\n\n| rule | where it holds |\n|---|---|\n"
    for (rule, place) in elsewhere { text += "| \(rule) | \(place) |\n" }
    return text
  }

  private static func alternative(_ picture: RulePicture) -> String {
    picture.panels.map { panel in
      let verdict =
        switch panel.verdict {
        case .wrong: "Wrong"
        case .right: "Right"
        case .choice: "Choice"
        }
      return "\(verdict): \(panel.english)."
    }.joined(separator: " ")
  }
}

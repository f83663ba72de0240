public import Diagnostics
public import LayoutSpecs
public import Typesetting

extension ResourceHome {
  /// Where the bootstrap puts the patterns of Debian's `hyphen-en-us`.
  private static let patternFile = "fonts/files/hyph_en_US.dic"

  /// Patterns for a layout that hyphenates in all styles or in one; nil for all others.
  public func hyphenation(
    for layout: LayoutSpec, into problems: inout Problems
  ) throws(Rejection) -> HyphenationPatterns? {
    let asks =
      layout.composition.hyphenates
      || layout.styles.names.contains { layout.styles[$0]?.paragraph.hyphenates == true }
    return asks ? try hyphenationPatterns(into: &problems) : nil
  }

  /// The patterns; a warning and nil where the file is not there.
  func hyphenationPatterns(
    into problems: inout Problems
  ) throws(Rejection) -> HyphenationPatterns? {
    guard hasFile(Self.patternFile) else {
      problems.report(
        Diagnostic(
          .warning, "compose.no-patterns",
          Wording(
            "no hyphenation patterns: Western words stay whole", "没有断词规则文件，西文单词不断开"),
          hints: [
            Wording(
              "make bootstrap puts them into \(Self.patternFile)",
              "运行 make bootstrap 可取得 \(Self.patternFile)")
          ]))
      return nil
    }
    return HyphenationPatterns(try text(Self.patternFile))
  }
}

import Diagnostics

/// What the printed subset leaves out on purpose, and why: the table behind every refusal.
enum Refusals {
  /// A printed chart must be the same each time it is drawn.
  static let chance = Wording(
    "every drawing would be another one, and print must be the same each time",
    "每次画出的都不同，而印刷品须前后一致")
  private static let reader = Wording(
    "it waits for a reader's hand, and paper has none; write the choice into the specification",
    "它要等读者动手，纸上做不到；请把选定的值直接写进规格")

  /// Keys that are refused wherever they stand; the others of the table have homes where they mean
  /// something else.
  static let everywhere: Set<String> = [
    "select", "bind", "time", "sample",
  ]

  /// Keys with their reasons.
  static let keys: [String: Wording] = [
    "select": reader, "bind": reader, "param": reader,
    "time": Wording("it moves, and paper does not", "它是动画，纸上不能动"),
    "sample": chance,
    "gradient": Wording(
      "only fills may be blends, not lines", "只有填充可用渐变，线条不可以"),
    "opacity": Wording(
      "a picture is printed as it is; make it paler before", "图片照原样印；要淡请先处理好图片"),
    "smooth": Wording(
      "a picture is printed with the pixels it has", "图片按原有像素印"),
  ]
}

import Diagnostics

/// The messages of the accounts of words and ink.
enum AccountProblems {
  static func lost(_ piece: ReportPiece, words: String, count: Int) -> Diagnostic {
    Diagnostic(
      .error, "page.text-lost",
      Wording(
        "\(count) characters of \(piece.name.english) are not on the page: \"\(words)\"",
        "\(piece.name.chinese)有 \(count) 字没有印出：“\(words)”"), at: piece.range,
      hints: [
        Wording(
          "give the text another place or a page of its own; the pages are a proof",
          "请调整版面或另排一页；现有文件只作校样")
      ])
  }

  static func doubled(_ piece: ReportPiece, words: String, count: Int) -> Diagnostic {
    Diagnostic(
      .error, "page.text-doubled",
      Wording(
        "\(count) characters of \(piece.name.english) are printed twice: \"\(words)\"",
        "\(piece.name.chinese)有 \(count) 字印了两遍：“\(words)”"), at: piece.range)
  }

  static func pictureLost(_ picture: MakeupPicture, path: String) -> Diagnostic {
    let words = picture.caption.isEmpty ? path : picture.caption
    return Diagnostic(
      .error, "picture.lost",
      Wording(
        "the picture \"\(words)\" is on no page", "图片“\(words)”没有印出"), at: picture.range,
      hints: [
        Wording(
          "take fewer pictures, or give the story more room", "请减少图片，或给稿件更大的版面")
      ])
  }

  static func ink(_ finding: InkAccount.Finding) -> Diagnostic {
    let words = String(finding.words.prefix(16))
    let page = finding.page + 1
    let (code, what): (Code, Wording) =
      switch finding.fault {
      case .onPicture:
        (
          "page.text-on-picture", Wording("stands on a picture without a plate", "压在图片上而没有底色")
        )
      case .onText(let other):
        (
          "page.text-on-text",
          Wording(
            "is printed over \"\(other.prefix(16))\"", "与“\(other.prefix(16))”重叠")
        )
      case .onRule: ("page.rule-through-text", Wording("has a rule through it", "有线条穿过"))
      case .offPage: ("page.text-off-page", Wording("leaves the trimmed page", "超出成品尺寸"))
      case .offArea: ("page.text-off-area", Wording("leaves the type area", "超出版心"))
      case .clipped: ("page.text-clipped", Wording("is cut off at an edge", "被裁掉一部分"))
      }
    return Diagnostic(
      .error, code,
      Wording(
        "page \(page): \"\(words)\" \(what.english)", "第 \(page) 页“\(words)”\(what.chinese)"),
      hints: [
        Wording(
          "shorten the text or give it more room; the pages are a proof",
          "请缩短文字或放宽版位；现有文件只作校样")
      ])
  }
}

internal import CCMarkGFM

/// A CommonMark document with pipe tables, parsed by cmark-gfm; walked without recursion, so depth
/// of nesting is no danger.
struct MarkdownTree: ~Copyable {
  /// One step of the walk.
  struct Step {
    /// The node's type as cmark names it: `paragraph`, `heading`, `text`, `table_row` ….
    var type: String
    /// Whether the node begins here, or ends.
    var isEntering: Bool
    /// Its text, for text and code.
    var literal: String
    /// Its address, for links and images.
    var url: String
    /// The line on which it begins, counted from 1.
    var line: Int
    /// The line on which it ends.
    var endLine: Int
    /// The depth of a heading.
    var level: Int
    /// The words over a picture, where its address has some.
    var title: String
    /// Whether code stands between fences; code without them is but indented text.
    var isFenced: Bool
    /// Whether an item to do is done; nil for any other node.
    var isDone: Bool?
  }

  private let root: OpaquePointer

  /// Parses a text; nil when memory ran out.
  init?(_ text: [UInt8]) {
    cmark_gfm_core_extensions_ensure_registered()
    // One tilde stands for 至 between numbers.
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    Self.withoutProducts(text).withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    guard let node = cmark_parser_finish(parser) else { return nil }
    root = node
  }

  /// 5*3*2米: stars between digits are products and no emphasis, save in lines with code.
  private static func withoutProducts(_ text: [UInt8]) -> [UInt8] {
    let star = UInt8(ascii: "*")
    guard text.contains(star) else { return text }
    var result: [UInt8] = []
    for line in text.split(separator: 10, omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex > text.startIndex { result.append(10) }
      let hasCode = line.contains(UInt8(ascii: "`"))
      for place in line.indices {
        let isProduct =
          !hasCode && line[place] == star && place > line.startIndex
          && place + 1 < line.endIndex && isDigit(line[place - 1]) && isDigit(line[place + 1])
        if isProduct { result.append(UInt8(ascii: "\\")) }
        result.append(line[place])
      }
    }
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  deinit { cmark_node_free(root) }

  /// Visits every node, once when it begins and once when it ends.
  func walk(_ visit: (Step) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      let type = Self.string(cmark_node_get_type_string(node))
      visit(
        Step(
          type: type,
          isEntering: event == CMARK_EVENT_ENTER,
          literal: Self.string(cmark_node_get_literal(node)),
          url: Self.string(cmark_node_get_url(node)),
          line: Int(cmark_node_get_start_line(node)), endLine: Int(cmark_node_get_end_line(node)),
          level: Int(cmark_node_get_heading_level(node)),
          title: Self.string(cmark_node_get_title(node)),
          isFenced: type == "code_block" && Self.isFenced(node),
          isDone: type == "tasklist"
            ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil))
    }
  }

  private static func isFenced(_ node: OpaquePointer) -> Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

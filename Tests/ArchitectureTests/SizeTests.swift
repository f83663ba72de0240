import Testing

@Suite struct SizeTests {
  @Test func filesStaySmall() throws {
    for folder in ["Sources", "Tests"] {
      for file in try Project.files(below: folder) {
        #expect(file.lines.count <= 600, "\(file.name) has \(file.lines.count) lines")
      }
    }
  }

  /// Functions stay under 50 lines; tables of data are not functions.
  @Test func functionsStayShort() throws {
    for file in try Project.files(below: "Sources") {
      var start: (line: Int, indent: Int, name: String)?
      for (number, line) in file.lines.enumerated() {
        let indent = line.prefix { $0 == " " }.count
        let code = line.dropFirst(indent)
        let isStart = code.contains("func ") || code.hasPrefix("init") || code.contains(" init(")
        if start == nil, isStart, !code.hasPrefix("//"), !code.hasPrefix("case") {
          start = (number, indent, String(code))
        } else if let open = start, indent == open.indent, code.hasPrefix("}") {
          #expect(number - open.line < 50, "\(file.name):\(open.line + 1) \(open.name)")
          start = nil
        } else if let open = start, indent <= open.indent, !code.isEmpty, code.first?.isLetter == true,
          number > open.line + 1
        {
          start = nil
        }
      }
    }
  }

  @Test func nothingIsForced() throws {
    for file in try Project.files(below: "Sources") {
      for (number, line) in file.lines.enumerated() {
        #expect(!line.contains("try!") && !line.contains(" as!"), "\(file.name):\(number + 1)")
      }
    }
  }
}

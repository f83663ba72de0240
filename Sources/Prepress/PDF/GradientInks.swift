import Diagnostics
import DisplayList

/// The functions of gradients with their end colours as inks: exponential (type 2) and stitched
/// (type 3) functions, which is what Cairo writes.
struct GradientInks {
  let inks: InkLookup

  /// The function in inks, as PDF syntax; nil for a kind that has no end colours.
  func function(_ function: PDFObject, depth: Int) -> String? {
    guard depth < 8 else { return nil }
    let domain = Self.list(function["/Domain"]?.numbers ?? [0, 1])
    switch function["/FunctionType"]?.integer {
    case 2:
      let start = shares(function["/C0"]?.numbers ?? [])
      let end = shares(function["/C1"]?.numbers ?? [])
      let power = InkSyntax.number(function["/N"]?.real ?? 1)
      return "<< /FunctionType 2 /Domain \(domain) /C0 [ \(start) ] /C1 [ \(end) ] /N \(power) >>"
    case 3:
      let parts = (function["/Functions"]?.items ?? []).map {
        self.function($0, depth: depth + 1)
      }
      guard !parts.isEmpty, !parts.contains(nil) else { return nil }
      let bounds = Self.list(function["/Bounds"]?.numbers ?? [])
      let encode = Self.list(function["/Encode"]?.numbers ?? [])
      let functions = parts.compactMap { $0 }.joined(separator: " ")
      return "<< /FunctionType 3 /Domain \(domain) /Functions [ \(functions) ] "
        + "/Bounds \(bounds) /Encode \(encode) >>"
    default: return nil
    }
  }

  /// Colours of the function that no ink has.
  func problems(of function: PDFObject, at place: ContentPlace) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let parts = function["/Functions"]?.items ?? [function]
    for part in parts.prefix(1000) {
      for key in ["/C0", "/C1"] {
        let shares = Self.three(part[key]?.numbers ?? [])
        guard shares.count == 3, inks[shares] == nil else { continue }
        found.append(PressProblems.unmappedColour(ScreenColour(clamping: shares), at: place))
      }
    }
    return found
  }

  private func shares(_ color: [Double]) -> String {
    // Black where there is no ink: the page is refused anyway.
    InkSyntax.shares(inks[Self.three(color)] ?? .black)
  }

  private static func three(_ color: [Double]) -> [Double] {
    color.count == 1 ? [color[0], color[0], color[0]] : color
  }

  private static func list(_ numbers: [Double]) -> String {
    "[ \(numbers.map(InkSyntax.number).joined(separator: " ")) ]"
  }
}

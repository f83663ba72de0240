import DisplayList
import Geometry
import Notations

/// Values and elements as an IDML package writes them.
enum IDML {
  static let namespace = "http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"
  /// The version of the document model, that of InDesign CS6, which all later ones open.
  static let version = "8.0"

  /// A part of the package: its root and what it holds.
  static func part(_ root: String, _ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <idPkg:\(root) xmlns:idPkg="\(namespace)" DOMVersion="\(version)">
    \(body)
    </idPkg:\(root)>

    """
  }

  /// A length in points.
  static func points(_ length: Length) -> String { number(length.points) }

  static func number(_ value: Double) -> String { DecimalText.trimmed(value, 4) }

  static func escaped(_ text: String) -> String { XMLText.escaped(text) }

  /// Attributes in the order in which they are given; those without a value are left out.
  static func attributes(_ pairs: [(String, String?)]) -> String {
    pairs.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
  }

  /// A path as the geometry of a page item.
  static func geometry(_ path: Path) -> String {
    var parts: [(points: [PathPoint], isOpen: Bool)] = []
    for element in path.elements {
      switch element {
      case .move(let point): parts.append(([PathPoint(point)], true))
      case .line(let point):
        if parts.isEmpty { parts.append(([], true)) }
        parts[parts.count - 1].points.append(PathPoint(point))
      case .curve(let one, let two, let end):
        guard let last = parts.indices.last, !parts[last].points.isEmpty else { continue }
        parts[last].points[parts[last].points.count - 1].after = one
        var point = PathPoint(end)
        point.before = two
        parts[last].points.append(point)
      case .close:
        guard let last = parts.indices.last else { continue }
        parts[last].isOpen = false
        // A closed path names its first point once.
        let points = parts[last].points
        if points.count > 2, points[0].anchor == points[points.count - 1].anchor {
          parts[last].points[0].before = points[points.count - 1].before
          parts[last].points.removeLast()
        }
      }
    }
    let types = parts.map { part in
      let points = part.points.map { point in
        "<PathPointType Anchor=\"\(pair(point.anchor))\" LeftDirection=\"\(pair(point.before))\" "
          + "RightDirection=\"\(pair(point.after))\"/>"
      }
      return "<GeometryPathType PathOpen=\"\(part.isOpen)\"><PathPointArray>\(points.joined())"
        + "</PathPointArray></GeometryPathType>"
    }
    return "<PathGeometry>\(types.joined())</PathGeometry>"
  }

  private struct PathPoint {
    var anchor: Point
    var before: Point
    var after: Point

    init(_ point: Point) { (anchor, before, after) = (point, point, point) }
  }

  static func pair(_ point: Point) -> String { "\(points(point.x)) \(points(point.y))" }

  /// A path of a file as a link writes it: what is no plain letter as percent and digits (RFC 3986).
  static func address(_ path: String) -> String {
    var address = "file:"
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
      if isPlain {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return address
  }
}

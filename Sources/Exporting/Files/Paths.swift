import Glibc

/// Names in paths.
enum Paths {
  /// The last part of a path.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The last part without its ending.
  static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// One spelling of a path, by its letters alone: no `.`, no `//`, no `..` behind a name.
  static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// One spelling of a path from the current folder where it lies below that, else from the root on.
  static func fromHere(_ path: String) -> String {
    let (whole, here) = (whole(path), whole("."))
    return whole.hasPrefix(here + "/") ? String(whole.dropFirst(here.count + 1)) : whole
  }

  /// One spelling of a path from the root on, so that a relative and an absolute one are compared.
  static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let start = getcwd(nil, 0) else { return plain(path) }
    defer { free(start) }
    return plain("\(String(cString: start))/\(path)")
  }
}

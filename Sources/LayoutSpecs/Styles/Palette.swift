public import DisplayList

/// Inks by name, in the order of the file.
public struct Palette: Hashable, Sendable {
  /// The names.
  public private(set) var names: [String]
  private var inks: [String: Ink]

  /// Makes a palette that knows black and paper.
  public init() {
    names = []
    inks = [:]
    self["black"] = .black
    self["paper"] = .paper
  }

  /// The ink of a name; setting one adds or replaces it.
  public subscript(_ name: String) -> Ink? {
    get { inks[name] }
    set {
      if inks[name] == nil { names.append(name) }
      inks[name] = newValue
    }
  }

  /// The ink of a name that the reader has checked; black where there is none.
  public func ink(_ name: String) -> Ink { inks[name] ?? .black }
}

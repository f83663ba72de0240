/// The one way from the bytes of an XML text to what stands in it. No entity is expanded and no
/// file is fetched: a document type is refused where it begins. Names that are no UTF-8, elements
/// left open and whatever else is not well-formed are refused with their line.
public enum XMLEvents {
  /// Deepest nesting of elements.
  static let depthLimit = 256
  /// Most attributes of an element.
  static let attributeLimit = 256

  /// One thing of a text, in its order.
  public enum Event: Sendable {
    /// An element begins; its attributes in their order.
    case start(name: String, attributes: [(name: String, value: String)])
    /// An element ends.
    case end(name: String)
    /// A stretch of text; one text may come in several.
    case text(String)
  }

  /// How names are given.
  public enum Naming: Sendable {
    /// Elements without prefix, attributes as the text wrote them.
    case local
    /// With the address of their namespace and a bar before them, `http://…|title`; the prefixes
    /// that a text chose for itself mean nothing.
    case namespaces
  }

  /// Why a text was not read to its end.
  public struct Failure: Error, Hashable, Sendable {
    /// Whether it has a document type.
    public var hasDocumentType: Bool
    /// The line, from 1.
    public var line: Int
  }

  /// Reads a text to its end, or until `take` says that it has enough, which is a failure too.
  public static func read(
    _ bytes: [UInt8], naming: Naming = .local, _ take: (Event) -> Bool
  ) throws(Failure) {
    let failure = withoutActuallyEscaping(take) { take -> Failure? in
      let reading = XMLReading(naming, take)
      return reading.run(bytes)
        ? nil : Failure(hasDocumentType: reading.hasDocumentType, line: reading.line)
    }
    if let failure { throw failure }
  }
}

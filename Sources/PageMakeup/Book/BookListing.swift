/// A line of the contents or the index of a book.
package struct ListingEntry: Hashable, Sendable {
  /// What kind of line it is.
  package enum Kind: Hashable, Sendable {
    /// The title of the whole list, over all columns, on a page of its own start.
    case title
    /// Words under a title that say how to read the list.
    case note
    /// A head over lines: a part, a letter.
    case group
    /// Words, dots and one number at the right edge; depth from 1.
    case leader(level: Int)
    /// Words and after them as many numbers as there are.
    case run
  }

  /// The number of a page as printed, and the name of the place that it leads to.
  package struct Reference: Hashable, Sendable {
    package var label: String
    package var destination: String

    package init(label: String, destination: String) {
      self.label = label
      self.destination = destination
    }
  }

  package var kind: Kind
  package var text: String
  package var references: [Reference]

  package init(_ kind: Kind, _ text: String, _ references: [Reference] = []) {
    self.kind = kind
    self.text = text
    self.references = references
  }
}

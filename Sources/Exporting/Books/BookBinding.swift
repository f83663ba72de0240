import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Notations
import PageMakeup
import PangoShaping

extension BookBinder {
  /// The whole book: title, contents, body, index.
  mutating func bind(
    into problems: inout Problems
  ) throws(Rejection) -> (document: PagedDocument, record: String) {
    let index = BookIndex(parts.flatMap(\.documents), plan: plan.index)
    if !index.lost.isEmpty { problems.report(BookProblems.lost(index.lost)) }
    let lists = try addLists(of: index)
    let contents = try contentsPages(lists)
    maker.report(into: &problems)
    if problems.hasErrors,
      problems.diagnostics.contains(where: { $0.code == "font.missing-character" })
    {
      throw Rejection(problems.diagnostics)
    }
    let front = try frontMatter(contents)
    var pages = front
    for (number, one) in body.enumerated() {
      var page = one.page
      page.label = String(number + 1)
      if one.isFurnished {
        try maker.furnish(
          &page, label: page.label, place: number, opens: one.opens,
          facts: facts(section: one.section))
      }
      pages.append(page)
    }
    var document = PagedDocument(pages: pages)
    document.images = images
    document.metadata = DocumentMetadata(title: plan.title, author: plan.author, date: day)
    document.outline = outline(lists, front: front.count)
    document.destinations = destinations(in: contents + body.map(\.page), front: front.count)
    return (document, BookRecord(binder: self, index: index, front: front.count).text)
  }

  private var day: String? { plan.date.flatMap { CivilDay(whole: $0)?.iso } }

  private func facts(section: String) -> MakeupFacts {
    MakeupFacts([.paper: plan.title, .section: section])
  }

  // MARK: Contents

  private func contentsPages(
    _ lists: [(title: String, first: Int)]
  ) throws(Rejection) -> [Page] {
    var entries = [ListingEntry(.title, "目\u{3000}录")]
    for part in parts {
      entries.append(ListingEntry(.group, part.title))
      for document in part.documents {
        entries.append(
          ListingEntry(.leader(level: 2), document.title, [reference(page: document.first)]))
      }
    }
    if !lists.isEmpty { entries.append(ListingEntry(.group, "索引")) }
    for list in lists {
      entries.append(ListingEntry(.leader(level: 2), list.title, [reference(page: list.first)]))
    }
    return try maker.listing(entries, columns: 1)
  }

  private func reference(page: Int) -> ListingEntry.Reference {
    ListingEntry.Reference(label: String(page + 1), destination: "\(page)@0")
  }

  /// Title page, its blank back, and the contents, so many pages that the body starts on the right.
  private func frontMatter(_ contents: [Page]) throws(Rejection) -> [Page] {
    let foot = [plan.author, plan.date.map(Self.printed) ?? ""].filter { !$0.isEmpty }
    var title = try maker.leaf(title: plan.title, style: "book-title", foot: foot)
    title.label = "封面"
    var back = maker.blank()
    back.label = "封二"
    var pages = [title, back]
    for (number, one) in contents.enumerated() {
      var page = one
      try maker.furnish(
        &page, label: RomanNumeral.lower(number + 1), place: pages.count, opens: number == 0,
        facts: facts(section: "目录"))
      pages.append(page)
    }
    if pages.count % 2 == 1 {
      var blank = maker.blank()
      blank.label = RomanNumeral.lower(contents.count + 1)
      pages.append(blank)
    }
    return pages
  }

  private static func printed(_ date: String) -> String {
    guard let day = CivilDay(whole: date) else { return date }
    return "\(day.year)年\(day.month)月\(day.day)日"
  }

  // MARK: Index

  /// Puts the lists of the index behind the body; returns where each starts.
  private mutating func addLists(
    of index: BookIndex
  ) throws(Rejection) -> [(title: String, first: Int)] {
    var found: [(title: String, first: Int)] = []
    if !index.isEmpty, body.count % 2 == 1 {
      body.append(BodyPage(page: maker.blank(), section: "索引", isFurnished: false))
    }
    for list in index.lists {
      found.append((list.title, body.count))
      let entries = [ListingEntry(.title, list.title)] + list.entries
      for (place, page) in try maker.listing(entries, columns: 2).enumerated() {
        body.append(
          BodyPage(page: page, section: list.title, isFurnished: true, opens: place == 0))
      }
    }
    return found
  }

  // MARK: Navigation

  private func outline(
    _ lists: [(title: String, first: Int)], front: Int
  ) -> [OutlineEntry] {
    func entry(_ title: String, _ level: Int, _ page: Int) -> OutlineEntry {
      OutlineEntry(title: title, level: level, place: PagePlace(page: page))
    }
    var entries = [entry(plan.title, 1, 0), entry("目录", 1, 2)]
    for part in parts {
      entries.append(entry(part.title, 1, front + part.first))
      entries += part.documents.map { entry($0.title, 2, front + $0.first) }
    }
    if let first = lists.first {
      entries.append(entry("索引", 1, front + first.first))
      entries += lists.map { entry($0.title, 2, front + $0.first) }
    }
    return entries
  }

  /// The places that the links of contents and index name.
  private func destinations(in pages: [Page], front: Int) -> [String: PagePlace] {
    var found = ownPlaces.mapValues { PagePlace(page: front + $0.page, top: $0.top) }
    for page in pages {
      for case .tag(let tag) in page.items.map(\.item) where tag.kind == .link {
        guard let place = BookPlaces.place(named: tag.name) else { continue }
        found[tag.name] = PagePlace(page: front + place.page, top: place.top)
      }
    }
    return found
  }
}

/// Small Roman numerals, for pages before the body.
enum RomanNumeral {
  private static let steps: [(value: Int, words: String)] = [
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
  ]

  static func lower(_ number: Int) -> String {
    var (rest, text) = (number, "")
    for step in steps {
      while rest >= step.value {
        text += step.words
        rest -= step.value
      }
    }
    return text
  }
}

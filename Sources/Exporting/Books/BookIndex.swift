import Diagnostics
import Geometry
import LayoutSpecs
import PageMakeup
import ReportModel
import ReportReading

/// What the index of a book lists, each with the pages of the body that it stands on.
struct BookIndex {
  /// A name with its places, one a page.
  struct Name {
    var name: String
    var places: [PrintedPlaces.Place]
  }

  /// A number with the place of its sentence.
  struct Number {
    var indicator: ReportIndicator
    var source: String
    var place: PrintedPlaces.Place

    /// The number with what must be printed with it.
    var words: String {
      let period = indicator.period.isEmpty ? "" : indicator.period + "\u{3000}"
      if indicator.value.isEmpty { return period + (indicator.rank?.words ?? indicator.raw) }
      let parts = indicator.qualifiers
      return period + parts.before + indicator.value + parts.more + indicator.unit + parts.after
        + (parts.remark.isEmpty ? "" : "（\(parts.remark)）")
    }
  }

  private(set) var persons: [Name] = []
  private(set) var projects: [Name] = []
  private(set) var numbers: [Number] = []
  /// Numbers whose sentence is nowhere on the pages.
  private(set) var lost: [(indicator: ReportIndicator, source: String)] = []

  /// Longest words for what a number counts.
  private static let longestSubject = 18

  /// Looks through the documents; places count from the first page of the body.
  init(_ documents: [BoundDocument], plan: BookIndexPlan) {
    let reports = documents.compactMap { $0.set?.report }.map(ReportNames.init)
    var personNames = plan.persons
    var projectNames = plan.projects
    for names in reports {
      personNames += names.persons
      projectNames += names.projects
    }
    let texts = documents.map { PrintedPlaces($0.pages, from: $0.first) }
    persons = Self.names(personNames, in: texts, without: plan.leftOut)
    projects = Self.names(projectNames, in: texts, without: plan.leftOut)
    guard plan.hasNumbers else { return }
    for (document, text) in zip(documents, texts) {
      guard let report = document.set?.report else { continue }
      for indicator in report.indicators where Self.isListed(indicator) {
        if let place = text.place(of: indicator.sentence) {
          numbers.append(Number(indicator: indicator, source: report.source, place: place))
        } else {
          lost.append((indicator, report.source))
        }
      }
    }
  }

  private static func isListed(_ indicator: ReportIndicator) -> Bool {
    indicator.isCertain && indicator.kind != .trend && indicator.subject.count > 1
      && indicator.isPresentable(longest: longestSubject)
  }

  /// The pages of each name; a name inside a longer one is not counted there.
  private static func names(
    _ names: [String], in texts: [PrintedPlaces], without leftOut: [String]
  ) -> [Name] {
    var seen = Set(leftOut)
    let unique = names.filter { seen.insert($0).inserted }
    var places: [String: [PrintedPlaces.Place]] = [:]
    for text in texts {
      var taken: Set<Int> = []
      for name in unique.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
        places[name, default: []] += text.places(of: name, taken: &taken)
      }
    }
    return unique.compactMap { name in
      places[name].flatMap { $0.isEmpty ? nil : Name(name: name, places: $0) }
    }
  }

  // MARK: Lists

  var isEmpty: Bool { persons.isEmpty && projects.isEmpty && numbers.isEmpty }

  /// The lists with their titles, those that have nothing left out.
  var lists: [(title: String, entries: [ListingEntry])] {
    [
      ("人名索引", entries(of: persons)), ("项目索引", entries(of: projects)),
      ("数字索引", entriesOfNumbers),
    ].filter { !$0.1.isEmpty }
  }

  private func entries(of names: [Name]) -> [ListingEntry] {
    PinyinOrder.sorted(names) { $0.name }.flatMap { group in
      [ListingEntry(.group, group.letter)]
        + group.entries.map { name in
          ListingEntry(
            .run, name.name,
            name.places.map {
              ListingEntry.Reference(
                label: String($0.page + 1), destination: BookPlaces.name(of: $0))
            })
        }
    }
  }

  private var entriesOfNumbers: [ListingEntry] {
    var subjects: [String] = []
    var bySubject: [String: [Number]] = [:]
    for number in numbers {
      let subject = number.indicator.subject
      if bySubject[subject] == nil { subjects.append(subject) }
      bySubject[subject, default: []].append(number)
    }
    let groups = PinyinOrder.sorted(subjects) { $0 }
    if groups.isEmpty { return [] }
    let note = ListingEntry(
      .note, "页码后的小数点后是该页第几句，如“12·3”为第12页第3句；各句原文见同名的 -index.json。")
    return [note]
      + groups.flatMap { group in
        [ListingEntry(.group, group.letter)]
          + group.entries.flatMap { entries(of: bySubject[$0] ?? [], subject: $0) }
      }
  }

  private func entries(of numbers: [Number], subject: String) -> [ListingEntry] {
    if numbers.count == 1 {
      return [
        ListingEntry(
          .leader(level: 1), "\(subject)\u{3000}\(numbers[0].words)", [reference(numbers[0])])
      ]
    }
    return [ListingEntry(.run, subject)]
      + numbers.map { ListingEntry(.leader(level: 2), $0.words, [reference($0)]) }
  }

  private func reference(_ number: Number) -> ListingEntry.Reference {
    ListingEntry.Reference(
      label: "\(number.place.page + 1)·\(number.place.sentence)",
      destination: BookPlaces.name(of: number.place))
  }
}

/// The names of places of a book's body: links are set before it is known how many pages come first.
enum BookPlaces {
  static func name(of place: PrintedPlaces.Place) -> String {
    "\(place.page)@\(place.top.units)"
  }

  /// The place of a name: page of the body, and height.
  static func place(named name: String) -> (page: Int, top: Length)? {
    let parts = name.split(separator: "@").compactMap { Int($0) }
    return parts.count == 2 ? (parts[0], Length(units: parts[1])) : nil
  }
}

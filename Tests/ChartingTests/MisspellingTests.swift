import Diagnostics
import Testing

@testable import Charting

/// Slips of the pen in keys at any depth: forty specifications, each with one key misspelt, are
/// refused with the path of the slip and the key that was meant.
@Suite struct MisspellingTests {
  /// A specification with one wrong key.
  struct Slip: Sendable, CustomTestStringConvertible {
    var spec: String
    var path: String
    var right: String
    var wrong: String
    var seed: Int
    var testDescription: String { "\(spec) \(path): \(right) as \(wrong)" }
  }

  private struct Place {
    var keys: [Step]
    enum Step { case key(String), item(Int) }
    var path: String {
      keys.reduce("$") { path, step in
        switch step {
        case .key(let key): "\(path).\(key)"
        case .item(let number): "\(path)[\(number)]"
        }
      }
    }
    var last: String {
      if case .key(let key)? = keys.last { key } else { "" }
    }
  }

  /// Four slips in each specification, in keys chosen by number.
  static let slips: [Slip] = SpecFolder.names.flatMap { name -> [Slip] in
    guard let root = try? SpecFolder.spec(name).root else { return [] }
    let places = Self.places(root, []).filter { $0.last.count > 3 && $0.last != "$schema" }
    return (0..<4).compactMap { number in
      let seed = number + 4 * name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 9973 }
      var random = PrintTests.Series(state: UInt64(seed) &* 2_654_435_761)
      _ = random.next(7)
      let place = places[random.next(places.count)]
      let wrong = Self.misspelt(place.last, &random)
      return Slip(
        spec: name, path: place.path, right: place.last, wrong: wrong, seed: seed)
    }
  }

  /// Two letters exchanged, one left out, one doubled, or one of them another.
  private static func misspelt(_ key: String, _ random: inout PrintTests.Series) -> String {
    var letters = Array(key)
    let place = 1 + random.next(letters.count - 2)
    switch random.next(4) {
    case 0 where letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    case 2: letters.insert(letters[place], at: place)
    default: letters[place] = letters[place] == "q" ? "w" : "q"
    }
    return String(letters)
  }

  /// All keys of the grammar; keys of data and of other programs are the author's own.
  private static func places(_ value: SpecValue, _ above: [Place.Step]) -> [Place] {
    switch value.content {
    case .map(let map):
      map.entries.flatMap { entry -> [Place] in
        let keys = above + [.key(entry.key)]
        guard !["values", "usermeta", "datasets", "parse"].contains(entry.key) else { return [] }
        return [Place(keys: keys)] + places(entry.value, keys)
      }
    case .list(let items):
      items.enumerated().flatMap { places($0.element, above + [.item($0.offset)]) }
    default: []
    }
  }

  private static func renamed(_ value: SpecValue, _ keys: ArraySlice<Place.Step>, _ name: String)
    -> SpecValue
  {
    switch (value.content, keys.first) {
    case (.map(let map), .key(let key)?):
      return SpecValue(
        .map(
          SpecMap(
            map.entries.map { entry in
              guard entry.key == key else { return entry }
              return keys.count == 1
                ? SpecMap.Entry(key: name, value: entry.value)
                : SpecMap.Entry(key: key, value: renamed(entry.value, keys.dropFirst(), name))
            })))
    case (.list(var items), .item(let number)?):
      items[number] = renamed(items[number], keys.dropFirst(), name)
      return SpecValue(items)
    default: return value
    }
  }

  @Test func thereAreForty() { #expect(Self.slips.count == 40) }

  @Test(arguments: slips) func everySlipIsNamed(_ slip: Slip) throws {
    let root = try SpecFolder.spec(slip.spec).root
    let place = try #require(Self.places(root, []).first { $0.path == slip.path })
    let json = SpecWriter.json(Self.renamed(root, place.keys[...], slip.wrong))
    let found = Compile.findings(try ChartSpec(json: Array(json.utf8), file: slip.spec))
    let own = try #require(found.first { $0.code == "chart.unknown-key" }, "\(found)")
    let path = slip.path.dropLast(slip.right.count) + slip.wrong
    #expect(own.message.english == "\(path): unknown key \"\(slip.wrong)\"")
    #expect(own.hints.first?.english == "did you mean \"\(slip.right)\"?")
  }
}

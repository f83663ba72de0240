import Exporting
import Foundation

/// What several people do with one page: remarks, versions, comparisons.
extension Desk {
  /// A version of a document that was kept.
  struct Version: Codable, Sendable {
    var number: Int
    var name: String
    /// The PDF file of its pages.
    var path: String
    /// Seconds since 1970.
    var time: Int
  }

  struct Review: Codable, Sendable {
    var remarks: [Remark]
    var versions: [Version]
    /// The address of the proof that others may read and remark on.
    var proof: String
  }

  func review(_ path: String) throws(Fault) -> Review {
    let path = try folder.safe(path)
    return Review(
      remarks: try RemarkBook.read(path, in: folder).remarks, versions: versions(of: path),
      proof: "/proof?token=\(gate.proofToken(for: path))&path=\(Gate.encoded(path))")
  }

  /// The remarks on a document after a change.
  func remark(_ path: String, _ change: RemarkChange) throws(Fault) -> [Remark] {
    let path = try folder.safe(path)
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound }
    var book = try RemarkBook.read(path, in: folder)
    try book.apply(change, at: Date.now.formatted(.iso8601))
    try write(book.bytes, to: RemarkBook.file(of: path))
    return book.remarks
  }

  func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    do {
      try FileSystem().write([OutputFile(path: path, bytes: bytes)])
    } catch {
      throw .unwritable(error)
    }
  }

  // MARK: - Versions

  private func place(ofVersions path: String) -> String { path + WorkFolder.versions }

  /// The versions of a document, the earliest first.
  func versions(of path: String) -> [Version] {
    let place = place(ofVersions: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.compactMap { name -> Version? in
      guard name.hasSuffix(".pdf"), let dash = name.firstIndex(of: "-"),
        let number = Int(name[..<dash])
      else { return nil }
      let file = "\(place)/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return Version(
        number: number, name: String(name[name.index(after: dash)...].dropLast(4)), path: file,
        time: Int(time))
    }.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
  }

  /// Keeps the pages as they are now, with what they were made from.
  func keep(_ path: String, as name: String) async throws(Fault) -> [Version] {
    let path = try folder.safe(path)
    let plain = String(name.filter { !"/\\".contains($0) && !$0.isNewline }.prefix(40))
      .trimmingCharacters(in: .whitespaces)
    let number = (versions(of: path).last?.number ?? 0) + 1
    let stem = try folder.safe(
      "\(place(ofVersions: path))/\(number)-\(plain.isEmpty ? "版" : plain)")
    try await paper(of: path, to: "\(stem).pdf")
    let source = input(of: path)
    if let bytes = folder.bytes(of: source), source.hasSuffix(".yaml") {
      try write(bytes, to: "\(stem).yaml")
    }
    return versions(of: path)
  }

  /// The pages of a document as a PDF file, with errors or without.
  private func paper(of path: String, to output: String) async throws(Fault) {
    var order = order(path)
    order.output = output
    let reply = try await crewAnswer(.export(order))
    guard !reply.files.isEmpty else { throw Fault(reply) }
  }

  /// What differs, and where the later version can be looked at.
  struct Compared: Codable, Sendable {
    var comparison: DeskComparison
    /// The later version with the differences marked.
    var file: String
    var command: String
  }

  /// Compares a version with a later one, or with the pages as they are now.
  func compare(_ path: String, old: Int, new: Int?) async throws(Fault) -> Compared {
    let path = try folder.safe(path)
    let versions = versions(of: path)
    guard let before = versions.first(where: { $0.number == old }) else { throw .notFound }
    let stem = "\(WorkFolder.output)/\(stem(of: path))"
    var later = "\(stem).pdf"
    if let new {
      guard let after = versions.first(where: { $0.number == new }) else { throw .notFound }
      later = after.path
    } else {
      try await paper(of: path, to: later)
    }
    let output = "\(stem)-changes.pdf"
    let reply = try await crewAnswer(.compare(old: before.path, new: later, output: output))
    guard let comparison = reply.comparison else { throw Fault(reply) }
    return Compared(
      comparison: comparison, file: output,
      command: Self.line(["banxin", "compare", before.path, later, "-o", output]))
  }
}

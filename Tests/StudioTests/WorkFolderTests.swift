import Foundation
import Testing

@testable import Studio

/// No request opens what lies outside the folder.
@Suite struct WorkFolderTests {
  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", ".hidden", "a/.git/config", "a\0b", "..",
  ])
  func foreignPathsAreRefused(_ path: String) {
    let folder = WorkFolder(path: FileManager.default.currentDirectoryPath)
    #expect(throws: Fault.self) { _ = try folder.safe(path) }
  }

  @Test func linksOutOfTheFolderAreRefused() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let link = place.appendingPathComponent("out")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: URL(fileURLWithPath: "/etc"))
    let folder = WorkFolder(path: place.path)
    #expect(throws: Fault.self) { _ = try folder.safe("out/passwd") }
    #expect(throws: Fault.self) { _ = try folder.safe("out/new.txt") }
    #expect(try folder.safe("in/new.txt") == "in/new.txt")
  }

  @Test func plainPathsAreTaken() throws {
    let folder = WorkFolder(path: FileManager.default.currentDirectoryPath)
    #expect(try folder.safe("稿件/头版.txt") == "稿件/头版.txt")
  }

  @Test func aTakenNameIsCountedUp() {
    let folder = WorkFolder(path: ".")
    #expect(folder.freeName("Package.swift.none") == "Package.swift.none")
  }
}

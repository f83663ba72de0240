import Foundation
import Testing

@Suite struct ImportTests {
  static let system: Set<String> = [
    "Foundation", "FoundationXML", "Glibc", "Dispatch", "Synchronization",
  ]

  private func imports(of file: Project.SourceFile) -> [(module: String, line: String)] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
        words.prefix(place).allSatisfy({
          ["public", "internal", "package", "@testable", "@_exported"].contains($0)
        })
      else { return nil }
      return (String(words[place + 1]), line)
    }
  }

  /// SwiftPM lets an undeclared import of a dependency's dependency pass; this does not.
  @Test func importsAreTheDeclaredDependencies() throws {
    let declared = try Project.declaredDependencies()
    #expect(declared.count >= 12)
    var used: [String: Set<String>] = [:]
    for file in try Project.files(below: "Sources") where file.target != "banxin" {
      let allowed = try #require(declared[file.target], "\(file.target) is in no table")
      for (module, _) in imports(of: file) where !Self.system.contains(module) {
        #expect(allowed.contains(module), "\(file.name) imports \(module) undeclared")
        used[file.target, default: []].insert(module)
      }
    }
    for (target, names) in declared {
      let idle = names.subtracting(used[target] ?? [])
      #expect(idle.isEmpty, "\(target) declares \(idle.sorted()) and does not import it")
    }
  }

  /// Arrows point downwards only.
  @Test func layersOnlyLookDown() throws {
    let layers: [[String]] = [
      ["Diagnostics", "Geometry", "Segmentation", "Notations"], ["DisplayList"],
      ["ReportModel", "LayoutSpecs"],
      ["Typesetting", "CaseRecords", "Comparison"],
      ["Charting"], ["PageMakeup"],
      [
        "Confinement", "XMLReading", "ReportReading", "ReportWriting", "PangoShaping", "ImageFiles",
        "CairoRendering", "Prepress",
        "CodeEncoding", "Printing",
      ],
      ["Exporting"], ["Studio", "Banxin"],
    ]
    var height: [String: Int] = [:]
    for (level, names) in layers.enumerated() { for name in names { height[name] = level } }
    for (target, names) in try Project.declaredDependencies() {
      let own = try #require(height[target], "\(target) has no layer")
      for name in names {
        guard let other = height[name] else { continue }
        let isSibling =
          name == "ImageFiles" && ["CairoRendering", "Prepress"].contains(target)
          || name == "Confinement" && target == "CairoRendering"
          || name == "XMLReading" && ["ReportReading", "Prepress"].contains(target)
        #expect(other < own || isSibling, "\(target) must not look up or across to \(name)")
      }
    }
  }

  /// A C module has one owner and never shows in a public signature.
  @Test func cModulesHaveTheirOwners() throws {
    let owners: [String: Set<String>] = [
      "CPangoCairo": ["PangoShaping", "CairoRendering"], "CTurboJPEG": ["ImageFiles"],
      "CGdkPixbuf": ["ImageFiles"],
      "CCMarkGFM": ["ReportReading"], "CExpat": ["XMLReading"],
      "CZip": ["ReportReading", "ReportWriting"], "CSQLite": ["ReportReading"],
      "CGLib": ["Exporting"], "CDeflate": ["Exporting"], "CCUPS": ["Printing"],
      "CProcess": ["Confinement"],
      "CSPNG": ["ImageFiles"], "CZlib": ["ImageFiles"], "CWordList": ["Segmentation"],
      "CRoleWeights": ["ReportReading"], "CVocabulary": ["ReportReading"],
      "CStudioFiles": ["Studio"],
      "CQPDF": ["Prepress"], "CLCMS2": ["Prepress"], "CQREncode": ["CodeEncoding"],
    ]
    for file in try Project.files(below: "Sources") {
      for (module, line) in imports(of: file) {
        guard let allowed = owners[module] else { continue }
        #expect(allowed.contains(file.target), "\(file.name) imports \(module)")
        #expect(line.hasPrefix("internal import"), "\(file.name): \(line)")
      }
    }
  }

  /// The engine is arithmetic: no Foundation in layers 0 to 2.
  @Test func theEngineImportsNoFoundation() throws {
    let engine: Set<String> = [
      "Diagnostics", "Geometry", "DisplayList", "ReportModel", "LayoutSpecs", "Typesetting",
      "Charting", "PageMakeup", "CaseRecords", "Comparison", "Segmentation",
      "Notations",
    ]
    for file in try Project.files(below: "Sources") where engine.contains(file.target) {
      #expect(!imports(of: file).contains { $0.module == "Foundation" }, "\(file.name)")
    }
  }
}

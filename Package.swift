// swift-tools-version: 6.2
// A table of targets, one line each (layers and arrows as in the architecture article), then one
// place for the settings. Arrows point downwards only; `ArchitectureTests` compares this table
// with the import lines of every source file.
import PackageDescription

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")

let targets: [Target] = [
  // 0  words
  layer("Diagnostics"),
  layer("Geometry"),
  layer("Notations"),
  layer("Segmentation", c: ["CWordList"]),
  // 1  values
  layer("DisplayList", on: ["Diagnostics", "Geometry"]),
  layer("ReportModel", on: ["Diagnostics", "Geometry"]),
  layer("CaseRecords", on: ["Diagnostics", "Notations", "ReportModel"]),
  layer("Comparison", on: ["Diagnostics", "Notations", "ReportModel", "Segmentation"]),
  layer(
    "LayoutSpecs", on: ["Diagnostics", "Notations", "Geometry", "DisplayList"], products: [yams]),
  // 2  engine
  layer(
    "Typesetting",
    on: ["Diagnostics", "Notations", "Geometry", "DisplayList", "LayoutSpecs", "Segmentation"]),
  layer(
    "Charting",
    on: ["Diagnostics", "Notations", "Geometry", "DisplayList", "LayoutSpecs", "Typesetting"]),
  layer(
    "PageMakeup",
    on: [
      "Diagnostics", "Notations", "Geometry", "DisplayList", "ReportModel", "LayoutSpecs",
      "Typesetting",
      "Charting",
    ]),
  // 3  edges
  layer("Confinement", c: ["CProcess"]),
  layer(
    "ReportWriting",
    on: ["Diagnostics", "Notations", "Geometry", "DisplayList", "ReportModel", "LayoutSpecs"],
    c: ["CZip"]),
  layer("XMLReading", c: ["CExpat"]),
  layer(
    "ReportReading",
    on: ["Diagnostics", "Notations", "Geometry", "ReportModel", "Segmentation", "XMLReading"],
    c: ["CCMarkGFM", "CRoleWeights", "CVocabulary", "CZip", "CSQLite"],
    products: [yams]),
  layer(
    "PangoShaping",
    on: ["Diagnostics", "Geometry", "DisplayList", "LayoutSpecs", "Typesetting"],
    c: ["CPangoCairo"]),
  layer(
    "ImageFiles", on: ["Diagnostics", "DisplayList"],
    c: ["CGdkPixbuf", "CSPNG", "CTurboJPEG", "CZlib"]),
  layer(
    "CairoRendering",
    on: ["Diagnostics", "Notations", "Geometry", "DisplayList", "ImageFiles", "Confinement"],
    c: ["CPangoCairo", "CRSVG"]),
  layer("Printing", on: ["Diagnostics"], c: ["CCUPS"]),
  layer("CodeEncoding", on: ["Diagnostics"], c: ["CQREncode", "CZint"]),
  layer(
    "Prepress",
    on: [
      "Diagnostics", "Notations", "Geometry", "DisplayList", "LayoutSpecs", "ImageFiles",
      "XMLReading",
    ],
    c: ["CQPDF", "CLCMS2"]),
  // 4  use
  layer(
    "Exporting",
    on: [
      "Diagnostics", "Notations", "Geometry", "DisplayList", "ReportModel", "LayoutSpecs",
      "Typesetting",
      "Charting", "PageMakeup", "ReportReading", "PangoShaping", "ImageFiles", "CairoRendering",
      "CaseRecords", "Comparison", "ReportWriting", "Printing",
      "CodeEncoding", "Prepress", "Confinement",
    ], c: ["CGLib", "CDeflate"], products: [yams]),
  // 5  seats
  layer(
    "Studio", on: ["Diagnostics", "Exporting"], c: ["CStudioFiles"],
    products: [flyingFox, flyingSocks]),
  // 5  what applications import
  layer("Banxin", on: ["Charting", "Diagnostics", "ReportModel", "Exporting"]),
  .executableTarget(
    name: "banxin",
    dependencies: [
      "Exporting", "Studio", "Charting", "Comparison", "Printing", "Confinement", "Diagnostics",
      "LayoutSpecs", "ReportModel",
      "Typesetting", arguments,
    ],
    swiftSettings: strictness()),

  // C libraries: a module map and a header each, one owner each
  library("CPangoCairo", pkgConfig: "pangocairo", debian: ["libcairo2-dev", "libpango1.0-dev"]),
  library("CRSVG", pkgConfig: "librsvg-2.0", debian: ["librsvg2-dev"]),
  library("CGLib", pkgConfig: "glib-2.0", debian: ["libpango1.0-dev"]),
  library("CGdkPixbuf", pkgConfig: "gdk-pixbuf-2.0", debian: ["libgdk-pixbuf-2.0-dev"]),
  library("CTurboJPEG", pkgConfig: "libturbojpeg", debian: ["libturbojpeg0-dev"]),
  library("CQREncode", pkgConfig: "libqrencode", debian: ["libqrencode-dev"]),
  .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
  library("CSPNG", pkgConfig: "spng", debian: ["libspng-dev"]),
  library("CZlib", pkgConfig: "zlib", debian: ["zlib1g-dev"]),
  library("CQPDF", pkgConfig: "libqpdf", debian: ["libqpdf-dev"]),
  library("CLCMS2", pkgConfig: "lcms2", debian: ["liblcms2-dev"]),
  library(
    "CCMarkGFM", pkgConfig: "libcmark-gfm",
    debian: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
  library("CExpat", pkgConfig: "expat", debian: ["libexpat1-dev"]),
  library("CZip", pkgConfig: "libzip", debian: ["libzip-dev"]),
  library("CSQLite", pkgConfig: "sqlite3", debian: ["libsqlite3-dev"]),
  // fork, limits and the words of the command line, which Swift cannot call or see
  .target(name: "CProcess", linkerSettings: [.linkedLibrary("m")]),
  // a faster deflate in the place of zlib's
  .target(name: "CDeflate", linkerSettings: [.linkedLibrary("deflate"), .linkedLibrary("dl")]),
  // the print service's library, opened when somebody prints (libcups2-dev)
  .target(name: "CCUPS", linkerSettings: [.linkedLibrary("dl")]),
  // the segmentation lexicon (.bootstrap/words), bytes of the program
  .target(name: "CWordList", exclude: ["words.bin"], cSettings: [.headerSearchPath(".")]),
  // the second reader's weights (.bootstrap/roles), bytes of the program
  .target(name: "CRoleWeights", exclude: ["roles.bin"], cSettings: [.headerSearchPath(".")]),
  // the words of the readers (layouts/_shared/vocabulary), bytes of the program
  .target(name: "CVocabulary"),

  // the pages of the studio and the sample, bytes of the program
  .target(name: "CStudioFiles", exclude: ["web"]),

  // tests
  support(
    "TestSupport",
    on: ["Diagnostics", "Notations", "Geometry", "DisplayList", "LayoutSpecs", "Typesetting"]),
  tests("Diagnostics"),
  tests("Notations"),
  tests("Confinement"),
  tests("Geometry"),
  tests("Segmentation"),
  tests("DisplayList", on: ["Diagnostics", "Geometry"]),
  tests(
    "ReportReading", on: ["Diagnostics", "Notations", "Geometry", "ReportModel", "XMLReading"]),
  tests(
    "ReportWriting",
    on: ["Diagnostics", "Geometry", "DisplayList", "ReportModel", "LayoutSpecs"]),
  tests("CaseRecords", on: ["Diagnostics", "Notations", "ReportModel"]),
  tests("Comparison", on: ["Diagnostics", "ReportModel"]),
  tests("LayoutSpecs", on: ["Diagnostics", "Notations", "Geometry", "DisplayList"]),
  tests(
    "Typesetting",
    on: ["Diagnostics", "Notations", "Geometry", "DisplayList", "LayoutSpecs", "TestSupport"]),
  tests(
    "PangoShaping",
    on: ["Diagnostics", "Geometry", "DisplayList", "LayoutSpecs", "Typesetting", "TestSupport"]),
  tests("Printing"),
  tests("CodeEncoding", on: ["Diagnostics"]),
  tests("ImageFiles", on: ["Diagnostics", "DisplayList", "TestSupport"]),
  tests(
    "CairoRendering",
    on: [
      "Diagnostics", "Geometry", "DisplayList", "LayoutSpecs", "Typesetting", "PangoShaping",
      "ImageFiles", "TestSupport",
    ]),
  tests(
    "PageMakeup",
    on: [
      "Diagnostics", "Notations", "Geometry", "DisplayList", "ReportModel", "LayoutSpecs",
      "Typesetting",
      "Charting", "TestSupport",
    ]),
  tests(
    "Charting", on: ["Diagnostics", "Geometry", "DisplayList", "TestSupport"],
    besides: ["MapSpecs", "Specs", "PresetSpecs", "HostileSpecs.json"]),
  tests(
    "Prepress",
    on: [
      "Diagnostics", "Geometry", "DisplayList", "LayoutSpecs", "ImageFiles", "CairoRendering",
      "TestSupport",
    ]),
  tests(
    "Exporting",
    on: [
      "Diagnostics", "Notations", "Geometry", "DisplayList", "LayoutSpecs", "ReportModel",
      "Typesetting",
      "Charting", "PageMakeup", "PangoShaping", "Prepress", "ReportReading", "CaseRecords",
      "TestSupport",
    ]),
  tests("Studio", on: ["Diagnostics", "Exporting"], products: [flyingFox]),
  // Written as an application is: it imports Banxin and nothing else of the package.
  tests("Banxin"),
  .testTarget(name: "ArchitectureTests", swiftSettings: strictness()),
  .testTarget(
    name: "EndToEndTests", dependencies: ["banxin", "ImageFiles", "TestSupport"],
    swiftSettings: strictness()),
]

let package = Package(
  name: "banxin",
  products: [
    .executable(name: "banxin", targets: ["banxin"]),
    .library(name: "Banxin", targets: ["Banxin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: targets,
  swiftLanguageModes: [.v6])

// MARK: - The one place for settings

func strictness() -> [SwiftSetting] {
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

func layer(
  _ name: String, on lower: [String] = [], c: [String] = [], products: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: (lower + c).map { .byName(name: $0) } + products,
    swiftSettings: strictness())
}

func library(_ name: String, pkgConfig: String, debian: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(debian)])
}

func support(_ name: String, on lower: [String]) -> Target {
  .target(
    name: name, dependencies: lower.map { .byName(name: $0) }, path: "Tests/\(name)",
    swiftSettings: strictness())
}

func tests(
  _ name: String, on lower: [String] = [], besides files: [String] = [],
  products: [Target.Dependency] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name] + lower).map { .byName(name: $0) } + products,
    exclude: files, swiftSettings: strictness())
}

// swift-tools-version: 6.2
// A package as an application's author writes one: Banxin from outside, and nothing else.
// `make client` builds and runs it; the guide UsingTheLibrary shows its pieces.
import PackageDescription

let package = Package(
  name: "client",
  dependencies: [.package(name: "banxin", path: "../..")],
  targets: [
    .executableTarget(
      name: "client", dependencies: [.product(name: "Banxin", package: "banxin")])
  ],
  swiftLanguageModes: [.v6])

import FlyingFox
import Foundation
import Testing

@testable import Studio

/// Who is let in.
@Suite struct GateTests {
  private let gate = Gate(token: "secret", address: "127.0.0.1", isLoopback: true, port: 8613)

  private func request(_ headers: [HTTPHeader: String], path: String = "/") -> HTTPRequest {
    HTTPRequest(
      method: .GET, version: .http11, path: path, query: [], headers: headers, body: Data())
  }

  @Test(arguments: ["127.0.0.1:8613", "localhost:8613", "[::1]:8613"])
  func ownHostsAreLetIn(_ host: String) { #expect(gate.isOwn(request([.host: host]))) }

  @Test(arguments: ["evil.example:8613", "127.0.0.1:80", "127.0.0.1", ""])
  func otherHostsAreNot(_ host: String) { #expect(!gate.isOwn(request([.host: host]))) }

  @Test(arguments: [
    "http://evil.example", "null", "https://127.0.0.1:8613", "http://localhost:8613",
  ])
  func otherOriginsAreNot(_ origin: String) {
    #expect(!gate.isOwn(request([.host: "127.0.0.1:8613", HTTPHeader("Origin"): origin])))
  }

  @Test func thePageOfTheServerIsLetIn() {
    let headers: [HTTPHeader: String] = [
      .host: "127.0.0.1:8613", HTTPHeader("Origin"): "http://127.0.0.1:8613",
      HTTPHeader("Sec-Fetch-Site"): "same-origin",
    ]
    #expect(gate.isOwn(request(headers)))
  }

  @Test func aPictureInAForeignPageIsNot() {
    let headers: [HTTPHeader: String] = [
      .host: "127.0.0.1:8613", HTTPHeader("Sec-Fetch-Site"): "cross-site",
      HTTPHeader("Sec-Fetch-Dest"): "image",
    ]
    #expect(!gate.isOwn(request(headers)))
  }

  @Test func theTokenIsWantedWhole() {
    #expect(gate.knowsToken(request([.authorization: "Bearer secret"])))
    #expect(gate.knowsToken(request([.cookie: "a=b; banxin-8613=secret"])))
    for header in ["Bearer secre", "Bearer secret2", "Basic secret", "Bearer "] {
      #expect(!gate.knowsToken(request([.authorization: header])), "\(header)")
    }
    #expect(!gate.knowsToken(request([.cookie: "banxin-80=secret"])))
    #expect(!gate.knowsToken(request([:])))
  }

  @Test func newTokensAreLongAndDiffer() {
    let one = StudioOptions.newToken()
    #expect(one.count == 32)
    #expect(one != StudioOptions.newToken())
  }

  @Test func aProofOpensOneDocumentAndNothingElse() {
    let token = gate.proofToken(for: "稿/头版.txt")
    #expect(token != gate.proofToken(for: "稿/二版.txt"))
    func cookie(_ value: String) -> HTTPRequest {
      request([.host: "127.0.0.1:8613", .cookie: "\(gate.proofCookie)=\(value)"])
    }
    let value = "\(token).\(Gate.encoded("稿/头版.txt"))"
    #expect(gate.proof(of: cookie(value)) == "稿/头版.txt")
    #expect(gate.proof(of: cookie("\(token).\(Gate.encoded("稿/二版.txt"))")) == nil)
    #expect(gate.proof(of: cookie(token)) == nil)
    #expect(!gate.knowsToken(cookie(value)))
    #expect(!gate.knowsToken(request([.authorization: "Bearer \(token)"])))
  }
}

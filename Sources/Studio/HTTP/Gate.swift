import Exporting
internal import FlyingFox
import Foundation

/// Who may ask: whoever names this server as the host, comes from no other page, and knows the token.
struct Gate: Sendable {
  let token: String
  let address: String
  let isLoopback: Bool
  let port: UInt16

  /// The cookie's name; browsers share cookies between the ports of a host.
  var cookie: String { "banxin-\(port)" }

  /// The cookie of who was sent a proof.
  var proofCookie: String { "banxin-proof-\(port)" }

  /// The hosts that a request may name.
  private var hosts: Set<String> {
    var names = [address.contains(":") ? "[\(address)]" : address]
    if isLoopback { names += ["127.0.0.1", "localhost", "[::1]"] }
    return Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// Whether host and origin are this server's. A page of another origin cannot ask in a user's name,
  /// and a name of an attacker's that leads to this machine is none of the server's.
  func isOwn(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host]?.lowercased() else { return false }
    // On another address than loopback the server is known by names it cannot know.
    if !hosts.contains(host), isLoopback { return false }
    if let origin = request.headers[HTTPHeader("Origin")], origin.lowercased() != "http://\(host)" {
      return false
    }
    guard let site = request.headers[HTTPHeader("Sec-Fetch-Site")] else { return true }
    let isVisit =
      request.method == .GET && request.headers[HTTPHeader("Sec-Fetch-Dest")] == "document"
    return site == "same-origin" || site == "none" || isVisit
  }

  /// Whether the request bears the token: in a cookie, as a bearer, or in the address of a first visit.
  func knowsToken(_ request: HTTPRequest) -> Bool {
    if let header = request.headers[.authorization], header.hasPrefix("Bearer ") {
      return isToken(String(header.dropFirst(7)))
    }
    return cookies(of: request).contains { $0.name == cookie && isToken($0.value) }
  }

  /// The token in the address: `/?token=…`.
  func hasTokenInAddress(_ request: HTTPRequest) -> Bool {
    request.query.contains { $0.name == "token" && isToken($0.value) }
  }

  // MARK: - Proofs

  /// What opens the proof of one document and nothing else: nobody finds it without the server's token,
  /// nor the token from it.
  func proofToken(for path: String) -> String {
    String(Digest.sha256(Array("\(token)\n\(path)\n\(token)".utf8)).prefix(32))
  }

  /// A path as it may stand in an address or a cookie.
  static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// The cookie's value for a proof whose token is in the address.
  func proofInAddress(_ request: HTTPRequest) -> String? {
    let query = Dictionary(request.query.map { ($0.name, $0.value) }) { $1 }
    guard let given = query["token"], let path = query["path"], opens(given, path) else {
      return nil
    }
    return "\(given).\(Self.encoded(path))"
  }

  /// The document whose proof a request may see.
  func proof(of request: HTTPRequest) -> String? {
    for cookie in cookies(of: request) where cookie.name == proofCookie {
      let parts = cookie.value.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2, let path = parts[1].removingPercentEncoding,
        opens(parts[0], path)
      else { continue }
      return path
    }
    return nil
  }

  private func opens(_ given: String, _ path: String) -> Bool {
    Self.isSame(given, proofToken(for: path))
  }

  private func cookies(of request: HTTPRequest) -> [(name: String, value: String)] {
    request.headers.values(for: .cookie).flatMap { $0.split(separator: ";") }.compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (parts[0].trimmingCharacters(in: .whitespaces), String(parts[1]))
    }
  }

  private func isToken(_ text: String) -> Bool { Self.isSame(text, token) }

  /// Compares in a time that does not depend on where the texts differ.
  private static func isSame(_ text: String, _ secret: String) -> Bool {
    let (one, other) = (Array(text.utf8), Array(secret.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

import Exporting
internal import FlyingFox
import Foundation

/// A request as the parts of the server see it: let in, with its body read.
struct Call: Sendable {
  var method: String
  /// The path without its query, decoded.
  var path: String
  var query: [String: String]
  var headers: HTTPHeaders
  var body: Data
  /// Whoever asks.
  var asker: String
  /// The document whose proof is asked for, by one who may see nothing else.
  var proof: String?

  /// The body as a value of JSON.
  func value<Value: Decodable>(_ type: Value.Type) throws(Fault) -> Value {
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch {
      throw .malformed("the body is not the JSON that is wanted here", "请求体不是所需的 JSON")
    }
  }

  /// A value of the query.
  func required(_ key: String) throws(Fault) -> String {
    guard let value = query[key], !value.isEmpty else {
      throw .malformed("the query lacks \"\(key)\"", "网址中缺少 \(key)")
    }
    return value
  }
}

/// A part of the server: answers the calls that are its own, nil for others.
protocol Part: Sendable {
  func answer(_ call: Call) async throws(Fault) -> HTTPResponse?
}

/// Every request: let in or not, read, answered, counted.
struct Router: HTTPHandler {
  let gate: Gate
  let parts: [any Part]
  let largestBody: Int
  let deadlines: Deadlines
  let metrics: Metrics

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let start = ContinuousClock.now
    var response: HTTPResponse
    var route = "other"
    do throws(Fault) {
      (response, route) = try await answer(request)
    } catch {
      response = Answer.fault(error)
    }
    deadlines.clear(request.remoteAddress)
    if request.method == .HEAD { response.payload = .httpBody(HTTPBodySequence()) }
    metrics.count(
      route: route, method: request.method.rawValue, status: response.statusCode.code,
      since: start)
    return response
  }

  private func answer(_ request: HTTPRequest) async throws(Fault) -> (HTTPResponse, String) {
    // The end of an address is cut by whoever takes it apart.
    let path = request.path == "/proof" ? "/proof/" : request.path
    guard gate.isOwn(request) else {
      await Self.drain(request)
      throw .foreign
    }
    if path == "/healthz" {
      await Self.drain(request)
      return (Answer.text("ok\n"), path)
    }
    if path == "/", gate.hasTokenInAddress(request) {
      return (welcome(to: "/", "\(gate.cookie)=\(gate.token); SameSite=Strict"), path)
    }
    // A link that was sent is opened from anywhere.
    if path == "/proof/", let proof = gate.proofInAddress(request) {
      return (welcome(to: "/proof/", "\(gate.proofCookie)=\(proof); SameSite=Lax"), path)
    }
    let proof = path.hasPrefix("/proof/") ? gate.proof(of: request) : nil
    guard proof != nil || !path.hasPrefix("/proof/") && gate.knowsToken(request) else {
      await Self.drain(request)
      throw .noToken
    }
    let body = try await body(of: request)
    let call = Call(
      method: request.method == .HEAD ? "GET" : request.method.rawValue, path: path,
      query: Dictionary(request.query.map { ($0.name, $0.value) }) { $1 },
      headers: request.headers, body: body, asker: request.remoteIP, proof: proof)
    for part in parts {
      if let response = try await part.answer(call) { return (response, Self.route(of: path)) }
    }
    throw .notFound
  }

  /// The first visit: the token goes from the address into a cookie that scripts cannot read.
  private func welcome(to path: String, _ cookie: String) -> HTTPResponse {
    var response = Answer.bytes(Data(), type: "text/plain", status: .seeOther)
    response.headers[.location] = path
    response.headers[.setCookie] = "\(cookie); HttpOnly; Path=\(path)"
    return response
  }

  private func body(of request: HTTPRequest) async throws(Fault) -> Data {
    if let count = request.bodySequence.count, count > largestBody {
      await Self.drain(request)
      throw .tooLarge
    }
    var data = Data()
    do {
      for try await chunk in request.bodySequence where data.count <= largestBody {
        data.append(chunk)
      }
    } catch {
      throw .malformed("the body broke off", "请求体不完整")
    }
    if data.count > largestBody { throw .tooLarge }
    return data
  }

  /// Reads a body to its end without keeping it, so that the next request begins where it does.
  private static func drain(_ request: HTTPRequest) async {
    do { for try await _ in request.bodySequence {} } catch { return }
  }

  /// The path as it is counted: what users name is left out.
  private static func route(of path: String) -> String {
    let parts = path.split(separator: "/")
    guard let first = parts.first else { return "/" }
    return parts.count > 1 && (first == "v1" || first == "api")
      ? "/\(first)/\(parts[1])" : "/\(first)"
  }
}

extension HTTPRequest {
  /// Where the connection comes from; what a header says of it is not believed.
  fileprivate var remoteIP: String {
    switch remoteAddress {
    case .ip4(let address, _), .ip6(let address, _): address
    default: "local"
    }
  }
}

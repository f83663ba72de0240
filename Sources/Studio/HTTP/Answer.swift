import Diagnostics
import Exporting
internal import FlyingFox
import Foundation

/// The answers of the server: every one with the headers that keep a browser to the server's own files.
enum Answer {
  /// What a page of the studio may load and do: its own scripts, styles and pictures.
  private static let ownPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  /// What a file of a user may do: show itself.
  private static let foreignPolicy =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"

  static func bytes(
    _ bytes: Data, type: String, status: HTTPStatusCode = .ok, isForeign: Bool = true,
    name: String? = nil
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: headers(type, isForeign: isForeign, name: name), body: bytes)
  }

  static func headers(
    _ type: String, isForeign: Bool = true, name: String? = nil
  ) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      .contentType: type, .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"): isForeign ? foreignPolicy : ownPolicy,
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
    ]
    if let name {
      let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "file"
      headers[.contentDisposition] = "attachment; filename*=UTF-8''\(encoded)"
    }
    return headers
  }

  static func json(_ value: some Encodable, status: HTTPStatusCode = .ok) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return fault(.internalFault) }
    return bytes(data, type: "application/json; charset=utf-8", status: status)
  }

  static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> HTTPResponse {
    bytes(Data(text.utf8), type: type)
  }

  static func fault(_ fault: Fault) -> HTTPResponse {
    var response = json(fault.body, status: fault.status)
    if [429, 503].contains(fault.status.code) { response.headers[HTTPHeader("Retry-After")] = "1" }
    if let allowed = fault.allowed { response.headers[HTTPHeader("Allow")] = allowed }
    if fault.status.code == 401 {
      response.headers[HTTPHeader("WWW-Authenticate")] = "Bearer realm=\"banxin\""
    }
    return response
  }
}

/// Why a request was not served, in the words of the answer.
struct Fault: Error {
  struct Body: Codable {
    var code: String
    var message: String
    var messageZh: String
    var findings: [DeskFinding]
  }

  var status: HTTPStatusCode
  var body: Body
  /// The method that is taken where the request's is not.
  var allowed: String?

  init(
    _ status: HTTPStatusCode, _ code: String, _ english: String, _ chinese: String,
    findings: [DeskFinding] = []
  ) {
    self.status = status
    body = Body(code: code, message: english, messageZh: chinese, findings: findings)
  }

  static let internalFault = Fault(
    .serviceUnavailable, "server.busy", "the server cannot answer now", "服务暂时无法应答")
  static let notFound = Fault(.notFound, "server.not-found", "there is nothing here", "没有此项")
  /// Another method is wanted; the answer names it (RFC 9110 15.5.6).
  static func wrongMethod(allowed: String) -> Fault {
    var fault = Fault(
      .methodNotAllowed, "server.method", "\(allowed) is wanted here", "此处应使用 \(allowed)")
    fault.allowed = allowed
    return fault
  }
  static let noToken = Fault(
    .unauthorized, "server.token",
    "the token is missing or wrong: open the address that the program printed",
    "缺少口令或口令不对：请打开程序打印的网址")
  static let foreign = Fault(
    .forbidden, "server.foreign",
    "the request comes from another page or names another host", "请求来自别的网页，或主机名不符")
  static let tooLarge = Fault(
    .payloadTooLarge, "server.too-large", "the request is larger than the server takes",
    "请求超过服务允许的大小")
  static let conflict = Fault(
    .conflict, "desk.changed", "the file has changed meanwhile; it was loaded anew",
    "文件已被改动，已重新载入")

  static let mergeRuns = Fault(
    .tooManyRequests, "desk.merge-runs", "a merge is running already", "已有一个套排在进行")

  static func badRemarks(_ file: String) -> Fault {
    Fault(
      .conflict, "desk.bad-remarks", "\(file) is no file of remarks; repair or remove it",
      "\(file) 不是批注文件，请改正或移走")
  }

  static let readOnly = Fault(
    .forbidden, "server.read-only", "a proof is read and remarked on, nothing more",
    "校样只能看和批注")

  static func unwritable(_ rejection: Rejection) -> Fault {
    Fault(
      .serviceUnavailable, "server.unwritable", "the file could not be written", "文件无法写入",
      findings: rejection.diagnostics.map(DeskFinding.init))
  }

  static func malformed(_ english: String, _ chinese: String) -> Fault {
    Fault(.badRequest, "server.malformed", english, chinese)
  }

  static func outside(_ path: String) -> Fault {
    Fault(
      .forbidden, "server.outside", "\"\(path)\" is not a file of the folder", "“\(path)”不在工作文件夹内")
  }

  /// What a crew's refusal means to whoever asked.
  init(_ refusal: DeskCrew.Refusal) {
    switch refusal {
    case .full:
      self.init(
        .serviceUnavailable, "server.full", "too many requests are waiting", "排队的请求太多，请稍后再试")
    case .tooManyOfOne:
      self.init(
        .tooManyRequests, "server.too-many", "too many of your requests are waiting",
        "同一来源排队的请求太多，请稍后再试")
    case .stopping:
      self.init(.serviceUnavailable, "server.stopping", "the server is stopping", "服务正在停止")
    }
  }

  /// What a worker's answer means where it has nothing to show.
  init(_ reply: DeskReply) {
    if reply.state == .lost {
      self.init(
        .serviceUnavailable, "server.worker-lost", "the worker did not finish the job",
        "工作进程未能完成此项", findings: reply.findings)
    } else {
      self.init(
        .unprocessableContent, "server.rejected", "the input was rejected", "输入被拒绝",
        findings: reply.findings)
    }
  }
}

extension HTTPStatusCode {
  static let unprocessableContent = HTTPStatusCode(422, phrase: "Unprocessable Content")
}

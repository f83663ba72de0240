import Exporting
import FlyingFox
import Foundation
import Testing

@testable import Studio

/// The description of the service and the service say the same.
@Suite struct DescriptionTests {
  private func description() throws -> [String: Any] {
    let data = Data(try #require(WebFiles.all["openapi.json"]))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func parts() -> [any Part] {
    // A crew whose command is nothing: whoever asks it for work is told that the worker was lost.
    let crew = DeskCrew(command: ["/nonexistent/banxin"])
    return [
      Overview(metrics: Metrics { _ in }, crews: [("service", crew)], version: "0"),
      Service(crew: crew, temporary: TemporaryFolder(), largestBody: 1 << 20),
    ]
  }

  private func answer(_ method: String, _ path: String, body: String = "{}") async -> Int {
    let call = Call(
      method: method, path: path, query: [:], headers: [:], body: Data(body.utf8), asker: "test")
    for part in parts() {
      do throws(Fault) {
        if let response = try await part.answer(call) { return response.statusCode.code }
      } catch {
        return error.status.code
      }
    }
    return 404
  }

  @Test func everyPathIsServedAndEveryAnswerDescribed() async throws {
    let paths = try #require(try description()["paths"] as? [String: [String: Any]])
    #expect(paths.count >= 7)
    for (path, methods) in paths where path != "/healthz" {
      for (method, operation) in methods {
        let code = await answer(method.uppercased(), path)
        #expect(code != 404 && code != 405, "\(method) \(path)")
        let responses = try #require((operation as? [String: Any])?["responses"] as? [String: Any])
        #expect(responses["\(code)"] != nil, "\(method) \(path) answers \(code)")
        let other = method == "get" ? "POST" : "GET"
        #expect(await answer(other, path) == 405, "\(other) \(path)")
      }
    }
  }

  @Test func referencesLeadSomewhere() throws {
    let root = try description()
    func check(_ value: Any) throws {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String {
          var node: Any? = root
          for part in reference.split(separator: "/").dropFirst() {
            node = (node as? [String: Any])?[String(part)]
          }
          #expect(node != nil, "\(reference)")
        }
        for inner in object.values { try check(inner) }
      } else if let list = value as? [Any] {
        for inner in list { try check(inner) }
      }
    }
    try check(root)
  }

  @Test func requestsThatAreNoneAreFaults() async {
    for body in [
      "", "[]", "{\"report\":{}}", "{\"report\":{\"name\":\"..\",\"text\":\"a\"}}",
      "{\"report\":{\"name\":\"a.txt\"}}", "{\"report\":{\"name\":\"a.txt\",\"base64\":\"*\"}}",
      "{\"report\":{\"name\":\"a.txt\",\"text\":\"a\"},\"format\":\"exe\"}",
      "{\"report\":{\"name\":\"a.txt\",\"text\":\"a\"},\"layout\":\"../x\"}",
      "{\"report\":{\"name\":\"a.txt\",\"text\":\"a\"},\"dpi\":1e9}",
    ] {
      #expect(await answer("POST", "/v1/render", body: body) == 400, "\(body)")
    }
    #expect(await answer("POST", "/v1/batch", body: "\n \n") == 400)
    // The worker that is not there is the server's fault, and said to be.
    #expect(
      await answer(
        "POST", "/v1/render", body: "{\"report\":{\"name\":\"a.txt\",\"text\":\"a\"}}") == 503)
  }
}

import Exporting
internal import FlyingFox
internal import FlyingSocks
import Foundation

/// The service for other programs: documents, charts, verdicts, batches.
struct Service: Part {
  let crew: DeskCrew
  let temporary: TemporaryFolder
  let largestBody: Int

  private static let types = [
    "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
  ]

  /// What was made, for whoever wants to know more than the file.
  struct Made: Codable {
    struct File: Codable {
      var name: String
      var type: String
      var base64: String
    }

    var id: String?
    /// `done`, or `failed` where the input was rejected or the pages are only a proof.
    var status: String
    var files: [File]
    var findings: [DeskFinding]
  }

  func answer(_ call: Call) async throws(Fault) -> HTTPResponse? {
    guard call.path.hasPrefix("/v1/") else { return nil }
    let name = String(call.path.dropFirst(4))
    guard ["render", "chart", "preflight", "batch", "layouts"].contains(name) else {
      throw .notFound
    }
    let method = name == "layouts" ? "GET" : "POST"
    guard call.method == method else { throw .wrongMethod(allowed: method) }
    switch name {
    case "render":
      return response(try await render(try request(of: call), for: call.asker), to: call)
    case "chart": return response(try await chart(call), to: call)
    case "preflight": return try await preflight(call)
    case "layouts":
      return Answer.json(["layouts": try await run(.layouts, for: call.asker).layouts ?? []])
    default: return try batch(call)
    }
  }

  private func request(of call: Call) throws(Fault) -> RenderRequest {
    let type = call.headers[.contentType] ?? ""
    if type.lowercased().hasPrefix("multipart/form-data") {
      return try RenderRequest(form: try Multipart(call.body, type: type))
    }
    return try call.value(RenderRequest.self)
  }

  private func render(
    _ request: RenderRequest, for asker: String
  ) async throws(Fault) -> Made {
    let folder = temporary.make()
    defer { temporary.remove(folder) }
    let reply = try await run(.export(try request.order(in: folder)), for: asker)
    return made(reply, in: folder, id: request.id)
  }

  private func chart(_ call: Call) async throws(Fault) -> Made {
    let folder = temporary.make()
    defer { temporary.remove(folder) }
    let request = try call.value(ChartRequest.self)
    let reply = try await run(.chart(try request.chart(in: folder)), for: call.asker)
    return made(reply, in: folder, id: nil)
  }

  private func preflight(_ call: Call) async throws(Fault) -> HTTPResponse {
    let folder = temporary.make()
    defer { temporary.remove(folder) }
    let path = "\(folder)/file.pdf"
    guard FileManager.default.createFile(atPath: path, contents: call.body) else {
      throw .internalFault
    }
    let press = call.query["press"] ?? "newsprint"
    guard !press.contains("/"), !press.hasPrefix(".") else {
      throw .malformed("the press is a name", "press 应是印刷配置的名称")
    }
    let reply = try await run(.preflight(path: path, press: press), for: call.asker)
    guard let json = reply.preflight else { throw Fault(Self.plain(reply, without: folder)) }
    return Answer.bytes(Data(json.utf8), type: "application/json; charset=utf-8")
  }

  /// An answer of the crew; a lost worker or a full queue is a fault.
  private func run(_ task: DeskTask, for asker: String) async throws(Fault) -> DeskReply {
    do {
      let reply = try await crew.run(task, for: asker)
      if reply.state == .lost { throw Fault(reply) }
      return reply
    } catch let refusal as DeskCrew.Refusal {
      throw Fault(refusal)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .internalFault
    }
  }

  /// The files that were written and what was found; places name the files as the request did.
  private func made(_ reply: DeskReply, in folder: String, id: String?) -> Made {
    let files = reply.files.compactMap { path -> Made.File? in
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      let ending = path.split(separator: ".").last.map(String.init) ?? ""
      return Made.File(
        name: path.split(separator: "/").last.map(String.init) ?? path,
        type: Self.types[ending] ?? "application/octet-stream",
        base64: data.base64EncodedString())
    }
    let plain = Self.plain(reply, without: folder)
    return Made(id: id, status: reply.state.rawValue, files: files, findings: plain.findings)
  }

  /// Findings do not show where the server keeps things.
  private static func plain(_ reply: DeskReply, without folder: String) -> DeskReply {
    var reply = reply
    func strip(_ text: String) -> String {
      text.replacing("\(folder)/out/", with: "").replacing("\(folder)/", with: "")
    }
    for index in reply.findings.indices {
      reply.findings[index].place = reply.findings[index].place.map(strip)
      reply.findings[index].message = strip(reply.findings[index].message)
      reply.findings[index].messageZh = strip(reply.findings[index].messageZh)
    }
    return reply
  }

  /// One file as it is, unless JSON is asked for or there are several; what failed is 422.
  private func response(_ made: Made, to call: Call) -> HTTPResponse {
    let wantsJSON = (call.headers[HTTPHeader("Accept")] ?? "").contains("application/json")
    if made.status != "done" { return Answer.json(made, status: .unprocessableContent) }
    guard !wantsJSON, made.files.count == 1, let data = Data(base64Encoded: made.files[0].base64)
    else { return Answer.json(made) }
    var response = Answer.bytes(data, type: made.files[0].type)
    let warnings = made.findings.count { $0.severity == "warning" }
    response.headers[HTTPHeader("Banxin-Warnings")] = String(warnings)
    return response
  }

  // MARK: - Batches

  /// A request on each line of the body, an answer on each line of the response, as they are done.
  private func batch(_ call: Call) throws(Fault) -> HTTPResponse {
    let lines = call.body.split(separator: UInt8(ascii: "\n")).filter { line in
      !line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
    }
    guard !lines.isEmpty else { throw .malformed("the batch is empty", "批次是空的") }
    let (stream, source) = AsyncStream<Data>.makeStream()
    let asker = call.asker
    let work = Task {
      // Two more than there are workers wait, so that none is ever idle and the queue stays free.
      await withTaskGroup(of: Void.self) { group in
        for (number, line) in lines.enumerated() {
          if number >= Self.abreast { await group.next() }
          group.addTask { source.yield(await self.result(of: line, number: number + 1, asker)) }
        }
      }
      source.finish()
    }
    source.onTermination = { _ in work.cancel() }
    return HTTPResponse(
      statusCode: .ok, headers: Answer.headers("application/jsonl; charset=utf-8"),
      body: HTTPBodySequence(from: LineSequence(stream: stream)))
  }

  private static let abreast = 4

  private func result(of line: Data, number: Int, _ asker: String) async -> Data {
    struct Failure: Encodable {
      var id: String
      var status = "failed"
      var error: Fault.Body
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var id = String(number)
    let answer: Data?
    do {
      guard let request = try? JSONDecoder().decode(RenderRequest.self, from: Data(line)) else {
        throw Fault.malformed("line \(number) is no request", "第 \(number) 行不是请求")
      }
      id = request.id ?? id
      var made = try await render(request, for: asker)
      made.id = id
      answer = try? encoder.encode(made)
    } catch {
      let fault = error as? Fault ?? .internalFault
      answer = try? encoder.encode(Failure(id: id, error: fault.body))
    }
    return (answer ?? Data()) + Data("\n".utf8)
  }
}

/// Lines that come one by one, as the server sends them on.
struct LineSequence: AsyncBufferedSequence {
  typealias Element = UInt8

  let stream: AsyncStream<Data>

  func makeAsyncIterator() -> Iterator { Iterator(base: stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var base: AsyncStream<Data>.Iterator
    private var rest = Data()[...]

    init(base: AsyncStream<Data>.Iterator) { self.base = base }

    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> Data? {
      while rest.isEmpty {
        guard let more = await base.next() else { return nil }
        rest = more[...]
      }
      // A whole line at a time, whatever the buffer that was thought of.
      let piece = rest.prefix(Swift.max(count, 1 << 16))
      rest = rest.dropFirst(piece.count)
      return Data(piece)
    }
  }
}

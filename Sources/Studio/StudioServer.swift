import Dispatch
import Exporting
internal import FlyingFox
internal import FlyingSocks
import Foundation
import Glibc

/// The studio and the service: one server, one folder, workers that do the work.
public final class StudioServer: Sendable {
  private let options: StudioOptions
  private let log: @Sendable (String) -> Void
  private let deskCrew: DeskCrew
  private let serviceCrew: DeskCrew

  /// Makes a server that does not listen yet; `log` takes a line of JSON for each request.
  public init(_ options: StudioOptions, log: @escaping @Sendable (String) -> Void) {
    self.options = options
    self.log = log
    var limits = DeskCrew.Limits()
    limits.seconds = options.seconds
    limits.memory = options.memory
    deskCrew = DeskCrew(command: options.workerCommand, limits: limits)
    limits.hands = options.workers
    limits.waiting = options.waiting
    limits.share = max(1, options.waiting / 2)
    serviceCrew = DeskCrew(command: options.workerCommand, limits: limits)
  }

  /// Why a server cannot listen.
  public struct Unreachable: Error {
    /// The system's words.
    public var reason: String
  }

  /// Listens until a signal asks for the end; `ready` gets the address to open.
  public func run(ready: @escaping @Sendable (String) -> Void) async throws(Unreachable) {
    let temporary = TemporaryFolder()
    defer { temporary.remove() }
    let port = try await listen(temporary, ready: ready)
    _ = port
  }

  private func listen(
    _ temporary: TemporaryFolder, ready: @escaping @Sendable (String) -> Void
  ) async throws(Unreachable) -> UInt16 {
    let deadlines = Deadlines()
    let metrics = Metrics(log: log)
    let stop = StopSignal()
    // The port has to be known before the gate is, so a free one is chosen first.
    let port = options.port == 0 ? Self.freePort(options.address) : options.port
    let gate = Gate(
      token: options.token, address: options.address, isLoopback: options.isLoopback, port: port)
    let router = Router(
      gate: gate, parts: parts(temporary, metrics, gate), largestBody: options.largestBody,
      deadlines: deadlines, metrics: metrics)
    let host = options.address.contains(":") ? "[\(options.address)]" : options.address
    let tells = Once { ready("http://\(host):\(port)/?token=\(self.options.token)") }
    // A listener that fails at one connection, such as one that was gone before it was taken, is
    // opened again; one that cannot be opened at all says so.
    var failures = 0
    while !stop.isAsked {
      let server = try server(port, router, deadlines)
      let running = Task { try await server.run() }
      let watching = Task {
        try? await server.waitUntilListening(timeout: 10)
        tells.run()
        while !stop.isAsked, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(50)) }
        guard stop.isAsked else { return }
        await self.deskCrew.stop(within: 10)
        await self.serviceCrew.stop(within: 10)
        await server.stop(timeout: 2)
      }
      let start = ContinuousClock.now
      let result = await running.result
      if stop.isAsked {
        await watching.value
        break
      }
      watching.cancel()
      failures = ContinuousClock.now - start < .seconds(1) ? failures + 1 : 0
      if failures > 20, case .failure(let error) = result {
        throw Unreachable(reason: error.localizedDescription)
      }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return port
  }

  private func parts(
    _ temporary: TemporaryFolder, _ metrics: Metrics, _ gate: Gate
  ) -> [any Part] {
    let crews = [("desk", deskCrew), ("service", serviceCrew)]
    var parts: [any Part] = [
      Overview(metrics: metrics, crews: crews, version: options.version),
      Service(crew: serviceCrew, temporary: temporary, largestBody: options.largestBody),
    ]
    if options.hasDesk {
      let desk = Desk(
        folder: WorkFolder(path: options.folder), gate: gate, crew: deskCrew,
        longCrew: serviceCrew, temporary: temporary)
      // A proof's calls are its own before anything else can answer them.
      parts =
        [ProofPart(desk: desk)] + parts + [
          Pages(document: options.document), ReviewPart(desk: desk), TablePart(desk: desk),
          DeskPart(desk: desk),
        ]
    }
    return parts
  }

  private func server(
    _ port: UInt16, _ router: Router, _ deadlines: Deadlines
  ) throws(Unreachable) -> HTTPServer {
    let pool = GuardedPool(HTTPServer.defaultPool(), deadlines: deadlines)
    do {
      let timeout = options.seconds * 4
      if options.address.contains(":") {
        return HTTPServer(
          address: try .inet6(ip6: options.address, port: port), timeout: timeout, pool: pool,
          logger: .disabled, handler: router)
      }
      let address = options.address == "localhost" ? "127.0.0.1" : options.address
      return HTTPServer(
        address: try .inet(ip4: address, port: port), timeout: timeout, pool: pool,
        logger: .disabled, handler: router)
    } catch {
      throw Unreachable(reason: error.localizedDescription)
    }
  }

  /// A port that nobody has just now.
  private static func freePort(_ address: String) -> UInt16 {
    guard let socket = try? Socket(domain: AF_INET) else { return 8613 }
    defer { try? socket.close() }
    guard (try? socket.bind(to: .loopback4)) != nil,
      case .ip4(_, let port)? = try? socket.sockname()
    else { return 8613 }
    return port
  }
}

extension SocketAddress where Self == sockaddr_in {
  /// Any free port of this machine.
  fileprivate static var loopback4: sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

/// A thing that is done once.
final class Once: Sendable {
  private let isDone = Synchronized(false)
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  func run() {
    let isFirst = isDone.change { done -> Bool in
      defer { done = true }
      return !done
    }
    if isFirst { work() }
  }
}

/// SIGINT and SIGTERM as a question that can be asked.
final class StopSignal: Sendable {
  private let asked = Synchronized(false)
  // Made once, kept alive, and never touched again.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

  init() {
    let asked = asked
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { asked.change { $0 = true } }
      source.resume()
      return source
    }
  }

  var isAsked: Bool { asked.change { $0 } }
}

internal import FlyingFox
internal import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// The sockets of a server, watched: a connection that takes too long to send its request is closed,
/// and so is one too many. Whoever dribbles bytes holds nobody up but himself.
struct GuardedPool: AsyncSocketPool {
  private let base: any AsyncSocketPool
  private let deadlines: Deadlines

  /// Seconds from the first byte that is waited for to the whole request.
  static let patience = 30.0
  /// Descriptors beyond this one are connections too many; the lowest free one is given out.
  static let lastDescriptor: Int32 = 640

  init(_ base: any AsyncSocketPool, deadlines: Deadlines) {
    self.base = base
    self.deadlines = deadlines
  }

  func prepare() async throws { try await base.prepare() }

  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    let file = socket.file.rawValue
    if Self.isListening(file) {
      return try await base.suspendSocket(socket, untilReadyFor: events)
    }
    guard file <= Self.lastDescriptor, let peer = try? socket.remotePeer() else {
      throw SocketError.disconnected
    }
    let left = deadlines.left(for: "\(peer)")
    guard left > 0 else { throw SocketError.disconnected }
    let base = base
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await base.suspendSocket(socket, untilReadyFor: events) }
      group.addTask {
        try await Task.sleep(for: .seconds(left))
        throw SocketError.disconnected
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private static func isListening(_ file: Int32) -> Bool {
    var value: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(file, SOL_SOCKET, SO_ACCEPTCONN, &value, &size) == 0 && value != 0
  }
}

/// When each connection has to have sent its request, or taken its answer.
final class Deadlines: Sendable {
  private let starts = Mutex<[String: ContinuousClock.Instant]>([:])
  private static let most = 4096

  init() {}

  /// Seconds that a peer has left; its time begins when it is first waited for.
  func left(for peer: String) -> Double {
    let now = ContinuousClock.now
    let start = starts.withLock { starts in
      if starts.count > Self.most {
        starts = starts.filter { now - $0.value < .seconds(2 * GuardedPool.patience) }
      }
      if let start = starts[peer] { return start }
      starts[peer] = now
      return now
    }
    let passed = (now - start).components
    return GuardedPool.patience - Double(passed.seconds)
  }

  /// The request of a peer is whole: what comes next has its time anew.
  func clear(_ peer: HTTPRequest.Address?) {
    guard let peer else { return }
    starts.withLock { $0["\(peer)"] = nil }
  }
}

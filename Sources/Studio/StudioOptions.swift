/// What `banxin studio` and `banxin serve` ask for.
public struct StudioOptions: Sendable {
  /// The folder that is worked in; the process is in it already. Nothing outside is read or written.
  public var folder: String
  /// The address to listen on.
  public var address = "127.0.0.1"
  /// The port; 0 for any that is free.
  public var port: UInt16 = 0
  /// What whoever asks has to know.
  public var token: String
  /// Whether there is a desk for a person, or the service alone.
  public var hasDesk = true
  /// Worker processes of the service.
  public var workers = 2
  /// Path and arguments of a worker process.
  public var workerCommand: [String]
  /// The version that the service names.
  public var version = ""
  /// Largest body of a request, in bytes.
  public var largestBody = 64 << 20
  /// Seconds that a job may take.
  public var seconds = 60.0
  /// MiB that a worker may hold.
  public var memory = 1024
  /// Requests that may wait for a worker.
  public var waiting = 64
  /// The document to begin with, relative to the folder.
  public var document: String?

  /// Makes options; the token is a new one.
  public init(folder: String, workerCommand: [String]) {
    self.folder = folder
    self.workerCommand = workerCommand
    token = Self.newToken()
  }

  /// 128 bits that nobody can guess, in hexadecimal.
  public static func newToken() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let part = String(UInt32.random(in: 0 ... .max, using: &random), radix: 16)
      return String(repeating: "0", count: 8 - part.count) + part
    }.joined()
  }

  /// Whether only this machine can ask.
  public var isLoopback: Bool {
    address == "localhost" || address == "::1" || address.hasPrefix("127.")
  }
}

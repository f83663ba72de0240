import Diagnostics
import Dispatch
import Glibc
import Synchronization

/// Writes the files of finished jobs on a few threads and then sends their replies.
final class WriterQueue: Sendable {
  private let files: FileSystem
  private let queue = DispatchQueue(label: "writers", attributes: .concurrent)
  private let group = DispatchGroup()
  private let places = DispatchSemaphore(value: WriterQueue.limit)
  private let output = Mutex(true)

  /// Jobs whose files may wait for the disk at once; more would only hold their bytes in memory.
  static let limit = 4

  init(files: FileSystem) { self.files = files }

  /// Whether nobody reads the replies any more.
  var isCutOff: Bool { output.withLock { !$0 } }

  /// Writes files, all or none, and sends the reply; waits while too many others are being written.
  func write(_ outputs: [OutputFile], then reply: WorkerReply) {
    places.wait()
    queue.async(group: group) { [self] in
      var reply = reply
      do throws(Rejection) {
        try files.write(outputs)
      } catch {
        reply.status = .failed
        reply.finished = nil
        reply.findings = Worker.findings(error.diagnostics)
        reply.stopsBatch = error.diagnostics.contains { $0.code == "output.disk-full" }
      }
      self.reply(reply)
      places.signal()
    }
  }

  /// Sends a reply at once.
  func reply(_ reply: WorkerReply) {
    let bytes = JSONLine.bytes(of: reply) + [UInt8(ascii: "\n")]
    output.withLock { isOpen in
      if isOpen { isOpen = Descriptor.write(bytes, to: STDOUT_FILENO) == 0 }
    }
  }

  /// Waits for the last file.
  func finish() { group.wait() }
}

import Synchronization

/// A value that several threads share.
final class Synchronized<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: sending Value) { self.value = Mutex(value) }

  func change<Result>(_ work: (inout Value) -> Result) -> Result { value.withLock { work(&$0) } }
}

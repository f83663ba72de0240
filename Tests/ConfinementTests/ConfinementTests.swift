import Confinement
import Glibc
import Testing

/// A child may fail in every way; this process goes on and knows how it ended.
@Suite(.serialized) struct ConfinementTests {
  private func ending(_ limits: ChildLimits = .init(), _ body: () -> Int32) -> ChildEnding {
    Confinement.attempt(limits, clock: 20, body)
  }

  @Test func codesComeThrough() {
    #expect(ending { 0 } == .code(0))
    #expect(ending { 7 } == .code(7))
  }

  @Test func faultsAreNoFaultsOfOurs() {
    #expect(ending { abort() } == .fault(signal: SIGABRT))
    #expect(ending { raise(SIGSEGV) } == .fault(signal: SIGSEGV))
  }

  @Test func timeEnds() {
    #expect(ending(.init(seconds: 1)) { while true { _ = getpid() } } == .time)
    // A child that waits uses no processor time and is ended by the clock.
    #expect(Confinement.attempt(.init(), clock: 1) { pause() } == .waiting)
  }

  @Test func memoryEnds() {
    let ending = ending(.init(mebibytes: 512)) {
      while let block = malloc(1 << 20) { memset(block, 1, 1 << 20) }
      abort()
    }
    #expect(ending == .memory)
  }

  @Test func wordsAreTheLoaders() {
    #expect(ProgramArguments.words == Array(CommandLine.arguments.dropFirst()))
    #expect(ProgramArguments.executable.hasPrefix("/"))
  }
}

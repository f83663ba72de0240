import ReportModel

extension MakeupJob {
  /// The job with its words as they are read out. What is only seen is left out: tables, pictures and
  /// their words, notes.
  var spoken: MakeupJob {
    var job = self
    job.pictures = []
    job.report.blocks = report.blocks.compactMap { block in
      if block.table != nil || block.role == .tableTitle || block.role == .caption { return nil }
      var block = block
      block.text = SpokenText.read(block.text)
      block.runInLead = 0
      block.notes = []
      return block
    }
    return job
  }
}

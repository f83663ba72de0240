import Foundation
import Testing

/// The studio and the service as a person and a program use them, driven from Python.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct StudioTests {
  @Test func aPersonDoesTheJobInABrowser() throws {
    try Script.needsBrowser()
    let did = try Script.outcome(of: "studio_browser.py")
    for key in [
      "wordPicture", "joinConfirmed", "roleUndone", "roleRedone", "edited", "pageToText", "focus",
      "panel", "fact",
      "variant",
      "pagePdf", "pagePress", "pinned", "importance", "importanceUndone", "planPdf",
    ] {
      #expect(did[key] as? Bool == true, "\(key)")
    }
    #expect(did["doubts"] as? Int == 1)
    #expect(did["doubtsLeft"] as? Int == 0)
    #expect(did["pageVerdict"] as? String == "能付印")
    #expect(did["faults"] as? [String] == [])
    #expect(did["exit"] as? Int == 0)
  }

  @Test func theKeyboardAloneDoesTheJob() throws {
    try Script.needsBrowser()
    let did = try Script.outcome(of: "studio_keyboard.py")
    for key in [
      "askedAgain", "role", "roleUndone", "wordsByEnter", "composing", "composed", "tabKeepsFocus",
      "focus", "panel", "panelUndone", "pdf", "press", "pinned", "pinUndone", "mergeStopped",
      "mergeKept", "mergeAgain",
    ] {
      #expect(did[key] as? Bool == true, "\(key)")
    }
    #expect(did["doubtsLeft"] as? Int == 0)
    #expect(did["unseen"] as? [String] == [])
    #expect(did["faults"] as? [String] == [])
    #expect(did["exit"] as? Int == 0)
  }

  @Test func twoPeopleTablesAndFinishedFilesHaveTheirPlace() throws {
    try Script.needsBrowser()
    let did = try Script.outcome(of: "studio_people.py")
    for key in [
      "proofIsReadOnly", "remark", "pinStands", "remarkFile", "remarkByKeyboard", "readerSees",
      "composed", "compared", "sameAsLine", "gathered", "added", "filler", "dress", "span",
      "dressUndone",
      "issueBox", "issuePdf", "bulletinPdf", "mapped", "mergePdf", "bulletinOpened",
    ] {
      #expect(did[key] as? Bool == true, "\(key)")
    }
    let papers = try #require(did["papers"] as? [String: Int])
    for name in ["docx", "html", "idml", "bulletin", "wechat", "script"] {
      #expect(papers[name] ?? 0 > 0, "\(name)")
    }
    #expect(did["issuePages"] as? Int == 2)
    #expect(did["merged"] as? String == "排出 24 份 24 页")
    #expect(did["marks"] as? Int ?? 0 > 0)
    #expect(did["marksOnPage"] as? Int ?? 0 > 0)
    #expect(did["checked"] as? String == "不能付印")
    #expect(did["faults"] as? [String] == [])
    #expect(did["exit"] as? Int == 0)
  }

  @Test func theServiceHoldsItsGround() throws {
    let did = try Script.outcome(of: "service_check.py")
    for (name, held) in try #require(did["checks"] as? [String: Bool]) {
      #expect(held, "\(name)")
    }
  }
}

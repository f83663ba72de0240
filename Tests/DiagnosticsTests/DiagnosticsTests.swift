// Room for DiagnosticsTests.

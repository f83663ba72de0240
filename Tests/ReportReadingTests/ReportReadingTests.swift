// Room for ReportReadingTests.

// Room for ExportingTests.

// Room for ReportReading.

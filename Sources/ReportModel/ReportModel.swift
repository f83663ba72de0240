// Room for ReportModel.

// Room for Exporting.

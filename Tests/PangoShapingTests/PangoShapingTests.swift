// Room for PangoShapingTests.

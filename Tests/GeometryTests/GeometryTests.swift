// Room for GeometryTests.

// Room for LayoutSpecsTests.

// Room for TypesettingTests.

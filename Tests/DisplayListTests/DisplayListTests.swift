// Room for DisplayListTests.

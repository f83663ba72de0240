// Room for EndToEndTests.

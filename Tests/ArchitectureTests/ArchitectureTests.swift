// Room for ArchitectureTests.

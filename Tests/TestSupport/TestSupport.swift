// Room for TestSupport.

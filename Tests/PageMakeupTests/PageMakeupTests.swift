// Room for PageMakeupTests.

// Room for PageMakeup.

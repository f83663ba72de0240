// Room for DisplayList.

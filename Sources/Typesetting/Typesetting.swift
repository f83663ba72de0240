// Room for Typesetting.

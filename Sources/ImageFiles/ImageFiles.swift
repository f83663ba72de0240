// Room for ImageFiles.

// Room for Geometry.

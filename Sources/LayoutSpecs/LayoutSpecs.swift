// Room for LayoutSpecs.
